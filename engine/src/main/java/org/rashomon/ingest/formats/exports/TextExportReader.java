package org.rashomon.ingest.formats.exports;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.Decoder;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Source;

/** Exports of news archives as plain text, many articles in a file: each is read by itself, with the facts that its fields state. */
public final class TextExportReader implements DocumentReader {
    private static final List<ExportKind> KINDS =
            List.of(new Nexis(), new ProQuest(), new NexisUni(), new Factiva(), new FactivaLong());

    @Override
    public boolean recognises(Source.Head head) {
        return !head.looksBinary() && kind(head).isPresent();
    }

    private static Optional<ExportKind> kind(Source.Head head) {
        List<String> lines = head.text().lines().toList();
        return KINDS.stream().filter(kind -> kind.recognises(lines)).findFirst();
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
        ExportKind kind = kind(source.head()).orElseThrow();
        List<String> lines = Decoder.decode(source.readAll(), null)
                .replace('\f', '\n')
                .lines()
                .toList();
        List<List<String>> articles = kind.split(lines);
        if (articles.isEmpty()) {
            throw new BadInputException("it looks like " + kind.name()
                    + ", but its articles cannot be told apart; export it again as text, or give one article a file");
        }
        int number = 0;
        for (List<String> article : articles) {
            number++;
            String place = "#" + number;
            ExportedArticle read = kind.article(article);
            if (read.hasText()) {
                sink.article(read.draft(place));
            } else {
                sink.rejected(
                        place,
                        "article " + number + " of " + kind.name()
                                + " has no text where texts of that kind have it; export it again with its full text");
            }
        }
    }
}
