package org.rashomon.compare.incidents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rashomon.compare.corpus.Words;
import org.rashomon.words.Tsv;

/** What was hit: its kind (<em>hospital, convoy, market</em>) and the part of its name that tells it from others. */
public final class Targets {
    private static final Map<String, String> KINDS = Tsv.pairs("en/target-kinds.tsv");
    private static final Set<String> GENERIC = Set.of(
            "the",
            "a",
            "an",
            "al",
            "el",
            "ad",
            "as",
            "ar",
            "of",
            "in",
            "and",
            "field",
            "medical",
            "main",
            "central",
            "underground",
            "international",
            "aid",
            "un",
            "city",
            "two",
            "three",
            "several",
            "own",
            "their",
            "its",
            "same",
            "largest",
            "major",
            "known");

    private Targets() {}

    /** The kinds that the words name, most often one. */
    public static Set<String> kinds(String words) {
        Set<String> kinds = new TreeSet<>();
        for (String word : Words.fold(words).split(" ")) {
            String kind = KINDS.get(word);
            if (kind == null && word.endsWith("s")) {
                kind = KINDS.get(word.substring(0, word.length() - 1));
            }
            if (kind != null) {
                kinds.addAll(List.of(kind.split("\\|")));
            }
        }
        return kinds;
    }

    /** The name without words that every such target bears: <em>quds</em> for <em>the Al-Quds hospital</em>. */
    static String distinctive(String name) {
        StringBuilder rest = new StringBuilder();
        for (String word : Words.fold(name).split(" ")) {
            boolean tells = !GENERIC.contains(word) && kinds(word).isEmpty() && !word.isEmpty();
            if (tells) {
                rest.append(rest.length() > 0 ? " " : "").append(word);
            }
        }
        return rest.toString();
    }

    static boolean sameName(String a, String b) {
        Set<String> inA = Set.copyOf(new TreeSet<>(java.util.List.of(a.split(" "))));
        Set<String> inB = Set.copyOf(new TreeSet<>(java.util.List.of(b.split(" "))));
        return inA.containsAll(inB) || inB.containsAll(inA);
    }
}
