package org.rashomon.compare.relations;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.model.claims.Claim;

/**
 * A claim as somebody needs it who looks for what it may restate by other means than an index in memory. A claim is held against the {@link
 * #REMEMBERED} latest claims before it that share a key with it, key by key and the earlier of them first, and against no more than the first
 * {@link #COMPARED} of these.
 *
 * @param claim its id
 * @param article id of its article
 * @param day when it was said, as far as is known, or null
 * @param stems of its words
 * @param keys in their order; a key that begins with the article's id meets claims of that article only
 */
public record Utterance(
        String claim,
        String article,
        String speaker,
        @Nullable LocalDate day,
        boolean denies,
        Set<String> stems,
        List<String> keys)
        implements Serializable {
    public static final int REMEMBERED = Restatements.REMEMBERED;
    public static final int COMPARED = Restatements.COMPARED;

    public static Utterance of(Corpus corpus, Claim claim) {
        return Restatements.utterance(corpus, claim);
    }

    /** Whether this claim of another article may restate {@code earlier}, as far as words, speakers and days go. */
    public boolean mayRestate(Utterance earlier) {
        return Restatements.mayRestate(earlier, this);
    }
}
