package org.rashomon.model;

import org.jspecify.annotations.Nullable;

/**
 * Words that name or stand for an actor or a place.
 *
 * @param span the words, without article or title
 * @param type what kind of name it is
 * @param actor whom it stands for, or null where it is a place, or where the text does not decide
 * @param how in which way it stands for the actor
 */
public record Mention(Span span, EntityType type, @Nullable Actor actor, How how) {

    /** The {@code how} column of the actors table. */
    public enum How {
        NAME,
        ALIAS,
        PRONOUN,
        DESCRIPTION,
        METONYM
    }
}
