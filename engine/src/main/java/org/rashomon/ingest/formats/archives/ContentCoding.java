package org.rashomon.ingest.formats.archives;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.rashomon.ingest.draft.BadInputException;

/** Undoes how a web server packed what it sent ({@code Content-Encoding}). */
final class ContentCoding {
    private ContentCoding() {}

    /**
     * The body as it was before it was packed.
     *
     * @param codings as the header states them, the last applied last
     * @throws BadInputException when one of them cannot be undone here
     */
    static InputStream undo(InputStream body, List<String> codings) throws IOException {
        InputStream out = body;
        for (int i = codings.size() - 1; i >= 0; i--) {
            for (String coding : codings.get(i).toLowerCase(Locale.ROOT).split("\\s*,\\s*")) {
                out = undo(out, coding.strip());
            }
        }
        return out;
    }

    private static InputStream undo(InputStream in, String coding) throws IOException {
        return switch (coding) {
            case "", "identity", "utf-8", "none" -> in;
            case "gzip", "x-gzip" -> gzip(in);
            case "deflate" -> deflate(in);
            default ->
                throw new BadInputException("packed with \"" + coding
                        + "\", which cannot be unpacked here; ask the archive for the page without it");
        };
    }

    /** Crawlers that unpack what they store may leave the header as it was. */
    private static InputStream gzip(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        byte[] magic = buffered.readNBytes(2);
        buffered.reset();
        boolean packed = magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
        return packed ? new GZIPInputStream(buffered) : buffered;
    }

    /** With the frame that the standard asks for or, as some servers send it, without. */
    private static InputStream deflate(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        byte[] frame = buffered.readNBytes(2);
        buffered.reset();
        boolean framed =
                frame.length == 2 && (frame[0] & 0x0F) == 8 && (((frame[0] & 0xFF) << 8) | (frame[1] & 0xFF)) % 31 == 0;
        return new InflaterInputStream(buffered, new Inflater(!framed));
    }
}
