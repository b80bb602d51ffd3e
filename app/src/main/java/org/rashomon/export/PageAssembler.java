package org.rashomon.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rashomon.export.page.Page;
import org.rashomon.export.page.Page.ClaimLine;
import org.rashomon.export.page.Page.Count;
import org.rashomon.export.page.Page.Exchange;
import org.rashomon.export.page.Page.IncidentCard;
import org.rashomon.export.page.Page.Part;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.ClaimRelation.Kind;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.Incident;

/**
 * Lays a dossier out as a page. Stories that several articles tell, or on which speakers disagree, are parts of their own.
 * The others share one part while they are few, and are lines that open on demand when they are many.
 */
final class PageAssembler {
    /** With more stories than this the page opens with a list. */
    private static final int MOST_OPEN_STORIES = 12;

    private static final int EXCHANGES_SHOWN = 24;
    private static final int UNANSWERED_SHOWN = 24;
    private static final Set<Kind> RIVAL =
            Set.of(Kind.CONTRADICTS, Kind.DENIES, Kind.COUNTER_ATTRIBUTES, Kind.DISPUTES_CAUSE, Kind.FIGURE_CONFLICT);

    private final Dossier dossier;
    private final DossierIndex index;
    private final Utterances utterances;
    private final ClaimLines lines;
    private final FigureGroups figures;
    private final IncidentCards cards;
    private final SpeakerMatrix matrix;
    private final TwoClocks clocks;
    private final Ledger ledger;
    private final Origins origins;
    private final LeftOutTable leftOut;
    private final ArticleViews views;
    private final Map<String, List<Incident>> incidentsOf = new HashMap<>();
    private final Map<String, List<Agreement>> agreementsOf = new HashMap<>();
    private final Map<String, List<ClaimRelation>> loose = new HashMap<>();

    PageAssembler(Dossier dossier) {
        this.dossier = dossier;
        this.index = new DossierIndex(dossier);
        Anchors anchors = new Anchors(index);
        this.utterances = new Utterances(index);
        this.lines = new ClaimLines(index, anchors, utterances);
        this.figures = new FigureGroups(index, anchors, lines);
        this.cards = new IncidentCards(index, lines, figures);
        this.matrix = new SpeakerMatrix(index, lines);
        this.clocks = new TwoClocks(index);
        this.ledger = new Ledger(index, anchors, lines);
        this.origins = new Origins(index, anchors);
        this.leftOut = new LeftOutTable(index);
        this.views = new ArticleViews(index, anchors, lines);
        dossier.comparison()
                .incidents()
                .forEach(incident -> incidentsOf
                        .computeIfAbsent(incident.story(), id -> new ArrayList<>())
                        .add(incident));
        dossier.comparison().agreements().stream()
                .filter(Agreement::isTold)
                .forEach(agreement -> agreementsOf
                        .computeIfAbsent(agreement.story(), id -> new ArrayList<>())
                        .add(agreement));
        dossier.comparison().relations().stream()
                .filter(relation -> relation.incident() == null && relation.agreement() == null)
                .filter(relation -> RIVAL.contains(relation.kind()))
                .forEach(relation -> {
                    String story = index.storyOf(index.claim(relation.a()).article());
                    if (story != null) {
                        loose.computeIfAbsent(story, id -> new ArrayList<>()).add(relation);
                    }
                });
    }

    Page page() {
        List<Story> stories = dossier.comparison().stories();
        boolean folded = stories.size() > MOST_OPEN_STORIES;
        List<Part> parts = new ArrayList<>();
        List<Part> singles = new ArrayList<>();
        List<Story> told = new ArrayList<>();
        for (Story story : stories) {
            if (story.articles().size() > 1) {
                parts.add(part(story.label(), List.of(story), true));
            } else if (folded) {
                Part single = part(story.label(), List.of(story), false);
                (single.disagreeing() > 0 ? parts : singles).add(single);
            } else {
                told.add(story);
            }
        }
        parts.sort(Comparator.comparing(Part::disagreeing)
                .thenComparing(part -> part.articles().size())
                .reversed()
                .thenComparing(Part::title));
        if (!told.isEmpty()) {
            String title = told.size() == 1
                    ? told.get(0).label()
                    : parts.isEmpty()
                            ? ""
                            : Wording.plural(told.size(), "story", "stories") + " that one article each tells";
            parts.add(part(title, told, true));
        }
        return new Page(
                title(stories),
                counts(parts, singles),
                parts,
                singles,
                folded,
                dossier.rejected().stream()
                        .map(rejected -> new Page.Reject(rejected.source(), rejected.reason()))
                        .toList(),
                besides(dossier),
                "Rashomon " + dossier.run().version() + ", read by "
                        + dossier.run().reader(),
                article -> views.view(index.analysis(article)));
    }

    private static List<String> besides(Dossier dossier) {
        int again = dossier.duplicates().size();
        int skipped = dossier.skipped().size();
        List<String> besides = new ArrayList<>();
        if (again > 0) {
            besides.add(again + " read before, kept once");
        }
        if (skipped > 0) {
            besides.add(Wording.plural(skipped, "kind of part", "kinds of parts") + " passed over");
        }
        return besides;
    }

    private String title(List<Story> stories) {
        if (stories.size() == 1) {
            return stories.get(0).label();
        }
        Set<String> outlets = outlets();
        return Wording.plural(dossier.analyses().size(), "article", "articles")
                + (outlets.size() > 1
                        ? " from " + Wording.plural(outlets.size(), "outlet", "outlets") + ", side by side"
                        : ", side by side");
    }

    private Set<String> outlets() {
        Set<String> outlets = new TreeSet<>();
        dossier.analyses().forEach(analysis -> {
            if (analysis.article().outlet() != null) {
                outlets.add(analysis.article().outlet());
            }
        });
        return outlets;
    }

    private List<Count> counts(List<Part> parts, List<Part> singles) {
        int claims = 0;
        Set<String> speakers = new HashSet<>();
        Set<String> unnamed = new HashSet<>();
        int unresolved = 0;
        for (ArticleAnalysis analysis : dossier.analyses()) {
            for (Claim claim : analysis.claims()) {
                claims++;
                if (claim.speaker().actor() != null) {
                    speakers.add(ClaimLines.speakerKey(claim));
                } else if (claim.speaker().status() == SpeakerStatus.UNNAMED) {
                    unnamed.add(ClaimLines.speakerKey(claim));
                } else {
                    unresolved++;
                }
            }
        }
        int contested = Stream.concat(parts.stream(), singles.stream())
                .mapToInt(part -> part.contested().size())
                .sum();
        int outlets = outlets().size();
        int incidents = dossier.comparison().incidents().size();
        int stories = dossier.comparison().stories().size();
        int agreements = agreementsOf.values().stream().mapToInt(List::size).sum();
        int articles = dossier.analyses().size();
        return List.of(
                count(
                        articles,
                        (articles == 1 ? "article, " : "articles, ")
                                + (outlets == 0 ? "no outlet stated" : Wording.plural(outlets, "outlet", "outlets"))
                                + ", "
                                + Wording.plural(origins.count(dossier.analyses()), "origin", "origins")),
                count(stories, stories == 1 ? "story" : "stories"),
                count(incidents, (incidents == 1 ? "incident, " : "incidents, ") + contested + " contested"),
                count(
                        claims,
                        (claims == 1 ? "claim by " : "claims by ")
                                + Wording.plural(speakers.size(), "known speaker", "known speakers")),
                count(unnamed.size(), (unnamed.size() == 1 ? "speaker" : "speakers") + " the texts do not name"),
                count(unresolved, (unresolved == 1 ? "claim" : "claims") + " whose speaker stays open"),
                count(agreements, agreements == 1 ? "agreement" : "agreements"));
    }

    private static Count count(int number, String what) {
        return new Count(Wording.number((long) number), what);
    }

    private Part part(String title, List<Story> stories, boolean whole) {
        List<ArticleAnalysis> analyses = stories.stream()
                .flatMap(story -> story.articles().stream())
                .map(index::analysis)
                .toList();
        List<Incident> incidents = all(stories, incidentsOf);
        List<Agreement> agreements = all(stories, agreementsOf);
        List<IncidentCard> all = incidents.stream()
                .map(cards::card)
                .sorted(Comparator.comparing(IncidentCard::disagreeing)
                        .reversed()
                        .thenComparing(card -> card.gist().isEmpty()))
                .toList();
        List<IncidentCard> contested =
                all.stream().filter(card -> card.disagreeing() > 0).toList();
        List<Exchange> exchanges = exchanges(all(stories, loose));
        return new Part(
                Anchors.safe(stories.get(0).id()),
                title,
                meta(stories, analyses),
                contested.stream()
                        .limit(2)
                        .map(card -> card.title() + ": " + String.join("; ", card.gist()))
                        .toList(),
                contested.stream().mapToInt(IncidentCard::disagreeing).sum() + 2 * exchanges.size(),
                contested,
                all.stream().filter(card -> card.disagreeing() == 0).toList(),
                exchanges,
                unanswered(analyses),
                figures.groups(looseFigures(analyses)),
                whole ? matrix.matrix(analyses) : null,
                whole ? clocks.clocks(incidents, agreements) : null,
                agreements.stream().map(ledger::card).toList(),
                origins.sources(analyses),
                stories.size() == 1 ? leftOut.table(stories.get(0).id()) : null,
                analyses.stream().map(analysis -> analysis.article().id()).toList());
    }

    private static <T> List<T> all(List<Story> stories, Map<String, List<T>> byStory) {
        return stories.stream()
                .flatMap(story -> byStory.getOrDefault(story.id(), List.of()).stream())
                .toList();
    }

    private static String meta(List<Story> stories, List<ArticleAnalysis> analyses) {
        Set<String> sources = new LinkedHashSet<>();
        analyses.forEach(analysis -> sources.add(Wording.source(analysis.article())));
        List<String> meta = new ArrayList<>();
        meta.add(Wording.plural(analyses.size(), "article", "articles") + ": " + Wording.some(List.copyOf(sources), 5));
        if (stories.size() == 1) {
            TimeInterval time = stories.get(0).time();
            meta.add(time == null ? "publication dates not stated" : "published " + Wording.interval(time));
        }
        return String.join(" · ", meta);
    }

    /** Statements that bear on each other, but on no incident or agreement that was found. */
    private List<Exchange> exchanges(List<ClaimRelation> relations) {
        Map<String, Exchange> exchanges = new LinkedHashMap<>();
        for (ClaimRelation relation : relations) {
            exchanges.putIfAbsent(
                    relation.kind() + utterances.first(relation.a()) + " " + utterances.first(relation.b()),
                    new Exchange(
                            Wording.relation(relation.kind()),
                            lines.line(index.claim(relation.a())),
                            lines.line(index.claim(relation.b())),
                            relation.reason()));
        }
        return exchanges.values().stream().limit(EXCHANGES_SHOWN).toList();
    }

    /** Denials that answer nothing that any article reports. */
    private List<ClaimLine> unanswered(List<ArticleAnalysis> analyses) {
        List<Claim> denials = analyses.stream()
                .flatMap(analysis -> analysis.claims().stream())
                .filter(Claim::deniesDeed)
                .filter(claim -> index.incidentOf(claim.id()) == null && index.agreementOf(claim.id()) == null)
                .filter(claim ->
                        index.relationsOf(claim.id()).stream().noneMatch(relation -> relation.kind() == Kind.DENIES))
                .toList();
        return lines.once(denials).stream()
                .limit(UNANSWERED_SHOWN)
                .map(lines::line)
                .toList();
    }

    private List<Figure> looseFigures(List<ArticleAnalysis> analyses) {
        return analyses.stream()
                .flatMap(analysis -> analysis.figures().stream())
                .filter(figure -> index.incidentOfFigure(figure.id()) == null)
                .toList();
    }
}
