package org.rashomon.export.layout;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.Page.Clocks;
import org.rashomon.export.page.Page.Lane;
import org.rashomon.export.page.Page.Line;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Page.Mark;
import org.rashomon.export.page.Page.Tick;
import org.rashomon.model.Article;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.Incident;

/**
 * Event time and publication time on one axis, a lane for each incident and dated agreement. Quiet stretches are drawn short
 * (the axis says so by its dates); what no text dates stands at the far right, hollow.
 */
final class TwoClocks {
    private static final int LANES_SHOWN = 24;
    private static final int MOST_TICKS = 9;
    /** Where the dated part of the axis begins and ends, and where the open dates stand; shares of the width. */
    private static final double FROM = 0.03;

    private static final double TO = 0.84;
    private static final double OPEN = 0.94;
    /** The least distance between two dates that are both written. */
    private static final double TICK_ROOM = 0.1;

    private final DossierIndex index;
    private final Anchors anchors;

    TwoClocks(DossierIndex index, Anchors anchors) {
        this.index = index;
        this.anchors = anchors;
    }

    /** Something that happened, and the articles that tell it. */
    private record Event(Link what, String kind, @Nullable TimeInterval time, List<Article> articles) {}

    @Nullable
    Clocks clocks(List<Incident> incidents, List<Agreement> agreements) {
        List<Event> events = new ArrayList<>();
        incidents.forEach(incident -> events.add(new Event(
                new Link(anchors.toIncident(incident), incident.label()),
                "incident",
                incident.time(),
                articles(incident.mentions().stream().map(m -> m.article()).toList()))));
        agreements.stream()
                .filter(agreement -> agreement.date() != null && agreement.isTold())
                .forEach(agreement -> events.add(new Event(
                        new Link(anchors.toAgreement(agreement), Ledger.title(agreement)),
                        "agreement",
                        agreement.date(),
                        articles(agreement.mentions().stream()
                                .map(m -> m.article())
                                .toList()))));
        if (events.isEmpty()) {
            return null;
        }
        events.sort(Comparator.comparing(
                        (Event event) ->
                                event.time() == null ? null : event.time().start(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(event -> event.what().text()));
        Axis axis = Axis.over(events);
        List<Lane> lanes = events.stream().map(event -> lane(event, axis)).toList();
        int shown = Math.min(LANES_SHOWN, lanes.size());
        return new Clocks(axis.ticks(), lanes.subList(0, shown), lanes.size() - shown);
    }

    private List<Article> articles(List<String> ids) {
        return ids.stream().distinct().map(index::article).toList();
    }

    private Lane lane(Event event, Axis axis) {
        List<Mark> marks = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        TimeInterval time = event.time();
        double at = time == null ? OPEN : axis.at(time.start());
        String spoken = time == null ? "date open" : Wording.interval(time);
        for (var published : published(event).entrySet()) {
            LocalDate day = published.getKey().day();
            double x = day == null ? OPEN + 0.025 : axis.at(day);
            if (time != null) {
                lines.add(new Line(Wording.percent(at), Wording.percent(x)));
            }
            List<Article> articles = published.getValue();
            String sources = Wording.some(
                    articles.stream().map(Wording::source).distinct().toList(), 3);
            marks.add(new Mark(
                    day == null ? "pub-open" : "pub",
                    Wording.percent(x),
                    "0",
                    (day == null ? "publication date not stated: " : "published " + Wording.day(day) + ": ")
                            + sources));
        }
        if (time == null) {
            marks.add(new Mark("event-open", Wording.percent(at), "0", "said to have happened: date open"));
        } else if (time.start().equals(time.end())) {
            marks.add(new Mark("event", Wording.percent(at), "0", "said to have happened " + spoken));
        } else {
            double width = Math.max(0.006, axis.at(time.end()) - at);
            marks.add(new Mark("span", Wording.percent(at), Wording.percent(width), "said to have happened " + spoken));
        }
        String told = marks.stream().map(Mark::title).collect(Collectors.joining("; "));
        return new Lane(event.what(), spoken, told, marks, lines);
    }

    /** A day of publication, the open one last. */
    private record Published(@Nullable LocalDate day) implements Comparable<Published> {
        @Override
        public int compareTo(Published other) {
            return Comparator.comparing(Published::day, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                    .compare(this, other);
        }
    }

    private static Map<Published, List<Article>> published(Event event) {
        Map<Published, List<Article>> days = new TreeMap<>();
        event.articles()
                .forEach(article -> days.computeIfAbsent(
                                new Published(
                                        article.published() == null
                                                ? null
                                                : article.published().day()),
                                key -> new ArrayList<>())
                        .add(article));
        return days;
    }

    /** Days to places: each gap between days that carry a mark is drawn as one plus the logarithm of its length. */
    private record Axis(Map<LocalDate, Double> places) {

        static Axis over(List<Event> events) {
            TreeSet<LocalDate> days = new TreeSet<>();
            for (Event event : events) {
                if (event.time() != null) {
                    days.add(event.time().start());
                    days.add(event.time().end());
                }
                event.articles().stream()
                        .filter(article -> article.published() != null)
                        .forEach(article -> days.add(article.published().day()));
            }
            Map<LocalDate, Double> distance = new LinkedHashMap<>();
            double at = 0;
            LocalDate last = null;
            for (LocalDate day : days) {
                if (last != null) {
                    at += 1 + Math.log((double) ChronoUnit.DAYS.between(last, day));
                }
                distance.put(day, at);
                last = day;
            }
            double whole = at;
            Map<LocalDate, Double> places = new LinkedHashMap<>();
            distance.forEach(
                    (day, far) -> places.put(day, whole == 0 ? (FROM + TO) / 2 : FROM + (TO - FROM) * far / whole));
            return new Axis(places);
        }

        double at(LocalDate day) {
            return places.getOrDefault(day, FROM);
        }

        List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            double last = -1;
            for (var place : places.entrySet()) {
                if (place.getValue() - last >= TICK_ROOM && ticks.size() < MOST_TICKS) {
                    ticks.add(new Tick(
                            Wording.percent(place.getValue()),
                            Wording.shortDay(place.getKey()),
                            place.getValue() < 0.08 ? "start" : "middle"));
                    last = place.getValue();
                }
            }
            return ticks;
        }
    }
}
