package org.rashomon.server.charts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.layout.PageNames;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.Page.ClaimLine;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Served;
import org.rashomon.export.page.Served.Label;
import org.rashomon.export.page.SitePage.Frame;
import org.rashomon.model.Article;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.TimePrecision;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Incident;
import org.rashomon.server.view.Snapshot;

/**
 * What was said of each incident of a story in what was published on which day, and when the incident is said to have been. Days on which nothing
 * was are left out: the axis has its dates. What no date is told of stands at the far right.
 */
public final class Timeline {
    private static final int LANES_SHOWN = 24;
    private static final int DAYS_SHOWN = 60;
    private static final int LINES_SHOWN = 12;
    private static final int GUTTER = 250;
    private static final int COLUMN = 44;
    private static final int HEAD = 44;
    private static final int LANE = 52;
    private static final int NAME = 40;
    private static final int LEAST_WIDTH = 640;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final Snapshot snapshot;
    private final DossierIndex index;
    private final Statements statements;

    public Timeline(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.index = snapshot.index();
        this.statements = snapshot.statements();
    }

    /** Something that is spoken of; null where it is no incident. */
    private record Topic(@Nullable Incident incident, Map<LocalDate, List<Claim>> byDay, List<Claim> undated) {
        static Topic of(@Nullable Incident incident) {
            return new Topic(incident, new TreeMap<>(), new ArrayList<>());
        }

        int size() {
            return undated.size() + byDay.values().stream().mapToInt(List::size).sum();
        }
    }

    /** The chart of a story. */
    public Served of(Story story, Frame frame, List<Link> ways) {
        List<Topic> topics = topics(story);
        List<String> notes = new ArrayList<>();
        if (topics.size() > LANES_SHOWN) {
            notes.add(Statements.plural(topics.size() - LANES_SHOWN, "more incident", "more incidents")
                    + ", of which less is said, on the page of the story.");
        }
        List<Topic> shown = topics.subList(0, Math.min(LANES_SHOWN, topics.size()));
        Axis axis = Axis.over(shown);
        if (axis.perColumn > 1) {
            notes.add("A column is " + axis.perColumn + " days on which something was.");
        }
        List<Served.TimeRow> rows = new ArrayList<>();
        List<Served.TimeLane> lanes = new ArrayList<>();
        int y = HEAD;
        int said = 0;
        for (Topic topic : shown) {
            lanes.add(lane(topic, axis, y, rows));
            said += lanes.get(lanes.size() - 1).marks().stream()
                    .mapToInt(Served.TimeMark::count)
                    .sum();
            y += LANE;
        }
        String summary = Statements.plural(said, "statement", "statements") + " on "
                + Statements.plural(shown.size(), "thing", "things") + " in "
                + Statements.plural(story.articles().size(), "article", "articles")
                + ", by the day on which the article was published. A band is when it is said to have happened.";
        return new Served.Timeline(
                frame,
                ways,
                summary,
                Math.max(LEAST_WIDTH, GUTTER + COLUMN * axis.columns() + 8),
                y + 6,
                axis.labels(),
                lanes,
                rows,
                notes);
    }

    private List<Topic> topics(Story story) {
        Map<String, Topic> byIncident = new LinkedHashMap<>();
        Topic outside = Topic.of(null);
        for (String id : story.articles()) {
            LocalDate day = day(index.article(id));
            for (Claim claim : index.analysis(id).claims()) {
                String incident = index.incidentOf(claim.id());
                Topic topic = incident == null
                        ? outside
                        : byIncident.computeIfAbsent(
                                incident, key -> Topic.of(snapshot.incident(key).orElse(null)));
                if (day == null) {
                    topic.undated.add(claim);
                } else {
                    topic.byDay.computeIfAbsent(day, key -> new ArrayList<>()).add(claim);
                }
            }
        }
        List<Topic> topics = new ArrayList<>(byIncident.values());
        topics.removeIf(topic -> topic.incident == null);
        topics.sort(Comparator.comparingInt((Topic topic) -> -topic.size())
                .thenComparing(topic -> Objects.requireNonNull(topic.incident).id()));
        if (outside.size() > 0) {
            topics.add(outside);
        }
        return topics;
    }

    private static @Nullable LocalDate day(Article article) {
        return article.published() == null ? null : article.published().day();
    }

    private Served.TimeLane lane(Topic topic, Axis axis, int y, List<Served.TimeRow> rows) {
        Incident incident = topic.incident;
        String told = incident == null ? "Outside any incident" : incident.label();
        Link what = new Link(
                incident == null ? "" : "/pages/" + PageNames.incident(incident.id()), Statements.cut(told, NAME));
        List<Served.Bar> bars = new ArrayList<>();
        TimeInterval time = incident == null ? null : incident.time();
        if (time != null) {
            int from = axis.column(time.start());
            int to = axis.column(time.end());
            bars.add(new Served.Bar(
                    GUTTER + COLUMN * from + 4,
                    COLUMN * (to - from + 1) - 8,
                    "said to have happened " + Statements.interval(time)));
        }
        Map<Integer, List<Claim>> byColumn = new TreeMap<>();
        topic.byDay.forEach((day, claims) -> byColumn.computeIfAbsent(axis.column(day), key -> new ArrayList<>())
                .addAll(claims));
        if (!topic.undated.isEmpty()) {
            byColumn.put(axis.columns() - 1, topic.undated);
        }
        List<Served.TimeMark> marks = new ArrayList<>();
        byColumn.forEach((column, claims) -> {
            List<ClaimLine> lines = lines(claims);
            int number = rows.size() + 1;
            String day = axis.words(column);
            Act strongest = claims.stream()
                    .map(Claim::act)
                    .min(Comparator.naturalOrder())
                    .orElse(Act.ASSERT);
            rows.add(new Served.TimeRow(
                    number,
                    day,
                    new Link(what.href(), told),
                    lines.subList(0, Math.min(LINES_SHOWN, lines.size())),
                    Math.max(0, lines.size() - LINES_SHOWN)));
            marks.add(new Served.TimeMark(
                    GUTTER + COLUMN * column + COLUMN / 2,
                    number,
                    Statements.style(strongest),
                    lines.size(),
                    day + ", " + told + ": " + Statements.plural(lines.size(), "statement", "statements")
                            + "; strongest act: " + Statements.verb(strongest)));
        });
        return new Served.TimeLane(y, what, told, bars, marks);
    }

    /** One line an utterance, however many articles carry it. */
    private List<ClaimLine> lines(List<Claim> claims) {
        Set<String> seen = new HashSet<>();
        return claims.stream()
                .sorted(Comparator.comparing(Claim::act))
                .filter(claim -> seen.add(statements.utterance(claim)))
                .map(statements::line)
                .toList();
    }

    /** Columns by day; the last one is of what is undated, where something is. */
    private static final class Axis {
        private final List<LocalDate> days;
        private final int perColumn;
        private final boolean undated;

        private Axis(List<LocalDate> days, boolean undated) {
            this.days = days;
            this.perColumn = Math.max(1, (days.size() + DAYS_SHOWN - 1) / DAYS_SHOWN);
            this.undated = undated;
        }

        static Axis over(List<Topic> topics) {
            TreeSet<LocalDate> days = new TreeSet<>();
            boolean undated = false;
            for (Topic topic : topics) {
                days.addAll(topic.byDay.keySet());
                undated |= !topic.undated.isEmpty();
                TimeInterval time = topic.incident == null ? null : topic.incident.time();
                if (time != null) {
                    days.add(time.start());
                    days.add(time.end());
                }
            }
            return new Axis(new ArrayList<>(days), undated);
        }

        private int dated() {
            return (days.size() + perColumn - 1) / perColumn;
        }

        int columns() {
            return dated() + (undated ? 1 : 0);
        }

        int column(LocalDate day) {
            return days.indexOf(day) / perColumn;
        }

        String words(int column) {
            if (column >= dated()) {
                return "Undated";
            }
            LocalDate first = days.get(column * perColumn);
            LocalDate last = days.get(Math.min(days.size(), (column + 1) * perColumn) - 1);
            return Statements.interval(new TimeInterval(first, last, TimePrecision.DAY));
        }

        List<Label> labels() {
            List<Label> labels = new ArrayList<>();
            int year = 0;
            for (int column = 0; column < columns(); column++) {
                int x = GUTTER + COLUMN * column + COLUMN / 2;
                if (column >= dated()) {
                    labels.add(new Label(x, 32, "undated"));
                    continue;
                }
                LocalDate day = days.get(column * perColumn);
                labels.add(new Label(x, 32, SHORT.format(day)));
                if (day.getYear() != year) {
                    year = day.getYear();
                    labels.add(new Label(x, 15, String.valueOf(year)));
                }
            }
            return labels;
        }
    }
}
