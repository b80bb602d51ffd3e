package org.rashomon.annotate.speakers;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.rashomon.model.Span;

/** The words inside the sentences of a text, where a capital tells a name and is no matter of position. Made of one walk through the text. */
final class InnerWords {
    private final String text;
    /** What stands between two blanks. */
    private final Set<String> words = new HashSet<>();
    /** Where words begin behind a small letter and a blank, the first two places of each. */
    private final TreeMap<String, List<Integer>> behindSmall = new TreeMap<>();

    InnerWords(String text) {
        this.text = text;
        for (int blank = text.indexOf(' '); blank >= 0; ) {
            int start = blank + 1;
            int next = text.indexOf(' ', start);
            String word = text.substring(start, next < 0 ? text.length() : next);
            if (next >= 0) {
                words.add(word);
            }
            if (blank > 0 && Character.isLowerCase(text.charAt(blank - 1))) {
                behindSmall.merge(word, List.of(start), InnerWords::firstTwo);
            }
            blank = next;
        }
    }

    private static List<Integer> firstTwo(List<Integer> before, List<Integer> next) {
        return before.size() > 1 ? before : List.of(before.get(0), next.get(0));
    }

    /** Whether a capitalised word stands inside a sentence, elsewhere than at {@code except}, and never in small letters. */
    boolean isName(String word, Span except) {
        if (words.contains(word.toLowerCase(Locale.ROOT))) {
            return false;
        }
        boolean elsewhere = behindSmall.tailMap(word).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(word))
                .anyMatch(entry -> entry.getValue().stream().anyMatch(start -> start != except.start()));
        return elsewhere || Character.isLowerCase(text.charAt(Math.max(0, except.start() - 2)));
    }
}
