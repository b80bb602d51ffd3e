package org.rashomon.text;

/**
 * Searches that look at one stretch of a text and no further. Those of {@link String} run on to the end of the text: asked once for each name of
 * an article on one line, they cost the square of its length.
 */
public final class Within {
    private Within() {}

    /** Where {@code words} first begin in {@code [from, to)}, whether or not they end there; -1 where they do not. */
    public static int first(String text, String words, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, text.length()); i++) {
            if (text.startsWith(words, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Where {@code character} last stands in {@code [from, to)}; -1 where it does not. */
    public static int last(String text, char character, int from, int to) {
        for (int i = Math.min(to, text.length()) - 1; i >= Math.max(0, from); i--) {
            if (text.charAt(i) == character) {
                return i;
            }
        }
        return -1;
    }
}
