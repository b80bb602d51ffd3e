package org.rashomon.compare.corpus;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.rashomon.model.Span;

/** Likeness of short stretches of words. */
public final class Words {
    private Words() {}

    /** Lower case, without accents and punctuation, words parted by one space: for names that are spelled a little apart. */
    public static String fold(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (gap && folded.length() > 0) {
                    folded.append(' ');
                }
                folded.append(c);
                gap = false;
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                gap = true;
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** Stems of the words that tell something, in order of first use. */
    public static Set<String> telling(String text) {
        Set<String> stems = new LinkedHashSet<>();
        if (text.isEmpty()) {
            return stems;
        }
        for (Word word : Word.of(text, new Span(0, text.length()))) {
            if (!Stems.tellsNothing(word.key())) {
                stems.add(Stems.of(word.key()));
            }
        }
        return stems;
    }

    /** Share of the smaller set that stands in the other; 0 when one is empty. */
    public static double containment(Set<String> a, Set<String> b) {
        int smaller = Math.min(a.size(), b.size());
        return smaller == 0 ? 0 : (double) shared(a, b) / smaller;
    }

    /** Shared members over all members; 0 when both are empty. */
    public static double jaccard(Set<String> a, Set<String> b) {
        int shared = shared(a, b);
        int all = a.size() + b.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    public static int shared(Set<String> a, Collection<String> b) {
        Set<String> both = new HashSet<>(a);
        both.retainAll(b instanceof Set<String> set ? set : Set.copyOf(b));
        return both.size();
    }
}
