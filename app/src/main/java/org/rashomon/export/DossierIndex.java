package org.rashomon.export;

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
final class DossierIndex {
    private final Dossier dossier;
    private final Map<String, ArticleAnalysis> analyses = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, CodePoints> points = new HashMap<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Figure> figures = new HashMap<>();
    private final Map<String, List<ClaimRelation>> relations = new HashMap<>();

    DossierIndex(Dossier dossier) {
        this.dossier = dossier;
        for (ArticleAnalysis analysis : dossier.analyses()) {
            Article article = analysis.article();
            analyses.put(article.id(), analysis);
            numbers.put(article.id(), numbers.size() + 1);
            points.put(article.id(), new CodePoints(article.text()));
            analysis.claims().forEach(claim -> claims.put(claim.id(), claim));
            analysis.figures().forEach(figure -> figures.put(figure.id(), figure));
        }
        for (ClaimRelation relation : dossier.comparison().relations()) {
            relations.computeIfAbsent(relation.a(), id -> new ArrayList<>()).add(relation);
            relations.computeIfAbsent(relation.b(), id -> new ArrayList<>()).add(relation);
        }
    }

    Dossier dossier() {
        return dossier;
    }

    ArticleAnalysis analysis(String article) {
        return known(analyses.get(article), "article", article);
    }

    Article article(String id) {
        return analysis(id).article();
    }

    /** The place of an article in the order of input, from 1. */
    int number(String article) {
        return known(numbers.get(article), "article", article);
    }

    Claim claim(String id) {
        return known(claims.get(id), "claim", id);
    }

    Figure figure(String id) {
        return known(figures.get(id), "figure", id);
    }

    CodePoints points(String article) {
        return known(points.get(article), "article", article);
    }

    CodePoints pointsOfClaim(String claim) {
        return points(claim(claim).article());
    }

    /** The relations that a claim is part of, in the order of the comparison. */
    List<ClaimRelation> relationsOf(String claim) {
        return Collections.unmodifiableList(relations.getOrDefault(claim, List.of()));
    }

    @Nullable
    String storyOf(String article) {
        return dossier.comparison().storyOf().get(article);
    }

    @Nullable
    String incidentOf(String claim) {
        return dossier.comparison().incidentOf().get(claim);
    }

    @Nullable
    String agreementOf(String claim) {
        return dossier.comparison().agreementOf().get(claim);
    }

    @Nullable
    String incidentOfFigure(String figure) {
        return dossier.comparison().incidentOfFigure().get(figure);
    }

    private static <T> T known(@Nullable T value, String kind, String id) {
        if (value == null) {
            throw new IllegalArgumentException("the dossier speaks of " + kind + " " + id + " but does not hold it");
        }
        return value;
    }
}
