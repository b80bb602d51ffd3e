package org.rashomon.ingest.pages.body;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
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
    static final Cut OTHER = new Cut(Cut.Kind.NEVER, "another article on the page");
    static final String OWN =
            "time, [itemprop=datePublished], [data-url], [data-permalink], [rel=author], [class*=byline], [class*=date], [class*=author]";
    private static final int LEAST_TITLE = 12;
    private static final int LEAST_PARAGRAPH = 40;
    private static final int LEAST_STORY = 150;
    private static final int FEWEST_PARAGRAPHS = 2;
    private static final int LONGEST_DATE = 120;
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
            // Within the article's own element a box may be marked so, too: a statement in full, a profile.
            boolean story = isWithin(article, around)
                    ? isStory(article, "h1, h2, h3, h4") && hasOwnFacts(article, article.selectFirst("h1, h2, h3, h4"))
                    : isStory(article, "h1, h2, h3, h4");
            if (!isWithin(own, article) && story) {
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
    static boolean isAlike(Element one, Element two) {
        return one.normalName().equals(two.normalName())
                && Dom.isBlock(one)
                && !Dom.isHeading(one)
                && (one.normalName().equals("article")
                        || one.className().equals(two.className())
                        || shareName(one, two));
    }

    /** Systems add numbers and topics to the name that all of a kind have: {@code post post-31 topic-war}. */
    private static boolean shareName(Element one, Element two) {
        Set<String> names = two.classNames();
        return one.classNames().stream().anyMatch(names::contains);
    }

    private static boolean isStory(Element element, String heading) {
        Element own = element.selectFirst(heading);
        return own != null
                && paragraphs(element) > 0
                && (element.normalName().equals("article") || hasOwnFacts(element, own));
    }

    static boolean hasOwnFacts(Element element, @Nullable Element heading) {
        return heading != null
                && (heading.normalName().equals("h1") || address(heading) != null || element.selectFirst(OWN) != null);
    }

    static @Nullable String address(Element heading) {
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
        Element headline = title == null ? null : headline(body, Sentences.letters(title));
        if (headline != null && title != null && !isStated(body, title) && isOneOfMany(body, headline)) {
            headline = null;
        }
        Weights weights = Weights.of(body, element -> false);
        List<Element> stories = headline == null ? marked(body, weights) : List.of();
        return stories.isEmpty() ? holdAll(StoryGroups.of(body, weights, title, headline), body, weights) : stories;
    }

    /** Whether metadata give the page this title, too; without them it is only the first of its headings. */
    private static boolean isStated(Element body, String title) {
        Document page = body.ownerDocument();
        String letters = Sentences.letters(title);
        return page != null
                && (Sentences.letters(page.title()).contains(letters)
                        || page.select("meta[property=og:title], meta[name=twitter:title]").stream()
                                .anyMatch(meta ->
                                        Sentences.letters(meta.attr("content")).contains(letters)));
    }

    private static boolean isOneOfMany(Element body, Element heading) {
        return body.select(heading.normalName()).size() > 1;
    }

    private static List<Element> holdAll(List<Element> stories, Element body, Weights weights) {
        int prose = stories.stream()
                .mapToInt(story -> Weights.of(story, element -> false).of(story).prose)
                .sum();
        boolean all = prose >= weights.of(body).prose * (1 - MOST_BESIDE);
        return stories.size() > 1 && all ? stories : List.of();
    }

    /** Those that the page marks as articles. */
    private static List<Element> marked(Element body, Weights weights) {
        List<Element> stories = new ArrayList<>();
        for (Element story : body.select("article, [itemtype$=Article], [itemtype$=BlogPosting]")) {
            boolean inner = !stories.isEmpty() && isWithin(story, stories.get(stories.size() - 1));
            if (!inner && isWhole(story)) {
                stories.add(story);
            }
        }
        return holdAll(stories, body, weights);
    }

    static boolean isWithin(Element inner, Element outer) {
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

    /** The one day in a line that is named for it. */
    private static Optional<PublicationDate> printed(Element story) {
        return story.select("time, [class*=date], [class*=meta], [class*=byline]").stream()
                .map(Element::text)
                .filter(text -> text.length() <= LONGEST_DATE)
                .map(text -> Dates.in(text, Dates.Order.UNKNOWN))
                .filter(found -> found.size() == 1)
                .flatMap(found -> Stream.ofNullable(found.get(0).day()))
                .map(day -> new PublicationDate(day, null, Imprint.Origin.TEXT))
                .findFirst();
    }

    /** What an article of several states. */
    static Head head(Element story) {
        Element heading = story.selectFirst("h1, h2, h3, h4");
        Element time = story.selectFirst("time[datetime], [itemprop=datePublished]");
        Optional<PublicationDate> published = Optional.ofNullable(time)
                .map(element -> element.hasAttr("datetime") ? element.attr("datetime") : element.attr("content"))
                .flatMap(stated -> Dates.parse(stated, Imprint.Origin.META))
                .or(() -> printed(story));
        String address = heading == null ? null : address(heading);
        return new Head(
                heading == null ? "" : heading.text(),
                address != null && address.startsWith("http") ? address : null,
                published.orElse(null));
    }
}
