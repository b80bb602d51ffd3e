package org.rashomon.model.claims;

/** How the speaker of a claim is known. */
public enum SpeakerStatus {
    /** The source's own words name the actor. */
    NAMED,
    /** A pronoun, description or metonym whose actor the article or common knowledge makes certain. */
    RESOLVED,
    /** Somebody described but not identified; the description is the speaker's label. */
    UNNAMED,
    /** The text does not let a careful reader decide. */
    UNRESOLVED
}
