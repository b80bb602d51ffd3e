package org.rashomon.service;

/** Hears how far a run is. Called from the thread that runs it. */
public interface Progress {

    /** The stretches of a run, in order. */
    enum Phase {
        READING,
        COMPARING,
        WRITING
    }

    /** A stretch begins. */
    default void begins(Phase phase) {}

    /**
     * A document was read or rejected.
     *
     * @param source its file, with {@code #line} for a line of it
     * @param read articles read so far
     * @param rejected documents rejected so far
     */
    default void document(String source, int read, int rejected) {}

    /** Hears nothing. */
    static Progress none() {
        return new Progress() {};
    }
}
