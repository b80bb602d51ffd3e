package org.rashomon.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.page.Page.FigureGroup;
import org.rashomon.export.page.Page.FigureRow;
import org.rashomon.export.page.Page.Link;
import org.rashomon.model.Article;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.Figure;

/** Figures of one unit and class as ranges on one axis, a row for each speaker, range and day. */
final class FigureGroups {
    private static final int SHOWN = 12;
    /** How far a range without an upper end is drawn beyond its lower end. */
    private static final double OPEN_END = 1.3;
    /** Room at the right for the mark of the largest figure. */
    private static final double ROOM = 1.04;

    private final DossierIndex index;
    private final Anchors anchors;
    private final ClaimLines lines;

    FigureGroups(DossierIndex index, Anchors anchors, ClaimLines lines) {
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
            List<Link> places) {}

    List<FigureGroup> groups(List<Figure> figures) {
        Map<String, Map<String, Said>> groups = new LinkedHashMap<>();
        for (Figure figure : figures) {
            if (figure.low() == null && figure.high() == null) {
                continue;
            }
            Said said = said(figure);
            String row = said.who() + '\t' + figure.low() + '\t' + figure.high() + '\t' + said.when();
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
        List<FigureGroup> drawn = new ArrayList<>();
        groups.forEach((counts, rows) -> drawn.add(draw(counts, new ArrayList<>(rows.values()))));
        return drawn;
    }

    private Said said(Figure figure) {
        Article article = index.article(figure.article());
        List<Link> places = new ArrayList<>();
        places.add(new Link(anchors.to(figure.article(), figure.span()), Wording.source(article)));
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
            return new Said(figure, figure.asOf().start(), Wording.interval(figure.asOf()), who, status, places);
        }
        if (claim != null && claim.said() != null) {
            return new Said(figure, claim.said().start(), Wording.interval(claim.said()), who, status, places);
        }
        String when = published == null ? "undated" : "published " + Wording.shortDay(published);
        return new Said(figure, published, when, who, status, places);
    }

    private FigureGroup draw(String counts, List<Said> rows) {
        rows.sort(Comparator.comparing(Said::day, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(said -> low(said.figure()))
                .thenComparing(Said::who));
        double max = rows.stream().mapToDouble(said -> end(said.figure())).max().orElse(1);
        List<FigureRow> drawn =
                rows.stream().map(said -> row(said, Math.max(1, max) * ROOM)).toList();
        int shown = Math.min(SHOWN, drawn.size());
        return new FigureGroup(
                counts,
                Wording.number((long) Math.ceil(max)),
                drawn.subList(0, shown),
                drawn.subList(shown, drawn.size()));
    }

    private FigureRow row(Said said, double max) {
        Figure figure = said.figure();
        double x = low(figure) / max;
        double width = Math.max(0, end(figure) / max - x);
        return new FigureRow(
                said.when(),
                said.who(),
                said.status(),
                new Link(
                        said.places().get(0).href(),
                        Wording.cut(
                                figure.span().in(index.article(figure.article()).text()), 70)),
                range(figure),
                Wording.percent(x),
                Wording.percent(width),
                figure.low() == null,
                figure.high() == null,
                said.places());
    }

    private static String range(Figure figure) {
        return Wording.range(figure.low(), figure.high())
                + (figure.computed() ? ", worked out" : "")
                + (figure.part() ? ", a part" : "");
    }

    private static double low(Figure figure) {
        return figure.low() == null ? 0 : figure.low().doubleValue();
    }

    private static double end(Figure figure) {
        return figure.high() != null ? figure.high().doubleValue() : low(figure) * OPEN_END;
    }
}
