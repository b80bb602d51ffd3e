package org.rashomon.ingest.draft;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** One document's bytes, unpacked, with its first bytes at hand for telling its kind. Not thread-safe; the opener closes it. */
public final class Source {
    /** The most bytes that one document, or one line of a streamed file, may have. */
    public static final int MAX_DOCUMENT_BYTES = 20_000_000;

    private static final int HEAD_BYTES = 8192;
    /** Prose packs at 3 to 10 : 1, markup at up to 30 : 1; a bomb packs at 1000 : 1. */
    private static final int MAX_GZIP_RATIO = 200;

    private static final long GZIP_GRACE_BYTES = 4L * MAX_DOCUMENT_BYTES;

    private final InputStream content;
    private final Head head;

    private Source(InputStream content, Head head) {
        this.content = content;
        this.head = head;
    }

    /** Looks at the first bytes of {@code raw}, and unpacks it if they say gzip. */
    public static Source of(String name, InputStream raw) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(raw, 1 << 16);
        byte[] first = peek(buffered);
        if (first.length > 2 && (first[0] & 0xFF) == 0x1F && (first[1] & 0xFF) == 0x8B) {
            Counted packed = new Counted(buffered);
            InputStream unpacked = new Guarded(new GZIPInputStream(packed, 1 << 16), packed);
            buffered = new BufferedInputStream(unpacked, 1 << 16);
            first = peek(buffered);
            name = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        }
        return new Source(buffered, new Head(name.toLowerCase(Locale.ROOT), first));
    }

    public Head head() {
        return head;
    }

    public InputStream content() {
        return content;
    }

    /** All bytes; rejects a document above the limit as soon as that is certain. */
    public byte[] readAll() throws IOException {
        byte[] bytes = content.readNBytes(MAX_DOCUMENT_BYTES + 1);
        if (bytes.length > MAX_DOCUMENT_BYTES) {
            throw new BadInputException("larger than " + MAX_DOCUMENT_BYTES / 1_000_000
                    + " MB, the limit for one document; split it, or give one article a line as JSONL");
        }
        return bytes;
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(HEAD_BYTES);
        ByteArrayOutputStream first = new ByteArrayOutputStream(HEAD_BYTES);
        // A pipe hands out what it has; one read may be short of what is still to come.
        first.writeBytes(in.readNBytes(HEAD_BYTES));
        in.reset();
        return first.toByteArray();
    }

    /** What a document looks like before it is read: its name in lower case, without {@code .gz}, and its first bytes, unpacked. */
    public static final class Head {
        private final String name;
        private final byte[] bytes;

        private Head(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        public String name() {
            return name;
        }

        public boolean isEmpty() {
            return bytes.length == 0;
        }

        /** The first bytes as ASCII in lower case, byte order mark and leading white space left out. */
        public String ascii() {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (looksUtf16()) {
                text = text.replace("\0", "").replaceFirst("^(\u00FE\u00FF|\u00FF\u00FE)", "");
            }
            return text.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        }

        public boolean startsWith(int... magic) {
            if (bytes.length < magic.length) {
                return false;
            }
            for (int i = 0; i < magic.length; i++) {
                if ((bytes[i] & 0xFF) != magic[i]) {
                    return false;
                }
            }
            return true;
        }

        public boolean looksUtf16() {
            return startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE) || Decoder.utf16WithoutMark(bytes) != null;
        }

        /** Whether zero bytes and control characters say that this is no text. */
        public boolean looksBinary() {
            if (looksUtf16()) {
                return false;
            }
            int odd = 0;
            for (byte b : bytes) {
                if (b == 0) {
                    return true;
                }
                odd += (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B) ? 1 : 0;
            }
            return odd > bytes.length / 20;
        }
    }

    /** Counts the bytes that pass. */
    private static final class Counted extends java.io.FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
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

    /** Stops a gzip file that unpacks to absurdly more than it holds. */
    private static final class Guarded extends java.io.FilterInputStream {
        private final Counted packed;
        private long count;

        Guarded(InputStream in, Counted packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(0, n);
            if (count > GZIP_GRACE_BYTES && count / MAX_GZIP_RATIO > packed.count) {
                throw new BadInputException("the gzip data unpack to more than " + MAX_GZIP_RATIO
                        + " times their size, as no text does; unpack the file and look at what it holds");
            }
            return n;
        }
    }
}
