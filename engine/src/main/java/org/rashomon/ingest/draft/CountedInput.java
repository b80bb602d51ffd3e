package org.rashomon.ingest.draft;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that pass, so that data which unpack to absurdly more than they are can be told. */
public class CountedInput extends FilterInputStream {
    /** Prose packs at 3 to 10 : 1, markup at up to 30 : 1; a bomb packs at 1000 : 1. */
    public static final int MOST_PACKED = 200;

    private static final long GRACE_BYTES = 4L * Source.MAX_DOCUMENT_BYTES;

    private long count;

    public CountedInput(InputStream in) {
        super(in);
    }

    /** How many bytes have passed. */
    public final long count() {
        return count;
    }

    /** Whether that many bytes, unpacked from so many, are what no text unpacks to. */
    public static boolean isAbsurd(long unpacked, long packed) {
        return unpacked > GRACE_BYTES && unpacked / MOST_PACKED > packed;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count += b < 0 ? 0 : 1;
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count += Math.max(0, n);
        return n;
    }
}
