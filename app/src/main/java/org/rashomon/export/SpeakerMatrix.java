package org.rashomon.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.page.Page.Cell;
import org.rashomon.export.page.Page.Day;
import org.rashomon.export.page.Page.Entry;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Page.Matrix;
import org.rashomon.export.page.Page.SpeakerRow;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.dossier.ArticleAnalysis;

/**
 * Who said what, when: speakers down, days across. A day of speaking that no text states is open: such claims stand under the
 * day by which they had been said, which is the day of publication, or under <em>open</em>.
 */
final class SpeakerMatrix {
    private static final int SPEAKERS_SHOWN = 24;
    private static final int ENTRIES_SHOWN = 4;
    private static final int LONGEST_WORDS = 90;

    private final DossierIndex index;
    private final ClaimLines lines;

    SpeakerMatrix(DossierIndex index, ClaimLines lines) {
        this.index = index;
        this.lines = lines;
    }

    /** A column; those said on a day stand before those said by it. */
    private record Column(
            @Nullable LocalDate start, @Nullable LocalDate end, boolean said) implements Comparable<Column> {
        private static final Comparator<Column> ORDER = Comparator.comparing(
                        Column::end, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Column::said, Comparator.reverseOrder())
                .thenComparing(Column::start, Comparator.nullsLast(Comparator.naturalOrder()));

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
        TreeMap<Column, Day> days = new TreeMap<>();
        Map<String, Map<Column, List<Claim>>> speakers = new LinkedHashMap<>();
        for (Claim claim : claims) {
            Column column = column(claim);
            days.computeIfAbsent(column, key -> day(key, claim));
            speakers.computeIfAbsent(ClaimLines.speakerKey(claim), key -> new TreeMap<>())
                    .computeIfAbsent(column, key -> new ArrayList<>())
                    .add(claim);
        }
        List<Column> columns = List.copyOf(days.keySet());
        List<SpeakerRow> rows = speakers.values().stream()
                .sorted(Comparator.comparing(SpeakerMatrix::known).thenComparing(said -> -count(said)))
                .map(said -> row(said, columns))
                .toList();
        int shown = Math.min(SPEAKERS_SHOWN, rows.size());
        return new Matrix(List.copyOf(days.values()), rows.subList(0, shown), rows.subList(shown, rows.size()));
    }

    private Column column(Claim claim) {
        TimeInterval said = claim.said();
        if (said != null) {
            return new Column(said.start(), said.end(), true);
        }
        var published = index.article(claim.article()).published();
        return new Column(null, published == null ? null : published.day(), false);
    }

    private static Day day(Column column, Claim claim) {
        if (claim.said() != null) {
            return new Day(Wording.interval(claim.said()), "", "said");
        }
        return column.end() == null
                ? new Day("open", "no day stated", "open")
                : new Day("by " + Wording.day(column.end()), "published; day of speaking open", "by");
    }

    /** Known speakers first, the unnamed after them, the unresolved last. */
    private static int known(Map<Column, List<Claim>> said) {
        SpeakerStatus status = first(said).speaker().status();
        return switch (status) {
            case NAMED, RESOLVED -> 0;
            case UNNAMED -> 1;
            case UNRESOLVED -> 2;
        };
    }

    private static int count(Map<Column, List<Claim>> said) {
        return said.values().stream().mapToInt(List::size).sum();
    }

    private static Claim first(Map<Column, List<Claim>> said) {
        return said.values().iterator().next().get(0);
    }

    private SpeakerRow row(Map<Column, List<Claim>> said, List<Column> columns) {
        Claim first = first(said);
        String affiliation = said.values().stream()
                .flatMap(List::stream)
                .map(claim -> ClaimLines.affiliation(claim.speaker()))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        return new SpeakerRow(
                ClaimLines.who(first.speaker()),
                affiliation,
                first.speaker().status() == SpeakerStatus.RESOLVED ? null : lines.status(first),
                columns.stream()
                        .map(column -> cell(said.getOrDefault(column, List.of())))
                        .toList());
    }

    private Cell cell(List<Claim> claims) {
        Map<String, List<Claim>> entries = new LinkedHashMap<>();
        claims.stream()
                .sorted(Comparator.comparing(Claim::act))
                .forEach(claim -> entries.computeIfAbsent(key(claim), id -> new ArrayList<>())
                        .add(claim));
        List<Entry> drawn = entries.values().stream().map(this::entry).toList();
        int shown = drawn.size() <= ENTRIES_SHOWN + 1 ? drawn.size() : ENTRIES_SHOWN;
        return new Cell(drawn.subList(0, shown), drawn.subList(shown, drawn.size()));
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
            again.add(new Link(Anchors.toClaim(claims.get(i)), String.valueOf(i + 1)));
        }
        return new Entry(
                Wording.style(first.act()),
                Wording.verb(first.act()),
                text,
                !aimed(first),
                Anchors.toClaim(first),
                again);
    }
}
