package org.rashomon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.export.layout.PageNames;
import org.rashomon.export.page.Served;
import org.rashomon.export.page.SitePage.Frame;
import org.rashomon.model.Place;
import org.rashomon.model.dossier.Lineage;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Incident;
import org.rashomon.server.charts.Atlas;

/** Charts say what their tables say, and no more than is told. */
class ChartsTest {
    private static final Frame FRAME = new Frame("Map", "/", "/pages/", List.of(), "");

    @TempDir
    static Path folder;

    private static ServedExamples served = nothing();

    @SuppressWarnings("NullAway") // set before any test
    private static ServedExamples nothing() {
        return null;
    }

    @BeforeAll
    static void serve() throws IOException {
        served = ServedExamples.in(folder);
    }

    @AfterAll
    static void close() {
        served.close();
    }

    private static List<Story> stories() {
        return served.open().dossier().comparison().stories().stream()
                .filter(story -> story.articles().size() > 1)
                .toList();
    }

    private static String get(String path) throws IOException {
        Http.Answer answer = Http.get(served.port(), path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String chart(String kind, Story story) throws IOException {
        return get("/" + kind + "?story=" + PageNames.story(story.id()));
    }

    private static int count(String page, String part) {
        int count = 0;
        for (int at = page.indexOf(part); at >= 0; at = page.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    /** Every mark leads to a row of its own, and every row has its mark. */
    @Test
    void everyMarkHasItsRow() throws IOException {
        List<String> pages = new ArrayList<>(List.of(get("/map")));
        for (Story story : stories()) {
            pages.add(chart("timeline", story));
            pages.add(chart("lineage", story));
            pages.add(chart("map", story));
        }
        int seen = 0;
        for (String page : pages) {
            Matcher marks = Pattern.compile("<a href=\"#t-(\\d+)\" class=\"(?:mark|node)[^>]*aria-label=\"([^\"]+)\"")
                    .matcher(page);
            List<String> numbers = new ArrayList<>();
            while (marks.find()) {
                numbers.add(marks.group(1));
                assertThat(marks.group(2)).isNotBlank();
            }
            List<String> rows = new ArrayList<>();
            Matcher ids = Pattern.compile("<tr id=\"t-(\\d+)\"").matcher(page);
            while (ids.find()) {
                rows.add(ids.group(1));
            }
            assertThat(numbers).isEqualTo(rows).doesNotHaveDuplicates();
            seen += rows.size();
            assertThat(page).doesNotContain(" style=").doesNotContain("<style").doesNotContain("on" + "mouseover");
        }
        assertThat(seen).isGreaterThan(15);
    }

    @Test
    void theTreeHasEveryArticleOfTheStoryOnce() throws IOException {
        for (Story story : stories()) {
            String page = chart("lineage", story);
            for (String article : story.articles()) {
                String row = "<th scope=\"row\"><a href=\"/pages/" + PageNames.article(article);
                String alone = "<a class=\"t\" dir=\"auto\" href=\"/pages/" + PageNames.article(article);
                assertThat(count(page, row) + count(page, alone)).as(article).isEqualTo(1);
            }
        }
        assertThat(served.open().dossier().comparison().lineages())
                .extracting(Lineage::kind)
                .isNotEmpty();
    }

    @Test
    void whatIsNoStoryIsNotDrawn() throws IOException {
        for (String path : List.of(
                "/timeline",
                "/lineage",
                "/timeline?story=none",
                "/lineage?story=none",
                "/map?story=none",
                "/map?mark=0",
                "/map?mark=9999",
                "/map?mark=x",
                "/map?mark=1.")) {
            assertThat(Http.get(served.port(), path).status()).as(path).isEqualTo(404);
        }
    }

    private static Incident at(String id, @Nullable Place place) {
        Incident any = served.open().dossier().comparison().incidents().get(0);
        return new Incident(
                id,
                any.type(),
                any.label() + " " + id,
                any.time(),
                place,
                any.targets(),
                any.weapon(),
                any.accounts(),
                any.mentions(),
                any.figures(),
                any.story());
    }

    private static Place place(
            String name,
            @Nullable String country,
            @Nullable Double lat,
            @Nullable Double lon,
            Place.Precision precision) {
        return new Place(name, null, country, lat, lon, null, precision);
    }

    private static Served.Atlas atlas(Incident... incidents) {
        return (Served.Atlas) Atlas.of(List.of(incidents), FRAME, List.of(), "/map?mark=");
    }

    /** A mark is only where a town or a spot is named: everything else is listed with how exactly it is known. */
    @ParameterizedTest
    @CsvSource({
        "EXACT,48.9,9.1,1,0,0",
        "NEIGHBOURHOOD,48.9,9.1,1,0,0",
        "CITY,48.9,9.1,1,0,0",
        "CITY,,,0,0,1",
        "NEIGHBOURHOOD,48.9,,0,0,1",
        "REGION,48.9,9.1,0,1,0",
        "REGION,,,0,1,0",
        "COUNTRY,51.0,10.0,0,1,0",
        "COUNTRY,,,0,1,0"
    })
    void onlyATownOrASpotHasAMark(
            Place.Precision precision, @Nullable Double lat, @Nullable Double lon, int marks, int areas, int unplaced) {
        Served.Atlas map = atlas(at("i-1", place("Quill", "DE", lat, lon, precision)));
        assertThat(map.marks()).hasSize(marks);
        assertThat(map.rows()).hasSize(marks);
        assertThat(map.areas()).hasSize(areas);
        assertThat(map.unplaced()).hasSize(unplaced);
        boolean state = precision == Place.Precision.COUNTRY;
        assertThat(map.states())
                .as("a state is hatched, a region has no outline")
                .hasSize(state ? 1 : 0);
        List<Served.Placed> all = new ArrayList<>(map.areas());
        all.addAll(map.unplaced());
        map.rows().forEach(row -> all.addAll(row.incidents()));
        assertThat(all).hasSize(1);
        assertThat(all.get(0).place()).isEqualTo("Quill");
        assertThat(all.get(0).precision()).isNotBlank();
    }

    @Test
    void anIncidentWithoutAPlaceIsListed() {
        Served.Atlas map = atlas(at("i-1", null), at("i-2", place("Quill", "DE", 48.9, 9.1, Place.Precision.CITY)));
        assertThat(map.unplaced()).hasSize(1);
        assertThat(map.unplaced().get(0).precision()).isEqualTo("no place was found in the texts");
        assertThat(map.summary()).contains("2 incidents: 1 at a town", "1 with no place");
    }

    /** Marks lie on the drawing, north above south and west left of east; what is too near is one mark with a row for both. */
    @Test
    void marksLieWhereTheirPlacesAre() {
        Served.Atlas map = atlas(
                at("i-1", place("Aveck", "DE", 54.0, 8.0, Place.Precision.CITY)),
                at("i-2", place("Brone", "DE", 48.0, 13.0, Place.Precision.CITY)),
                at("i-3", place("Brone Mill", "DE", 48.01, 13.01, Place.Precision.NEIGHBOURHOOD)));
        assertThat(map.marks()).hasSize(2);
        Served.MapMark north = map.marks().get(0);
        Served.MapMark south = map.marks().get(1);
        assertThat(north.y()).isBetween(0, south.y());
        assertThat(north.x()).isBetween(0, south.x());
        assertThat(south.x()).isLessThan(map.width());
        assertThat(south.y()).isLessThan(map.height());
        assertThat(south.count()).isEqualTo(2);
        assertThat(map.rows().get(1).incidents()).hasSize(2);
        assertThat(map.land()).isNotEmpty();
        assertThat(map.coasts()).isNotEmpty();
        assertThat(map.borders()).isNotEmpty();
        // 111 km a degree, whatever the latitude
        double perDegree = (south.y() - north.y()) / 6.0;
        int km = Integer.parseInt(map.scale().replace(" km", ""));
        assertThat(map.scaleWidth() / perDegree * 111.32).isBetween(km * 0.97, km * 1.03);
    }

    /** Places that lie on each other on a wide map have one of their own, and so on until they lie apart or are one. */
    @Test
    void aMarkOfSeveralPlacesLeadsCloser() {
        List<Incident> all = List.of(
                at("i-1", place("Aveck", null, 54.0, 8.0, Place.Precision.CITY)),
                at("i-2", place("Brone", null, 48.0, 13.0, Place.Precision.CITY)),
                at("i-3", place("Cask", null, 48.9, 14.4, Place.Precision.CITY)),
                at("i-4", place("Dunmoor", null, -30.0, -60.0, Place.Precision.CITY)));
        Served.Atlas wide = atlas(all.toArray(Incident[]::new));
        assertThat(wide.marks()).hasSize(2);
        assertThat(wide.rows().get(0).closer()).isNotNull();
        assertThat(wide.rows().get(1).closer()).isNull();
        List<Incident> near = Atlas.closer(all, "1").orElseThrow();
        assertThat(near).hasSize(3);
        Served.Atlas closer = atlas(near.toArray(Incident[]::new));
        assertThat(closer.marks()).hasSizeGreaterThan(1);
        assertThat(Atlas.closer(all, "1.1")).isPresent();
        assertThat(Atlas.closer(all, "3")).isEmpty();
        assertThat(Atlas.closer(all, "1.9")).isEmpty();
        assertThat(Atlas.closer(all, "")).isEmpty();
    }

    /** A coast that goes on behind the edge of the drawing is no line across it. */
    @Test
    void noLineGoesAcrossTheEarth() {
        Served.Atlas map = atlas(
                at("i-1", place("Aveck", null, 60.0, -150.0, Place.Precision.CITY)),
                at("i-2", place("Brone", null, 60.0, 150.0, Place.Precision.CITY)));
        for (String line : (map.coasts() + map.borders()).split("M")) {
            double before = Double.NaN;
            for (String point : line.split("L")) {
                if (!point.isBlank()) {
                    double x = Double.parseDouble(point.split(" ")[0]);
                    assertThat(Double.isNaN(before) || Math.abs(x - before) < map.width() / 4.0)
                            .as(line)
                            .isTrue();
                    before = x;
                }
            }
        }
    }

    @Test
    void theWholeEarthAndItsEdgesCanBeDrawn() {
        Map<String, double[]> far = new LinkedHashMap<>();
        far.put("east", new double[] {-17.8, 179.9});
        far.put("west", new double[] {21.3, -157.8});
        far.put("north", new double[] {78.2, 15.6});
        far.put("south", new double[] {-54.8, -68.3});
        List<Incident> all = new ArrayList<>();
        far.forEach((name, point) -> all.add(at(name, place(name, null, point[0], point[1], Place.Precision.CITY))));
        Served.Atlas map = atlas(all.toArray(Incident[]::new));
        assertThat(map.marks()).hasSize(4);
        map.marks().forEach(mark -> {
            assertThat(mark.x()).isBetween(0, map.width());
            assertThat(mark.y()).isBetween(0, map.height());
        });
        assertThat(map.land().length()).isLessThan(400_000);
        assertThat(map.scale()).as("no one scale holds for the whole earth").isEmpty();
    }
}
