package org.rashomon.model;

/** What a block of an article's text is for. */
public enum BlockRole {
    /** Title, kicker or sub-headline. Claims in it count. */
    HEADLINE,
    /** Who wrote or supplied the article. */
    BYLINE,
    /** Place and date that open a report. */
    DATELINE,
    /** Running text. */
    BODY,
    /** Text that belongs to a picture. */
    CAPTION,
    /** A pull-quote or teaser that repeats words of the body. */
    QUOTE,
    /** Menus, share buttons, credits, related links: never read, never claimed. */
    FURNITURE;

    /** Whether claims and mentions may rest on blocks of this role. */
    public boolean isRead() {
        return this == HEADLINE || this == BODY || this == CAPTION;
    }
}
