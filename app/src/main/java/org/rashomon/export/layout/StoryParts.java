package org.rashomon.export.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.lookup.Utterances;
import org.rashomon.export.page.Page.AgreementCard;
import org.rashomon.export.page.Page.ClaimLine;
import org.rashomon.export.page.Page.Clocks;
import org.rashomon.export.page.Page.Coverage;
import org.rashomon.export.page.Page.Exchange;
import org.rashomon.export.page.Page.FigureChart;
import org.rashomon.export.page.Page.IncidentCard;
import org.rashomon.export.page.Page.Matrix;
import org.rashomon.export.page.Page.Sources;
import org.rashomon.model.Article;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.ClaimRelation.Kind;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.Incident;

/** The sections of a story, each laid out when it is asked for. */
final class StoryParts {
    private static final int EXCHANGES_SHOWN = 24;
    private static final int UNANSWERED_SHOWN = 24;
    private static final Set<Kind> RIVAL =
            Set.of(Kind.CONTRADICTS, Kind.DENIES, Kind.COUNTER_ATTRIBUTES, Kind.DISPUTES_CAUSE, Kind.FIGURE_CONFLICT);

    private final DossierIndex index;
    private final Anchors anchors;
    private final Utterances utterances;
    private final ClaimLines lines;
    private final FigureCharts figures;
    private final Origins origins;
    private final IncidentCards cards;
    private final SpeakerMatrix matrix;
    private final TwoClocks clocks;
    private final Ledger ledger;
    private final CoverageTable coverage;
    private final ArticleViews views;
    private final Map<String, List<Incident>> incidentsOf = new HashMap<>();
    private final Map<String, List<Agreement>> agreementsOf = new HashMap<>();
    private final Map<String, List<ClaimRelation>> loose = new HashMap<>();
    private final Map<String, Integer> disagreeing = new HashMap<>();

    StoryParts(DossierIndex index, boolean manyPages) {
        this.index = index;
        this.anchors = new Anchors(index, manyPages);
        this.utterances = new Utterances(index);
        this.lines = new ClaimLines(index, anchors, utterances);
        this.figures = new FigureCharts(index, anchors, lines);
        this.origins = new Origins(index, anchors);
        this.cards = new IncidentCards(index, anchors, lines, figures, origins);
        this.matrix = new SpeakerMatrix(index, anchors, lines);
        this.clocks = new TwoClocks(index, anchors);
        this.ledger = new Ledger(index, anchors, lines);
        this.coverage = new CoverageTable(index, anchors, origins);
        this.views = new ArticleViews(index, anchors, lines);
        var comparison = index.dossier().comparison();
        comparison
                .incidents()
                .forEach(incident -> incidentsOf
                        .computeIfAbsent(incident.story(), id -> new ArrayList<>())
                        .add(incident));
        comparison.agreements().stream()
                .filter(Agreement::isTold)
                .forEach(agreement -> agreementsOf
                        .computeIfAbsent(agreement.story(), id -> new ArrayList<>())
                        .add(agreement));
        comparison.relations().stream()
                .filter(relation -> relation.incident() == null && relation.agreement() == null)
                .filter(relation -> RIVAL.contains(relation.kind()))
                .forEach(relation -> {
                    String story = index.storyOf(index.claim(relation.a()).article());
                    if (story != null) {
                        loose.computeIfAbsent(story, id -> new ArrayList<>()).add(relation);
                    }
                });
    }

    Anchors anchors() {
        return anchors;
    }

    ClaimLines lines() {
        return lines;
    }

    IncidentCards cards() {
        return cards;
    }

    Ledger ledger() {
        return ledger;
    }

    Origins origins() {
        return origins;
    }

    ArticleViews views() {
        return views;
    }

    List<Incident> incidents(Story story) {
        return incidentsOf.getOrDefault(story.id(), List.of());
    }

    List<Agreement> agreements(Story story) {
        return agreementsOf.getOrDefault(story.id(), List.of());
    }

    List<ArticleAnalysis> analyses(Story story) {
        return story.articles().stream().map(index::analysis).toList();
    }

    /**
     * What a story is called: by what happened in it, as the incident that most articles tell of is called; else by its agreement; else by the
     * headline of one article, in quotation marks and with its outlet, since it is that outlet's.
     */
    String title(Story story) {
        List<Incident> incidents = incidents(story);
        if (!incidents.isEmpty()) {
            Incident main = incidents.stream()
                    .max(Comparator.comparing((Incident incident) -> disagreeing(incident) > 0)
                            .thenComparing(incident -> incident.mentions().stream()
                                    .map(mention -> mention.article())
                                    .distinct()
                                    .count())
                            .thenComparing(Incident::id))
                    .orElseThrow();
            int others = incidents.size() - 1;
            return others == 0
                    ? main.label()
                    : main.label() + ", and " + Wording.plural(others, "other incident", "other incidents");
        }
        List<Agreement> agreements = agreements(story);
        if (!agreements.isEmpty()) {
            return Ledger.title(agreements.get(0));
        }
        Article article = story.articles().stream()
                .map(index::article)
                .filter(one -> story.label().equals(one.title()))
                .findFirst()
                .orElse(index.article(story.articles().get(0)));
        String outlet = article.outlet();
        return "“" + Wording.title(article) + "”" + (outlet == null ? "" : ", " + outlet);
    }

    String meta(List<Story> stories, List<ArticleAnalysis> analyses) {
        Set<String> sources = new LinkedHashSet<>();
        analyses.forEach(analysis -> sources.add(Wording.source(analysis.article())));
        List<String> meta = new ArrayList<>();
        meta.add(Wording.plural(analyses.size(), "article", "articles") + ": " + Wording.some(List.copyOf(sources), 5));
        if (stories.size() == 1) {
            TimeInterval time = stories.get(0).time();
            meta.add(time == null ? "publication dates not found" : "published " + Wording.interval(time));
        }
        return String.join(" · ", meta);
    }

    /** The incidents of the stories, most disagreement first. */
    List<IncidentCard> cards(List<Story> stories, Set<String> said) {
        List<Incident> incidents = new ArrayList<>();
        stories.forEach(story -> incidents.addAll(incidents(story)));
        Map<String, Boolean> quiet = new HashMap<>();
        incidents.forEach(
                incident -> quiet.put(incident.id(), cards.blamed(incident).isEmpty()));
        return incidents.stream()
                .sorted(Comparator.comparing((Incident incident) -> -disagreeing(incident))
                        .thenComparing(incident -> quiet.getOrDefault(incident.id(), true)))
                .map(incident -> cards.card(incident, said))
                .toList();
    }

    /** How many speakers and outlets disagree on an incident. */
    int disagreeing(Incident incident) {
        return disagreeing.computeIfAbsent(incident.id(), id -> cards.disagreeing(incident));
    }

    /** How many disagree in a story: on its incidents, and in statements outside of these. */
    int disagreeing(Story story) {
        return incidents(story).stream().mapToInt(this::disagreeing).sum()
                + 2 * exchanges(List.of(story)).size();
    }

    /** Statements that bear on each other, but on no incident or agreement that was found. */
    List<Exchange> exchanges(List<Story> stories) {
        Map<String, Exchange> exchanges = new LinkedHashMap<>();
        for (Story story : stories) {
            for (ClaimRelation relation : loose.getOrDefault(story.id(), List.of())) {
                exchanges.putIfAbsent(
                        lines.pair(relation),
                        new Exchange(
                                Wording.relation(relation.kind()),
                                lines.line(index.claim(relation.a())),
                                lines.line(index.claim(relation.b())),
                                relation.reason()));
            }
        }
        return exchanges.values().stream().limit(EXCHANGES_SHOWN).toList();
    }

    /** Denials of a deed or a charge for which no words were found that they answer. */
    List<ClaimLine> unanswered(List<ArticleAnalysis> analyses, Set<String> said) {
        List<Claim> denials = analyses.stream()
                .flatMap(analysis -> analysis.claims().stream())
                .filter(Claim::deniesDeed)
                .filter(claim -> index.incidentOf(claim.id()) == null && index.agreementOf(claim.id()) == null)
                .filter(claim ->
                        index.relationsOf(claim.id()).stream().noneMatch(relation -> relation.kind() == Kind.DENIES))
                .toList();
        return lines.once(denials).stream()
                .filter(claim -> !said.contains(utterances.first(claim.id())))
                .limit(UNANSWERED_SHOWN)
                .map(lines::line)
                .toList();
    }

    List<FigureChart> looseFigures(List<ArticleAnalysis> analyses) {
        return figures.charts(analyses.stream()
                .flatMap(analysis -> analysis.figures().stream())
                .filter(figure -> index.incidentOfFigure(figure.id()) == null)
                .toList());
    }

    @Nullable
    Matrix matrix(List<ArticleAnalysis> analyses) {
        return matrix.matrix(analyses);
    }

    @Nullable
    Clocks clocks(List<Story> stories) {
        List<Incident> incidents = new ArrayList<>();
        List<Agreement> agreements = new ArrayList<>();
        stories.forEach(story -> {
            incidents.addAll(incidents(story));
            agreements.addAll(agreements(story));
        });
        return clocks.clocks(incidents, agreements);
    }

    List<AgreementCard> agreementCards(List<Story> stories) {
        return stories.stream()
                .flatMap(story -> agreements(story).stream())
                .map(ledger::card)
                .toList();
    }

    @Nullable
    Sources sources(List<ArticleAnalysis> analyses) {
        return origins.sources(analyses);
    }

    @Nullable
    Coverage coverage(Story story) {
        return coverage.of(story.id());
    }

    @Nullable
    Coverage coverage(Incident incident) {
        return coverage.of(incident);
    }
}
