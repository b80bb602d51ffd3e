package org.rashomon.ingest;

import java.io.IOException;

/** HTML pages. */
final class HtmlReader implements DocumentReader {
    @Override
    public boolean recognises(Source.Head head) {
        return false;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
        throw new BadInputException("html");
    }
}
