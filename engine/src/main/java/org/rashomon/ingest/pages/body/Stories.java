package org.rashomon.ingest.pages.body;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.ingest.blocks.Sentences;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;

/**
 * The articles of a page that holds several: those that stand beside the page's own, and those of a page that is of none of them.
 *
 * <p>An article has a headline, paragraphs, and something of its own beside: an address, a date. Chapters of one article have
 * headlines and paragraphs only.
 */
final class Stories {
    private static final Cut OTHER = new Cut(Cut.Kind.NEVER, "another article on the page");
    private static final String OWN =
            "time, [itemprop=datePublished], [data-url], [data-permalink], [rel=author], [class*=byline], [class*=date], [class*=author]";
    private static final int LEAST_TITLE = 12;
    private static final int LEAST_PARAGRAPH = 40;
    private static final int LEAST_STORY = 150;
    private static final int FEWEST_PARAGRAPHS = 2;
    /** A page of several articles has little prose beside them. */
    private static final double MOST_BESIDE = 0.3;

    private Stories() {}

    /** What one article of several states of itself. */
    record Head(
            String title, @Nullable String url, @Nullable PublicationDate published) {}

    /** The elements that hold other articles than the one with this headline. */
    static Map<Element, Cut> others(Element body, @Nullable String title) {
        Element own = title == null ? null : headline(body, Sentences.letters(title));
        Map<Element, Cut> others = new HashMap<>();
        if (own == null) {
            return others;
        }
        for (Element at = own; !at.equals(body) && at.parent() != null; at = at.parent()) {
            for (Element sibling : at.parent().children()) {
                if (!sibling.equals(at) && isAlike(sibling, at) && isStory(sibling, own.normalName())) {
                    others.put(sibling, OTHER);
                }
            }
        }
        Element around = own.closest("article");
        if (around == null || paragraphs(around) < FEWEST_PARAGRAPHS) {
            return others;
        }
        for (Element article : body.select("article")) {
            if (!isWithin(own, article) && isStory(article, "h1, h2, h3, h4")) {
                others.put(article, OTHER);
            }
        }
        return others;
    }

    /** The article's printed headline: the highest of the headings that say what the title says. */
    private static @Nullable Element headline(Element body, String wanted) {
        return wanted.length() < LEAST_TITLE
                ? null
                : body.select("h1, h2, h3").stream()
                        .filter(heading -> isTitle(Sentences.letters(heading.text()), wanted))
                        .min(Comparator.comparing(Element::normalName))
                        .orElse(null);
    }

    /** A title in the metadata may be longer by the name of its site, a printed one by a kicker. */
    private static boolean isTitle(String heading, String wanted) {
        return heading.equals(wanted)
                || (heading.length() >= LEAST_TITLE && (wanted.startsWith(heading) || heading.endsWith(wanted)));
    }

    /** Siblings that a page sets alike. */
    private static boolean isAlike(Element one, Element two) {
        return one.normalName().equals(two.normalName())
                && Dom.isBlock(one)
                && !Dom.isHeading(one)
                && (one.normalName().equals("article") || one.className().equals(two.className()));
    }

    private static boolean isStory(Element element, String heading) {
        Element own = element.selectFirst(heading);
        return own != null
                && paragraphs(element) > 0
                && (element.normalName().equals("article") || hasOwnFacts(element, own));
    }

    private static boolean hasOwnFacts(Element element, Element heading) {
        return heading.normalName().equals("h1") || address(heading) != null || element.selectFirst(OWN) != null;
    }

    private static @Nullable String address(Element heading) {
        Element outer = heading.parent();
        Element link = heading.selectFirst("a[href]");
        if (link == null && outer != null && outer.normalName().equals("a")) {
            link = outer;
        }
        String address = link == null ? "" : link.attr("href");
        return address.isEmpty() || address.startsWith("#") ? null : address;
    }

    private static long paragraphs(Element element) {
        return element.select("p").stream()
                .filter(paragraph -> Dom.visible(paragraph.text()) >= LEAST_PARAGRAPH)
                .count();
    }

    /** The articles of a page that is of none of them, in order; empty for any other page. */
    static List<Element> whole(Element body, @Nullable String title) {
        if (title != null && headline(body, Sentences.letters(title)) != null) {
            return List.of();
        }
        Weights weights = Weights.of(body, element -> false);
        List<Element> stories = new ArrayList<>();
        int prose = 0;
        for (Element story : body.select("article, [itemtype$=Article], [itemtype$=BlogPosting]")) {
            boolean inner = !stories.isEmpty() && isWithin(story, stories.get(stories.size() - 1));
            if (!inner && isWhole(story)) {
                stories.add(story);
                prose += weights.of(story).prose;
            }
        }
        boolean all = prose >= weights.of(body).prose * (1 - MOST_BESIDE);
        return stories.size() > 1 && all ? stories : List.of();
    }

    private static boolean isWithin(Element inner, Element outer) {
        for (Element at = inner.parent(); at != null; at = at.parent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWhole(Element story) {
        List<Element> headings = story.select("h1, h2, h3");
        return !headings.isEmpty()
                && hasOwnFacts(story, headings.get(0))
                && paragraphs(story) >= FEWEST_PARAGRAPHS
                && story.select("p").stream()
                                .mapToInt(paragraph -> Dom.visible(paragraph.text()))
                                .sum()
                        >= LEAST_STORY
                && story.select("article, [itemtype$=Article], [itemtype$=BlogPosting]")
                                .size()
                        == 1;
    }

    /** What an article of several states. */
    static Head head(Element story) {
        Element heading = story.selectFirst("h1, h2, h3");
        Element time = story.selectFirst("time[datetime], [itemprop=datePublished]");
        Optional<PublicationDate> published = Optional.ofNullable(time)
                .map(element -> element.hasAttr("datetime") ? element.attr("datetime") : element.attr("content"))
                .flatMap(stated -> Dates.parse(stated, Imprint.Origin.META));
        String address = heading == null ? null : address(heading);
        return new Head(
                heading == null ? "" : heading.text(),
                address != null && address.startsWith("http") ? address : null,
                published.orElse(null));
    }
}
