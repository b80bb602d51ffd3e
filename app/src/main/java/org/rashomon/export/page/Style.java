package org.rashomon.export.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** How pages look: one sheet, which a single page holds and the pages of a folder share. */
public final class Style {
    private static final String SHEET = read();

    private Style() {}

    /** The sheet. */
    public static String sheet() {
        return SHEET;
    }

    /** The sheet as an element of a page that loads nothing. */
    public static String element() {
        return "<style>\n" + SHEET + "</style>\n";
    }

    private static String read() {
        try (InputStream in = Style.class.getResourceAsStream("style.css")) {
            byte[] bytes = Objects.requireNonNull(in, "style.css is missing from the program's jar")
                    .readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
