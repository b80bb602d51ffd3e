package org.rashomon.export.lookup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Article;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.events.Figure;
import org.rashomon.text.CodePoints;

/** A dossier by its ids. Made once, then only read. */
public final class DossierIndex {
    private final Dossier dossier;
    private final Map<String, ArticleAnalysis> analyses = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    /** Made when they are asked for. */
    private final Map<String, CodePoints> points = new HashMap<>();

    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Figure> figures = new HashMap<>();
    private final Map<String, List<ClaimRelation>> relations = new HashMap<>();

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
