package org.rashomon.server.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.layout.PageNames;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Served;
import org.rashomon.export.page.Served.Beside;
import org.rashomon.export.page.Served.Pair;
import org.rashomon.export.page.Served.Side;
import org.rashomon.export.page.Served.Topic;
import org.rashomon.model.Article;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Omission;
import org.rashomon.model.events.Incident;
import org.rashomon.server.view.Snapshot;

/**
 * Two articles side by side: statements that bear on each other stand in one row, under the incident that they are about. What stands on one
 * side alone is never said to be missing from the other: it is said what was looked through, and that nothing there was found or tied to it.
 */
final class ComparePage {
    private final Snapshot snapshot;
    private final DossierIndex index;
    private final Statements statements;
    private final ArticleAnalysis a;
    private final ArticleAnalysis b;

    private ComparePage(Snapshot snapshot, ArticleAnalysis a, ArticleAnalysis b) {
        this.snapshot = snapshot;
        this.index = snapshot.index();
        this.statements = snapshot.statements();
        this.a = a;
        this.b = b;
    }

    /**
     * The page of two articles.
     *
     * @param one the name of the page of an article
     * @return empty where they are not two articles of the case
     */
    static Optional<Served> of(Visit visit, @Nullable String one, @Nullable String other) {
        Snapshot snapshot = visit.snapshot();
        ArticleAnalysis a = snapshot.articleOfPage(one).orElse(null);
        ArticleAnalysis b = snapshot.articleOfPage(other).orElse(null);
        return a == null || b == null || String.valueOf(one).equals(other)
                ? Optional.empty()
                : Optional.of(new ComparePage(snapshot, a, b).page(visit));
    }

    private Served page(Visit visit) {
        Map<String, List<Pair>> rows = new LinkedHashMap<>();
        Set<String> met = new HashSet<>();
        for (Claim claim : a.claims()) {
            List<Beside> beside = beside(claim, met);
            rows.computeIfAbsent(topic(claim), id -> new ArrayList<>())
                    .add(new Pair(statements.line(claim), beside, beside.isEmpty() ? notFound(claim, b) : "", ""));
        }
        for (Claim claim : b.claims()) {
            if (!met.contains(claim.id())) {
                rows.computeIfAbsent(topic(claim), id -> new ArrayList<>())
                        .add(new Pair(
                                null, List.of(new Beside("", statements.line(claim), "")), "", notFound(claim, a)));
            }
        }
        // what bears on each other stands first, in the order of the text
        rows.values()
                .forEach(list -> list.sort(Comparator.comparing(
                        pair -> pair.left() == null ? 2 : pair.right().isEmpty() ? 1 : 0)));
        List<Topic> topics = new ArrayList<>();
        Set<String> told = new HashSet<>(rows.keySet());
        index.incidentsIn(a.article().id()).forEach(incident -> told.add(incident.id()));
        index.incidentsIn(b.article().id()).forEach(incident -> told.add(incident.id()));
        for (Incident incident : index.incidents(told)) {
            boolean inA = tells(incident, a);
            boolean inB = tells(incident, b);
            List<Pair> own = rows.remove(incident.id());
            topics.add(new Topic(
                    new Link("/pages/" + PageNames.incident(incident.id()), incident.label()),
                    inA == inB ? "" : noMention(inA ? b : a),
                    own == null ? List.of() : own));
        }
        topics.sort(Comparator.comparing(topic -> topic.note().isEmpty() ? 0 : 1));
        rows.values().stream()
                .reduce((one, more) -> {
                    one.addAll(more);
                    return one;
                })
                .ifPresent(rest -> topics.add(new Topic(null, "", rest)));
        return new Served.Compare(
                visit.frame("Two articles side by side", crumbs()), side(a), side(b), choices(), topics);
    }

    private Link[] crumbs() {
        return index.story(index.storyOf(a.article().id())).stream()
                .filter(one -> one.articles().size() > 1)
                .map(one -> new Link("/pages/" + PageNames.story(one.id()), "Story: " + one.label()))
                .toArray(Link[]::new);
    }

    private Side side(ArticleAnalysis analysis) {
        Article article = analysis.article();
        return new Side(
                statements.article(article),
                PageNames.article(article.id()),
                Statements.source(article),
                (article.published() == null
                                ? "publication date not found"
                                : Statements.day(article.published().day()))
                        + " · " + Statements.plural(analysis.claims().size(), "statement", "statements"));
    }

    /** The articles of the stories that the two are of. */
    private List<Link> choices() {
        List<Link> choices = new ArrayList<>();
        Set<String> stories = new HashSet<>();
        for (ArticleAnalysis analysis : List.of(a, b)) {
            String story = index.storyOf(analysis.article().id());
            if (story != null && stories.add(story)) {
                choices.addAll(snapshot.judgements().articles(story));
            }
        }
        return choices;
    }

    private String topic(Claim claim) {
        String incident = index.incidentOf(claim.id());
        return incident == null ? "" : incident;
    }

    private static boolean tells(Incident incident, ArticleAnalysis analysis) {
        return incident.mentions().stream()
                .anyMatch(mention -> mention.article().equals(analysis.article().id()));
    }

    /** What the other article says that bears on a claim. */
    private List<Beside> beside(Claim claim, Set<String> met) {
        Map<String, Beside> found = new LinkedHashMap<>();
        Map<String, Claim> others = new HashMap<>();
        b.claims().forEach(other -> others.put(other.id(), other));
        for (Claim other : b.claims()) {
            if (statements.utterance(other).equals(statements.utterance(claim))) {
                found.put(other.id(), new Beside("the same statement", statements.line(other), ""));
            }
        }
        for (ClaimRelation relation : index.relationsOf(claim.id())) {
            boolean answers = relation.b().equals(claim.id());
            Claim other = others.get(answers ? relation.a() : relation.b());
            if (other != null && !found.containsKey(other.id())) {
                String words = Statements.relation(relation.kind());
                found.put(
                        other.id(),
                        new Beside(
                                relation.kind() == ClaimRelation.Kind.UNDETERMINED
                                        ? words
                                        : (answers ? "the left " : "the right ") + words,
                                statements.line(other),
                                relation.reason()));
            }
        }
        met.addAll(found.keySet());
        return List.copyOf(found.values());
    }

    /** What was looked through for a statement that stands on one side, and that nothing was found there. */
    private String notFound(Claim claim, ArticleAnalysis in) {
        Optional<Omission> omission = index.omissionsIn(in.article().id()).stream()
                .filter(one -> one.claim() != null
                        && statements.utterance(index.claim(one.claim())).equals(statements.utterance(claim)))
                .findFirst();
        if (omission.isPresent()) {
            return "Not found in " + of(in) + "; searched by words, for the statement and for anything that may be it: "
                    + Statements.plural(omission.get().searched(), "article", "articles") + " of this outlet.";
        }
        return in.claims().isEmpty()
                ? "Nothing to compare: no statement was found in " + of(in) + "."
                : "None tied to it; searched: the "
                        + Statements.plural(in.claims().size(), "statement", "statements") + " found in " + of(in)
                        + ". It may be there in other words.";
    }

    /** Of an article, never of its outlet: another of its articles may tell. */
    private static String of(ArticleAnalysis analysis) {
        return "this article of " + Statements.source(analysis.article());
    }

    private static String noMention(ArticleAnalysis analysis) {
        return "No mention of this was found in " + of(analysis)
                + "; its text was searched for what tells of incidents.";
    }
}
