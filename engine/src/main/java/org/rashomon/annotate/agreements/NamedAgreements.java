package org.rashomon.annotate.agreements;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.words.WordLists;

/** The agreements that a sentence names, by place. */
final class NamedAgreements {
    private static final Set<String> KEPT =
            WordLists.of("en/agreement-words.tsv").list("kept things");

    private final List<AgreementMention> agreements;

    NamedAgreements(List<AgreementMention> agreements) {
        this.agreements = agreements;
    }

    /** The agreement whose name holds the token, or null. */
    @Nullable
    AgreementMention at(Scene scene, int token) {
        TaggedSentence s = scene.words();
        if (token < 0 || token >= s.size()) {
            return null;
        }
        int offset = s.token(token).start();
        for (AgreementMention agreement : agreements) {
            if (agreement.span().contains(offset)) {
                return agreement;
            }
        }
        return null;
    }

    /** The first token of an agreement's name that ends at most {@code reach} tokens before {@code i}; or -1. */
    int before(Scene scene, int i, int reach) {
        for (int k = i - 1; k >= 0 && k >= i - reach; k--) {
            AgreementMention named = at(scene, k);
            if (named != null) {
                return Math.max(0, scene.words().at(named.span().start()));
            }
            if (scene.words().is(k, ",") || scene.words().is(k, ";")) {
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
            if (s.isAny(k, KEPT)) {
                return k + 1;
            }
            if (near && k == from && s.is(k, "it") && !s.isNoun(k + 1)) {
                return k + 1;
            }
            if (s.is(k, ",") || s.is(k, ";") || s.is(k, "that")) {
                return 0;
            }
        }
        return 0;
    }
}
