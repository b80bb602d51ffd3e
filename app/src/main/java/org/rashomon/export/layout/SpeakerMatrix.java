package org.rashomon.export.layout;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.Page.Cell;
import org.rashomon.export.page.Page.Day;
import org.rashomon.export.page.Page.Entry;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Page.Matrix;
import org.rashomon.export.page.Page.SaidOn;
import org.rashomon.export.page.Page.SpeakerRow;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.dossier.ArticleAnalysis;

/**
 * Who said what, when: speakers down, days across, one mark a cell. A day of speaking that no text states is open: such claims stand under the
 * day by which they had been said, which is the day of publication, or under <em>open</em>. Where the days are too many for the width of a
 * window, a column is a week, a month or a year.
 */
final class SpeakerMatrix {
    private static final int MOST_COLUMNS = 8;
    private static final int SPEAKERS_SHOWN = 40;
    private static final int LONGEST_WORDS = 140;

    private final DossierIndex index;
    private final Anchors anchors;
    private final ClaimLines lines;

    SpeakerMatrix(DossierIndex index, Anchors anchors, ClaimLines lines) {
        this.index = index;
        this.anchors = anchors;
        this.lines = lines;
    }

    /** How long a column is. */
    private enum Period {
        DAY,
        WEEK,
        MONTH,
        YEAR,
        ALL;

        @Nullable
        LocalDate start(@Nullable LocalDate day) {
            if (day == null) {
                return null;
            }
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
                case ALL -> LocalDate.of(1, 1, 1);
            };
        }

        String label(LocalDate start) {
            String month = start.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            return switch (this) {
                case DAY -> start.getDayOfMonth() + " " + month + " " + start.getYear();
                case WEEK -> "week of " + start.getDayOfMonth() + " " + month + " " + start.getYear();
                case MONTH -> month + " " + start.getYear();
                case YEAR -> String.valueOf(start.getYear());
                case ALL -> "all days";
            };
        }
    }

    /** A column; those said in a period stand before those said by it. */
    private record Column(@Nullable LocalDate start, boolean said) implements Comparable<Column> {
        private static final Comparator<Column> ORDER = Comparator.comparing(
                        Column::start, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Column::said, Comparator.reverseOrder());

        @Override
        public int compareTo(Column other) {
            return ORDER.compare(this, other);
        }
    }

    @Nullable
    Matrix matrix(List<ArticleAnalysis> analyses) {
        List<Claim> claims = lines.once(analyses.stream()
                .flatMap(analysis -> analysis.claims().stream())
                .toList());
        if (claims.isEmpty()) {
            return null;
        }
        Period period = period(claims);
        TreeSet<Column> columns = new TreeSet<>();
        Map<String, List<Claim>> speakers = new LinkedHashMap<>();
        for (Claim claim : claims) {
            columns.add(column(claim, period));
            speakers.computeIfAbsent(ClaimLines.speakerKey(claim), key -> new ArrayList<>())
                    .add(claim);
        }
        List<SpeakerRow> rows = speakers.values().stream()
                .sorted(Comparator.comparing(SpeakerMatrix::known).thenComparing(said -> -said.size()))
                .limit(SPEAKERS_SHOWN)
                .map(said -> row(said, List.copyOf(columns), period))
                .toList();
        return new Matrix(
                columns.stream().map(column -> day(column, period)).toList(), rows, speakers.size() - rows.size());
    }

    /** The shortest by which the columns are few enough. */
    private Period period(List<Claim> claims) {
        for (Period period : Period.values()) {
            long columns = claims.stream()
                    .map(claim -> column(claim, period))
                    .distinct()
                    .count();
            if (columns <= MOST_COLUMNS) {
                return period;
            }
        }
        return Period.ALL;
    }

    private Column column(Claim claim, Period period) {
        TimeInterval said = claim.said();
        if (said != null) {
            return new Column(period.start(said.end()), true);
        }
        var published = index.article(claim.article()).published();
        return new Column(published == null ? null : period.start(published.day()), false);
    }

    private static Day day(Column column, Period period) {
        LocalDate start = column.start();
        if (start == null) {
            return new Day("open", "no day found", "open");
        }
        return column.said()
                ? new Day(period.label(start), "", "said")
                : new Day(
                        (period == Period.DAY ? "by " : "") + period.label(start),
                        "published; day of speaking open",
                        "by");
    }

    /** Known speakers first, the unnamed after them, the unresolved last. */
    private static int known(List<Claim> said) {
        return switch (said.get(0).speaker().status()) {
            case NAMED, RESOLVED -> 0;
            case UNNAMED -> 1;
            case UNRESOLVED -> 2;
        };
    }

    private SpeakerRow row(List<Claim> said, List<Column> columns, Period period) {
        Claim first = said.get(0);
        String affiliation = said.stream()
                .map(claim -> ClaimLines.affiliation(claim.speaker()))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        Map<Column, List<Claim>> byColumn = new TreeMap<>();
        said.forEach(claim -> byColumn.computeIfAbsent(column(claim, period), key -> new ArrayList<>())
                .add(claim));
        List<Cell> cells = new ArrayList<>();
        List<SaidOn> days = new ArrayList<>();
        for (Column column : columns) {
            List<Claim> there = byColumn.getOrDefault(column, List.of());
            Day day = day(column, period);
            cells.add(cell(there, day));
            if (!there.isEmpty()) {
                days.add(new SaidOn(
                        day.hint().isEmpty() ? day.label() : day.label() + ", " + day.hint(), entries(there)));
            }
        }
        Actor actor = first.speaker().actor();
        return new SpeakerRow(
                ClaimLines.who(first.speaker()),
                affiliation,
                first.speaker().status() == SpeakerStatus.RESOLVED ? null : lines.status(first),
                actor != null && anchors.manyPages() ? PageNames.actor("speaker", actor.id(), actor.name()) : "",
                cells,
                days);
    }

    private static Cell cell(List<Claim> claims, Day day) {
        return claims.stream()
                .min(Comparator.comparing(Claim::act))
                .map(strongest -> new Cell(
                        Wording.style(strongest.act()), Wording.verb(strongest.act()), claims.size(), day.label()))
                .orElseGet(() -> new Cell("", "", 0, day.label()));
    }

    /** What was said, the strongest acts first; the same act towards the same is told once. */
    List<Entry> entries(List<Claim> claims) {
        Map<String, List<Claim>> entries = new LinkedHashMap<>();
        claims.stream()
                .sorted(Comparator.comparing(Claim::act))
                .forEach(claim -> entries.computeIfAbsent(key(claim), id -> new ArrayList<>())
                        .add(claim));
        return entries.values().stream().map(this::entry).toList();
    }

    private static String key(Claim claim) {
        return aimed(claim) ? claim.act() + " " + aims(claim) : claim.id();
    }

    /** Acts that are told by whom they are aimed at; the others are told by their words. */
    private static boolean aimed(Claim claim) {
        boolean aims = claim.act() == Act.ACCUSE || claim.act() == Act.DEMAND || claim.act() == Act.THREATEN;
        return aims && !aims(claim).isEmpty();
    }

    private static String aims(Claim claim) {
        return Wording.some(
                claim.targets().isEmpty()
                        ? claim.targetLabels()
                        : claim.targets().stream().map(Actor::name).toList(),
                3);
    }

    private Entry entry(List<Claim> claims) {
        Claim first = claims.get(0);
        Article article = index.article(first.article());
        String text = aimed(first)
                ? (first.act() == Act.DEMAND ? "of " : "") + aims(first)
                : Wording.cut(Wording.words(first, article), LONGEST_WORDS);
        List<Link> again = new ArrayList<>();
        for (int i = 1; i < claims.size(); i++) {
            again.add(new Link(anchors.toClaim(claims.get(i)), String.valueOf(i + 1)));
        }
        return new Entry(
                Wording.style(first.act()),
                Wording.verb(first.act()),
                text,
                !aimed(first),
                anchors.toClaim(first),
                again);
    }
}
