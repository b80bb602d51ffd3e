package org.rashomon.compare.corpus;

import java.util.Map;
import java.util.Set;
import org.rashomon.words.Tsv;

/** Brings the forms of an English word together, roughly and fast, and knows the words that tell nothing. */
public final class Stems {
    private static final Set<String> STOP = Tsv.words("en/stop-words.tsv");
    private static final Map<String, Integer> COMMON = Tsv.counts("en/document-frequencies.tsv");
    /** Number of articles that the shipped counts were taken from. */
    public static final int COMMON_ARTICLES = 840;

    private static final int UNLISTED = 2;

    private Stems() {}

    public static boolean tellsNothing(String word) {
        return word.length() < 2 || STOP.contains(word);
    }

    /** In how many of {@link #COMMON_ARTICLES} articles of general news the stem stands. */
    public static int commonness(String stem) {
        return COMMON.getOrDefault(stem, UNLISTED);
    }

    public static String of(String word) {
        String stem = word;
        int length = stem.length();
        if (length > 5 && stem.endsWith("ing")) {
            stem = stem.substring(0, length - 3);
        } else if (length > 4 && stem.endsWith("ed")) {
            stem = stem.substring(0, length - 2);
        } else if (length > 4 && stem.endsWith("ies")) {
            stem = stem.substring(0, length - 3) + "y";
        } else if (length > 3 && stem.endsWith("s") && !stem.endsWith("ss")) {
            stem = stem.substring(0, length - 1);
        }
        return stem.length() > 4 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }
}
