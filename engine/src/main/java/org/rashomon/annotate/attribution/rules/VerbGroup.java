package org.rashomon.annotate.attribution.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.attribution.CueLexicon.Form;
import org.rashomon.annotate.attribution.CueLexicon.Match;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.nlp.Pos;

/**
 * A cue verb with its auxiliaries and adverbs, and with the verb that an infinitive hangs on: <em>went on to say</em>, <em>has also
 * been told</em>.
 *
 * @param start first token
 * @param head the cue's first token
 * @param end one past the cue's last token
 * @param infinitive whether the cue is an infinitive behind another verb
 */
record VerbGroup(int start, int head, int end, boolean passive, boolean infinitive) {
    private static final PhrasePattern MODIFIER = CueConstruction.pattern("modifier");
    private static final PhrasePattern AUXILIARY = CueConstruction.pattern("auxiliary");
    private static final Set<String> CONTROL = CueConstruction.words("control");
    private static final Set<String> HAVE = CueConstruction.words("have");

    TokenRange words() {
        return new TokenRange(start, end);
    }

    /** Whether the cue stands alone, without auxiliaries and adverbs. */
    boolean isBare() {
        return start == head;
    }

    /** The group of the cue at {@code i}; null for an infinitive on which nothing of the kind depends. */
    static @Nullable VerbGroup of(TaggedBlock b, int i, Match match) {
        int start = i;
        boolean past = match.form() == Form.PAST;
        boolean be = false;
        boolean infinitive = false;
        int floor = b.sentenceStart(i);
        for (int j = i - 1; j >= floor && !b.inQuote(j); j--) {
            if (MODIFIER.standsAt(b, j)) {
                if (j == floor || b.is(j - 1, ",")) {
                    break;
                }
            } else if (isAuxiliary(b, j, past)) {
                be |= b.isBe(j);
            } else if (b.is(j, "to") && (b.tag(j) == Pos.PART || j == i - 1)) {
                infinitive = true;
                j -= b.is(j - 1, "on") ? 2 : 1;
                if (j < floor || !b.isAny(j, CONTROL)) {
                    return null;
                }
            } else {
                break;
            }
            start = j;
        }
        return new VerbGroup(start, i, i + match.length(), past && be, infinitive);
    }

    private static boolean isAuxiliary(TaggedBlock b, int i, boolean past) {
        return AUXILIARY.standsAt(b, i) || (past && b.isAny(i, HAVE));
    }
}
