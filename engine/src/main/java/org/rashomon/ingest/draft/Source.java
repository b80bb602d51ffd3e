package org.rashomon.ingest.draft;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** One document's bytes, unpacked, with its first bytes at hand for telling its kind. Not thread-safe; the opener closes it. */
public final class Source {
    /** The most bytes that one document, or one line of a streamed file, may have. */
    public static final int MAX_DOCUMENT_BYTES = 20_000_000;

    private static final int HEAD_BYTES = 8192;
    /** Packed bytes that hold a head, however badly they pack. */
    private static final int PEEK_BYTES = 4 * HEAD_BYTES;

    private final BufferedInputStream raw;
    private final boolean packed;
    private final Head head;

    private Source(BufferedInputStream raw, boolean packed, Head head) {
        this.raw = raw;
        this.packed = packed;
        this.head = head;
    }

    /** Looks at the first bytes of {@code raw}, unpacked where they say gzip; nothing of it is used up. */
    public static Source of(String name, InputStream raw) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(raw, 1 << 16);
        buffered.mark(PEEK_BYTES);
        // A pipe hands out what it has; one read may be short of what is still to come.
        byte[] first = buffered.readNBytes(PEEK_BYTES);
        buffered.reset();
        boolean packed = first.length > 2 && (first[0] & 0xFF) == 0x1F && (first[1] & 0xFF) == 0x8B;
        String bare = packed && name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        byte[] head = packed ? unpackedHead(first) : Arrays.copyOf(first, Math.min(first.length, HEAD_BYTES));
        return new Source(buffered, packed, new Head(bare.toLowerCase(Locale.ROOT), head));
    }

    /** What the packed bytes begin with; they may end within a block, and what was unpacked until then counts. */
    private static byte[] unpackedHead(byte[] packed) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(HEAD_BYTES);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] chunk = new byte[512];
            for (int n = in.read(chunk); n >= 0 && head.size() < HEAD_BYTES; n = in.read(chunk)) {
                head.write(chunk, 0, Math.min(n, HEAD_BYTES - head.size()));
            }
        } catch (IOException e) {
            if (head.size() == 0) {
                throw e;
            }
        }
        return head.toByteArray();
    }

    public Head head() {
        return head;
    }

    /** The document, unpacked; a gzip file that unpacks to absurdly much breaks off with {@link BadInputException}. */
    public InputStream content() throws IOException {
        if (!packed) {
            return raw;
        }
        Packed counted = new Packed(raw);
        return new BufferedInputStream(new Guarded(new GZIPInputStream(counted, 1 << 16), counted), 1 << 16);
    }

    /** The bytes as they were given, packed or not: for readers whose pieces are packed one by one. */
    public InputStream raw() {
        return raw;
    }

    /** All bytes; rejects a document above the limit as soon as that is certain. */
    public byte[] readAll() throws IOException {
        byte[] bytes = content().readNBytes(MAX_DOCUMENT_BYTES + 1);
        if (bytes.length > MAX_DOCUMENT_BYTES) {
            throw new BadInputException("larger than " + MAX_DOCUMENT_BYTES / 1_000_000
                    + " MB, the limit for one document; split it, or give one article a line as JSONL");
        }
        return bytes;
    }

    /** What a document looks like before it is read: its name in lower case, without {@code .gz}, and its first bytes, unpacked. */
    public static final class Head {
        private final String name;
        private final byte[] bytes;
        private static final int MOST_BYTES_A_ZERO = 50;

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

        /** The first bytes as text, byte order mark left out; the last character may be cut. */
        public String text() {
            return Decoder.decode(bytes, null);
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

        /** Whether the bytes of {@code magic}, a character a byte, stand at {@code offset}. */
        public boolean holds(int offset, String magic) {
            byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
            return bytes.length >= offset + wanted.length
                    && Arrays.equals(bytes, offset, offset + wanted.length, wanted, 0, wanted.length);
        }

        /** Whether the first bytes hold {@code word}, of ASCII, anywhere. */
        public boolean contains(String word) {
            return new String(bytes, StandardCharsets.ISO_8859_1).contains(word);
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
            int zeros = 0;
            for (byte b : bytes) {
                zeros += b == 0 ? 1 : 0;
                odd += (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B) ? 1 : 0;
            }
            // A stray zero is damage in a text; what is no text has many.
            return zeros * MOST_BYTES_A_ZERO > bytes.length || odd > bytes.length / 20;
        }
    }

    /** A pipe that has nothing at the moment is not at its end; asked whether, gzip would take it for that between two members. */
    private static final class Packed extends CountedInput {
        Packed(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }

    /** Stops a gzip file that unpacks to absurdly more than it holds. */
    private static final class Guarded extends java.io.FilterInputStream {
        private final CountedInput packed;
        private long count;

        Guarded(InputStream in, CountedInput packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(0, n);
            if (CountedInput.isAbsurd(count, packed.count())) {
                throw new BadInputException("the gzip data unpack to more than " + CountedInput.MOST_PACKED
                        + " times their size, as no text does; unpack the file and look at what it holds");
            }
            return n;
        }
    }
}
