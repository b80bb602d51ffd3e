package org.rashomon.export.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.Page.FigureChart;
import org.rashomon.export.page.Page.FigureGroup;
import org.rashomon.export.page.Page.FigureRow;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Page.Tick;
import org.rashomon.model.Article;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.Figure;

/**
 * Figures on one axis: a row for each speaker, number and day. Only numbers that were said have a place on it: <em>dozens</em> stands beside
 * it, in its words.
 */
final class FigureCharts {
    /** Room at the right for the mark of the largest figure and what stands beside it. */
    private static final double ROOM = 1.25;
    /** Numbers so far apart that the small ones could not be told from each other on one axis. */
    private static final double MOST_APART = 40;

    private static final int MOST_TICKS = 6;
    private static final Placed NONE = new Placed("none", 0, 0, "no number said");

    private final DossierIndex index;
    private final Anchors anchors;
    private final ClaimLines lines;

    FigureCharts(DossierIndex index, Anchors anchors, ClaimLines lines) {
        this.index = index;
        this.anchors = anchors;
        this.lines = lines;
    }

    /** A row before it is drawn. */
    private record Said(
            Figure figure,
            @Nullable LocalDate day,
            String when,
            String who,
            @Nullable String status,
            List<Link> places) {

        /** The largest number said; 0 where none is. */
        double most() {
            return Math.max(number(figure.low()), number(figure.high()));
        }

        private static double number(@Nullable Long number) {
            return number == null ? 0 : number.doubleValue();
        }
    }

    /** One chart, or several where the numbers are of things or too far apart for one axis. */
    List<FigureChart> charts(List<Figure> figures) {
        Map<String, Map<String, Said>> groups = new LinkedHashMap<>();
        for (Figure figure : figures) {
            Said said = said(figure);
            String row = said.who().toLowerCase(java.util.Locale.ROOT).replace('’', '\'')
                    + '\t'
                    + figure.low()
                    + '\t'
                    + figure.high()
                    + '\t'
                    + said.when();
            Said known = groups.computeIfAbsent(
                            Wording.counts(figure) + (figure.cumulative() ? ", over a period" : ""),
                            key -> new LinkedHashMap<>())
                    .putIfAbsent(row, said);
            if (known != null
                    && known.places().stream()
                            .noneMatch(place ->
                                    place.text().equals(said.places().get(0).text()))) {
                known.places().addAll(said.places());
            }
        }
        Map<String, Map<String, List<Said>>> byScale = new LinkedHashMap<>();
        groups.forEach((counts, rows) -> {
            List<Said> said = new ArrayList<>(rows.values());
            double most = said.stream().mapToDouble(Said::most).max().orElse(0);
            String scale = scale(said.get(0).figure(), most);
            byScale.computeIfAbsent(scale, key -> new LinkedHashMap<>()).put(counts, said);
        });
        return byScale.values().stream().map(this::chart).toList();
    }

    private static String scale(Figure figure, double most) {
        String what = figure.personClass() == Figure.PersonClass.THING ? "things" : "people";
        return what + (most == 0 ? "" : " " + (int) (Math.log(most) / Math.log(MOST_APART)));
    }

    private Said said(Figure figure) {
        Article article = index.article(figure.article());
        List<Link> places = new ArrayList<>();
        places.add(anchors.to(figure.article(), figure.span(), Wording.source(article)));
        LocalDate published =
                article.published() == null ? null : article.published().day();
        Claim claim = figure.claim() == null ? null : index.claim(figure.claim());
        String who = claim == null ? Wording.source(article) : ClaimLines.who(claim.speaker());
        String status = claim != null
                ? lines.status(claim)
                : lines.ownVoice().isProved(figure.article(), figure.span())
                        ? "own voice"
                        : "whose figure: not determined";
        if (figure.asOf() != null) {
            return new Said(figure, figure.asOf().start(), Wording.shortInterval(figure.asOf()), who, status, places);
        }
        if (claim != null && claim.said() != null) {
            return new Said(figure, claim.said().start(), Wording.shortInterval(claim.said()), who, status, places);
        }
        String when = published == null ? "undated" : "published " + Wording.shortDay(published);
        return new Said(figure, published, when, who, status, places);
    }

    private FigureChart chart(Map<String, List<Said>> groups) {
        double most = groups.values().stream()
                .flatMap(List::stream)
                .mapToDouble(said -> placed(said.figure()).to())
                .max()
                .orElse(0);
        double end = Math.max(1, most) * ROOM;
        List<FigureGroup> drawn = new ArrayList<>();
        groups.forEach((counts, rows) -> {
            rows.sort(Comparator.comparing(Said::day, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Said::most)
                    .thenComparing(Said::who));
            drawn.add(new FigureGroup(
                    counts, rows.stream().map(said -> row(said, end)).toList()));
        });
        return new FigureChart(
                drawn.stream().map(FigureGroup::counts).collect(Collectors.joining("; ")),
                most == 0 ? List.of() : ticks(most, end),
                drawn);
    }

    private static List<Tick> ticks(double most, double end) {
        double step = 1;
        for (double unit = 1; most / step > MOST_TICKS - 1; unit *= 10) {
            for (double factor : new double[] {1, 2, 5}) {
                if (most / step > MOST_TICKS - 1) {
                    step = unit * factor;
                }
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (double at = 0; at <= most; at += step) {
            ticks.add(new Tick(Wording.percent(at / end), Wording.number((long) at), at == 0 ? "start" : "middle"));
        }
        return ticks;
    }

    private FigureRow row(Said said, double end) {
        Figure figure = said.figure();
        Placed placed = placed(figure);
        return new FigureRow(
                said.when(),
                said.who(),
                said.status(),
                new Link(said.places().get(0).href(), Wording.cut(words(figure), 70)),
                placed.label() + (figure.computed() ? ", worked out" : "") + (figure.part() ? ", a part" : ""),
                placed.kind(),
                Wording.percent(placed.from() / end),
                Wording.percent(placed.to() / end),
                said.places());
    }

    /** Where a figure stands on the axis: only numbers that its words hold have a place there. */
    private record Placed(String kind, double from, double to, String label) {}

    private Placed placed(Figure figure) {
        List<Long> said = SaidNumbers.in(words(figure));
        Long low = figure.low();
        Long high = figure.high();
        if (low != null && low.equals(high) && said.contains(low)) {
            return new Placed("exact", low, low, Wording.number(low));
        }
        if (low != null && high != null && said.contains(low) && said.contains(high)) {
            return new Placed("range", low, high, Wording.range(low, high));
        }
        if (low != null && high != null && !low.equals(high)) {
            // "about 30" is meant as a range, of which no end was said
            return said.size() == 1 && low < said.get(0) && said.get(0) < high
                    ? new Placed("about", said.get(0), said.get(0), "about " + Wording.number(said.get(0)))
                    : NONE;
        }
        for (Long number : said) {
            if (high == null && low != null && (number.equals(low) || number == low - 1)) {
                return new Placed(
                        "least",
                        number,
                        number,
                        number.equals(low) ? Wording.range(low, null) : "more than " + Wording.number(number));
            }
            if (low == null && high != null && (number.equals(high) || number == high + 1)) {
                return new Placed(
                        "most",
                        number,
                        number,
                        number.equals(high) ? Wording.range(null, high) : "fewer than " + Wording.number(number));
            }
        }
        return NONE;
    }

    private String words(Figure figure) {
        return figure.span().in(index.article(figure.article()).text());
    }
}
