package org.rashomon.ingest.pages.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Sentences;

/**
 * Stories that a page sets alike, whatever it calls them: siblings of one kind, each with one heading and prose under it, or headings of
 * one rank among paragraphs. Chapters of one article look the same; stories have something of their own beside (an address, a day), or
 * tell of different people and places under headlines that are sentences.
 */
final class StoryGroups {
    private static final int FEWEST = 2;
    private static final int FEWEST_HEADLINE_WORDS = 4;
    private static final int MOST_CHILDREN = 2000;
    private static final int DEEPEST = 60;
    private static final int STEM = 5;
    private static final String HEADINGS = "h1, h2, h3, h4";
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{Ll},;] )\\p{Lu}\\p{Ll}{2,}");
    private static final Pattern HOST =
            Pattern.compile("^(?:https?:)?//(?:www\\.)?([^/?#:]+)", Pattern.CASE_INSENSITIVE);
    /** Every story happens on some day. */
    private static final Pattern DAY = Pattern.compile(
            "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December");

    private final Element body;
    private final Weights weights;
    private final @Nullable String title;
    /** The page's own headline in print; null where it has none. */
    private final @Nullable Element headline;

    private StoryGroups(Element body, Weights weights, @Nullable String title, @Nullable Element headline) {
        this.body = body;
        this.weights = weights;
        this.title = title;
        this.headline = headline;
    }

    /** The stories of a page in order, wrapped into elements of their own where they have none. */
    static List<Element> of(Element body, Weights weights, @Nullable String title, @Nullable Element headline) {
        List<Element> stories = new ArrayList<>();
        new StoryGroups(body, weights, title, headline).collect(body, 0, stories);
        return stories;
    }

    private void collect(Element parent, int depth, List<Element> stories) {
        if (weights.of(parent).prose == 0 || depth > DEEPEST || parent.childrenSize() > MOST_CHILDREN) {
            return;
        }
        List<Element> group = alike(parent);
        if (!areStories(group)) {
            group = wrapped(parent);
        }
        stories.addAll(group);
        for (Element child : parent.children()) {
            if (!group.contains(child)) {
                collect(child, depth + 1, stories);
            }
        }
    }

    /** The children of one kind that could be a story each. */
    private List<Element> alike(Element parent) {
        List<Element> group = new ArrayList<>();
        String rank = "";
        for (Element child : parent.children()) {
            Element heading = Dom.isBlock(child) && !Dom.isHeading(child) && weights.of(child).prose > 0
                    ? child.selectFirst(HEADINGS)
                    : null;
            if (heading == null || child.select(heading.normalName()).size() != 1) {
                continue;
            }
            if (group.isEmpty()) {
                rank = heading.normalName();
                group.add(child);
            } else if (rank.equals(heading.normalName()) && Stories.isAlike(child, group.get(0))) {
                group.add(child);
            }
        }
        return group;
    }

    /** The stories whose headings and paragraphs stand side by side, each set into an element; empty where these are no stories. */
    private List<Element> wrapped(Element parent) {
        List<Element> bold = isHeaded(parent) ? List.of() : boldLines(parent);
        bold.forEach(line -> line.tagName("h4"));
        List<Element> group = wrappedAtHeadings(parent);
        if (group.isEmpty()) {
            bold.forEach(line -> line.tagName("p"));
        }
        return group;
    }

    private static boolean isHeaded(Element parent) {
        return parent.children().stream().anyMatch(Dom::isHeading);
    }

    /** Paragraphs in bold throughout, which old pages have for headlines. */
    private static List<Element> boldLines(Element parent) {
        return parent.children().stream()
                .filter(child -> child.normalName().equals("p")
                        && child.select("b, strong").text().equals(child.text())
                        && isHeadline(child.text())
                        && !Sentences.endsLikeOne(child.text()))
                .toList();
    }

    private List<Element> wrappedAtHeadings(Element parent) {
        List<Element> headings = headings(parent);
        if (headings.size() < FEWEST) {
            return List.of();
        }
        List<Element> group = new ArrayList<>();
        for (Element first : headings) {
            Element story = new Element("div");
            first.before(story);
            Node next = first;
            while (next != null
                    && (next.equals(first) || !(next instanceof Element element && headings.contains(element)))) {
                Node following = next.nextSibling();
                story.appendChild(next);
                next = following;
            }
            group.add(story);
        }
        boolean stories = group.stream()
                        .allMatch(story -> Weights.of(story, element -> false).of(story).prose > 0)
                && areStories(group);
        if (!stories) {
            group.forEach(Element::unwrap);
            return List.of();
        }
        return group;
    }

    /** The children that are headings of one rank: of that which most have. */
    private List<Element> headings(Element parent) {
        Map<String, List<Element>> byRank = new LinkedHashMap<>();
        for (Element child : parent.children()) {
            Element heading = headingOnly(child);
            if (heading != null && !heading.equals(headline)) {
                String rank = child.normalName() + heading.normalName();
                byRank.computeIfAbsent(rank, r -> new ArrayList<>()).add(child);
            }
        }
        return byRank.values().stream()
                .reduce((one, other) -> other.size() > one.size() ? other : one)
                .orElse(List.of());
    }

    private @Nullable Element headingOnly(Element child) {
        Element heading = Dom.isHeading(child) ? child : child.selectFirst(HEADINGS);
        boolean only = heading != null
                && heading.normalName().compareTo("h5") < 0
                && (heading.equals(child)
                        || (weights.of(child).prose == 0 && child.text().equals(heading.text())));
        return only ? heading : null;
    }

    private boolean areStories(List<Element> group) {
        if (group.size() < FEWEST
                || (headline != null && group.stream().anyMatch(story -> Stories.isWithin(headline, story)))) {
            return false;
        }
        return group.stream().allMatch(this::hasOwnFacts) || tellOfDifferentThings(group);
    }

    /** Under a headline of the page a day alone is none, as updates of one story have it; nor are links to wares elsewhere. */
    private boolean hasOwnFacts(Element story) {
        Element heading = story.selectFirst(HEADINGS);
        if (heading == null) {
            return false;
        }
        String address = Stories.address(heading);
        if (headline == null) {
            return address != null || story.selectFirst(Stories.OWN) != null;
        }
        return address != null && isOnThisSite(address);
    }

    private boolean isOnThisSite(String address) {
        String host = host(address);
        Document page = body.ownerDocument();
        return host.isEmpty()
                || (page != null
                        && page.select("link[rel=canonical], meta[property=og:url]").stream()
                                .map(stated -> host(stated.attr("href") + stated.attr("content")))
                                .anyMatch(host::equals));
    }

    /** Empty where an address gives none. */
    private static String host(String address) {
        Matcher host = HOST.matcher(address);
        return host.find() ? host.group(1) : "";
    }

    private static boolean isHeadline(String heading) {
        return Sentences.words(heading, FEWEST_HEADLINE_WORDS) >= FEWEST_HEADLINE_WORDS && !heading.endsWith("?");
    }

    private boolean tellOfDifferentThings(List<Element> group) {
        Set<String> seen = new HashSet<>();
        Set<String> titleWords = stems(title == null ? "" : title);
        int ofTitle = 0;
        for (Element story : group) {
            Element heading = story.selectFirst(HEADINGS);
            String head = heading == null ? "" : heading.text();
            if (!isHeadline(head)) {
                return false;
            }
            Set<String> names = names(story.text());
            Set<String> words = stems(story.text());
            ofTitle += titleWords.stream().anyMatch(words::contains) ? 1 : 0;
            if (names.isEmpty() || names.stream().anyMatch(seen::contains)) {
                return false;
            }
            seen.addAll(names);
        }
        return ofTitle <= 1;
    }

    private static Set<String> names(String text) {
        Set<String> words = new HashSet<>(List.of(text.split("[^\\p{L}]+")));
        Set<String> names = new HashSet<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            // A block may begin where the one before it ends without a stop.
            boolean common = words.contains(name.group().toLowerCase(Locale.ROOT));
            if (!common && !DAY.matcher(name.group()).matches()) {
                names.add(name.group());
            }
        }
        return names;
    }

    /** The beginnings of the longer words. */
    private static Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")) {
            if (word.length() >= STEM) {
                stems.add(word.substring(0, STEM));
            }
        }
        return stems;
    }
}
