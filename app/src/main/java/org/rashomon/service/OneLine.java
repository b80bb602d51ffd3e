package org.rashomon.service;

import java.util.Locale;

/** Words on one line of a terminal, of which none can steer it: a file may be called anything. */
public final class OneLine {
    private OneLine() {}

    /** The words with each control character, line break, mark of direction and half of a character as its number: {@code \}{@code u001b}. */
    public static String of(String words) {
        StringBuilder line = new StringBuilder(words.length());
        words.codePoints().forEach(c -> {
            if (isPlain(c)) {
                line.appendCodePoint(c);
            } else {
                line.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return line.toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
