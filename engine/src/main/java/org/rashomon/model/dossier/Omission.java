package org.rashomon.model.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim or incident that other outlets of the story carry and this one does not.
 *
 * @param outlet the outlet that does not carry it
 * @param article id of its article
 * @param claim id of one claim that states it, or null
 * @param incident id of the incident, or null; exactly one of claim and incident is set
 * @param carriedBy outlets that carry it
 * @param of how many outlets covered the subject, this one included
 * @param hadWireCopy whether a wire text that this article derives from carried it
 */
public record Omission(
        String outlet,
        String article,
        @Nullable String claim,
        @Nullable String incident,
        List<String> carriedBy,
        int of,
        boolean hadWireCopy) {
    public Omission {
        carriedBy = List.copyOf(carriedBy);
        if ((claim == null) == (incident == null)) {
            throw new IllegalArgumentException("an omission is of one claim or one incident");
        }
    }
}
