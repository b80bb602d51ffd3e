package org.rashomon.export.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.MarkedText;
import org.rashomon.export.page.Page.ArticleView;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Page.Note;
import org.rashomon.export.page.Page.Row;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;

/** Articles with their text: every claim marked and anchored, its speaker beside it, furniture greyed. */
final class ArticleViews {
    private static final int RELATIONS_SHOWN = 4;

    private final DossierIndex index;
    private final Anchors anchors;
    private final ClaimLines lines;

    ArticleViews(DossierIndex index, Anchors anchors, ClaimLines lines) {
        this.index = index;
        this.anchors = anchors;
        this.lines = lines;
    }

    /** To be called when all that links into the article has asked for its anchors. */
    ArticleView view(ArticleAnalysis analysis) {
        Article article = analysis.article();
        List<Claim> claims = analysis.claims().stream()
                .sorted(Comparator.comparing(claim -> first(claim)))
                .toList();
        List<MarkedText.Mark> marks = marks(article, claims);
        List<Row> rows = new ArrayList<>();
        int next = 0;
        int mark = 0;
        List<MarkedText.Mark> open = new ArrayList<>();
        for (int i = 0; i < article.blocks().size(); i++) {
            Block block = article.blocks().get(i);
            Span span = block.span();
            open.removeIf(one -> one.end() <= span.start());
            while (mark < marks.size() && marks.get(mark).start() < span.end()) {
                open.add(marks.get(mark++));
            }
            List<Note> notes = new ArrayList<>();
            while (next < claims.size() && first(claims.get(next)).start() < span.end()) {
                notes.add(note(claims.get(next), ++next));
            }
            rows.add(new Row(
                    anchors.article(article.id()) + "b" + (i + 1),
                    block.role().name().toLowerCase(java.util.Locale.ROOT),
                    role(block.role()),
                    new MarkedText(article.text(), span.start(), span.end(), List.copyOf(open)),
                    notes));
        }
        return new ArticleView(
                anchors.article(article.id()),
                Wording.title(article),
                meta(analysis),
                link(article),
                article.language() == null ? "" : article.language(),
                rows);
    }

    private static Span first(Claim claim) {
        return claim.attribution().content().get(0);
    }

    private List<MarkedText.Mark> marks(Article article, List<Claim> claims) {
        List<MarkedText.Mark> marks = new ArrayList<>();
        int number = 0;
        for (Claim claim : claims) {
            number++;
            boolean first = true;
            for (Span span : claim.attribution().content()) {
                marks.add(new MarkedText.Mark(
                        span.start(),
                        span.end(),
                        "mark",
                        Wording.style(claim.act()),
                        first ? Anchors.claim(claim) : null,
                        String.valueOf(number)));
                first = false;
            }
        }
        Stream<Span> sources = claims.stream()
                .flatMap(claim -> claim.attribution().source().stream())
                .distinct();
        sources.forEach(span -> marks.add(new MarkedText.Mark(span.start(), span.end(), "b", "src", null, null)));
        anchors.asked(article.id())
                .forEach(asked -> marks.add(new MarkedText.Mark(
                        asked.getKey().start(), asked.getKey().end(), "span", "at", asked.getValue(), null)));
        marks.sort(Comparator.comparingInt(MarkedText.Mark::start));
        return marks;
    }

    private static List<String> meta(ArticleAnalysis analysis) {
        Article article = analysis.article();
        int claims = analysis.claims().size();
        List<String> meta = new ArrayList<>();
        meta.add(outlet(article.imprint()));
        meta.addAll(writers(article.imprint()));
        PublicationDate published = article.published();
        meta.add(
                published == null
                        ? "publication date not stated"
                        : "published " + Wording.day(published.day()) + ", as its " + origin(published.from())
                                + " says");
        if (analysis.isTextOnly()) {
            meta.add("not in English: kept as text, no claim is made of it");
        } else {
            meta.add(claims == 0 ? "no claims found" : Wording.plural(claims, "claim", "claims"));
        }
        meta.add(article.file());
        article.notes().forEach(note -> meta.add("while it was read: " + note));
        return meta;
    }

    private static String outlet(Imprint imprint) {
        String outlet = imprint.outlet();
        if (outlet == null) {
            return "outlet not stated";
        }
        return imprint.outletFrom() == Imprint.Origin.TITLE ? outlet + ", as its page's title says" : outlet;
    }

    /** Who wrote, as printed, and the wire that the text is credited to where the byline does not say it. */
    private static List<String> writers(Imprint imprint) {
        List<String> writers = new ArrayList<>();
        String byline = imprint.byline();
        if (byline != null) {
            boolean opens = byline.regionMatches(true, 0, "by ", 0, 3);
            writers.add(opens ? byline : "byline: " + byline);
        }
        String credit = imprint.credit();
        if (credit != null && (byline == null || !byline.contains(credit))) {
            writers.add("credited to " + credit);
        }
        return writers;
    }

    private static String origin(Imprint.Origin origin) {
        return switch (origin) {
            case META, JSON_LD -> "page";
            case TITLE -> "title";
            case FEED -> "feed";
            case DATELINE -> "dateline";
            case TEXT -> "text";
            case FILENAME -> "file name";
            case GIVEN -> "record";
        };
    }

    /** Only web addresses become links: what a record holds may be anything. */
    private static @org.jspecify.annotations.Nullable String link(Article article) {
        String url = article.url();
        return url != null && (url.startsWith("https://") || url.startsWith("http://")) ? url : null;
    }

    private static String role(BlockRole role) {
        return switch (role) {
            case HEADLINE, BODY -> "";
            case BYLINE -> "byline";
            case DATELINE -> "dateline";
            case CAPTION -> "caption";
            case QUOTE -> "pull-quote, repeats the text";
            case FURNITURE -> "page furniture, not read";
        };
    }

    private Note note(Claim claim, int number) {
        Map<String, Link> relations = new LinkedHashMap<>();
        for (ClaimRelation relation : index.relationsOf(claim.id())) {
            boolean answers = relation.b().equals(claim.id());
            Claim other = index.claim(answers ? relation.a() : relation.b());
            String who = ClaimLines.who(other.speaker());
            relations.putIfAbsent(
                    relation.kind() + lines.utterances().first(other.id()),
                    new Link(anchors.toClaim(other), bearing(relation.kind(), answers, who, other)));
        }
        List<Link> shown = relations.values().stream().limit(RELATIONS_SHOWN).toList();
        return new Note(
                String.valueOf(number),
                anchors.toClaim(claim),
                Wording.style(claim.act()),
                Wording.verb(claim.act()),
                ClaimLines.who(claim.speaker()),
                lines.status(claim),
                ClaimLines.affiliation(claim.speaker()),
                Wording.some(
                        claim.targets().isEmpty()
                                ? claim.targetLabels()
                                : claim.targets().stream().map(Actor::name).toList(),
                        3),
                Wording.and(claim.via()),
                claim.said() == null ? "" : Wording.interval(claim.said()),
                lines.citation(claim),
                shown,
                relations.size() - shown.size());
    }

    private String bearing(ClaimRelation.Kind kind, boolean answers, String who, Claim other) {
        return switch (kind) {
            case RESTATES -> "said again in " + Wording.source(index.article(other.article()));
            case CORROBORATES -> "same as " + who;
            case CONTRADICTS -> "contradicted by " + who;
            case DENIES -> answers ? "answers " + who : "denied by " + who;
            case COUNTER_ATTRIBUTES -> who + " blames another";
            case DISPUTES_CAUSE -> who + " gives another cause";
            case FIGURE_CONFLICT -> who + " gives another figure";
            case FIGURE_COMPATIBLE -> who + " gives a figure that fits";
            case UNDETERMINED -> "beside " + who + ", undecided";
        };
    }
}
