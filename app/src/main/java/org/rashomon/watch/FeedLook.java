package org.rashomon.watch;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Added;
import org.rashomon.casefile.OpenCase;
import org.rashomon.casefile.feeds.FeedLog;
import org.rashomon.casefile.feeds.WatchedFeed;
import org.rashomon.casefile.feeds.WatchedPage;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.formats.feeds.FeedContent;
import org.rashomon.watch.fetch.Asked;
import org.rashomon.watch.fetch.FetchException;
import org.rashomon.watch.fetch.Fetched;
import org.rashomon.watch.fetch.Fetcher;
import org.rashomon.watch.fetch.WebAddress;

/** One look at one feed and at the pages that it leads to. */
final class FeedLook {
    /** Pages that fail one after the other, before the rest is left for the next look. */
    private static final int PATIENCE = 3;
    /** Items of a feed, from its beginning; those that have more hold their past, too. */
    private static final int MOST_ITEMS = 1_000;

    private final OpenCase open;
    private final Fetcher fetcher;
    private final Watching settings;
    private final Due due;
    private final Consumer<String> said;
    /** Pages that this look at all feeds has asked: several feeds of one paper lead to one page. */
    private final Map<String, WatchedPage> seen = new HashMap<>();

    FeedLook(OpenCase open, Fetcher fetcher, Watching settings, Consumer<String> said) {
        this.open = open;
        this.fetcher = fetcher;
        this.settings = settings;
        this.due = new Due(settings.revisit());
        this.said = said;
    }

    Looked look(FeedList.Feed feed, @Nullable WatchedFeed remembered) {
        String url = feed.address().toString();
        WatchedFeed known = remembered == null ? WatchedFeed.fresh(url, feed.title()) : remembered;
        Instant now = now();
        Instant notBefore = known.notBefore();
        if (notBefore != null && now.isBefore(notBefore)) {
            said.accept(known.name() + ": left alone until " + notBefore.truncatedTo(ChronoUnit.SECONDS)
                    + (known.error() == null ? "" : " (" + known.error() + ")"));
            return Looked.RESTING;
        }
        List<WatchedPage> before = open.feedLog().pages(url);
        try {
            Fetched answer = fetcher.get(feed.address(), new Asked(Asked.Kind.FEED, known.etag(), known.modified()));
            if (answer.isUnchanged()) {
                Map<String, String> stamps = new LinkedHashMap<>();
                before.forEach(page -> stamps.put(page.url(), page.stamp()));
                return pages(kept(known, known.title(), known.etag(), known.modified()), before, stamps, 0);
            }
            FeedContent content = FeedContent.of(answer.body());
            Map<String, String> stamps = new LinkedHashMap<>();
            int nowhere = 0;
            for (FeedContent.Entry entry : content.entries()) {
                if (entry.url() == null) {
                    nowhere++;
                } else if (stamps.size() < MOST_ITEMS) {
                    stamps.putIfAbsent(entry.url(), entry.stamp());
                }
            }
            String title = feed.title() != null ? feed.title() : content.title();
            WatchedFeed told = kept(
                    known,
                    title,
                    answer.header("ETag").orElse(null),
                    answer.header("Last-Modified").orElse(null));
            return pages(told, before, stamps, nowhere);
        } catch (BadInputException e) {
            return failed(known, String.valueOf(e.getMessage()), null);
        } catch (FetchException e) {
            return e.kind() == FetchException.Kind.STOPPED
                    ? Looked.STOPPED
                    : failed(known, String.valueOf(e.getMessage()), e.until());
        }
    }

    private static WatchedFeed kept(
            WatchedFeed known, @Nullable String title, @Nullable String etag, @Nullable String modified) {
        return new WatchedFeed(known.url(), title, etag, modified, now(), null, 0, null);
    }

    private Looked failed(WatchedFeed known, String why, @Nullable Instant until) {
        int failures = known.failures() + 1;
        Instant rest = until == null ? Due.rest(failures, now()) : until;
        open.feedLog()
                .keep(new WatchedFeed(
                        known.url(), known.title(), known.etag(), known.modified(), now(), rest, failures, why));
        said.accept(known.name() + ": failed: " + why);
        return Looked.FAILED;
    }

    /** @param stamps by the address of each page that the feed leads to now, what it says of it */
    private Looked pages(WatchedFeed feed, List<WatchedPage> before, Map<String, String> stamps, int nowhere) {
        Map<String, WatchedPage> known = new HashMap<>();
        before.forEach(page -> known.put(page.url(), page));
        Map<String, WatchedPage> pages = new LinkedHashMap<>();
        stamps.keySet()
                .forEach(url -> pages.put(
                        url, known.getOrDefault(url, new WatchedPage(url, feed.url(), "", null, null, null, 0, null))));
        List<WatchedPage> asked = new ArrayList<>();
        pages.values().stream().filter(page -> page.looked() == null).forEach(asked::add);
        pages.values().stream()
                .filter(page ->
                        page.looked() != null && due.isDue(page, Objects.requireNonNull(stamps.get(page.url())), now()))
                .forEach(asked::add);
        try (Spool spool = Spool.of(open.place())) {
            Round round = new Round(feed, spool, stamps);
            for (WatchedPage page : asked) {
                if (round.goesOn()) {
                    pages.put(page.url(), round.ask(page));
                }
            }
            if (round.stopped) {
                return Looked.STOPPED;
            }
            Added added = spool.isEmpty() ? null : open.add(spool.inputs(), spool.addresses(), said);
            FeedLog log = open.feedLog();
            WatchedFeed rested = round.until == null
                    ? feed
                    : new WatchedFeed(
                            feed.url(),
                            feed.title(),
                            feed.etag(),
                            feed.modified(),
                            feed.looked(),
                            round.until,
                            0,
                            null);
            log.keep(rested, pages.values());
            int left = (int) asked.stream()
                    .filter(page -> Objects.equals(pages.get(page.url()), page) && page.error() == null)
                    .count();
            said.accept(Lines.of(feed.name(), pages.size(), round.asked, added, round.refusals, left, nowhere));
            return new Looked(
                    1,
                    0,
                    0,
                    round.asked,
                    round.refusals.size(),
                    added == null ? 0 : added.added(),
                    added == null ? 0 : added.revised(),
                    false);
        }
    }

    /** Asking the pages of a feed, one after the other. */
    private final class Round {
        private final WatchedFeed feed;
        private final Spool spool;
        private final Map<String, String> stamps;
        private final Map<String, String> refusals = new LinkedHashMap<>();
        private int asked;
        private int failedInARow;
        private boolean stopped;
        private @Nullable Instant until;

        Round(WatchedFeed feed, Spool spool, Map<String, String> stamps) {
            this.feed = feed;
            this.spool = spool;
            this.stamps = stamps;
        }

        boolean goesOn() {
            return !stopped && until == null && failedInARow < PATIENCE && asked < settings.mostPages();
        }

        /** How the page stands now. */
        WatchedPage ask(WatchedPage page) {
            String stamp = Objects.requireNonNull(stamps.get(page.url()));
            WatchedPage other = seen.get(page.url());
            if (other != null) {
                return new WatchedPage(
                        page.url(),
                        feed.url(),
                        stamp,
                        other.etag(),
                        other.modified(),
                        other.looked(),
                        other.failures(),
                        other.error());
            }
            WatchedPage now = fetched(page, stamp);
            if (!now.equals(page)) {
                seen.put(page.url(), now);
            }
            return now;
        }

        private WatchedPage fetched(WatchedPage page, String stamp) {
            try {
                URI address = WebAddress.of(page.url());
                Fetched answer = fetcher.get(address, new Asked(Asked.Kind.PAGE, page.etag(), page.modified()));
                asked++;
                failedInARow = 0;
                if (answer.isUnchanged()) {
                    return new WatchedPage(page.url(), feed.url(), stamp, page.etag(), page.modified(), now(), 0, null);
                }
                if (isFront(answer.address()) && !isFront(address)) {
                    return refused(page, stamp, "the server leads to its front page instead", page.failures() + 1);
                }
                spool.lay(address, answer);
                return new WatchedPage(
                        page.url(),
                        feed.url(),
                        stamp,
                        answer.header("ETag").orElse(null),
                        answer.header("Last-Modified").orElse(null),
                        now(),
                        0,
                        null);
            } catch (FetchException e) {
                return failed(page, stamp, e);
            }
        }

        private WatchedPage failed(WatchedPage page, String stamp, FetchException e) {
            switch (e.kind()) {
                case STOPPED -> stopped = true;
                case LATER -> until = e.until();
                case FORBIDDEN -> {
                    return refused(page, stamp, String.valueOf(e.getMessage()), 0);
                }
                case FAILED -> {
                    asked++;
                    failedInARow++;
                    return refused(page, stamp, String.valueOf(e.getMessage()), page.failures() + 1);
                }
            }
            return page;
        }

        private WatchedPage refused(WatchedPage page, String stamp, String why, int failures) {
            refusals.put(page.url(), why);
            return new WatchedPage(page.url(), feed.url(), stamp, page.etag(), page.modified(), now(), failures, why);
        }
    }

    private static boolean isFront(URI address) {
        return address.getPath() == null
                || address.getPath().isEmpty()
                || address.getPath().equals("/");
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
