package org.rashomon.server.jobs;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Added;

/**
 * Articles being added, or something being written down to be taken away.
 *
 * @param inputs how many files were handed in
 * @param progress what was last heard of it, for people
 * @param added what came of it; null while it runs, where it failed, and for what is taken away
 * @param taken what can be taken away; null until then
 * @param failure why it failed, for people, or null
 */
public record Job(
        String id,
        Kind kind,
        State state,
        int inputs,
        String progress,
        @Nullable Added added,
        @Nullable Taken taken,
        @Nullable String failure) {

    /** What is done. */
    public enum Kind {
        ADD,
        EXPORT
    }

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * A file that was made; it goes with its job.
     *
     * @param name to be kept under
     * @param type of its content
     */
    public record Taken(String name, String type, Path path, long bytes, String sha256) {}

    static Job waiting(String id, Kind kind, int inputs) {
        return new Job(id, kind, State.WAITING, inputs, "waiting", null, null, null);
    }

    Job running(String words) {
        return new Job(id, kind, State.RUNNING, inputs, words, null, null, null);
    }

    Job done(@Nullable Added came, @Nullable Taken made) {
        return new Job(id, kind, State.DONE, inputs, "done", came, made, null);
    }

    Job failed(String why) {
        return new Job(id, kind, State.FAILED, inputs, "failed", null, null, why);
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
