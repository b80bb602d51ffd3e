package org.rashomon.annotate.attribution.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.attribution.CueLexicon.Form;
import org.rashomon.annotate.attribution.CueLexicon.Match;
import org.rashomon.annotate.syntax.TaggedBlock;
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
    /** Before a past form an auxiliary, whatever the tagger says. */
    private static final Set<String> HAVE = Set.of("has", "have", "had");

    /** Verbs that an infinitive cue may hang on and form one cue with: went on to say, refused to confirm. */
    private static final Set<String> CONTROL = Set.of(
            "continued",
            "continues",
            "continue",
            "went",
            "refused",
            "refuses",
            "declined",
            "declines",
            "failed",
            "began",
            "wants",
            "wanted",
            "tried",
            "used",
            "likes",
            "seemed",
            "appeared",
            "seems",
            "appears",
            "rushed",
            "moved",
            "hastened",
            "quick",
            "came",
            "going",
            "likely",
            "proceeded",
            "managed",
            "chose",
            "willing",
            "ready",
            "unwilling",
            "reluctant",
            "able",
            "unable");

    /** The group of the cue at {@code i}; null for an infinitive on which nothing of the kind depends. */
    static @Nullable VerbGroup of(TaggedBlock b, int i, Match match) {
        int start = i;
        boolean be = false;
        boolean infinitive = false;
        int floor = b.sentenceStart(i);
        int j = i - 1;
        while (j >= floor && !b.inQuote(j)) {
            Pos tag = b.tag(j);
            if (tag == Pos.ADV && !b.is(j, "when") && !b.is(j, "how") && !b.is(j, "where") && !b.is(j, "why")
                    || b.is(j, "not")
                    || b.is(j, "n't")
                    || b.is(j, "n\u2019t")
                    || b.is(j, "never")) {
                if (j == floor || b.is(j - 1, ",") && !b.is(j + 1, ",")) {
                    break;
                }
            } else if (tag == Pos.AUX
                    || b.isBe(j) && tag != Pos.PART
                    || match.form() == Form.PAST && b.isAny(j, HAVE)) {
                be |= j == i - 1 || start == j + 1 ? b.isBe(j) : false;
                start = j;
            } else if (b.is(j, "to") && (tag == Pos.PART || j == i - 1)) {
                infinitive = true;
                start = j;
                if (j - 1 >= floor && b.isAny(j - 1, CONTROL)) {
                    j--;
                    start = j;
                    if (j - 1 >= floor && b.is(j, "on")) {
                        j--;
                        start = j;
                    }
                } else if (j - 2 >= floor && b.is(j - 1, "on") && b.isAny(j - 2, CONTROL)) {
                    j -= 2;
                    start = j;
                } else {
                    return null;
                }
            } else {
                break;
            }
            if (b.tag(j) == Pos.ADV || b.is(j, "not") || b.is(j, "n't") || b.is(j, "n\u2019t")) {
                start = j;
            }
            j--;
        }
        boolean passive = match.form() == Form.PAST && be && !match.cue().takes("raise");
        return new VerbGroup(start, i, i + match.length(), passive, infinitive);
    }
}
