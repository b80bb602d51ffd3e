package org.rashomon.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

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
}
