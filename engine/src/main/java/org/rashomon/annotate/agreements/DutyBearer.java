package org.rashomon.annotate.agreements;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.words.WordLists;

/**
 * Who owes something, by tokens and by name.
 *
 * @param from first token, or -1 when taken over from a clause before
 */
record DutyBearer(int from, String label) {
    private static final PhrasePattern BEFORE_BEARER = PhrasePattern.of("en/agreement-patterns.tsv", "before bearer");
    private static final PhrasePattern BEARER_WORD = PhrasePattern.of("en/agreement-patterns.tsv", "bearer word");
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> BEARERS = WORDS.list("bearers");
    private static final Set<String> PRONOUNS = WORDS.list("pronouns");
    private static final Set<String> OTHER = WORDS.list("either");
    private static final Set<EntityType> ABLE = EnumSet.of(EntityType.ORG, EntityType.PER, EntityType.LOC);

    /**
     * Whoever the tokens name; null when they name nobody who can owe anything.
     *
     * @param last the bearer before, for "it" and "they"
     */
    static @Nullable DutyBearer of(Scene scene, int from, int to, @Nullable DutyBearer last) {
        TaggedSentence s = scene.words();
        int start = from;
        while (start < to && BEFORE_BEARER.standsAt(s, start)) {
            start++;
        }
        if (to - start == 1 && s.isAny(start, PRONOUNS)) {
            return last;
        }
        int head = mainHead(s, start, to);
        if (head < 0) {
            return s.isAny(to - 1, OTHER)
                    ? new DutyBearer(from, s.span(from, to).in(s.text()))
                    : null;
        }
        List<Mention> mentions = scene.mentionsIn(from, to);
        List<Mention> actors = mentions.stream().filter(m -> m.actor() != null).toList();
        // "Moscow", "the EDC": an actor's name is the bearer; "Moscow and Damascus" are two in one phrase
        if (actors.size() == 1 && s.endAt(actors.get(0).span().end()) == head + 1) {
            return new DutyBearer(from, AgreementFinder.label(scene, actors.get(0)));
        }
        boolean able = s.isAny(head, BEARERS) || mentions.stream().anyMatch(m -> ABLE.contains(m.type()));
        return able ? new DutyBearer(from, s.span(start, to).in(s.text())) : null;
    }

    /** The head before any "of": the groups of the alliance. */
    private static int mainHead(TaggedSentence s, int from, int to) {
        int end = s.runEnd(from, to - from, k -> BEARER_WORD.standsAt(s, k));
        int head = s.head(from, end);
        return head >= 0 ? head : s.head(from, to);
    }
}
