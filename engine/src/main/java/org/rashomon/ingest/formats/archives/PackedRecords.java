package org.rashomon.ingest.formats.archives;

import java.io.IOException;
import java.io.InputStream;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.CountedInput;

/** The bytes of an archive as they lie there, counted, so that a record that unpacks to absurdly much is told from one that is large. */
final class PackedRecords extends CountedInput {
    /** What the reader of records may have taken in before it was known to belong to a record. */
    private static final long READ_AHEAD = 1 << 16;

    private long start;

    PackedRecords(InputStream in) {
        super(in);
    }

    /** A record begins about here. */
    void begin() {
        start = Math.max(0, count() - READ_AHEAD);
    }

    /**
     * Reads the rest of a record and lets it go.
     *
     * @throws BadInputException when it unpacks to more than any file does
     */
    void drain(InputStream rest) throws IOException {
        byte[] chunk = new byte[1 << 16];
        long drained = 0;
        for (int n = rest.read(chunk); n >= 0; n = rest.read(chunk)) {
            drained += n;
            if (isAbsurd(drained, count() - start)) {
                throw new BadInputException("a record of the archive unpacks to more than " + MOST_PACKED
                        + " times its size, as no text does; what follows it was not read");
            }
        }
    }

    /** The reader of records closes what it reads from; the bytes belong to whoever opened them. */
    @Override
    public void close() {}
}
