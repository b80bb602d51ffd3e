package org.rashomon.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Folders that the program has written itself: their tables and pages quote articles and are none. */
final class Dossiers {
    private static final String MANIFEST = "manifest.json";
    /** The manifest says what it is in its first line. */
    private static final Pattern KIND = Pattern.compile("\\A\\s*\\{\\s*\"kind\"\\s*:\\s*\"rashomon-dossier/\\d");

    private static final int LOOKED_AT = 200;

    private Dossiers() {}

    static boolean isOne(Path folder) {
        Path manifest = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(manifest)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(manifest)) {
            return KIND.matcher(new String(in.readNBytes(LOOKED_AT), StandardCharsets.UTF_8))
                    .find();
        } catch (IOException e) {
            return false; // the readers will say what is wrong with it
        }
    }
}
