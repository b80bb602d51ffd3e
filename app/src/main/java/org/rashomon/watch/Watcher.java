package org.rashomon.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rashomon.casefile.OpenCase;
import org.rashomon.casefile.feeds.FeedLog;
import org.rashomon.casefile.feeds.Look;
import org.rashomon.casefile.feeds.WatchedFeed;
import org.rashomon.service.CaseService;
import org.rashomon.service.OneLine;
import org.rashomon.watch.fetch.Fetcher;

/** Looks at feeds. For one thread. */
public final class Watcher {
    private final FeedList list;
    private final Fetcher fetcher;
    private final Watching settings;
    private final Consumer<String> said;

    /**
     * @param fetcher goes to the network; whoever stops it ends the look that is under way
     * @param said hears lines for people, which hold nothing that steers a terminal
     */
    public Watcher(FeedList list, Fetcher fetcher, Watching settings, Consumer<String> said) {
        this.list = list;
        this.fetcher = fetcher;
        this.settings = settings;
        this.said = words -> words.lines().map(Watcher::plain).forEach(said);
    }

    private static String plain(String line) {
        return line.startsWith("  ") ? "  " + OneLine.of(line.strip()) : OneLine.of(line);
    }

    /**
     * One look at all feeds. What each brings is in the case before the next is asked; the tables that other tools see follow at the end.
     * Feeds that are on the list no more are forgotten, their articles stay.
     */
    public Looked look(OpenCase open) {
        FeedLog log = open.feedLog();
        Instant began = now();
        int before = log.position();
        Map<String, WatchedFeed> known = new HashMap<>();
        log.feeds().forEach(feed -> known.put(feed.url(), feed));
        forget(log, known);
        FeedLook one = new FeedLook(open, fetcher, settings, said);
        Looked all = Looked.NOTHING;
        for (FeedList.Feed feed : list.feeds()) {
            all = all.plus(one.look(feed, known.get(feed.address().toString())));
            if (all.stopped()) {
                break;
            }
        }
        int after = log.position();
        if (!all.stopped() || after > before) {
            log.keep(new Look(0, began, now(), before, after, all.feeds(), all.failed(), all.pages(), all.refused()));
        }
        if (!all.stopped() && all.added() + all.revised() > 0) {
            CaseService.publish(open);
        }
        return all;
    }

    private void forget(FeedLog log, Map<String, WatchedFeed> known) {
        Set<String> listed = list.addresses().stream().map(String::valueOf).collect(Collectors.toSet());
        List<String> gone = known.keySet().stream()
                .filter(url -> !listed.contains(url))
                .sorted()
                .toList();
        if (!gone.isEmpty()) {
            log.forget(gone);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
