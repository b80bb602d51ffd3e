package org.rashomon.compare.omissions;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentMention;

/** The outlets of a story: which of their articles tell of what, and when these went out. */
final class Outlets {
    private final Corpus corpus;
    private final Set<String> story;
    private final Map<String, Set<String>> all;
    private final Map<String, Searched> searched = new HashMap<>();

    Outlets(Corpus corpus, List<String> story) {
        this.corpus = corpus;
        this.story = new HashSet<>(story);
        this.all = of(story);
    }

    boolean holds(String article) {
        return story.contains(article);
    }

    /** Those of the story's articles that are among {@code articles}, by outlet. */
    Map<String, Set<String>> of(Collection<String> articles) {
        Map<String, Set<String>> byOutlet = new TreeMap<>();
        for (String article : articles) {
            if (holds(article)) {
                byOutlet.computeIfAbsent(corpus.outlet(article), outlet -> new TreeSet<>())
                        .add(article);
            }
        }
        return byOutlet;
    }

    /** Outlets that tell of the incident, with their articles that do. */
    Map<String, Set<String>> telling(Incident incident) {
        return of(incident.mentions().stream().map(IncidentMention::article).toList());
    }

    /** What the outlet's articles of the story say. */
    Searched searched(String outlet) {
        return searched.computeIfAbsent(
                outlet, name -> new Searched(corpus, List.copyOf(all.getOrDefault(name, Set.of()))));
    }

    /** Whether the article went out after one of {@code others}, and on no earlier day than the claim was said. */
    boolean isAfterAnyOf(String article, Set<String> others, Claim claim) {
        PublicationDate out = corpus.article(article).published();
        if (out == null || (claim.said() != null && claim.said().start().isAfter(out.day()))) {
            return false;
        }
        return others.stream().anyMatch(other -> isAfter(out, other));
    }

    private boolean isAfter(PublicationDate out, String other) {
        PublicationDate before = corpus.article(other).published();
        if (before == null) {
            return false;
        }
        LocalDate day = before.day();
        OffsetDateTime time = before.time();
        boolean laterThatDay = out.day().equals(day)
                && out.time() != null
                && time != null
                && out.time().toInstant().isAfter(time.toInstant());
        return out.day().isAfter(day) || laterThatDay;
    }
}
