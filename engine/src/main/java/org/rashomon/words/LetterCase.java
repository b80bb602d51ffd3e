package org.rashomon.words;

import java.util.Locale;

/** What the capitals of one word tell: <em>Assad, al-Assad, eBay</em> begin with one, <em>NATO</em> has nothing else. */
public final class LetterCase {
    private LetterCase() {}

    public static boolean isCapitalised(String word) {
        char first = word.charAt(0);
        if (Character.isUpperCase(first)) {
            return true;
        }
        // al-Assad, el-Sisi, d'Ivoire, eBay
        for (int i = 1; i < Math.min(word.length(), 5); i++) {
            char c = word.charAt(i);
            if ((c == '-' || c == '\'' || c == '\u2019') && i + 1 < word.length()) {
                return i <= 4 && Character.isUpperCase(word.charAt(i + 1)) && isArticle(word.substring(0, i));
            }
        }
        return false;
    }

    private static boolean isArticle(String prefix) {
        return switch (prefix) {
            case "al", "el", "ar", "as", "ash", "ad", "an", "at", "az", "d", "l", "ex", "ul" -> true;
            default -> false;
        };
    }

    public static boolean isAllCapitals(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLowerCase(word.charAt(i))) {
                return false;
            }
            letters += Character.isUpperCase(word.charAt(i)) ? 1 : 0;
        }
        return letters >= 2;
    }

    /** The words with a capital first letter. */
    public static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Whether the token is a word, not a number or a mark. */
    public static boolean isLetters(String word) {
        return Character.isLetter(word.charAt(0));
    }
}
