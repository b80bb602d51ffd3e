package org.rashomon.server.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rashomon.casefile.Anchor;
import org.rashomon.casefile.Correction;
import org.rashomon.casefile.Draft;
import org.rashomon.export.layout.PageNames;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.Judging;
import org.rashomon.export.page.Judging.Bearing;
import org.rashomon.export.page.Judging.Told;
import org.rashomon.export.page.Judging.ToldIn;
import org.rashomon.export.page.Page.ClaimLine;
import org.rashomon.export.page.Page.Link;
import org.rashomon.model.Article;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentMention;

/** What can be said of the incidents and relations of one state of a case, and what people said of them. */
public final class Judgements {
    /** Incidents to choose from; others are found by their own page. */
    private static final int MOST_CHOICES = 300;
    /** Copies of two statements that are judged at once. */
    private static final int MOST_COPIES = 50;

    private static final int LONGEST = 90;
    private static final int AROUND = 160;

    private final DossierIndex index;
    private final Statements statements;
    private final Map<String, String> utterances = new HashMap<>();
    private final Map<String, List<ClaimRelation>> relations = new LinkedHashMap<>();
    private final Map<String, Incident> named = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Judging judging;

    Judgements(DossierIndex index, Statements statements, List<Correction> corrections) {
        this.index = index;
        this.statements = statements;
        for (ArticleAnalysis analysis : index.dossier().analyses()) {
            analysis.claims().forEach(claim -> utterances.put(claim.id(), statements.utterance(claim)));
        }
        name();
        Map<String, String> confirmed = new HashMap<>();
        Map<String, String> incidents = new HashMap<>();
        for (Correction correction : corrections) {
            if (correction.state() == Correction.State.LIVE) {
                switch (correction.draft().kind()) {
                    case RELATION_RIGHT -> confirmed(correction, confirmed);
                    case MERGE, SPLIT -> settled(correction, incidents);
                    default -> {}
                }
            }
        }
        Map<String, List<Bearing>> bearings = bearings(confirmed);
        Map<String, String> about = new HashMap<>();
        index.dossier()
                .comparison()
                .incidentOf()
                .forEach((claim, incident) -> about.put(claim, names.getOrDefault(incident, incident)));
        this.judging = new Judging(Map.copyOf(utterances), bearings, Map.copyOf(about), Map.copyOf(incidents));
    }

    /** For the pages. */
    public Judging judging() {
        return judging;
    }

    // incidents

    /** Two of the same label and day are told apart by their ids. */
    private void name() {
        Map<String, Integer> times = new HashMap<>();
        List<Incident> all = index.dossier().comparison().incidents();
        all.forEach(incident -> times.merge(words(incident), 1, Integer::sum));
        for (Incident incident : all) {
            String words = words(incident);
            String name = Objects.requireNonNull(times.get(words)) > 1 ? words + " · " + incident.id() : words;
            names.put(incident.id(), name);
            named.put(name, incident);
        }
    }

    private static String words(Incident incident) {
        return incident.label() + " · "
                + (incident.time() == null ? "date not found" : Statements.interval(incident.time()));
    }

    /** What an incident is called where one is chosen. */
    public String name(Incident incident) {
        return names.getOrDefault(incident.id(), incident.label());
    }

    /** The incident of an id, of the words that it is called by, or of words that stand in the name of this one alone. */
    public Optional<Incident> incident(String typed) {
        String words = typed.strip();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Incident exact = named.get(words);
        if (exact != null) {
            return Optional.of(exact);
        }
        String lower = words.toLowerCase(java.util.Locale.ROOT);
        List<Incident> found = named.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(words)
                        || entry.getKey().toLowerCase(java.util.Locale.ROOT).contains(lower))
                .map(Map.Entry::getValue)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** What the page of an incident chooses from. */
    public Judging.Choices ofIncident(Incident incident) {
        return choices(incident.story(), Set.of(incident.id()), List.of(), List.of(), told(incident));
    }

    /** What the page of a story chooses from. */
    public Judging.Choices ofStory(String story) {
        return new Judging.Choices(List.of(), List.of(), articles(story), List.of());
    }

    /** What the page of an article chooses from: what it tells of itself stands first. */
    public Judging.Choices ofArticle(String article) {
        List<Incident> own = index.incidentsIn(article);
        String story = index.storyOf(article);
        List<Link> beside = story == null
                ? List.of()
                : articles(story).stream()
                        .filter(link -> !link.href().equals(PageNames.article(article)))
                        .toList();
        return choices(story == null ? "" : story, Set.of(), own, beside, List.of());
    }

    private Judging.Choices choices(
            String story, Set<String> without, List<Incident> first, List<Link> beside, List<ToldIn> told) {
        Set<String> seen = new HashSet<>(without);
        List<Link> near = links(Stream.concat(first.stream(), index.incidentsOf(story).stream()), seen, MOST_CHOICES);
        List<Link> far = links(index.dossier().comparison().incidents().stream(), seen, MOST_CHOICES - near.size());
        return new Judging.Choices(near, far, beside, told);
    }

    /** The articles of a story to choose from: the names of their pages, and words. */
    public List<Link> articles(String story) {
        return index.story(story).stream()
                .flatMap(one -> one.articles().stream())
                .map(index::article)
                .map(article -> new Link(
                        PageNames.article(article.id()),
                        Statements.source(article) + ": " + Statements.title(article)
                                + (article.published() == null
                                        ? ""
                                        : " · "
                                                + Statements.day(
                                                        article.published().day()))))
                .toList();
    }

    /** All incidents to choose from, as far as they go. */
    public List<Link> all() {
        return links(named.values().stream(), new HashSet<>(), MOST_CHOICES);
    }

    /** The first that were not seen; no more are looked at than it takes to find these. */
    private List<Link> links(Stream<Incident> incidents, Set<String> seen, int most) {
        return incidents
                .filter(incident -> seen.add(incident.id()))
                .limit(most)
                .map(incident -> new Link(incident.id(), name(incident)))
                .toList();
    }

    private List<ToldIn> told(Incident incident) {
        Map<String, List<Told>> places = new LinkedHashMap<>();
        for (IncidentMention mention : incident.mentions()) {
            places.computeIfAbsent(mention.article(), id -> new ArrayList<>()).add(told(mention));
        }
        List<ToldIn> told = new ArrayList<>();
        places.forEach((id, list) -> {
            Article article = index.article(id);
            told.add(new ToldIn(id, Statements.title(article), Statements.source(article), list));
        });
        return told;
    }

    private Told told(IncidentMention mention) {
        ArticleAnalysis analysis = index.analysis(mention.article());
        String text = analysis.article().text();
        Span span = mention.span();
        Span sentence = mention.sentence() >= 0
                        && mention.sentence() < analysis.sentences().size()
                ? analysis.sentences().get(mention.sentence()).span()
                : span;
        int from = Math.min(sentence.start(), span.start());
        int to = Math.max(sentence.end(), span.end());
        return new Told(
                mention.article() + " " + span.start() + " " + span.end(),
                end(line(text.substring(from, span.start()))),
                line(span.in(text)),
                Statements.cut(line(text.substring(span.end(), to)), AROUND));
    }

    /** The last words of many. */
    private static String end(String words) {
        int space = words.length() > AROUND ? words.indexOf(' ', words.length() - AROUND) : -1;
        return space < 0 ? words : "…" + words.substring(space);
    }

    private static String line(String words) {
        return words.replace('\n', ' ');
    }

    /** The incident that is told at these words, of the state as it is now. */
    public Optional<Incident> at(Anchor anchor) {
        return index.incidentsIn(anchor.article()).stream()
                .filter(incident -> incident.mentions().stream()
                        .anyMatch(mention -> mention.article().equals(anchor.article())
                                && mention.span().equals(anchor.span())))
                .findFirst();
    }

    private void settled(Correction correction, Map<String, String> incidents) {
        String words =
                (correction.draft().kind() == Draft.Kind.MERGE ? "made one by " : "told apart by ") + by(correction);
        Set<String> touched = new LinkedHashSet<>();
        for (Anchor anchor : correction.draft().anchors()) {
            at(anchor).ifPresent(incident -> touched.add(incident.id()));
        }
        touched.forEach(id -> incidents.merge(id, words, (before, more) -> before + "; " + more));
    }

    private static String by(Correction correction) {
        String note = correction.draft().note();
        return correction.author() + ", " + HumanWork.day(correction.at()) + (note == null ? "" : ": " + note);
    }

    // relations

    private void confirmed(Correction correction, Map<String, String> confirmed) {
        List<Anchor> anchors = correction.draft().anchors();
        for (Claim a : at(anchors.get(0), index)) {
            for (Claim b : at(anchors.get(1), index)) {
                for (ClaimRelation relation : index.relationsOf(a.id())) {
                    if ((relation.a().equals(b.id()) || relation.b().equals(b.id()))
                            && correction
                                    .draft()
                                    .values()
                                    .equals(List.of(
                                            relation.kind().name(),
                                            relation.slot().name()))) {
                        confirmed.put(value(relation), "holds, says " + by(correction));
                    }
                }
            }
        }
    }

    private static List<Claim> at(Anchor anchor, DossierIndex index) {
        return index.dossier().analyses().stream()
                .filter(analysis ->
                        analysis.article().id().equals(anchor.article()) && anchor.holdsIn(analysis.article()))
                .flatMap(analysis -> analysis.claims().stream())
                .filter(claim -> Span.covering(claim.attribution().content()).equals(anchor.span()))
                .toList();
    }

    private Map<String, List<Bearing>> bearings(Map<String, String> confirmed) {
        for (ClaimRelation relation : index.dossier().comparison().relations()) {
            relations
                    .computeIfAbsent(value(relation), value -> new ArrayList<>())
                    .add(relation);
        }
        Map<String, List<Bearing>> bearings = new HashMap<>();
        relations.forEach((value, copies) -> {
            ClaimRelation relation = copies.get(0);
            String a = utterance(relation.a());
            String b = utterance(relation.b());
            String words = sentence(relation);
            String human = confirmed.get(value);
            bearings.computeIfAbsent(a, id -> new ArrayList<>()).add(new Bearing(b, value, words, human));
            if (!a.equals(b)) {
                bearings.computeIfAbsent(b, id -> new ArrayList<>()).add(new Bearing(a, value, words, human));
            }
        });
        return bearings;
    }

    private String sentence(ClaimRelation relation) {
        ClaimLine a = statements.line(index.claim(relation.a()));
        ClaimLine b = statements.line(index.claim(relation.b()));
        return b.who() + " “" + Statements.cut(b.words(), LONGEST) + "” "
                + Statements.relation(relation.kind()) + ": " + a.who() + " “" + Statements.cut(a.words(), LONGEST)
                + "”";
    }

    private String utterance(String claim) {
        return utterances.getOrDefault(claim, claim);
    }

    /** One for all copies of the two statements. */
    private String value(ClaimRelation relation) {
        return utterance(relation.a()) + " " + utterance(relation.b()) + " " + relation.kind() + " " + relation.slot();
    }

    /** The relations that a form means: one for each two copies of the statements. */
    public List<ClaimRelation> relations(String value) {
        List<ClaimRelation> all = relations.getOrDefault(value, List.of());
        return all.size() > MOST_COPIES ? all.subList(0, MOST_COPIES) : all;
    }
}
