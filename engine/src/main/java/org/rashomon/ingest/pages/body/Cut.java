package org.rashomon.ingest.pages.body;

/**
 * Why an element looks like no part of the article.
 *
 * @param kind how far the sign may be trusted
 * @param reason in plain English, for {@code --why-not}
 */
record Cut(Kind kind, String reason) {

    enum Kind {
        /** The tag or a name says so, and pages do not use it otherwise: a form, a list of links. */
        SURE,
        /** A name that pages also give to paragraphs of the article: {@code print}, {@code subscriber-only}. */
        NAME,
        /** Out of sight, as menus are and as metered pages keep what they show later. */
        HIDDEN,
        /** Shown where no script runs, or aside of the text. */
        ASIDE,
        /** Another article on the page, what others say there, or what the page shows to others. */
        NEVER
    }
}
