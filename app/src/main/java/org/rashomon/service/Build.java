package org.rashomon.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.rashomon.nlp.Reader;

/** What the build knows of itself. */
public final class Build {
    private Build() {}

    /** The version of the program. */
    public static String version() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            properties.load(Objects.requireNonNull(in, "build.properties is missing from the program's jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    /** What somebody who reports a fault, or has to judge a finding, must know of this program: a line each. */
    public static List<String> about() {
        return List.of(
                "rashomon " + version(),
                Reader.recordedDigest()
                        .map(digest -> "weights: sha256 " + digest + " (manifest.json of each dossier has it, too)")
                        .orElse("weights: none, reads by rules alone"),
                "runs on: Java %s, %s, %s %s"
                        .formatted(
                                Runtime.version(),
                                System.getProperty("java.vendor"),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch")),
                "licence: Apache License 2.0, the weights, too; of the parts: NOTICE, in the jar META-INF/NOTICE");
    }
}
