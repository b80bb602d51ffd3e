package org.rashomon.text;

import java.text.Normalizer;

/**
 * Brings text into the canonical characters that every span points into: NFC, {@code \n} line ends, plain spaces, no control
 * or invisible characters, no unpaired surrogates.
 *
 * <p>Text that is canonical already comes back unchanged, blank lines and outer white space included, so that offsets which a
 * user holds for such a file stay valid.
 */
public final class Normaliser {
    /** UAX #15, Stream-Safe Text Format: no natural text stacks more marks on one letter; more would make NFC slow. */
    private static final int MAX_MARKS = 30;

    /** The canonical form of {@code raw}; takes time linear in its length. */
    public String normalise(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int marks = 0;
        for (int at = 0; at < raw.length(); ) {
            int point = raw.codePointAt(at);
            int next = at + Character.charCount(point);
            if (point == '\r') {
                out.append('\n');
                next += next < raw.length() && raw.charAt(next) == '\n' ? 1 : 0;
            } else if ((point < 0x7F && point >= ' ') || point == '\n') {
                out.append((char) point);
            } else {
                marks = isMark(point) ? marks + 1 : 0;
                if (marks <= MAX_MARKS) {
                    appendOther(out, point);
                }
            }
            at = next;
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    /** One paragraph of a format without line ends of its own: canonical characters, white space collapsed, trimmed. */
    public String normaliseLine(String raw) {
        String text = normalise(raw);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' || c == '\n';
            if (!space) {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }

    private static void appendOther(StringBuilder out, int point) {
        switch (point) {
            case '\u000B', '\f', '\u0085', '\u2028', '\u2029' -> out.append('\n');
            case '\t' -> out.append(' ');
            // Joiners and direction marks shape Arabic, Indic and emoji text; beside Latin letters they are debris.
            case '\u200C', '\u200D', '\u200E', '\u200F', '\u061C' -> {
                if (out.length() > 0 && out.charAt(out.length() - 1) > '\u036F') {
                    out.append((char) point);
                }
            }
            case '\u00AD', '\uFFFC', '\u180E' -> {}
            default -> appendByCategory(out, point);
        }
    }

    private static void appendByCategory(StringBuilder out, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL -> {}
            case Character.SPACE_SEPARATOR -> out.append(' ');
            // Icon fonts live in the private use area.
            case Character.PRIVATE_USE -> out.append(' ');
            case Character.SURROGATE -> out.append('\uFFFD');
            case Character.FORMAT -> {
                // Tag characters spell out flags of regions in emoji; all other format characters are invisible.
                if (point >= 0xE0000) {
                    out.appendCodePoint(point);
                }
            }
            default -> out.appendCodePoint(point);
        }
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
