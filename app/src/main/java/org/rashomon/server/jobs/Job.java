package org.rashomon.server.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Added;

/**
 * Articles being added.
 *
 * @param inputs how many files were handed in
 * @param progress what was last heard of it, for people
 * @param added what came of it; null while it runs and where it failed
 * @param failure why it failed, for people, or null
 */
public record Job(
        String id,
        State state,
        int inputs,
        String progress,
        @Nullable Added added,
        @Nullable String failure) {

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /** Whether nothing more will happen. */
    public boolean isOver() {
        return state == State.DONE || state == State.FAILED;
    }

    /** Inputs that were turned away, and why. */
    public List<String> rejects() {
        return added == null
                ? List.of()
                : added.rejected().stream()
                        .map(one -> one.source() + ": " + one.reason())
                        .toList();
    }
}
