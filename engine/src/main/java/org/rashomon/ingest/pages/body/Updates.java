package org.rashomon.ingest.pages.body;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;

/** The updates of a live blog: elements that a page repeats, each with a time of its own. */
final class Updates {
    private static final int LEVELS = 6;
    private static final String TIME = "time[datetime], [itemprop=datePublished][content]";
    private static final Pattern LIVE = Pattern.compile(
            "live-?(?:blog|update|post|feed|event|report|coverage|text|entry|stream)|liveblog|key-?event|(?:^|[\\s_-])(?:timeline|as-it-happened)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIVE_TITLE = Pattern.compile(
            "\\blive(?: updates?| blog)?\\b\\s*(?:[:|–—-]|$)|\\blive (?:updates?|blog)\\b|\\bas it happened\\b|\\bminute by minute\\b",
            Pattern.CASE_INSENSITIVE);

    private Updates() {}

    /** Each update's element with its time; empty where the page is no live blog. */
    static Map<Element, PublicationDate> of(Document page, @Nullable String title) {
        List<Element> times = page.body().select(TIME);
        Set<Element> timed = around(times);
        Map<Element, PublicationDate> updates = new HashMap<>();
        boolean named = false;
        boolean stated = isStated(page);
        for (Element time : times) {
            String when = time.hasAttr("datetime") ? time.attr("datetime") : time.attr("content");
            Element update = update(time, timed);
            if (update == null || updates.containsKey(update)) {
                continue;
            }
            // A timeline of what happened gives days; updates were posted at some hour.
            Dates.parse(when, Imprint.Origin.META)
                    .filter(date -> date.time() != null || stated)
                    .ifPresent(date -> updates.put(update, date));
            named |= isNamed(update) || isNamed(update.parent());
        }
        boolean live =
                named || stated || (title != null && LIVE_TITLE.matcher(title).find());
        return updates.size() > 1 && live ? updates : Map.of();
    }

    private static boolean isNamed(@Nullable Element element) {
        return element != null && LIVE.matcher(Dom.names(element)).find();
    }

    private static boolean isStated(Document page) {
        return page.selectFirst("[itemtype$=LiveBlogPosting]") != null
                || page.select("script[type=application/ld+json]").stream()
                        .anyMatch(script -> script.data().contains("LiveBlogPosting"));
    }

    /** The elements that hold a time. */
    private static Set<Element> around(List<Element> times) {
        Set<Element> around = new HashSet<>();
        for (Element time : times) {
            Element at = time;
            while (at != null && around.add(at)) {
                at = at.parent();
            }
        }
        return around;
    }

    /** The element around a time that the page repeats: one beside it is named alike and has a time of its own. */
    private static @Nullable Element update(Element time, Set<Element> timed) {
        Element at = time.parent();
        for (int level = 0; level < LEVELS && at != null && !at.normalName().equals("body"); level++) {
            boolean repeated = Dom.isBlock(at)
                    && !at.normalName().equals("p")
                    && (isAlike(at, at.nextElementSibling(), timed) || isAlike(at, at.previousElementSibling(), timed));
            if (repeated) {
                return at;
            }
            at = at.parent();
        }
        return null;
    }

    private static boolean isAlike(Element one, @Nullable Element two, Set<Element> timed) {
        return two != null
                && one.normalName().equals(two.normalName())
                && one.className().equals(two.className())
                && timed.contains(two);
    }
}
