package org.rashomon.server.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.feeds.Change;
import org.rashomon.casefile.feeds.FeedLog;
import org.rashomon.casefile.feeds.Look;
import org.rashomon.casefile.feeds.WatchedFeed;
import org.rashomon.export.layout.PageNames;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Served.Came;
import org.rashomon.export.page.Served.Watched;
import org.rashomon.server.view.Snapshot;

/** What watching feeds brought, in words: what the last look that brought something brought, what failed, and earlier looks. */
final class WatchedPanel {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int SHOWN = 12;
    private static final int LOOKS = 60;
    private static final int EARLIER = 20;
    private static final int MOST = 1_000;

    private WatchedPanel() {}

    private record Brought(Look look, List<Change> changes) {
        String words() {
            int fresh =
                    (int) changes.stream().filter(one -> one.revision() == 1).count();
            int other = changes.size() - fresh;
            String texts = Statements.plural(other, "article with another text", "articles with another text");
            String news = Statements.plural(fresh, "new article", "new articles");
            return fresh == 0 ? texts : other == 0 ? news : news + ", " + texts;
        }
    }

    /** Null where nothing was ever watched. */
    static @Nullable Watched of(FeedLog log, Snapshot snapshot) {
        List<Look> looks = log.looks(LOOKS);
        if (looks.isEmpty()) {
            return null;
        }
        Look last = looks.get(0);
        List<Brought> brought = brought(log, looks);
        boolean fresh = !brought.isEmpty() && brought.get(0).look().equals(last);
        List<Change> changes = brought.isEmpty() ? List.of() : brought.get(0).changes();
        return new Watched(
                "Last look: " + time(last.ended()) + ". "
                        + Statements.plural(last.feeds(), "feed", "feeds") + " and "
                        + Statements.plural(last.pages(), "page", "pages") + " asked; "
                        + (fresh ? brought.get(0).words() : "nothing new") + ".",
                fresh || brought.isEmpty()
                        ? null
                        : "What came last, on " + time(brought.get(0).look().ended()) + ": "
                                + brought.get(0).words(),
                changes.stream().limit(SHOWN).map(one -> came(one, snapshot)).toList(),
                changes.size() > SHOWN ? "and " + (changes.size() - SHOWN) + " more" : null,
                failed(log),
                log.failedPages(SHOWN).stream()
                        .map(page -> page.url() + ": " + page.error())
                        .toList(),
                brought.stream()
                        .skip(1)
                        .limit(EARLIER)
                        .map(one -> time(one.look().ended()) + ": " + one.words())
                        .toList());
    }

    private static List<Brought> brought(FeedLog log, List<Look> looks) {
        List<Brought> all = new ArrayList<>();
        for (Look look : looks) {
            List<Change> changes = look.after() > look.before() ? log.changes(look, MOST) : List.of();
            if (!changes.isEmpty()) {
                all.add(new Brought(look, changes));
            }
        }
        return all;
    }

    private static Came came(Change change, Snapshot snapshot) {
        String title = change.title() == null || change.title().isBlank() ? change.file() : change.title();
        boolean there = snapshot.article(change.article()).isPresent();
        return new Came(
                new Link(there ? "/pages/" + PageNames.article(change.article()) : "/pages/articles.html", title),
                change.outlet() == null ? "" : change.outlet(),
                change.revision() == 1 ? "new" : "another text (revision " + change.revision() + ")");
    }

    private static List<String> failed(FeedLog log) {
        return log.feeds().stream()
                .filter(feed -> feed.error() != null)
                .map(WatchedPanel::failed)
                .toList();
    }

    private static String failed(WatchedFeed feed) {
        Instant rest = feed.notBefore();
        return feed.name() + ": " + feed.error()
                + (feed.failures() > 1 ? "; " + feed.failures() + " times in a row" : "")
                + (rest == null ? "" : "; not asked again before " + time(rest));
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
