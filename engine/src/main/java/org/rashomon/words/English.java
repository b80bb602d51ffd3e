package org.rashomon.words;

import java.util.Locale;
import java.util.Set;

/**
 * Whether a text is English, by the share of its words in small letters that English news writes so ({@code en/common-words.tsv}).
 * Over 2,979 news articles the share is never under .63, over 158 English web pages (recipes, tables of results) never under .36; in
 * other languages never over .25.
 */
public final class English {
    private static final Set<String> COMMON = Tsv.words("en/common-words.tsv");

    private static final double LEAST_SHARE = 0.31;
    /** Words as short as these are words of many languages. */
    private static final int SHORT = 2;
    /** Fewer words than these prove nothing. */
    private static final int FEW_WORDS = 10;
    /** A text of few words is English unless most of its letters are of another script. */
    private static final double MOSTLY = 0.5;

    private English() {}

    /** Words that news writes in small letters, so that a capital at the start of a sentence tells nothing of them. */
    public static Set<String> commonWords() {
        return COMMON;
    }

    /** Whether English is the language that most of the text is written in; a text without letters counts as English. */
    public static boolean isLanguageOf(CharSequence text) {
        int words = 0;
        int common = 0;
        int letters = 0;
        int latin = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetter(c)) {
                letters++;
                latin += Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN ? 1 : 0;
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                if (i - start > SHORT && !Character.isUpperCase(text.charAt(start))) {
                    words++;
                    String word = text.subSequence(start, i).toString().toLowerCase(Locale.ROOT);
                    common += COMMON.contains(word) ? 1 : 0;
                }
                start = -1;
            }
        }
        if (letters == 0) {
            return true;
        }
        return words < FEW_WORDS ? latin > letters * MOSTLY : common >= words * LEAST_SHARE;
    }
}
