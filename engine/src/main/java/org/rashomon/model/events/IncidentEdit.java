package org.rashomon.model.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Span;

/** What somebody decided on which incident is which, to which the comparison keeps. Incidents are named by their mentions. */
public sealed interface IncidentEdit permits IncidentEdit.Merge, IncidentEdit.Split, IncidentEdit.About {

    /** A mention, by where it stands. */
    record Place(String article, Span span) {
        /** Whether the mention stands there. */
        public boolean isOf(IncidentMention mention) {
            return mention.article().equals(article) && mention.span().equals(span);
        }
    }

    /** The incidents of these two mentions are one. */
    record Merge(Place one, Place other) implements IncidentEdit {}

    /** These mentions are an incident of their own. */
    record Split(List<Place> mentions) implements IncidentEdit {
        public Split {
            mentions = List.copyOf(mentions);
        }
    }

    /**
     * What a claim is about.
     *
     * @param mention of the incident, or null where it is about none
     */
    record About(String claim, @Nullable Place mention) implements IncidentEdit {}
}
