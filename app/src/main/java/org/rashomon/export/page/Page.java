package org.rashomon.export.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The whole page.
 *
 * @param parts stories that more than one article tells or on which speakers disagree, most disagreement first
 * @param singles stories that one article tells, where they are many; otherwise they share one part
 * @param besides how much else the inputs held that is no article, or one that was read before; a line each
 * @param articles lays out the article of an id; to be asked while the page is written, since links from all parts must be known
 * @param folded whether there are so many stories that each opens on demand
 */
public record Page(
        String title,
        List<Count> counts,
        List<Part> parts,
        List<Part> singles,
        boolean folded,
        List<Reject> rejected,
        List<String> besides,
        String madeBy,
        Function<String, ArticleView> articles) {

    /** A number and what it counts. */
    public record Count(String number, String what) {}

    /** An input that could not be read. */
    public record Reject(String source, String reason) {}

    /** Words that lead somewhere on the page. */
    public record Link(String href, String text) {}

    /** A story, or the stories that share one layout, with all sections. */
    public record Part(
            String id,
            String title,
            String meta,
            List<String> gist,
            int disagreeing,
            List<IncidentCard> contested,
            List<IncidentCard> reported,
            List<Exchange> exchanges,
            List<ClaimLine> unanswered,
            List<FigureGroup> figures,
            @Nullable Matrix matrix,
            @Nullable Clocks clocks,
            List<AgreementCard> agreements,
            @Nullable Sources sources,
            @Nullable LeftOut leftOut,
            List<String> articles) {}

    /**
     * What somebody says, in one line.
     *
     * @param href where the words stand
     * @param act class of colour
     * @param verb the act as a word
     * @param status how the speaker is known where that is not plain, or null
     * @param places the articles that carry it
     * @param when when it was said, or that this is open
     * @param via who passes it on, or empty
     */
    public record ClaimLine(
            String href,
            String act,
            String verb,
            String who,
            @Nullable String status,
            String affiliation,
            String words,
            List<Link> places,
            String when,
            String via) {}

    /** Something said to have happened, with the rival accounts of it. */
    public record IncidentCard(
            String id,
            String title,
            String meta,
            List<String> gist,
            int disagreeing,
            List<Column> columns,
            List<FigureGroup> figures,
            List<Aside> asides,
            int moreAsides) {}

    /**
     * One answer to <em>who did it</em>.
     *
     * @param wide whether it stands below the others, over the whole width
     */
    public record Column(
            String heading,
            String doer,
            boolean wide,
            List<Account> accounts,
            List<Account> more,
            List<Answer> apart,
            String silence) {}

    /** An account, with the denials that answer it. */
    public record Account(ClaimLine line, List<Answer> answers) {}

    /** A denial, with what it answers, or that it answers nothing. */
    public record Answer(ClaimLine line, String bearing) {}

    /** A relation that the columns do not show. */
    public record Aside(String kind, Link a, Link b, String reason) {}

    /** Two statements that bear on each other outside any incident. */
    public record Exchange(String kind, ClaimLine a, ClaimLine b, String reason) {}

    /** Comparable figures on one axis from 0 to {@code max}. */
    public record FigureGroup(String counts, String max, List<FigureRow> rows, List<FigureRow> more) {}

    /**
     * A figure as a range.
     *
     * @param x per cent of the axis where the range begins
     * @param width per cent of the axis
     * @param openLow whether no smallest number is stated
     * @param openHigh whether no largest number is stated
     */
    public record FigureRow(
            String day,
            String who,
            @Nullable String status,
            Link words,
            String range,
            String x,
            String width,
            boolean openLow,
            boolean openHigh,
            List<Link> places) {}

    /** Speakers by days. */
    public record Matrix(List<Day> days, List<SpeakerRow> rows, List<SpeakerRow> more) {}

    /** A column of days; {@code kind} is {@code said}, {@code by} (published) or {@code open}. */
    public record Day(String label, String hint, String kind) {}

    /** A speaker's row. */
    public record SpeakerRow(
            String name, String affiliation, @Nullable String status, List<Cell> cells) {}

    /** What a speaker said on a day. */
    public record Cell(List<Entry> entries, List<Entry> more) {}

    /** One act, towards whom or in which words, with links to each time. */
    public record Entry(String act, String verb, String text, boolean quoted, String href, List<Link> again) {}

    /** When things are said to have happened, and when that was published. */
    public record Clocks(List<Tick> ticks, List<Lane> lanes, List<Lane> more) {}

    /** A date on the axis; {@code x} in per cent. */
    public record Tick(String x, String label, String anchor) {}

    /** One incident on both clocks. */
    public record Lane(Link what, String spoken, List<Mark> marks, List<Line> lines) {}

    /** A mark; {@code kind} is {@code event}, {@code event-open}, {@code span}, {@code pub} or {@code pub-open}. */
    public record Mark(String kind, String x, String width, String title, String href) {}

    /** A line from the event to its publication. */
    public record Line(String x1, String x2) {}

    /** A ledger entry. */
    public record AgreementCard(
            String id,
            String title,
            String meta,
            List<Participant> participants,
            List<Owed> obligations,
            List<Broken> violations,
            List<Broken> statuses,
            List<Broken> responses) {}

    /** Someone's part in an agreement. */
    public record Participant(String role, List<Link> actors) {}

    /**
     * What one bearer owes.
     *
     * @param also the other articles that state it
     */
    public record Owed(String bearer, String deontic, Link act, String details, String source, List<Link> also) {}

    /** A claim about keeping an agreement, with answers to it. */
    public record Broken(String verb, ClaimLine line, List<Answer> answers) {}

    /** Whose text is whose. */
    public record Sources(String summary, List<Derivation> derivations) {}

    /** One article's text derives from another's. */
    public record Derivation(Link from, Link to, String kind, String share, List<Shared> passages, int more) {}

    /** Words that two articles share. */
    public record Shared(String words, Link from, Link to) {}

    /** What outlets that cover a subject carry of it. */
    public record LeftOut(List<String> outlets, List<LeftOutRow> rows, List<LeftOutRow> more) {}

    /** One statement or incident; a cell an outlet. */
    public record LeftOutRow(String kind, Link subject, String who, List<Carried> cells, String carried) {}

    /** Whether an outlet carries it: {@code yes}, {@code no}, {@code wire} or {@code none}. */
    public record Carried(String kind, String outlet, String words) {}

    /** An article with its text. */
    public record ArticleView(
            String id,
            String title,
            List<String> meta,
            @Nullable String url,
            String language,
            List<Row> rows) {}

    /** A block of text with the notes on it. */
    public record Row(String id, String role, String roleWords, MarkedText text, List<Note> notes) {}

    /** A note on one claim. */
    public record Note(
            String number,
            String href,
            String act,
            String verb,
            String who,
            @Nullable String status,
            String affiliation,
            String targets,
            String via,
            String when,
            List<Link> relations,
            int more) {}
}
