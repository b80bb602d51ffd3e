package org.rashomon.model.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim about an incident that other outlets of the story carry and that was not found in this one, which tells of the incident.
 *
 * @param outlet the outlet that does not carry it
 * @param article id of its article
 * @param claim id of one claim that states it, or null
 * @param incident id of an incident that is not told at all, or null; exactly one of claim and incident is set
 * @param carriedBy outlets that carry it
 * @param of how many outlets tell of the incident and could have carried it, this one included
 * @param hadWireCopy whether the text that this article prints carried it
 * @param searched how many articles of the outlet were searched
 */
public record Omission(
        String outlet,
        String article,
        @Nullable String claim,
        @Nullable String incident,
        List<String> carriedBy,
        int of,
        boolean hadWireCopy,
        int searched) {
    public Omission {
        carriedBy = List.copyOf(carriedBy);
        if ((claim == null) == (incident == null)) {
            throw new IllegalArgumentException("an omission is of one claim or one incident");
        }
    }
}
