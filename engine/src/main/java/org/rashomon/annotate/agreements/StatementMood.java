package org.rashomon.annotate.agreements;

import java.util.Set;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.words.WordLists;

/** Whether words of a sentence tell of what was done, of what was not, or of what only may be. */
final class StatementMood {
    private static final Set<String> UNREAL = Set.of(
            "will", "would", "could", "should", "may", "might", "can", "if", "unless", "to", "must", "whether", "'ll",
            "'d");

    /** Words that negate. */
    static final Set<String> NOT = Set.of("not", "n't", "never", "no", "neither", "nor", "without", "hardly");

    private static final Set<String> VIOLATION =
            WordLists.of("en/agreement-words.tsv").list("violation");

    private StatementMood() {}

    static boolean passive(TaggedSentence s, int i) {
        for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
            if (s.isAny(k, Set.of("was", "were", "been", "is", "being", "are"))) {
                return true;
            }
        }
        return false;
    }

    static boolean isNegated(TaggedSentence s, int i) {
        if (s.is(i, "not") || s.is(i, "n't") || s.is(i, "never")) {
            return false;
        }
        for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
            if (s.isAny(k, NOT) || s.isAny(k, Set.of("denied", "denies", "denying", "rejected"))) {
                return true;
            }
            if (s.is(k, ",") || s.isNoun(k) && !s.isAny(i, VIOLATION)) {
                return false;
            }
        }
        return false;
    }

    /** Whether the words are about what may or should be. */
    static boolean isUnreal(TaggedSentence s, int i) {
        for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
            if (s.isAny(k, UNREAL)) {
                boolean done = s.is(k + 1, "have");
                return !done;
            }
            if (s.is(k, ",")) {
                break;
            }
        }
        for (int k = i - 1; k >= 0 && k >= i - 14; k--) {
            if (s.is(k, "if") || s.is(k, "unless") || s.is(k, "whether")) {
                return true;
            }
            if (s.is(k, ",")) {
                return false;
            }
        }
        return false;
    }
}
