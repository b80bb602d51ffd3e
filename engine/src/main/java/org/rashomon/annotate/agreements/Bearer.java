package org.rashomon.annotate.agreements;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/**
 * Who owes something, by tokens and by name.
 *
 * @param from first token, or -1 when taken over from a clause before
 */
record Bearer(int from, String label) {
    private static final Set<String> BEARERS =
            WordLists.of("en/agreement-words.tsv").list("bearers");

    /**
     * Whoever the tokens name; null when they name nobody who can owe anything.
     *
     * @param last the bearer before, for "it" and "they"
     */
    static @Nullable Bearer of(Scene scene, int from, int to, @Nullable Bearer last) {
        TaggedSentence s = scene.words();
        int start = from;
        while (start < to
                && (s.tag(start) == Pos.DET && !s.is(start, "both") && !s.is(start, "all")
                        || s.is(start, ",")
                        || s.tag(start) == Pos.CCONJ && !s.is(start, "both"))) {
            start++;
        }
        if (start >= to) {
            return null;
        }
        if (to - start == 1 && s.isAny(start, Set.of("it", "they", "he", "she"))) {
            return last;
        }
        List<Mention> actors = scene.mentionsIn(from, to).stream()
                .filter(m -> m.actor() != null)
                .toList();
        int head = mainHead(s, start, to);
        if (head < 0) {
            return s.isAny(to - 1, Set.of("other", "both", "either", "all", "neither"))
                    ? new Bearer(from, s.span(from, to).in(s.text()))
                    : null;
        }
        // "Moscow", "the EDC": an actor's name is the bearer; "Moscow and Damascus" are two in one phrase
        List<Mention> heads =
                actors.stream().filter(m -> s.endAt(m.span().end()) == head + 1).toList();
        if (heads.size() == 1 && actors.size() == 1) {
            return new Bearer(from, AgreementFinder.label(scene, heads.get(0)));
        }
        boolean known = !actors.isEmpty()
                || scene.mentionsIn(from, to).stream()
                        .anyMatch(m ->
                                m.type() == EntityType.ORG || m.type() == EntityType.PER || m.type() == EntityType.LOC)
                || s.isAny(head, BEARERS)
                || s.is(head, "side");
        return known ? new Bearer(from, s.span(start, to).in(s.text())) : null;
    }

    /** The head before any "of": the groups of the alliance. */
    private static int mainHead(TaggedSentence s, int from, int to) {
        int end = from;
        while (end < to && !(s.tag(end) == Pos.ADP) && !s.is(end, ",")) {
            end++;
        }
        int head = s.head(from, end);
        return head >= 0 ? head : s.head(from, to);
    }
}
