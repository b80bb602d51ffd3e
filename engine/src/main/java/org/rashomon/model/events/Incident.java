package org.rashomon.model.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;
import org.rashomon.model.Place;
import org.rashomon.model.Span;
import org.rashomon.model.TimeInterval;

/**
 * Something that is said to have happened at one place and time. It has no perpetrator of its own: those live in {@link
 * Account}s.
 *
 * @param id content hash of its mentions
 * @param label words for people (<em>Air strike on al-Quds hospital, Sukkari, Aleppo</em>)
 * @param figures ids of figures said of this incident
 * @param story id of the story most of its mentions belong to
 */
public record Incident(
        String id,
        IncidentType type,
        String label,
        @Nullable TimeInterval time,
        @Nullable Place place,
        List<String> targets,
        @Nullable String weapon,
        List<Account> accounts,
        List<IncidentMention> mentions,
        List<String> figures,
        String story) {
    public Incident {
        targets = List.copyOf(targets);
        accounts = List.copyOf(accounts);
        mentions = List.copyOf(mentions);
        figures = List.copyOf(figures);
    }

    /**
     * What one speaker or outlet says of an incident.
     *
     * @param by the speaker's label, or the outlet (else the article id) where it speaks in its own voice
     * @param claim id of the claim, or null for the outlet's own voice
     * @param perpetrator whom it names as the doer, or null when it names none
     * @param cause the cause it gives, or null
     * @param span the words it rests on
     */
    public record Account(
            String by,
            @Nullable String claim,
            String article,
            @Nullable Actor perpetrator,
            @Nullable String cause,
            Span span) {}
}
