package org.rashomon.text;

import java.util.Locale;
import java.util.Set;

/** English adjectives of states and places, by their endings. */
public final class Demonyms {
    private static final Set<String> NAME_ENDINGS = Set.of("", "a", "ia", "ea", "y", "o", "e", "land", "stan");
    private static final Set<String> ADJECTIVE_ENDINGS =
            Set.of("n", "an", "ian", "ean", "ese", "ish", "i", "ic", "nian");
    private static final int SHORTEST_STEM = 3;
    private static final int LONGEST_STEP_BACK = 2;

    private Demonyms() {}

    /** Whether English makes the adjective from the name by one of its endings: <em>Torvian, Torvia; Meridonian, Meridon</em>. */
    public static boolean isAdjectiveOf(String adjective, String name) {
        if (adjective.equals(name)) {
            return false;
        }
        String a = adjective.toLowerCase(Locale.ROOT);
        String n = name.toLowerCase(Locale.ROOT);
        int common = 0;
        while (common < a.length() && common < n.length() && a.charAt(common) == n.charAt(common)) {
            common++;
        }
        for (int stem = common; stem >= SHORTEST_STEM && stem >= common - LONGEST_STEP_BACK; stem--) {
            if (NAME_ENDINGS.contains(n.substring(stem)) && ADJECTIVE_ENDINGS.contains(a.substring(stem))) {
                return true;
            }
        }
        return false;
    }
}
