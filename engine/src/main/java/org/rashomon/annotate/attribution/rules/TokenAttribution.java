package org.rashomon.annotate.attribution.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.attribution.CueLexicon.Cue;
import org.rashomon.annotate.syntax.TokenRange;

/**
 * An attribution in tokens of its block.
 *
 * @param cueRange the cue's words
 * @param source null when nobody is named
 * @param inherited whether the source is that of a predicate before
 */
record TokenAttribution(
        Cue cue,
        TokenRange cueRange,
        @Nullable TokenRange source,
        boolean inherited,
        List<TokenRange> content,
        double confidence) {
    TokenAttribution {
        content = List.copyOf(content);
    }

    /** The same with another range as part {@code k} of its content. */
    TokenAttribution withContent(int k, TokenRange range) {
        List<TokenRange> changed = new ArrayList<>(content);
        changed.set(k, range);
        return new TokenAttribution(cue, cueRange, source, inherited, changed, confidence);
    }
}
