package org.rashomon.words;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A set of phrases in lower case, matched word by word. */
public final class Phrases {
    private final Set<String> phrases;
    private final int longest;

    private Phrases(Collection<String> phrases) {
        this.phrases = new HashSet<>(phrases);
        this.longest = phrases.stream()
                .mapToInt(phrase -> phrase.split(" ").length)
                .max()
                .orElse(0);
    }

    /** These phrases, in lower case, their words parted by one blank. */
    static Phrases of(Collection<String> phrases) {
        return new Phrases(phrases);
    }

    /** The phrases of this class in a table whose second column holds them, parted by {@code |}. */
    public static Phrases of(String resource, String name) {
        List<String> phrases = Tsv.rows(resource).stream()
                .filter(row -> row.cell(0).equals(name))
                .flatMap(row -> row.list(1).stream())
                .toList();
        if (phrases.isEmpty()) {
            throw new IllegalStateException("table " + resource + " has no phrases \"" + name + "\"");
        }
        return new Phrases(phrases);
    }

    /** How many words the longest phrase has that begins at word {@code at}; 0 where none does. */
    public int lengthAt(List<String> lowerWords, int at) {
        for (int length = Math.min(longest, lowerWords.size() - at); length > 0; length--) {
            if (phrases.contains(String.join(" ", lowerWords.subList(at, at + length)))) {
                return length;
            }
        }
        return 0;
    }

    /** How many words the longest phrase has that ends before word {@code end}; 0 where none does. */
    public int lengthBefore(List<String> lowerWords, int end) {
        for (int length = Math.min(longest, end); length > 0; length--) {
            if (phrases.contains(String.join(" ", lowerWords.subList(end - length, end)))) {
                return length;
            }
        }
        return 0;
    }
}
