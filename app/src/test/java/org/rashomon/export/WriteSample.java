package org.rashomon.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the sample dossier to a folder, to look at: {@code java … org.rashomon.export.WriteSample DIR}. */
final class WriteSample {
    private WriteSample() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (DossierWriter writer : DossierWriters.standard()) {
            writer.write(SampleDossier.dossier(), folder);
        }
    }
}
