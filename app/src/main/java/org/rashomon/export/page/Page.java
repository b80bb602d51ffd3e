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
            List<FigureChart> figures,
            @Nullable Matrix matrix,
            @Nullable Clocks clocks,
            List<AgreementCard> agreements,
            @Nullable Sources sources,
            @Nullable Coverage coverage,
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
     * @param citation the words with speaker, outlet, day, article and offsets, to be copied; empty where the words are nobody's statement
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
            String via,
            String citation) {}

    /**
     * Something said to have happened, with the rival accounts of it.
     *
     * @param answers one for each answer to <em>who did it</em>
     * @param unanswered denials of which it was not found what they answer
     * @param noOne the accounts that name no one, or null where there are none
     * @param figures of people and of things, each kind of scale a chart
     */
    public record IncidentCard(
            String id,
            String href,
            String title,
            String meta,
            List<String> gist,
            int disagreeing,
            List<Column> answers,
            List<Answer> unanswered,
            @Nullable NoOne noOne,
            List<FigureChart> figures,
            List<Aside> asides,
            int moreAsides) {}

    /**
     * One answer to <em>who did it</em>.
     *
     * @param tally how many say so and how many deny it
     */
    public record Column(
            String heading,
            String doer,
            String tally,
            List<Account> accounts,
            List<Account> more,
            List<Answer> apart,
            String silence) {}

    /** Accounts that name no one: in a line, and when opened. */
    public record NoOne(String summary, List<ClaimLine> accounts) {}

    /** An account, with the denials that answer it. */
    public record Account(ClaimLine line, List<Answer> answers) {}

    /**
     * A denial, with what it answers, or that what it answers was not found.
     *
     * @param again whether its words stand further up on the page
     */
    public record Answer(ClaimLine line, String bearing, boolean again) {}

    /** A relation that the columns do not show. */
    public record Aside(String kind, Link a, Link b, String reason) {}

    /** Two statements that bear on each other outside any incident. */
    public record Exchange(String kind, ClaimLine a, ClaimLine b, String reason) {}

    /**
     * Figures on one axis from 0.
     *
     * @param what of what
     */
    public record FigureChart(String what, List<Tick> ticks, List<FigureGroup> groups) {}

    /** Comparable figures: one unit, and one class of those counted. */
    public record FigureGroup(String counts, List<FigureRow> rows) {}

    /**
     * A figure.
     *
     * @param kind {@code exact}, {@code about}, {@code least} (no largest number is told), {@code most}, {@code range}, or {@code none} where the
     *     words hold no number
     * @param x per cent of the axis where the number, or the smaller of two, stands
     * @param x2 per cent of the axis where the larger of two stands
     */
    public record FigureRow(
            String day,
            String who,
            @Nullable String status,
            Link words,
            String range,
            String kind,
            String x,
            String x2,
            List<Link> places) {}

    /** Speakers by days. */
    public record Matrix(List<Day> days, List<SpeakerRow> rows, int more) {}

    /** A column of days; {@code kind} is {@code said}, {@code by} (published) or {@code open}. */
    public record Day(String label, String hint, String kind) {}

    /**
     * A speaker's row.
     *
     * @param href the speaker's own page, or empty
     * @param cells one a day
     * @param said what was said, by day
     */
    public record SpeakerRow(
            String name,
            String affiliation,
            @Nullable String status,
            String href,
            List<Cell> cells,
            List<SaidOn> said) {}

    /**
     * One mark: the strongest act of a speaker on a day, and how often something was said.
     *
     * @param act class of colour; empty where nothing was said
     */
    public record Cell(String act, String verb, int count, String day) {}

    /** What a speaker said on a day. */
    public record SaidOn(String day, List<Entry> entries) {}

    /** One act, towards whom or in which words, with links to each time. */
    public record Entry(String act, String verb, String text, boolean quoted, String href, List<Link> again) {}

    /** When things are said to have happened, and when that was published. */
    public record Clocks(List<Tick> ticks, List<Lane> lanes, int more) {}

    /** A date or number on an axis; {@code x} in per cent. */
    public record Tick(String x, String label, String anchor) {}

    /**
     * One incident on both clocks.
     *
     * @param told what the marks say, in words
     */
    public record Lane(Link what, String spoken, String told, List<Mark> marks, List<Line> lines) {}

    /** A mark; {@code kind} is {@code event}, {@code event-open}, {@code span}, {@code pub} or {@code pub-open}. */
    public record Mark(String kind, String x, String width, String title) {}

    /** A line from the event to its publication. */
    public record Line(String x1, String x2) {}

    /** A ledger entry. */
    public record AgreementCard(
            String id,
            String href,
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

    /** Whose text is whose: a tree from each text that others print. */
    public record Sources(String summary, List<Origin> trees) {}

    /**
     * An article, and those that print its text or parts of it.
     *
     * @param kind how it goes back to the one above it; empty at the top
     */
    public record Origin(Link article, String day, String kind, List<Shared> passages, int more, List<Origin> copies) {}

    /** Words that two articles share. */
    public record Shared(String words, Link from, Link to) {}

    /** What was looked for in outlets that tell of an incident, and found or not. */
    public record Coverage(List<CoverageColumn> outlets, List<CoverageGroup> groups) {}

    /** An outlet, with the day of its first article, and how many of its articles were searched. */
    public record CoverageColumn(String outlet, String day) {}

    /** The statements about one incident. */
    public record CoverageGroup(Link incident, List<CoverageRow> rows) {}

    /** One statement; a cell an outlet. */
    public record CoverageRow(
            String act, String verb, String who, Link subject, List<CoverageCell> cells, String carried) {}

    /** {@code yes}, {@code cut}, {@code no}, {@code open} (not asked) or {@code none} (does not tell of the incident), and what that means in words. */
    public record CoverageCell(String kind, String outlet, String words) {}

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
            String citation,
            List<Link> relations,
            int more) {}
}
