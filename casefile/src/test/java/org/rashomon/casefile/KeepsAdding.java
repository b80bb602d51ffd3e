package org.rashomon.casefile;

import java.nio.file.Path;
import java.util.List;

/** A process that reads into a case and corrects what it read, until somebody kills it; it tells what is kept, a line each. */
final class KeepsAdding {
    private KeepsAdding() {}

    /** @param args the case, and the folder to read */
    public static void main(String[] args) {
        try (OpenCase kept = Cases.open(args[0], new Bench("1"))) {
            while (true) {
                Added added = kept.add(List.of(Path.of(args[1])), line -> {});
                say("articles " + kept.dossier().analyses().size() + " " + (added.added() + added.unchanged()));
                var claim = kept.dossier().analyses().stream()
                        .flatMap(analysis -> analysis.claims().stream())
                        .findFirst()
                        .orElseThrow();
                Anchor anchor = Anchor.ofClaim(kept.dossier(), claim.id()).orElseThrow();
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
