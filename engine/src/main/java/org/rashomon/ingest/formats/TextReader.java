package org.rashomon.ingest.formats;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.rashomon.ingest.draft.Decoder;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.draft.Source;
import org.rashomon.ingest.formats.records.FieldNames;
import org.rashomon.ingest.formats.records.RecordDrafts;
import org.rashomon.model.Imprint;

/** Plain text, one article a file: whatever is text and no other format. Fields before the first line ({@link FrontMatter}) are read as such. */
public final class TextReader implements DocumentReader {
    private final RecordDrafts drafts;

    public TextReader(FieldNames names) {
        this.drafts = new RecordDrafts(names);
    }

    @Override
    public boolean recognises(Source.Head head) {
        return !head.looksBinary();
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
        Decoder.Decoded decoded = Decoder.read(source.readAll(), null);
        String text = decoded.text();
        Optional<FrontMatter> front = FrontMatter.of(text);
        sink.article(
                front.isPresent()
                        ? drafts.around(front.get(), text.substring(front.get().length()), decoded.notes())
                        : new Draft("", null, Imprint.NONE, List.of(new Draft.Part(text, null)), decoded.notes()));
    }
}
