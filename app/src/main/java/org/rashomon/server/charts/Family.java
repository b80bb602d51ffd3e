package org.rashomon.server.charts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Page.Origin;
import org.rashomon.export.page.Page.Sources;
import org.rashomon.export.page.Served;
import org.rashomon.export.page.SitePage.Frame;
import org.rashomon.export.page.SitePage.StoryPage;

/** Whose text is whose in a story, as a drawn tree: what its page tells under <em>Origins</em>, line by line, and in its words. */
public final class Family {
    private static final int WIDTH = 960;
    private static final int LINE = 34;
    private static final int BETWEEN = 14;
    private static final int STEP = 30;
    private static final int FIRST = 18;
    /** Deeper ones stand under each other. */
    private static final int DEEPEST = 18;

    private final List<Served.Node> nodes = new ArrayList<>();
    private final List<Served.FamilyRow> rows = new ArrayList<>();
    private int y = LINE / 2 + 4;

    private Family() {}

    /** The tree of a story's page. */
    public static Served of(StoryPage page, Frame frame, List<Link> ways) {
        Sources sources = page.sources();
        Family family = new Family();
        Set<String> drawn = new HashSet<>();
        if (sources != null) {
            for (Origin tree : sources.trees()) {
                family.draw(tree, null, 0, drawn);
                family.y += BETWEEN;
            }
        }
        List<Link> alone = page.articles().stream()
                .filter(line -> !drawn.contains(file(line.href())))
                .map(line -> new Link("/pages/" + file(line.href()), line.title()))
                .toList();
        return new Served.Family(
                frame,
                ways,
                sources == null ? "One article alone tells this story." : sources.summary(),
                WIDTH,
                family.y,
                family.nodes,
                family.rows,
                alone);
    }

    private static String file(String href) {
        String whole = href.replaceFirst("#.*$", "");
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    private void draw(Origin origin, Served.@Nullable Node above, int depth, Set<String> drawn) {
        drawn.add(file(origin.article().href()));
        int number = nodes.size() + 1;
        String who = origin.article().text() + ", " + origin.day();
        Served.Node node = new Served.Node(
                number,
                FIRST + STEP * Math.min(depth, DEEPEST),
                y,
                Statements.cut(who, 80),
                origin.kind().isEmpty() ? who + ", at the top" : who + ": " + origin.kind(),
                above == null ? 0 : above.row(),
                above == null ? 0 : above.x(),
                above == null ? 0 : above.y());
        nodes.add(node);
        rows.add(new Served.FamilyRow(
                number, origin, above == null ? null : new Link("#t-" + above.row(), above.text())));
        y += LINE;
        origin.copies().forEach(copy -> draw(copy, node, depth + 1, drawn));
    }
}
