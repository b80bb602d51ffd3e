package org.rashomon.model;

/** What reading one document gives: an article, or the reason why there is none. Nothing is dropped silently. */
public sealed interface ReadResult permits ReadResult.Read, Rejected {

    /** A document that was read. */
    record Read(Article article) implements ReadResult {}
}
