package org.rashomon.model.events;

import org.rashomon.model.Span;

/** An actor's part in an agreement, as some words state it. */
public record Participation(String actor, Role role, String article, Span span) {

    /** PA-X roles, and those whom the text says the agreement leaves out. */
    public enum Role {
        PARTY,
        GUARANTOR,
        MEDIATOR,
        MONITOR,
        ENDORSER,
        EXCLUDED
    }
}
