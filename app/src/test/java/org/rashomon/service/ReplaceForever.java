package org.rashomon.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rashomon.export.DossierWriter;
import org.rashomon.model.Run;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.dossier.Dossier;

/** Does nothing but replace one dossier by another and back, to be killed at it: {@code bench/kills.py} does so. */
public final class ReplaceForever {
    private static final int FILES = 11;
    private static final int LINES = 400;

    private ReplaceForever() {}

    /** @param args the folder, and {@code once} to write the first of the two and end */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        for (int n = 0; ; n++) {
            DossierFolder target = new DossierFolder(folder);
            target.check();
            FolderLock lock = target.lock();
            try {
                target.write(empty(), List.of(writer(n % 2 == 0 ? "one" : "other")));
            } finally {
                lock.close();
            }
            if (args.length > 1 && (args[1].equals("once") || n == 1)) {
                return;
            }
        }
    }

    private static Dossier empty() {
        return new Dossier(
                new Run("0-test", "none", Map.of()),
                new Comparison(
                        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of(),
                        Map.of(), Map.of()),
                List.of());
    }

    private static DossierWriter writer(String words) {
        return new DossierWriter() {
            @Override
            public String format() {
                return "test";
            }

            @Override
            public void write(Dossier dossier, Path folder) throws IOException {
                for (int i = 0; i < FILES; i++) {
                    Files.writeString(folder.resolve("table-" + i + ".jsonl"), (words + i + "\n").repeat(LINES));
                }
            }
        };
    }
}
