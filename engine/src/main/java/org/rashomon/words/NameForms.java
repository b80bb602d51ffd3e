package org.rashomon.words;

import java.text.Normalizer;
import java.util.Locale;

/** How names are compared: quotes and dashes in one shape, white space collapsed, no leading article, no possessive. */
public final class NameForms {
    /** Letters in which spellings of one word agree. */
    private static final int STEM = 4;

    private static final int LONGEST_ACRONYM = 8;

    private NameForms() {}

    /** The name in one shape, case kept. */
    public static String tidy(String words) {
        return withoutArticle(tidySpace(words));
    }

    /** The name with one kind of quote, dash and space, case and article kept. */
    public static String tidySpace(String words) {
        if (isTidy(words)) {
            return words;
        }
        StringBuilder tidy = new StringBuilder(words.length());
        boolean gap = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                gap = tidy.length() > 0;
                continue;
            }
            if (gap) {
                tidy.append(' ');
                gap = false;
            }
            tidy.append(
                    switch (c) {
                        case '\u2018', '\u2019', '\u02bc', '`' -> '\'';
                        case '\u2010', '\u2011', '\u2012', '\u2013' -> '-';
                        default -> c;
                    });
        }
        return tidy.toString();
    }

    /** Whether the words are in that shape already, as nearly all are. */
    private static boolean isTidy(String words) {
        boolean space = true;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ') {
                if (space) {
                    return false;
                }
                space = true;
            } else if (c < ' '
                    || c == '`'
                    || c == '\u00a0'
                    || c == '\u02bc'
                    || c >= '\u1680'
                    || Character.isWhitespace(c)) {
                return false;
            } else {
                space = false;
            }
        }
        return !space;
    }

    private static String withoutArticle(String words) {
        return words.length() > 4 && words.regionMatches(true, 0, "the ", 0, 4) ? words.substring(4) : words;
    }

    /** {@code tidy} without a closing {@code 's} or {@code '}. */
    public static String withoutPossessive(String tidy) {
        if (tidy.endsWith("'s") || tidy.endsWith("'S")) {
            return tidy.substring(0, tidy.length() - 2);
        }
        return tidy.endsWith("s'") ? tidy.substring(0, tidy.length() - 1) : tidy;
    }

    /** Whether the name is an acronym, which is compared by case: {@code WHO} is not {@code who}. */
    public static boolean isAcronym(String name) {
        if (name.length() > LONGEST_ACRONYM) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLowerCase(name.charAt(i))) {
                return false;
            }
        }
        return hasUpperCase(name);
    }

    /** The first letters of the words that begin with a capital, an article apart: {@code TNC} of {@code the Torvian National Council}. */
    public static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split(" ")) {
            if (!word.isEmpty() && Character.isUpperCase(word.charAt(0)) && !word.equals("The")) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString();
    }

    /** Whether two names have as many words, each like the other's in its first letters: {@code Torvia Watch, Torvian Watch}. */
    public static boolean areSpellings(String one, String other) {
        String[] ones = one.split(" ");
        String[] others = other.split(" ");
        boolean alike = ones.length == others.length;
        for (int i = 0; alike && i < ones.length; i++) {
            int letters = Math.min(STEM, Math.max(ones[i].length(), others[i].length()));
            alike = ones[i].regionMatches(true, 0, others[i], 0, letters);
        }
        return alike;
    }

    public static boolean hasUpperCase(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (Character.isUpperCase(words.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    public static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    /** Lower-case letters and digits joined by hyphens, accents dropped: {@code john-kerry}. */
    public static String slug(String name) {
        StringBuilder slug = new StringBuilder(name.length());
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD);
        plain.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                slug.appendCodePoint(Character.toLowerCase(c));
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && c != '\''
                    && c != '\u2019'
                    && c != '.'
                    && slug.length() > 0
                    && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        });
        int end = slug.length();
        return end > 0 && slug.charAt(end - 1) == '-' ? slug.substring(0, end - 1) : slug.toString();
    }

    /** The last word, with what belongs to it: <em>de Mistura</em>, <em>al-Assad</em>. */
    public static String surname(String fullName) {
        return fullName.substring(fullName.lastIndexOf(' ') + 1);
    }

    /** A surname without the Arabic article. */
    public static String bare(String surname) {
        String lower = lower(surname);
        return lower.startsWith("al-") || lower.startsWith("el-") ? surname.substring(3) : surname;
    }
}
