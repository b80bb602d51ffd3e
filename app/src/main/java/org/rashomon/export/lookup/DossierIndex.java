package org.rashomon.export.lookup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Article;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.dossier.Omission;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.Incident;
import org.rashomon.text.CodePoints;

/** A dossier by its ids, and what bears on an article or a story. Made once, then only read: thread-safe. */
public final class DossierIndex {
    private final Dossier dossier;
    private final Map<String, ArticleAnalysis> analyses = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    /** Made when they are asked for. */
    private final Map<String, CodePoints> points = new ConcurrentHashMap<>();

    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Figure> figures = new HashMap<>();
    private final Map<String, List<ClaimRelation>> relations = new HashMap<>();
    private final Map<String, Incident> incidents = new HashMap<>();
    /** Of the incidents, in the order of the comparison. */
    private final Map<String, Integer> places = new HashMap<>();

    private final Map<String, List<Incident>> incidentsIn = new HashMap<>();
    private final Map<String, List<Incident>> incidentsOf = new HashMap<>();
    private final Map<String, Agreement> agreements = new HashMap<>();
    private final Map<String, Story> stories = new HashMap<>();
    private final Map<String, List<Omission>> omissions = new HashMap<>();

    public DossierIndex(Dossier dossier) {
        this.dossier = dossier;
        for (ArticleAnalysis analysis : dossier.analyses()) {
            Article article = analysis.article();
            analyses.put(article.id(), analysis);
            numbers.put(article.id(), numbers.size() + 1);
            analysis.claims().forEach(claim -> claims.put(claim.id(), claim));
            analysis.figures().forEach(figure -> figures.put(figure.id(), figure));
        }
        for (ClaimRelation relation : dossier.comparison().relations()) {
            relations.computeIfAbsent(relation.a(), id -> new ArrayList<>()).add(relation);
            relations.computeIfAbsent(relation.b(), id -> new ArrayList<>()).add(relation);
        }
        for (Incident incident : dossier.comparison().incidents()) {
            incidents.put(incident.id(), incident);
            places.put(incident.id(), places.size());
            incidentsOf
                    .computeIfAbsent(incident.story(), id -> new ArrayList<>())
                    .add(incident);
            Set<String> articles = new LinkedHashSet<>();
            incident.mentions().forEach(mention -> articles.add(mention.article()));
            articles.forEach(article -> incidentsIn
                    .computeIfAbsent(article, id -> new ArrayList<>())
                    .add(incident));
        }
        dossier.comparison().agreements().forEach(agreement -> agreements.put(agreement.id(), agreement));
        dossier.comparison().stories().forEach(story -> stories.put(story.id(), story));
        dossier.comparison()
                .omissions()
                .forEach(omission -> omissions
                        .computeIfAbsent(omission.article(), id -> new ArrayList<>())
                        .add(omission));
    }

    public Dossier dossier() {
        return dossier;
    }

    public ArticleAnalysis analysis(String article) {
        return known(analyses.get(article), "article", article);
    }

    public Article article(String id) {
        return analysis(id).article();
    }

    /** The place of an article in the order of input, from 1. */
    public int number(String article) {
        return known(numbers.get(article), "article", article);
    }

    public Claim claim(String id) {
        return known(claims.get(id), "claim", id);
    }

    public Figure figure(String id) {
        return known(figures.get(id), "figure", id);
    }

    public CodePoints points(String article) {
        return points.computeIfAbsent(article, id -> new CodePoints(article(id).text()));
    }

    public CodePoints pointsOfClaim(String claim) {
        return points(claim(claim).article());
    }

    /** The relations that a claim is part of, in the order of the comparison. */
    public List<ClaimRelation> relationsOf(String claim) {
        return Collections.unmodifiableList(relations.getOrDefault(claim, List.of()));
    }

    public Optional<Incident> incident(String id) {
        return Optional.ofNullable(incidents.get(id));
    }

    /** Those of some ids that there are, in the order of the comparison. */
    public List<Incident> incidents(Set<String> ids) {
        return ids.stream()
                .filter(places::containsKey)
                .sorted(Comparator.comparing(places::get))
                .map(incidents::get)
                .toList();
    }

    /** The incidents that an article tells of, in the order of the comparison. */
    public List<Incident> incidentsIn(String article) {
        return Collections.unmodifiableList(incidentsIn.getOrDefault(article, List.of()));
    }

    /** The incidents of a story, in the order of the comparison. */
    public List<Incident> incidentsOf(String story) {
        return Collections.unmodifiableList(incidentsOf.getOrDefault(story, List.of()));
    }

    public Optional<Agreement> agreement(String id) {
        return Optional.ofNullable(agreements.get(id));
    }

    public Optional<Story> story(@Nullable String id) {
        return Optional.ofNullable(stories.get(id));
    }

    /** What was not found in an article. */
    public List<Omission> omissionsIn(String article) {
        return Collections.unmodifiableList(omissions.getOrDefault(article, List.of()));
    }

    public @Nullable String storyOf(String article) {
        return dossier.comparison().storyOf().get(article);
    }

    public @Nullable String incidentOf(String claim) {
        return dossier.comparison().incidentOf().get(claim);
    }

    public @Nullable String agreementOf(String claim) {
        return dossier.comparison().agreementOf().get(claim);
    }

    public @Nullable String incidentOfFigure(String figure) {
        return dossier.comparison().incidentOfFigure().get(figure);
    }

    private static <T> T known(@Nullable T value, String kind, String id) {
        if (value == null) {
            throw new IllegalArgumentException("the dossier speaks of " + kind + " " + id + " but does not hold it");
        }
        return value;
    }
}
