package org.rashomon.ingest.pages.body;

/**
 * Why an element looks like no part of the article.
 *
 * @param kind how far the sign may be trusted
 * @param reason in plain English, for {@code --why-not}
 */
record Cut(Kind kind, String reason) {

    /** Whether somebody else than the article says it, by all that its element says of itself. */
    boolean isOfOthers() {
        return kind == Kind.NEVER || kind == Kind.OTHERS;
    }

    enum Kind {
        /** The tag or a name says so, and pages do not use it otherwise: a form, a list of links. */
        SURE,
        /** A name that pages also give to paragraphs of the article: {@code print}, {@code subscriber-only}. */
        NAME,
        /** Out of sight, as menus are and as metered pages keep what they show later. */
        HIDDEN,
        /** Shown where no script runs, or aside of the text. */
        ASIDE,
        /** A name that pages give to what readers and advertisers say there, and now and then to a paragraph of the article. */
        OTHERS,
        /** Another article on the page, or what the page took back or shows to others. */
        NEVER
    }
}
