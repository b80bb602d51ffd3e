package org.rashomon.model;

/** What reading one document gives: an article, the reason why there is none, or where it was read before. Nothing is dropped silently. */
public sealed interface ReadResult
        permits ReadResult.Read, ReadResult.Duplicate, ReadResult.Skipped, ReadResult.OwnDossier, Rejected {

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

    /**
     * A folder that this program has written, which is no news. It is no part of what the inputs hold: a dossier that named it would
     * differ from the one before it, made of the same articles.
     */
    record OwnDossier(String source) implements ReadResult {}

    /**
     * What is left out of an article that was read, or is in it and not read for claims; told to those who ask.
     *
     * @param place the file, and where in it the article stands
     * @param where in the document: the elements around it, outermost first, or its place in the article's text
     * @param text all of it
     * @param reason why, in plain English: <em>class name 'promo'</em>
     */
    record LeftOut(String place, String where, String text, String reason) {}
}
