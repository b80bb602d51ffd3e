package org.rashomon.words;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Named sets of words that rules ask for, read from a table of this package. */
public final class WordLists {
    public static final WordLists INCIDENTS = new WordLists("en/incident-words.tsv");
    public static final WordLists HYPHENS = new WordLists("en/hyphen-words.tsv");
    public static final WordLists PLACES = new WordLists("en/place-words.tsv");
    public static final WordLists SOURCES = new WordLists("en/source-words.tsv");
    public static final WordLists AGREEMENTS = new WordLists("en/agreement-words.tsv");

    private final String resource;
    private final Map<String, Set<String>> lists = new HashMap<>();

    private WordLists(String resource) {
        this.resource = resource;
        for (Tsv.Row row : Tsv.rows(resource)) {
            Set<String> words = new LinkedHashSet<>(List.of(row.cell(1).split(" ")));
            lists.put(row.cell(0), Set.copyOf(words));
        }
    }

    /** The list of this name, which the table must hold. */
    public Set<String> list(String name) {
        Set<String> words = lists.get(name);
        if (words == null) {
            throw new IllegalStateException("table " + resource + " has no list \"" + name + "\"");
        }
        return words;
    }
}
