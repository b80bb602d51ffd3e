package org.rashomon.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A correction as it is kept.
 *
 * @param id of this correction, never given again in its case
 * @param draft what was corrected, where and why
 * @param before what stood there when it was made, in words: values of the same sort as the draft's
 * @param author who made it
 * @param at when
 * @param state whether it holds
 * @param reason of an orphan: why it holds no more, for people; else null
 * @param undoneBy who took it back, or null
 * @param undoneAt when, or null
 */
public record Correction(
        String id,
        Draft draft,
        List<String> before,
        String author,
        Instant at,
        State state,
        @Nullable String reason,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt) {
    public Correction {
        before = List.copyOf(before);
    }

    /** Whether a correction holds. */
    public enum State {
        /** It is applied. */
        LIVE,
        /** It was taken back. */
        UNDONE,
        /** The text, or the claim or mention there, is not what it was: somebody has to look. */
        ORPHAN
    }

    Correction orphan(String why) {
        return new Correction(id, draft, before, author, at, State.ORPHAN, why, undoneBy, undoneAt);
    }
}
