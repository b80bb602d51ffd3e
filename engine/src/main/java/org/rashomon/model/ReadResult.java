package org.rashomon.model;

/** What reading one document gives: an article, the reason why there is none, or where it was read before. Nothing is dropped silently. */
public sealed interface ReadResult permits ReadResult.Read, ReadResult.Duplicate, ReadResult.Skipped, Rejected {

    /** A document that was read. */
    record Read(Article article) implements ReadResult {}

    /**
     * A document that was read before in the same run: the same path, or the same article in the same folder. Nothing is wrong with it.
     *
     * @param source file, with {@code #line} for a line of it
     * @param of the place of the one that was kept
     */
    record Duplicate(String source, String of) implements ReadResult {}

    /**
     * What a file holds beside articles, and is passed over by rule: the pictures, style sheets and redirects of a web archive. Nothing is
     * wrong with the file.
     *
     * @param source the file
     * @param reason how many of what, for people
     */
    record Skipped(String source, String reason) implements ReadResult {}
}
