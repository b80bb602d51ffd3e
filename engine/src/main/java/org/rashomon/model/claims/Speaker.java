package org.rashomon.model.claims;

import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;

/**
 * Who makes a claim.
 *
 * @param actor whom the source stands for; set exactly when the status is {@code NAMED} or {@code RESOLVED}
 * @param label how to show the speaker: the actor's name, the describing words of an unnamed one, or the unresolved words;
 *     empty when the text has no source at all
 * @param affiliation the body the speaker speaks for, as the text or the registry states it, or null
 */
public record Speaker(
        SpeakerStatus status,
        @Nullable Actor actor,
        String label,
        @Nullable String affiliation) {
    public Speaker {
        boolean known = status == SpeakerStatus.NAMED || status == SpeakerStatus.RESOLVED;
        if (known != (actor != null)) {
            throw new IllegalArgumentException("a speaker has an actor exactly when named or resolved; got " + status
                    + " with " + actor + " for \"" + label + "\"");
        }
    }
}
