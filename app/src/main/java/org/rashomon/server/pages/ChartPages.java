package org.rashomon.server.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.layout.PageNames;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Served;
import org.rashomon.export.page.SitePage.Frame;
import org.rashomon.export.page.SitePage.StoryPage;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Incident;
import org.rashomon.server.charts.Atlas;
import org.rashomon.server.charts.Family;
import org.rashomon.server.charts.Timeline;

/** A story as charts, and the case on a map. */
final class ChartPages {
    private ChartPages() {}

    /** @param file the page of the story; empty where there is no such story */
    static Optional<Served> timeline(Visit visit, @Nullable String file) {
        return story(visit, file)
                .map(story -> new Timeline(visit.snapshot())
                        .of(story, frame(visit, "Timeline", story), ways(story, "/timeline")));
    }

    /** @param file the page of the story; empty where there is no such story */
    static Optional<Served> lineage(Visit visit, @Nullable String file) {
        return story(visit, file)
                .flatMap(story -> visit.snapshot()
                        .page(PageNames.story(story.id()))
                        .filter(StoryPage.class::isInstance)
                        .map(page -> Family.of(
                                (StoryPage) page,
                                frame(visit, "Whose text is whose", story),
                                ways(story, "/lineage"))));
    }

    /**
     * @param file the page of a story, or null for all of the case
     * @param marks the numbers of marks, from map to map, whose places alone are shown; or null
     * @return empty where there is no such story or mark
     */
    static Optional<Served> map(Visit visit, @Nullable String file, @Nullable String marks) {
        Optional<Story> story = story(visit, file);
        if (file != null && story.isEmpty()) {
            return Optional.empty();
        }
        List<Incident> all = visit.snapshot().dossier().comparison().incidents().stream()
                .filter(incident ->
                        story.isEmpty() || incident.story().equals(story.get().id()))
                .toList();
        Frame frame = story.map(one -> frame(visit, "Map", one)).orElseGet(() -> visit.frame("Map"));
        String closer =
                "/map?" + (file == null ? "" : "story=" + file + "&") + "mark=" + (marks == null ? "" : marks + ".");
        return (marks == null ? Optional.of(all) : Atlas.closer(all, marks))
                .map(shown -> Atlas.of(
                        shown, frame, story.map(one -> ways(one, "/map")).orElse(List.of()), closer));
    }

    private static Optional<Story> story(Visit visit, @Nullable String file) {
        return visit.snapshot().dossier().comparison().stories().stream()
                .filter(story -> PageNames.story(story.id()).equals(file))
                .findFirst();
    }

    private static Frame frame(Visit visit, String title, Story story) {
        return visit.frame(
                title,
                new Link("/pages/stories.html", "Stories"),
                new Link("/pages/" + PageNames.story(story.id()), story.label()));
    }

    /** To the other charts of a story. */
    private static List<Link> ways(Story story, String here) {
        List<Link> ways = new ArrayList<>();
        String of = "?story=" + PageNames.story(story.id());
        for (Link way : List.of(
                new Link("/timeline", "Timeline"),
                new Link("/lineage", "Whose text is whose"),
                new Link("/map", "Map"))) {
            if (!way.href().equals(here)) {
                ways.add(new Link(way.href() + of, way.text()));
            }
        }
        return ways;
    }
}
