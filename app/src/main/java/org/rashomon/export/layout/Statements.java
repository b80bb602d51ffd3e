package org.rashomon.export.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.lookup.Utterances;
import org.rashomon.export.page.MarkedText;
import org.rashomon.export.page.Page.ClaimLine;
import org.rashomon.export.page.Page.Link;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.Span;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ClaimRelation;

/**
 * Single statements and articles in the words of the pages, for whoever shows them outside a dossier's own pages. Making one looks at all
 * statements of the dossier: it is made once for it, and then only read. Thread-safe.
 */
public final class Statements {
    private final DossierIndex index;
    private final String folder;
    private final ClaimLines lines;
    private final String title;

    /** @param folder where the pages lie, seen from where the lines are shown; put before links */
    public Statements(DossierIndex index, String folder) {
        this.index = index;
        this.folder = folder;
        this.lines = new ClaimLines(index, new Anchors(index, true), new Utterances(index));
        this.title = Counts.title(index.dossier());
    }

    /** Who says what, where and when. */
    public ClaimLine line(Claim claim) {
        ClaimLine line = lines.line(claim);
        return new ClaimLine(
                folder + line.href(),
                line.act(),
                line.verb(),
                line.who(),
                line.status(),
                line.affiliation(),
                line.words(),
                line.places().stream()
                        .map(place -> new Link(folder + place.href(), place.text()))
                        .toList(),
                line.when(),
                line.via(),
                line.citation());
    }

    /** One key for all reports of one utterance. */
    public String utterance(Claim claim) {
        return lines.utterances().first(claim.id());
    }

    /** To the page of an article. */
    public Link article(Article article) {
        return new Link(folder + PageNames.article(article.id()), title(article));
    }

    /** The paragraph that holds a claim and the one before it, with the claim and its source marked. */
    public MarkedText passage(Claim claim) {
        Article article = index.article(claim.article());
        Span extent = claim.extent();
        int first = article.blockIndexAt(extent.start());
        int last = article.blockIndexAt(extent.end() - 1);
        List<Block> blocks = article.blocks();
        int from = first < 0
                ? extent.start()
                : blocks.get(Math.max(0, first - 1)).span().start();
        int to = last < 0 ? extent.end() : blocks.get(last).span().end();
        List<MarkedText.Mark> marks = new ArrayList<>();
        for (Span span : claim.attribution().content()) {
            marks.add(new MarkedText.Mark(span.start(), span.end(), "mark", style(claim.act()), null, null));
        }
        for (Span span : claim.attribution().source()) {
            marks.add(new MarkedText.Mark(span.start(), span.end(), "b", "src", null, null));
        }
        return new MarkedText(article.text(), from, to, marks);
    }

    /** <em>denies</em>. */
    public static String verb(Act act) {
        return Wording.verb(act);
    }

    /** The class of colour. */
    public static String style(Act act) {
        return Wording.style(act);
    }

    /** <em>contradicts</em>. */
    public static String relation(ClaimRelation.Kind kind) {
        return Wording.relation(kind);
    }

    public static String title(Article article) {
        return Wording.title(article);
    }

    /** The outlet, else what stands for it. */
    public static String source(Article article) {
        return Wording.source(article);
    }

    /** <em>2 June 2026</em>. */
    public static String day(LocalDate day) {
        return Wording.day(day);
    }

    /** <em>27–28 April 2016</em>. */
    public static String interval(TimeInterval time) {
        return Wording.interval(time);
    }

    /** At most so many characters, cut between words. */
    public static String cut(String words, int longest) {
        return Wording.cut(words, longest);
    }

    /** <em>3 articles</em>. */
    public static String plural(int count, String one, String many) {
        return Wording.plural(count, one, many);
    }

    /** What made the dossier. */
    public String madeBy() {
        return Counts.madeBy(index.dossier());
    }

    /** <em>12 articles of 3 outlets, side by side</em>. */
    public String title() {
        return title;
    }
}
