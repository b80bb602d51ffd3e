package org.rashomon.casefile;

import java.nio.file.Path;
import java.util.List;
import org.rashomon.model.Article;
import org.rashomon.model.Span;

/** A process that reads into a case and corrects what it read, until somebody kills it; it tells what is kept, a line each. */
final class KeepsAdding {
    private KeepsAdding() {}

    /** @param args the case, and the folder to read */
    public static void main(String[] args) {
        try (OpenCase kept = Cases.open(args[0], new PlainBench())) {
            while (true) {
                Added added = kept.add(List.of(Path.of(args[1])), line -> {});
                say("articles " + (added.added() + added.revised() + added.unchanged()));
                Article article = kept.dossier().analyses().get(0).article();
                Anchor anchor = Anchor.of(article, new Span(0, 3));
                for (int i = 0; i < 20; i++) {
                    Correction made = kept.correct(Draft.note(anchor, "note " + i), "R. Vey");
                    say("correction " + made.id());
                    kept.undo(made.id(), "R. Vey");
                    say("undone " + made.id());
                }
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
