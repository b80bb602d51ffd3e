package org.rashomon.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.words.Tsv;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * The heads of mentions of events: the stem of the last word, of its base form where that is irregular ({@code irregular-forms.tsv}), and which
 * stems mean one event where a story has both ({@code coreferent-heads.tsv}, made by {@code training/coreference/pairs.py}).
 */
final class Heads {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private final Map<String, String> bases = new HashMap<>();
    private final Map<String, SortedSet<String>> pairs = new HashMap<>();

    Heads() {
        for (Tsv.Row row : Tsv.rows("bench/irregular-forms.tsv")) {
            for (String form : row.cell(1).split(" ")) {
                bases.put(form, row.cell(0));
            }
        }
        for (Tsv.Row row : Tsv.rows("bench/coreferent-heads.tsv")) {
            pairs.computeIfAbsent(row.cell(0), one -> new TreeSet<>()).add(row.cell(1));
        }
    }

    /** By stem, in the order of the alphabet, the later ones that mean one event with it. */
    Map<String, SortedSet<String>> pairs() {
        return pairs;
    }

    /** The stem of the last word of a mention; the mention itself in lower case where it holds no letter. */
    String of(String mention) {
        String lower = mention.toLowerCase(Locale.ROOT);
        List<String> words =
                WORD.matcher(lower).results().map(MatchResult::group).toList();
        if (words.isEmpty()) {
            return lower;
        }
        String last = words.get(words.size() - 1);
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(bases.getOrDefault(last, last));
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /** By stem, the first of those that mean one event with it, by pairs or by a chain of pairs. */
    Map<String, String> joined(Iterable<String> stems) {
        Map<String, String> first = new TreeMap<>();
        stems.forEach(stem -> first.put(stem, stem));
        for (String one : List.copyOf(first.keySet())) {
            for (String other : pairs.getOrDefault(one, new TreeSet<>())) {
                String root = root(first, other);
                if (root != null) {
                    first.put(root, String.valueOf(root(first, one)));
                }
            }
        }
        Map<String, String> joined = new HashMap<>();
        first.keySet().forEach(stem -> joined.put(stem, String.valueOf(root(first, stem))));
        return joined;
    }

    private static @Nullable String root(Map<String, String> first, String stem) {
        String at = first.get(stem);
        String root = stem;
        while (at != null && !at.equals(root)) {
            root = at;
            at = first.get(root);
        }
        return at;
    }
}
