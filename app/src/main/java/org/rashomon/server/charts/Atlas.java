package org.rashomon.server.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.layout.PageNames;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Served;
import org.rashomon.export.page.Served.Label;
import org.rashomon.export.page.Served.Placed;
import org.rashomon.export.page.SitePage.Frame;
import org.rashomon.model.Place;
import org.rashomon.model.events.Incident;

/**
 * Incidents where the texts say that they were. A mark stands in the middle of the town or quarter that a text names, never in the middle of a
 * region or a state: that would say that it happened there. What has no mark is listed.
 */
public final class Atlas {
    /** Marks that would lie nearer to each other are one. */
    private static final double NEAR = 34;

    private static final int NAME_ROOM = 7;
    private static final int LINE = 16;

    private Atlas() {}

    /** A mark before it has its row. */
    private static final class Spot {
        private final double x;
        private final double y;
        private final List<Incident> incidents = new ArrayList<>();

        private Spot(double x, double y) {
            this.x = x;
            this.y = y;
        }
    }

    /** What lies at a mark of the map of some incidents; at a mark of that map, and so on, where several numbers are given. */
    public static Optional<List<Incident>> closer(List<Incident> incidents, String marks) {
        List<Incident> left = incidents;
        for (String number : marks.split("\\.", -1)) {
            List<Incident> points =
                    left.stream().filter(incident -> isPoint(incident.place())).toList();
            List<Spot> spots = spots(points, View.around(seen(points, Set.of())));
            if (!number.matches("[1-9]\\d{0,5}") || Integer.parseInt(number) > spots.size()) {
                return Optional.empty();
            }
            left = spots.get(Integer.parseInt(number) - 1).incidents;
        }
        return Optional.of(left);
    }

    /**
     * The map of some incidents.
     *
     * @param closer the address of the map of what lies at a mark, without the mark's number
     */
    public static Served of(List<Incident> incidents, Frame frame, List<Link> ways, String closer) {
        List<Incident> points = new ArrayList<>();
        List<Incident> areas = new ArrayList<>();
        List<Incident> nowhere = new ArrayList<>();
        for (Incident incident : incidents) {
            (isPoint(incident.place())
                            ? points
                            : incident.place() != null && isArea(incident.place()) ? areas : nowhere)
                    .add(incident);
        }
        Set<String> codes = new TreeSet<>();
        areas.stream()
                .map(incident -> Objects.requireNonNull(incident.place()))
                .filter(place -> place.precision() == Place.Precision.COUNTRY && place.country() != null)
                .forEach(place -> codes.add(Objects.requireNonNull(place.country())));
        View view = View.around(seen(points, codes));
        List<Spot> spots = spots(points, view);
        List<Served.MapMark> marks = new ArrayList<>();
        List<Served.MapRow> rows = new ArrayList<>();
        for (Spot spot : spots) {
            int number = rows.size() + 1;
            List<Placed> placed = spot.incidents.stream().map(Atlas::placed).toList();
            boolean several = spots.size() > 1 && places(spot).size() > 1;
            rows.add(new Served.MapRow(number, placed, several ? new Link(closer + number, "Closer") : null));
            marks.add(new Served.MapMark(
                    (int) Math.round(spot.x), (int) Math.round(spot.y), number, placed.size(), told(spot)));
        }
        StringBuilder land = new StringBuilder();
        List<String> states = new ArrayList<>();
        for (Outlines.State state : Outlines.land().states()) {
            StringBuilder shape = new StringBuilder();
            state.rings().forEach(ring -> view.draw(ring, true, shape));
            land.append(shape);
            if (codes.contains(state.code()) && shape.length() > 0) {
                states.add(shape.toString());
            }
        }
        StringBuilder coasts = new StringBuilder();
        StringBuilder borders = new StringBuilder();
        Outlines.land().arcs().forEach(arc -> view.draw(arc.points(), false, arc.border() ? borders : coasts));
        return new Served.Atlas(
                frame,
                ways,
                summary(incidents.size(), points.size(), areas.size()),
                View.WIDTH,
                View.HEIGHT,
                land.toString(),
                coasts.toString(),
                borders.toString(),
                states,
                marks,
                names(spots),
                view.hasScale() ? view.scaleKm() + " km" : "",
                view.scaleWidth(),
                rows,
                areas.stream().map(Atlas::placed).toList(),
                nowhere.stream().map(Atlas::placed).toList());
    }

    private static String summary(int all, int points, int areas) {
        return Statements.plural(all, "incident", "incidents") + ": " + points
                + " at a town or a spot that a text names, " + areas + " known to a region or a state alone, "
                + (all - points - areas) + " with no place that is known.";
    }

    private static boolean isArea(Place place) {
        return place.precision() == Place.Precision.REGION || place.precision() == Place.Precision.COUNTRY;
    }

    private static boolean isPoint(@Nullable Place place) {
        return place != null && !isArea(place) && place.lat() != null && place.lon() != null;
    }

    /** What the map is to show: the points; where there are none, the states. */
    private static List<double[]> seen(List<Incident> points, Set<String> codes) {
        if (!points.isEmpty()) {
            return points.stream()
                    .map(incident -> Objects.requireNonNull(incident.place()))
                    .map(place ->
                            new double[] {Objects.requireNonNull(place.lon()), Objects.requireNonNull(place.lat())})
                    .toList();
        }
        List<double[]> corners = new ArrayList<>();
        for (Outlines.State state : Outlines.land().states()) {
            if (codes.contains(state.code())) {
                for (double[] ring : state.rings()) {
                    for (int i = 0; i < ring.length; i += 2) {
                        corners.add(new double[] {ring[i], ring[i + 1]});
                    }
                }
            }
        }
        return corners;
    }

    private static List<Spot> spots(List<Incident> points, View view) {
        List<Spot> spots = new ArrayList<>();
        List<Incident> sorted = points.stream()
                .sorted(Comparator.comparing((Incident one) ->
                                Objects.requireNonNull(one.place()).name())
                        .thenComparing(Incident::id))
                .toList();
        for (Incident incident : sorted) {
            Place place = Objects.requireNonNull(incident.place());
            double x = view.x(Objects.requireNonNull(place.lon()));
            double y = view.y(Objects.requireNonNull(place.lat()));
            Spot near = spots.stream()
                    .filter(spot -> Math.hypot(spot.x - x, spot.y - y) < NEAR)
                    .findFirst()
                    .orElse(null);
            if (near == null) {
                near = new Spot(x, y);
                spots.add(near);
            }
            near.incidents.add(incident);
        }
        return spots;
    }

    private static Set<String> places(Spot spot) {
        Set<String> places = new TreeSet<>();
        spot.incidents.forEach(
                incident -> places.add(Objects.requireNonNull(incident.place()).name()));
        return places;
    }

    private static String told(Spot spot) {
        return String.join(", ", places(spot)) + ": "
                + Statements.plural(spot.incidents.size(), "incident", "incidents");
    }

    /** Names beside their marks, where there is room. */
    private static List<Label> names(List<Spot> spots) {
        List<Label> names = new ArrayList<>();
        List<double[]> taken = new ArrayList<>();
        spots.forEach(spot -> taken.add(new double[] {spot.x - 14, spot.y - 14, spot.x + 14, spot.y + 14}));
        for (Spot spot : spots) {
            String name = Statements.cut(String.join(", ", places(spot)), 28);
            double[] box = {
                spot.x + 17, spot.y - LINE / 2.0, spot.x + 17 + NAME_ROOM * name.length(), spot.y + LINE / 2.0
            };
            boolean free = box[2] < View.WIDTH && taken.stream().noneMatch(other -> overlap(box, other));
            if (free) {
                taken.add(box);
                names.add(new Label((int) Math.round(spot.x + 17), (int) Math.round(spot.y + 5), name));
            }
        }
        return names;
    }

    private static boolean overlap(double[] a, double[] b) {
        return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    }

    private static Placed placed(Incident incident) {
        Place place = incident.place();
        return new Placed(
                new Link("/pages/" + PageNames.incident(incident.id()), incident.label()),
                place == null ? "" : place.within() == null ? place.name() : place.name() + ", " + place.within(),
                precision(place),
                incident.time() == null ? "date open" : Statements.interval(incident.time()));
    }

    /** How exactly a place is known. */
    private static String precision(@Nullable Place place) {
        if (place == null) {
            return "no place was found in the texts";
        }
        if (!isArea(place) && (place.lat() == null || place.lon() == null)) {
            return "named, but not found in the list of places";
        }
        return switch (place.precision()) {
            case EXACT -> "a spot that a text names; the mark is that of its entry in the list of places";
            case NEIGHBOURHOOD -> "a quarter of a town; where in it is not told";
            case CITY -> "a town; where in it is not told";
            case REGION -> "a region; where in it is not told";
            case COUNTRY -> "a state; where in it is not told";
        };
    }
}
