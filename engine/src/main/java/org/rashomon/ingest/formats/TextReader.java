package org.rashomon.ingest.formats;

import java.io.IOException;
import org.rashomon.ingest.draft.Decoder;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.draft.Source;

/** Plain text, one article a file: whatever is text and no other format. */
public final class TextReader implements DocumentReader {

    @Override
    public boolean recognises(Source.Head head) {
        return !head.looksBinary();
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
        Decoder.Decoded decoded = Decoder.read(source.readAll(), null);
        Draft draft = Draft.ofText("", decoded.text());
        sink.article(new Draft("", null, draft.imprint(), draft.parts(), decoded.notes()));
    }
}
