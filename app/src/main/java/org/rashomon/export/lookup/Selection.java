package org.rashomon.export.lookup;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentMention;

/** A part of a dossier that is a dossier itself: whatever is in it points at nothing outside. */
public final class Selection {
    private final Dossier dossier;

    public Selection(Dossier dossier) {
        this.dossier = dossier;
    }

    /** The articles of a story with all that is said in them; empty where there is no such story. */
    public Optional<Dossier> story(String id) {
        return dossier.comparison().stories().stream()
                .filter(story -> story.id().equals(id))
                .findFirst()
                .map(story -> {
                    Set<String> articles = Set.copyOf(story.articles());
                    List<Incident> incidents = dossier.comparison().incidents().stream()
                            .filter(incident -> incident.mentions().stream()
                                    .anyMatch(mention -> articles.contains(mention.article())))
                            .map(incident -> within(incident, articles))
                            .toList();
                    List<Agreement> agreements = dossier.comparison().agreements().stream()
                            .filter(agreement -> id.equals(agreement.story()))
                            .filter(agreement -> agreement.mentions().stream()
                                    .allMatch(mention -> articles.contains(mention.article())))
                            .toList();
                    return of(articles, claim -> true, figure -> true, incidents, agreements, relation -> true);
                });
    }

    /**
     * The articles that tell of an incident with what is said of it, and nothing that is said of other things; empty where there is no such
     * incident.
     */
    public Optional<Dossier> incident(String id) {
        return dossier.comparison().incidents().stream()
                .filter(incident -> incident.id().equals(id))
                .findFirst()
                .map(this::incident);
    }

    private Dossier incident(Incident incident) {
        Comparison all = dossier.comparison();
        Set<String> articles =
                incident.mentions().stream().map(IncidentMention::article).collect(Collectors.toSet());
        incident.accounts().forEach(account -> articles.add(account.article()));
        Set<String> claims = new HashSet<>();
        all.incidentOf().forEach((claim, of) -> {
            if (of.equals(incident.id())) {
                claims.add(claim);
            }
        });
        incident.accounts().stream()
                .map(Incident.Account::claim)
                .filter(Objects::nonNull)
                .forEach(claims::add);
        incident.mentions().stream()
                .map(IncidentMention::claim)
                .filter(Objects::nonNull)
                .forEach(claims::add);
        all.relations().stream()
                .filter(relation -> incident.id().equals(relation.incident()))
                .forEach(relation -> {
                    claims.add(relation.a());
                    claims.add(relation.b());
                });
        Set<String> figures = Set.copyOf(incident.figures());
        for (ArticleAnalysis analysis : dossier.analyses()) {
            for (Figure figure : analysis.figures()) {
                if (figures.contains(figure.id()) && figure.claim() != null) {
                    claims.add(figure.claim());
                }
                if (figures.contains(figure.id())) {
                    articles.add(figure.article());
                }
            }
            if (analysis.claims().stream().anyMatch(claim -> claims.contains(claim.id()))) {
                articles.add(analysis.article().id());
            }
        }
        return of(
                articles,
                claim -> claims.contains(claim.id()),
                figure -> figures.contains(figure.id()),
                List.of(incident),
                List.of(),
                relation -> incident.id().equals(relation.incident()));
    }

    private Dossier of(
            Set<String> articles,
            Predicate<Claim> claims,
            Predicate<Figure> figures,
            List<Incident> incidents,
            List<Agreement> agreements,
            Predicate<ClaimRelation> relations) {
        Comparison all = dossier.comparison();
        Set<String> events = incidents.stream().map(Incident::id).collect(Collectors.toSet());
        Set<String> pacts = agreements.stream().map(Agreement::id).collect(Collectors.toSet());
        List<ArticleAnalysis> kept = all.analyses().stream()
                .filter(analysis -> articles.contains(analysis.article().id()))
                .map(analysis -> part(analysis, claims, figures))
                .toList();
        Set<String> said = kept.stream()
                .flatMap(analysis -> analysis.claims().stream())
                .map(Claim::id)
                .collect(Collectors.toSet());
        Set<String> counted = kept.stream()
                .flatMap(analysis -> analysis.figures().stream())
                .map(Figure::id)
                .collect(Collectors.toSet());
        Comparison comparison = new Comparison(
                kept,
                all.stories().stream()
                        .filter(story -> story.articles().stream().anyMatch(articles::contains))
                        .map(story -> within(story, articles))
                        .toList(),
                incidents,
                agreements,
                all.relations().stream()
                        .filter(relations)
                        .filter(relation -> said.contains(relation.a()) && said.contains(relation.b()))
                        .filter(relation -> relation.incident() == null || events.contains(relation.incident()))
                        .filter(relation -> relation.agreement() == null || pacts.contains(relation.agreement()))
                        .toList(),
                all.lineages().stream()
                        .filter(lineage -> articles.contains(lineage.from()) && articles.contains(lineage.to()))
                        .toList(),
                all.omissions().stream()
                        .filter(omission -> articles.contains(omission.article()))
                        .filter(omission -> omission.claim() == null || said.contains(omission.claim()))
                        .filter(omission -> omission.incident() == null || events.contains(omission.incident()))
                        .toList(),
                part(all.storyOf(), articles, null),
                part(all.incidentOf(), said, events),
                part(all.agreementOf(), said, pacts),
                part(all.incidentOfFigure(), counted, events));
        return new Dossier(dossier.run(), comparison, List.of());
    }

    private static Story within(Story story, Set<String> articles) {
        return new Story(
                story.id(),
                story.label(),
                story.articles().stream().filter(articles::contains).toList(),
                story.time(),
                story.outlets());
    }

    /** What these articles tell of it. */
    private Incident within(Incident incident, Set<String> articles) {
        Set<String> counted = dossier.analyses().stream()
                .filter(analysis -> articles.contains(analysis.article().id()))
                .flatMap(analysis -> analysis.figures().stream())
                .map(Figure::id)
                .collect(Collectors.toSet());
        return new Incident(
                incident.id(),
                incident.type(),
                incident.label(),
                incident.time(),
                incident.place(),
                incident.targets(),
                incident.weapon(),
                incident.accounts().stream()
                        .filter(account -> articles.contains(account.article()))
                        .toList(),
                incident.mentions().stream()
                        .filter(mention -> articles.contains(mention.article()))
                        .toList(),
                incident.figures().stream().filter(counted::contains).toList(),
                incident.story());
    }

    private static ArticleAnalysis part(ArticleAnalysis analysis, Predicate<Claim> claims, Predicate<Figure> figures) {
        return new ArticleAnalysis(
                analysis.article(),
                analysis.sentences(),
                analysis.mentions(),
                analysis.times(),
                analysis.attributions(),
                analysis.claims().stream().filter(claims).toList(),
                analysis.figures().stream().filter(figures).toList(),
                analysis.incidentMentions(),
                analysis.agreementMentions(),
                analysis.agreementStatements());
    }

    private static Map<String, String> part(
            Map<String, String> all, Set<String> keys, @org.jspecify.annotations.Nullable Set<String> values) {
        return all.entrySet().stream()
                .filter(entry -> keys.contains(entry.getKey()))
                .filter(entry -> values == null || values.contains(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
