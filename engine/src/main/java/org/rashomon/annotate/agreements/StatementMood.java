package org.rashomon.annotate.agreements;

import java.util.Set;
import org.rashomon.annotate.syntax.Negation;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.words.WordLists;

/** Whether words of a sentence tell of what was done, of what was not, or of what only may be. */
final class StatementMood {
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> UNREAL = WORDS.list("unreal");
    private static final Set<String> CONDITION = WORDS.list("condition");
    private static final Set<String> VIOLATION = WORDS.list("violation");

    private static final Set<String> NEGATING = WORDS.list("negating");

    private StatementMood() {}

    /** Whether a word denies what follows, by itself or as a verb. */
    static boolean negates(TaggedSentence s, int i) {
        return Negation.either(s, i) || s.isAny(i, NEGATING);
    }

    static boolean isNegated(TaggedSentence s, int i) {
        if (Negation.at(s, i)) {
            return false;
        }
        for (int k = i - 1; k >= i - 4; k--) {
            if (negates(s, k)) {
                return true;
            }
            if (s.is(k, ",") || (s.isNoun(k) && !s.isAny(i, VIOLATION))) {
                return false;
            }
        }
        return false;
    }

    /** Whether the words are about what may or should be; "could have" tells of what was. */
    static boolean isUnreal(TaggedSentence s, int i) {
        for (int k = i - 1; k >= i - 4 && !s.is(k, ","); k--) {
            if (s.isAny(k, UNREAL)) {
                return !s.is(k + 1, "have");
            }
        }
        for (int k = i - 1; k >= i - 14 && !s.is(k, ","); k--) {
            if (s.isAny(k, CONDITION)) {
                return true;
            }
        }
        return false;
    }
}
