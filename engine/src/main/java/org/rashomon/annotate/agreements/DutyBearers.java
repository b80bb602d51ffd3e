package org.rashomon.annotate.agreements;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** Who owes something, by name: an actor, or people and bodies in the text's words. */
final class DutyBearers {
    private static final PhrasePattern BEFORE_BEARER = PhrasePattern.of("en/agreement-patterns.tsv", "before bearer");
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> BEARERS = WORDS.list("bearers");
    private static final Set<String> PRONOUNS = WORDS.list("pronouns");
    private static final Set<String> EITHER = WORDS.list("either");
    private static final Set<EntityType> ABLE =
            EnumSet.of(EntityType.ORG, EntityType.PER, EntityType.LOC, EntityType.NORP);

    private DutyBearers() {}

    /**
     * Those whom the tokens name, each by itself; empty when they name nobody who can owe anything.
     *
     * @param last the bearers before, for "it" and "they"
     */
    static List<String> of(Scene scene, TokenRange range, List<String> last) {
        TaggedSentence s = scene.words();
        int start = s.runEnd(range.from(), range.to() - range.from(), k -> BEFORE_BEARER.standsAt(s, k));
        if (range.to() - start == 1 && s.isAny(start, PRONOUNS)) {
            return last;
        }
        List<String> joined = new ArrayList<>();
        int from = start;
        for (int k = start; k <= range.to(); k++) {
            if (k == range.to() || s.is(k, "and", ",")) {
                String label = from < k ? one(scene, from, k) : null;
                if (label == null && from < k) {
                    joined.clear();
                    break;
                }
                if (label != null) {
                    joined.add(label);
                }
                from = k + 1;
            }
        }
        if (!joined.isEmpty()) {
            return joined;
        }
        String label = start < range.to() ? one(scene, start, range.to()) : null;
        return label == null ? List.of() : List.of(label);
    }

    private static @Nullable String one(Scene scene, int first, int to) {
        TaggedSentence s = scene.words();
        int from = s.runEnd(first, to - first, k -> BEFORE_BEARER.standsAt(s, k));
        if (from >= to) {
            return null;
        }
        int end = mainEnd(s, from, to);
        int head = s.head(from, end);
        // "the earliest Torvia can leave"
        if (s.any(from + 1, end, k -> s.tag(k) == Pos.DET)) {
            return null;
        }
        if (head < 0) {
            return s.isAny(to - 1, EITHER) ? s.span(first, to).in(s.text()) : null;
        }
        List<Mention> mentions = scene.mentionsIn(from, end);
        List<Mention> actors = mentions.stream().filter(m -> m.actor() != null).toList();
        boolean named = actors.size() == 1
                && actors.get(0).type() != EntityType.NORP
                && s.at(actors.get(0).span().start()) == from
                && s.endAt(actors.get(0).span().end()) == head + 1;
        if (named) {
            return AgreementFinder.label(scene, actors.get(0));
        }
        boolean able = s.isAny(head, BEARERS)
                || mentions.stream()
                        .anyMatch(
                                m -> ABLE.contains(m.type()) && s.endAt(m.span().end()) == head + 1);
        // "the army itself", "the rebels who hold the town"
        return able
                ? s.span(from, s.is(end, "who", "which", "itself") ? end : to).in(s.text())
                : null;
    }

    /** Where the noun phrase ends before "of", "in" or "who": the groups of the alliance. */
    private static int mainEnd(TaggedSentence s, int from, int to) {
        int end = s.phraseEnd(from);
        return end > from ? Math.min(end, to) : to;
    }
}
