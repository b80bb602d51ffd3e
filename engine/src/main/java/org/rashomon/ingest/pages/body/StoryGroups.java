package org.rashomon.ingest.pages.body;

import java.util.ArrayList;
import java.util.HashMap;
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
    private static final int LONGEST_LABEL = 100;
    private static final int STEM = 5;
    private static final int LEAST_STEM = 4;
    /** Words of so many letters that say nothing of a story's subject. */
    private static final Set<String> COMMON = Set.of(
            "this", "that", "what", "with", "from", "have", "need", "know", "your", "here", "will", "they", "were",
            "been", "more", "than", "also", "into", "over", "when", "where", "which", "about", "after", "other",
            "their", "there", "these", "those", "could", "would", "should", "today", "morning", "news", "night", "said",
            "says", "post");

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
    /** The first heading in each element, and how many of each rank it holds. */
    private final Map<Element, Element> first = new HashMap<>();

    private final Map<Element, Map<String, Integer>> held = new HashMap<>();

    private StoryGroups(Element body, Weights weights, @Nullable String title, @Nullable Element headline) {
        this.body = body;
        this.weights = weights;
        this.title = title;
        this.headline = headline;
        for (Element heading : body.select(HEADINGS)) {
            for (Element at = heading; at != null && !at.equals(body); at = at.parent()) {
                first.putIfAbsent(at, heading);
                held.computeIfAbsent(at, a -> new HashMap<>()).merge(heading.normalName(), 1, Integer::sum);
            }
        }
    }

    /** The stories of a page in order, wrapped into elements of their own where they have none. */
    static List<Element> of(Element body, Weights weights, @Nullable String title, @Nullable Element headline) {
        Map<Element, String> lines = body.select("h2, h3, h4").isEmpty() ? HeadingLines.raise(body) : Map.of();
        StoryGroups groups = new StoryGroups(body, weights, title, headline);
        List<Element> named = groups.named();
        List<Element> stories = new ArrayList<>();
        groups.collect(body, 0, stories);
        List<Element> taken = prose(named) > prose(stories) ? named : stories;
        lines.forEach((line, tag) -> {
            if (taken.stream().noneMatch(story -> Stories.isWithin(line, story))) {
                line.tagName(tag);
            }
        });
        return taken;
    }

    private static int prose(List<Element> stories) {
        return stories.stream()
                .mapToInt(story -> Weights.of(story, element -> false).of(story).prose)
                .sum();
    }

    /** The stories of one name, wherever they stand: below the sections of a paper. */
    private List<Element> named() {
        Map<String, List<Element>> groups = new LinkedHashMap<>();
        for (Element element : body.select("[class]")) {
            Element heading = heading(element);
            if (heading != null) {
                for (String name : element.classNames()) {
                    String kind = element.normalName() + " " + heading.normalName() + " " + name;
                    groups.computeIfAbsent(kind, k -> new ArrayList<>()).add(element);
                }
            }
        }
        List<Element> best = List.of();
        int most = 0;
        for (List<Element> group : groups.values()) {
            int prose =
                    group.stream().mapToInt(story -> weights.of(story).prose).sum();
            if (group.size() >= FEWEST && prose > most && !isNested(group) && areStories(group)) {
                best = group;
                most = prose;
            }
        }
        return best;
    }

    /** In document order an element follows right upon the one that it stands in. */
    private static boolean isNested(List<Element> group) {
        for (int i = 1; i < group.size(); i++) {
            if (Stories.isWithin(group.get(i), group.get(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** The one heading of an element that could be a story; null where it could be none. */
    private @Nullable Element heading(Element element) {
        Element heading = first.get(element);
        boolean only = heading != null
                && !heading.equals(element)
                && Dom.isBlock(element)
                && weights.of(element).prose > 0
                && held.getOrDefault(element, Map.of()).getOrDefault(heading.normalName(), 0) == 1;
        return only && heading != null && opens(element, heading) ? heading : null;
    }

    /** A story begins with its headline, or with a label or a day above it. */
    private static boolean opens(Element element, Element heading) {
        int at = element.text().indexOf(heading.text());
        return at >= 0 && at <= LONGEST_LABEL;
    }

    private void collect(Element parent, int depth, List<Element> stories) {
        if (weights.of(parent).prose == 0 || depth > DEEPEST || parent.childrenSize() > MOST_CHILDREN) {
            return;
        }
        List<Element> group = alike(parent);
        if (group.isEmpty()) {
            group = wrapped(parent);
        }
        stories.addAll(group);
        for (Element child : parent.children()) {
            if (!group.contains(child)) {
                collect(child, depth + 1, stories);
            }
        }
    }

    /** The children that are stories: all of one tag with facts of their own, else all of one rank, else those of one name. */
    private List<Element> alike(Element parent) {
        Map<String, List<Element>> groups = new LinkedHashMap<>();
        for (Element child : parent.children()) {
            Element heading = heading(child);
            if (heading != null) {
                String ranked = child.normalName() + " " + heading.normalName();
                if (Stories.address(heading) != null) {
                    groups.computeIfAbsent(child.normalName(), k -> new ArrayList<>())
                            .add(child);
                }
                groups.computeIfAbsent(ranked, k -> new ArrayList<>()).add(child);
                for (String name : child.classNames()) {
                    groups.computeIfAbsent(ranked + " " + name, k -> new ArrayList<>())
                            .add(child);
                }
            }
        }
        List<Element> best = List.of();
        for (List<Element> group : groups.values()) {
            if (group.size() > best.size() && areStories(group)) {
                best = group;
            }
        }
        return best;
    }

    /** The stories whose headings and paragraphs stand side by side, each set into an element; empty where these are no stories. */
    private List<Element> wrapped(Element parent) {
        boolean headed = parent.children().stream().anyMatch(Dom::isHeading);
        Map<Element, String> lines = headed ? Map.of() : HeadingLines.raise(parent.children());
        List<Element> group = wrappedAtHeadings(parent);
        if (group.isEmpty()) {
            lines.forEach(Element::tagName);
        }
        return group;
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
        String lead = headline == null ? "" : lead(group.get(0));
        if (!names(lead).isEmpty()) {
            return false;
        }
        Set<String> about = stems((title == null ? "" : title) + " " + lead);
        int ofTitle = 0;
        for (Element story : group) {
            Element heading = story.selectFirst(HEADINGS);
            String head = heading == null ? "" : heading.text();
            if (!isHeadline(head)) {
                return false;
            }
            Set<String> names = names(story.text());
            Set<String> words = stems(story.text());
            ofTitle += about.stream().anyMatch(words::contains) ? 1 : 0;
            if (names.isEmpty() || names.stream().anyMatch(seen::contains)) {
                return false;
            }
            seen.addAll(names);
        }
        return ofTitle <= (headline == null ? 1 : 0);
    }

    /** What stands before the first of a group in its own parent: the lead of an article, or a greeting. */
    private static String lead(Element first) {
        StringBuilder lead = new StringBuilder();
        for (Element before = first.previousElementSibling();
                before != null;
                before = before.previousElementSibling()) {
            lead.append(Dom.isHeading(before) ? "" : before.text()).append(". ");
        }
        return lead.toString();
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
            if (word.length() >= LEAST_STEM && !COMMON.contains(word)) {
                stems.add(word.substring(0, Math.min(word.length(), STEM)));
            }
        }
        return stems;
    }
}
