package org.rashomon.annotate.agreements;

import java.util.Set;
import java.util.stream.IntStream;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.nlp.Pos;

/** What stands in a stretch of a sentence; the stretch may reach outside it. */
final class Stretch {
    private Stretch() {}

    /** Whether one of the words stands in tokens {@code [from, to)}. */
    static boolean has(TaggedSentence s, int from, int to, Set<String> words) {
        return IntStream.range(from, to).anyMatch(i -> s.isAny(i, words));
    }

    /** The first of the tokens with these tags that stand together before token {@code end}; {@code end} when there are none. */
    static int startOfRun(TaggedSentence s, int end, Set<Pos> tags) {
        int start = end;
        while (tags.contains(s.tag(start - 1))) {
            start--;
        }
        return start;
    }
}
