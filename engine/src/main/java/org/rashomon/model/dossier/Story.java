package org.rashomon.model.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.TimeInterval;

/**
 * The articles about one development.
 *
 * @param id content hash of the member ids
 * @param label words for people: the headline nearest the centre
 * @param articles ids, by publication, undated last
 * @param time from first to last stated publication day, or null when none is stated
 * @param outlets stated outlets, sorted
 */
public record Story(
        String id,
        String label,
        List<String> articles,
        @Nullable TimeInterval time,
        List<String> outlets) {
    public Story {
        articles = List.copyOf(articles);
        outlets = List.copyOf(outlets);
    }
}
