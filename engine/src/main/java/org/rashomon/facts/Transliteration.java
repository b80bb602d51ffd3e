package org.rashomon.facts;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.rashomon.words.NameForms;
import org.rashomon.words.Tsv;
import org.rashomon.words.WordLists;

/**
 * One key for the usual Latin spellings of one name: <em>Sergey</em> and <em>Sergei</em>, <em>Abd al-Rahman</em> and
 * <em>Abdulrahman</em>, <em>Schröder</em> and <em>Schroeder</em>. Keys are compared for whole names of two words and more; two
 * registered people of one key are nobody's.
 */
final class Transliteration {
    private static final Set<String> ARTICLES =
            WordLists.of("facts/name-forms.tsv").list("articles");
    private static final Set<String> SERVANT =
            WordLists.of("facts/name-forms.tsv").list("servant");
    private static final int SHORT = 3;
    private static final String[][] NONE = {};
    private static final String[][] SOUNDS = {
        {"ph", "f"},
        {"ou", "u"},
        {"oo", "u"},
        {"ee", "i"},
        {"oe", "o"},
        {"ue", "u"},
        {"ae", "a"},
        {"dj", "j"},
        {"q", "k"},
        {"x", "ks"},
        {"ay", "ai"},
        {"ei", "ai"}
    };

    /** Which pairs of letters {@link #SOUNDS} begin with, at {@code first << 7 | second}; for a single letter, with any second. */
    private static final boolean[] BEGINS = begins();

    /** Spellings of a given name to the first of its row. */
    private static final Map<String, String> GIVEN = given();

    private Transliteration() {}

    private static boolean[] begins() {
        boolean[] begins = new boolean[128 * 128];
        for (String[] pair : SOUNDS) {
            int first = pair[0].charAt(0) << 7;
            if (pair[0].length() > 1) {
                begins[first | pair[0].charAt(1)] = true;
            } else {
                java.util.Arrays.fill(begins, first, first + 128, true);
            }
        }
        return begins;
    }

    /** Whether any sound of the table may be in the word: most words have none, and there are thousands of names. */
    private static boolean hasSounds(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
            if (c < 128 && BEGINS[c << 7 | (next < 128 ? next : ' ')]) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> given() {
        Map<String, String> given = new HashMap<>();
        for (Tsv.Row row : Tsv.rows("facts/given-names.tsv")) {
            for (String spelling : row.list(1)) {
                given.put(spelling, row.cell(0));
            }
        }
        return given;
    }

    /** The key of a full name; empty where nothing is left of it. */
    static String key(String name) {
        StringTokenizer parts = new StringTokenizer(plain(name), " -.");
        StringBuilder key = new StringBuilder(name.length());
        while (parts.hasMoreTokens()) {
            String word = parts.nextToken();
            if (ARTICLES.contains(word)) {
                continue;
            }
            String whole = word;
            if (SERVANT.contains(word) && parts.hasMoreTokens()) {
                String next = parts.nextToken();
                if (ARTICLES.contains(next) && parts.hasMoreTokens()) {
                    next = parts.nextToken();
                }
                whole = "abd" + next;
            } else if (word.startsWith("abd") && word.length() > 7 && SERVANT.contains(word.substring(0, 5))) {
                whole = "abd" + word.substring(5);
            }
            if (!key.isEmpty()) {
                key.append(' ');
            }
            String known = GIVEN.get(word);
            key.append(known != null ? known : sound(whole));
        }
        return key.toString();
    }

    private static String sound(String word) {
        if (word.length() <= SHORT) {
            return word;
        }
        String sound = word;
        for (String[] pair : hasSounds(word) ? SOUNDS : NONE) {
            if (sound.contains(pair[0])) {
                sound = sound.replace(pair[0], pair[1]);
            }
        }
        sound = ending(single(sound));
        String known = GIVEN.get(sound);
        if (known != null) {
            return known;
        }
        return sound.startsWith("ye") ? sound.substring(1) : sound;
    }

    private static String single(String word) {
        StringBuilder single = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
                single.append(word.charAt(i));
            }
        }
        return single.toString();
    }

    /** <em>-iy, -y, -ey, -ai, -ij</em> are <em>-i</em>; <em>-ah</em> is <em>-a</em>. */
    private static String ending(String word) {
        int end = word.length();
        if (word.endsWith("ah")) {
            return word.substring(0, end - 1);
        }
        int cut = end;
        while (cut > 2 && "yij".indexOf(word.charAt(cut - 1)) >= 0) {
            cut--;
        }
        if (cut == end) {
            return word;
        }
        if (cut > 2 && "ae".indexOf(word.charAt(cut - 1)) >= 0) {
            cut--;
        }
        return word.substring(0, cut) + "i";
    }

    /** Lower case without marks above or below letters and without apostrophes. */
    private static String plain(String name) {
        String lower = NameForms.lower(name);
        if (lower.chars().allMatch(c -> c < 128 && c != '\'')) {
            return lower;
        }
        StringBuilder plain = new StringBuilder(lower.length());
        String parted = Normalizer.normalize(lower, Normalizer.Form.NFD);
        for (int i = 0; i < parted.length(); i++) {
            char c = parted.charAt(i);
            switch (c) {
                case '\'', '\u2019', '\u2018', '`', '\u02bc' -> {}
                case '\u0131' -> plain.append('i');
                case 'ø' -> plain.append('o');
                case 'ł' -> plain.append('l');
                case 'đ' -> plain.append('d');
                case 'ß' -> plain.append("ss");
                case 'æ' -> plain.append("a");
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        plain.append(c);
                    }
                }
            }
        }
        return plain.toString();
    }
}
