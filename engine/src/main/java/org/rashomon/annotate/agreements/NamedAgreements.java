package org.rashomon.annotate.agreements;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Span;
import org.rashomon.model.SpanIndex;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.words.WordLists;

/** The agreements that a sentence names, by place. */
final class NamedAgreements {
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> KEPT = WORDS.list("kept things");
    private static final Set<String> BREAK = WORDS.list("break");

    private final SpanIndex<AgreementMention> agreements;

    NamedAgreements(List<AgreementMention> agreements) {
        this.agreements = SpanIndex.of(agreements, AgreementMention::span);
    }

    /** The agreement whose name holds the token of the sentence, or null. */
    private @Nullable AgreementMention at(Scene scene, int token) {
        int offset = scene.words().token(token).start();
        return agreements.around(new Span(offset, offset + 1)).stream()
                .findFirst()
                .orElse(null);
    }

    /** The last token in {@code [from, to)} that an agreement's name holds; or -1. */
    int last(Scene scene, int from, int to) {
        for (int k = Math.min(to, scene.words().size()) - 1; k >= from; k--) {
            if (at(scene, k) != null) {
                return k;
            }
        }
        return -1;
    }

    /** The first token of an agreement's name that ends at most {@code reach} tokens before {@code i}; or -1. */
    int before(Scene scene, int i, int reach) {
        TaggedSentence s = scene.words();
        for (int k = i - 1; k >= Math.max(0, i - reach); k--) {
            AgreementMention named = at(scene, k);
            if (named != null) {
                return s.at(named.span().start());
            }
            if (s.is(k, ",") || s.is(k, ";")) {
                return -1;
            }
        }
        return -1;
    }

    /** One past the agreement, or the thing that is kept, that stands in {@code [from, to)}; 0 when there is none. */
    int end(Scene scene, int from, int to, boolean near) {
        TaggedSentence s = scene.words();
        for (int k = from; k < Math.min(to, s.size()); k++) {
            AgreementMention named = at(scene, k);
            if (named != null) {
                return s.endAt(named.span().end());
            }
            if (s.isAny(k, KEPT) || (near && k == from && s.is(k, "it"))) {
                return k + 1;
            }
            if (s.isAny(k, BREAK)) {
                return 0;
            }
        }
        return 0;
    }
}
