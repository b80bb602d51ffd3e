package org.rashomon.annotate.agreements;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Span;
import org.rashomon.model.events.AgreementStatement.Status;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** What words say of an agreement's state: that it holds, is suspended or extended, has collapsed or ended. */
final class AgreementStatuses {
    private static final Set<String> HOLDING =
            WordLists.of("en/agreement-words.tsv").list("holding");
    private static final Set<String> SUSPENDING =
            WordLists.of("en/agreement-words.tsv").list("suspending");
    private static final Set<String> COLLAPSING =
            WordLists.of("en/agreement-words.tsv").list("collapsing");
    private static final Set<String> ENDING =
            WordLists.of("en/agreement-words.tsv").list("ending");
    private static final Set<String> EXTENDING =
            WordLists.of("en/agreement-words.tsv").list("extending");

    private final NamedAgreements named;

    AgreementStatuses(NamedAgreements named) {
        this.named = named;
    }

    /** The state that token {@code i} tells, or null; {@code near} where an agreement is named close by. */
    @Nullable
    Status at(Scene scene, int i, boolean near) {
        TaggedSentence s = scene.words();
        boolean bound = s.is(i, "bound");
        if (bound) {
            boolean about = named.end(scene, i + 1, i + 6, false) > 0
                    || near
                            && (s.is(i + 1, "by") && s.isAny(i + 2, Set.of("it", "a", "the"))
                                    || i + 1 >= s.size()
                                    || s.is(i + 1, ",")
                                    || s.is(i + 1, "."));
            boolean not = false;
            for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
                not |= s.isAny(k, StatementMood.NOT);
            }
            return !about
                    ? null
                    : not
                            ? Status.ENDED
                            : s.isAny(i - 1, Set.of("stay", "remain", "remains", "still", "are", "is"))
                                    ? Status.IN_FORCE
                                    : null;
        }
        Status status = s.isAny(i, SUSPENDING)
                ? Status.SUSPENDED
                : s.isAny(i, EXTENDING)
                        ? Status.EXTENDED
                        : s.isAny(i, COLLAPSING)
                                ? Status.COLLAPSED
                                : s.isAny(i, ENDING) ? Status.ENDED : s.isAny(i, HOLDING) ? Status.IN_FORCE : null;
        if (status == null || StatementMood.isUnreal(s, i)) {
            return null;
        }
        int before = named.before(scene, i, 6);
        boolean subject = before >= 0 && noOtherVerb(s, before, i)
                || near && i >= 1 && i <= 5 && pronounBefore(s, i) && s.phraseEnd(i + 1) == i + 1;
        boolean object = false;
        if (status == Status.SUSPENDED || status == Status.EXTENDED || status == Status.ENDED) {
            for (int k = i + 1; k < Math.min(s.size(), i + 5); k++) {
                object |= named.at(scene, k) != null && s.tag(i) == Pos.VERB;
            }
        }
        if (s.isAny(i, Set.of("hold", "force", "effect"))
                && !(s.isAny(i - 1, Set.of("in", "on", "into")) || status == Status.IN_FORCE && s.is(i, "holds"))) {
            return null;
        }
        if (!subject && !object) {
            return null;
        }
        boolean negated = StatementMood.isNegated(s, i);
        if (negated) {
            return status == Status.IN_FORCE
                    ? Status.COLLAPSED
                    : status == Status.COLLAPSED || status == Status.ENDED ? Status.IN_FORCE : null;
        }
        return status;
    }

    private static boolean pronounBefore(TaggedSentence s, int i) {
        for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
            if (s.is(k, "it")) {
                return true;
            }
            if (s.tag(k) != Pos.AUX && s.tag(k) != Pos.ADV && s.tag(k) != Pos.ADP) {
                return false;
            }
        }
        return false;
    }

    private boolean noOtherVerb(TaggedSentence s, int from, int to) {
        for (int k = from; k < to; k++) {
            if (s.tag(k) == Pos.VERB
                    && !s.isAny(
                            k,
                            Set.of(
                                    "left",
                                    "backed",
                                    "brokered",
                                    "agreed",
                                    "remained",
                                    "remains",
                                    "stayed",
                                    "lay",
                                    "signed",
                                    "reached",
                                    "come",
                                    "came",
                                    "gone",
                                    "taken",
                                    "entered"))) {
                return false;
            }
        }
        return true;
    }

    Span around(TaggedSentence s, int i, Scene scene) {
        int before = named.before(scene, i, 6);
        int from = before >= 0 ? before : i;
        int to = i + 1;
        for (int k = i + 1; k < Math.min(s.size(), i + 6); k++) {
            if (named.at(scene, k) != null && before < 0) {
                to = k + 1;
            }
        }
        return s.span(from, to);
    }
}
