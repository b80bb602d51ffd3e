package org.rashomon.ingest;

import java.io.IOException;
import java.util.List;

/** Plain text, one article a file: whatever is text and no other format. */
final class TextReader implements DocumentReader {

    @Override
    public boolean recognises(Source.Head head) {
        return !head.looksBinary();
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
        String text = Decoder.decode(source.readAll(), null);
        sink.article(new Draft("", null, null, null, null, null, null, List.of(new Draft.Part(text, null))));
    }
}
