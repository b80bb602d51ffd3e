package org.rashomon.compare.omissions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.incidents.Incidents;
import org.rashomon.compare.relations.Relations;
import org.rashomon.model.dossier.Lineage;
import org.rashomon.model.dossier.Omission;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Incident;

/**
 * Finds what an outlet that tells of an incident does not carry of what was said of it, always with a denominator.
 *
 * <p>An omission is a claim about an outlet, so each part of it is proved. The statement is a denial, an accusation or an admission of this
 * deed, by somebody known ({@link Statements}). The outlet is asked for it only where one of its articles tells of the incident, and went out
 * after another had printed the statement: on a later day, or at a later time where both tell theirs; or where it prints a text in which the
 * statement stood. And the words must be found nowhere: {@link Searched} looks for them, and for anything that may be the same in other words,
 * in all articles of the outlet in the story. Where any of this is open, nothing is said.
 */
public final class OmissionFinder {

    /** Omissions by story, incident, statement and outlet. */
    public List<Omission> find(
            Corpus corpus, List<Story> stories, Incidents incidents, Relations relations, List<Lineage> lineages) {
        Map<String, List<Incident>> byStory = new TreeMap<>();
        for (Incident incident : incidents.all()) {
            byStory.computeIfAbsent(incident.story(), id -> new ArrayList<>()).add(incident);
        }
        Origins origins = new Origins(lineages);
        Statements statements = new Statements(corpus, incidents, relations);
        List<Omission> omissions = new ArrayList<>();
        for (Story story : stories) {
            Outlets outlets = new Outlets(corpus, story.articles());
            for (Incident incident : byStory.getOrDefault(story.id(), List.of())) {
                Map<String, Set<String>> tellers = outlets.telling(incident);
                if (tellers.size() > 1) {
                    for (Statement statement : statements.about(incident, outlets)) {
                        omit(statement, tellers, outlets, origins, omissions);
                    }
                }
            }
        }
        return omissions;
    }

    private static void omit(
            Statement statement,
            Map<String, Set<String>> tellers,
            Outlets outlets,
            Origins origins,
            List<Omission> omissions) {
        Set<String> carriers = outlets.of(statement.articles()).keySet();
        List<Missing> missing = new ArrayList<>();
        Set<String> asked = new TreeSet<>(carriers);
        tellers.forEach((outlet, articles) -> {
            if (carriers.contains(outlet)) {
                return;
            }
            String copy = first(articles, article -> origins.printsOneOf(article, statement.articles()));
            String later =
                    first(articles, article -> outlets.isAfterAnyOf(article, statement.articles(), statement.claim()));
            String article = copy != null ? copy : later;
            if (article != null) {
                asked.add(outlet);
                Searched searched = outlets.searched(outlet);
                if (searched.lacks(statement)) {
                    missing.add(new Missing(outlet, article, copy != null, searched.articles()));
                }
            }
        });
        missing.forEach(one -> omissions.add(new Omission(
                one.outlet(),
                one.article(),
                statement.claim().id(),
                null,
                List.copyOf(carriers),
                asked.size(),
                one.hadCopy(),
                one.searched())));
    }

    /** An outlet that lacks a statement. */
    private record Missing(String outlet, String article, boolean hadCopy, int searched) {}

    private static @org.jspecify.annotations.Nullable String first(
            Set<String> articles, java.util.function.Predicate<String> which) {
        return articles.stream().filter(which).findFirst().orElse(null);
    }
}
