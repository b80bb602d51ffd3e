package org.rashomon.ingest.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.rashomon.ingest.draft.Decoder;
import org.rashomon.ingest.draft.Source;

/** The characters of a file that may be large: decoded with care where it has the size of a document, as UTF-8 where it is larger. */
final class LargeText {
    private LargeText() {}

    static Reader of(InputStream in) throws IOException {
        byte[] start = in.readNBytes(Source.MAX_DOCUMENT_BYTES);
        if (start.length < Source.MAX_DOCUMENT_BYTES) {
            return new StringReader(Decoder.decode(start, null));
        }
        int mark = start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF ? 3 : 0;
        return new InputStreamReader(
                new SequenceInputStream(new ByteArrayInputStream(start, mark, start.length - mark), in),
                StandardCharsets.UTF_8);
    }
}
