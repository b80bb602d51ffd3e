package org.rashomon.ingest.pages.facts;

import java.util.Set;
import org.rashomon.ingest.blocks.Sentences;
import org.rashomon.words.WordLists;

/** The words by which names around a paper and parts of it are told from the paper's name; {@code en/page-words.tsv}. */
final class PageWords {
    private final Set<String> company;
    private final Set<String> platform;
    private final Set<String> part;

    PageWords() {
        WordLists lists = WordLists.of("en/page-words.tsv");
        company = lists.list("company");
        platform = lists.list("platform");
        part = lists.list("part");
    }

    /** Whether the name is that of a service that holds other people's pages. */
    boolean isPlatform(String name) {
        return platform.contains(Sentences.letters(name));
    }

    /** Whether a word of the name says that a company is meant. */
    boolean isCompany(Set<String> words) {
        return words.stream().anyMatch(company::contains);
    }

    /** Whether each word of the name is one of a part of a paper or of a menu. */
    boolean isPart(String name) {
        for (String word : Sentences.fold(name).replace(".", "").split("[^\\p{L}\\d]+")) {
            if (!word.isEmpty() && !part.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
