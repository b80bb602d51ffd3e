package org.rashomon.ingest.pages.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Sentences;

/**
 * The headline as the page prints it. Its metadata often hold another one, written for search engines; they serve to tell which of a
 * page's headings is its article's.
 *
 * @param text the headline; null where the page has none
 * @param element the heading that prints it; null where only metadata state it
 */
record Headline(@Nullable String text, @Nullable Element element) {
    private static final int MOST_HEADINGS = 200;
    private static final int LONGEST = 400;
    private static final int LEAST_LETTERS = 12;
    private static final int LEAST_WORDS = 3;
    private static final int LEAST_PARAGRAPH = 60;
    private static final int STATED = 4;
    private static final int ALIKE = 2;

    private static final Pattern TELLING = Pattern.compile(
            "headline|(?:entry|post|article|story|content|page|single)[_-]{0,2}(?:title|heading|hed)|^title$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SITE =
            Pattern.compile("logo|brand|masthead|site-?(?:name|title)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BESIDE = Pattern.compile(
            "related|recirc|recommend|trending|sidebar|widget|teaser|promo|carousel|comment|footer|popup|modal",
            Pattern.CASE_INSENSITIVE);
    private static final String INNER_FURNITURE =
            "script, style, svg, button, sup.count, [class*=kicker], [class*=eyebrow], [class*=sr-only], [class*=visually-hidden], [class*=screen-reader], [class*=share], time";
    private static final Pattern SEPARATOR = Pattern.compile(" (?:[|·•»:–—-]|::|--) | [|–—-](?= )");

    /**
     * @param stated what metadata give as the title, with or without the site's name
     * @param siteNames what the page calls its site
     * @param isSection whether a folded word or two name a part of a paper
     */
    static Headline of(
            Document page,
            List<String> stated,
            List<String> siteNames,
            PageAddress address,
            Predicate<String> isSection) {
        Set<String> titles = new LinkedHashSet<>();
        stated.forEach(title -> titles.addAll(readings(title)));
        Set<String> sites = new HashSet<>();
        siteNames.forEach(name -> sites.add(Sentences.letters(name)));
        Element best = null;
        String bestText = null;
        int most = 0;
        for (Element heading : headings(page)) {
            String text = printed(heading, titles);
            if (text.isEmpty() || text.length() > LONGEST || sites.contains(Sentences.letters(text))) {
                continue;
            }
            int score = score(heading, text, titles, address, isSection);
            if (score > most) {
                most = score;
                best = heading;
                bestText = text;
            }
        }
        if (best != null) {
            return new Headline(bestText, best);
        }
        Element line = line(page, titles, sites);
        return line != null
                ? new Headline(line.text().strip(), line)
                : new Headline(shortest(stated, sites, address), null);
    }

    /** Without headings, the longest line that is a stated title or a part of one. */
    private static @Nullable Element line(Document page, Set<String> titles, Set<String> sites) {
        Set<String> wanted = new HashSet<>();
        titles.stream()
                .map(Sentences::letters)
                .filter(letters -> letters.length() >= LEAST_LETTERS && !sites.contains(letters))
                .forEach(wanted::add);
        Element best = null;
        int most = 0;
        for (Element element : page.select("td, div, p, strong, b, span, font, h4, h5, dt, li")) {
            String own = element.ownText();
            int length = own.length();
            if (length > most && length <= LONGEST && wanted.contains(Sentences.letters(own)) && !isBeside(element)) {
                most = length;
                best = element;
            }
        }
        return best;
    }

    /** Headings in document order; those of lower rank count where their name or their words tell. */
    private static List<Element> headings(Document page) {
        return page.select("h1, h2, h3, [itemprop~=(?i)^headline$]").stream()
                .filter(element -> !element.normalName().equals("meta"))
                .limit(MOST_HEADINGS)
                .toList();
    }

    /** Above zero where the heading may be the article's; the article's own words in metadata weigh most. */
    private static int score(
            Element heading, String text, Set<String> titles, PageAddress address, Predicate<String> isSection) {
        int alike = alike(text, titles);
        boolean first =
                heading.normalName().equals("h1") || heading.attr("itemprop").equalsIgnoreCase("headline");
        if (!first && alike < STATED) {
            return 0;
        }
        String names = heading.className() + " " + heading.id();
        if (isBeside(heading) || SITE.matcher(names).find() || leadsElsewhere(heading, address)) {
            return alike >= STATED && !SITE.matcher(names).find() ? 1 : 0;
        }
        boolean small = Sentences.words(text, LEAST_WORDS) < LEAST_WORDS
                && Sentences.letters(text).length() < LEAST_LETTERS
                && !headsText(heading);
        if (alike == 0 && (small || isSection.test(Sentences.fold(text)))) {
            return 0;
        }
        int score = 1 + 3 * alike + (first ? 2 : 0);
        score += heading.attr("itemprop").equalsIgnoreCase("headline")
                        || TELLING.matcher(names).find()
                ? 2
                : 0;
        score += heading.closest("article, main, [role=main]") != null ? 1 : 0;
        return score;
    }

    /** Whether the page's only heading of its rank stands right over paragraphs, as the name of a site or section does not. */
    private static boolean headsText(Element heading) {
        Element around = heading.parent();
        boolean only = heading.ownerDocument() != null
                && heading.ownerDocument().select(heading.normalName()).size() == 1
                && Sentences.words(heading.text(), 2) == 2;
        for (int level = 0; only && level < 2 && around != null; level++) {
            if (around.children().stream()
                    .anyMatch(child ->
                            child.normalName().equals("p") && child.text().length() >= LEAST_PARAGRAPH)) {
                return true;
            }
            around = around.parent();
        }
        return false;
    }

    private static boolean isBeside(Element heading) {
        for (Element above = heading; above != null; above = above.parent()) {
            String tag = above.normalName();
            if (tag.equals("nav")
                    || tag.equals("footer")
                    || tag.equals("aside")
                    || tag.equals("dialog")
                    || tag.equals("noscript")
                    || tag.equals("template")) {
                return true;
            }
            if (tag.equals("article") || tag.equals("main") || tag.equals("body")) {
                return false;
            }
            if (BESIDE.matcher(above.className()).find()
                    || above.attr("aria-hidden").equals("true")) {
                return true;
            }
        }
        return false;
    }

    private static boolean leadsElsewhere(Element heading, PageAddress address) {
        Element link = heading.selectFirst("a[href]");
        Element around = heading.closest("a[href]");
        Element found = around != null ? around : link;
        if (found == null
                || (link != null
                        && around == null
                        && link.text().length() < heading.text().length() * 2 / 3)) {
            return false;
        }
        String href = found.attr("href");
        return !href.startsWith("#") && !href.startsWith("javascript") && !address.isOwn(href);
    }

    /** {@link #STATED} where metadata state these words; else how many of the words they share, up to {@link #ALIKE}. */
    private static int alike(String text, Set<String> titles) {
        String letters = Sentences.letters(text);
        int best = 0;
        for (String title : titles) {
            String other = Sentences.letters(title);
            if (other.equals(letters)) {
                return STATED;
            }
            boolean holds = letters.length() >= LEAST_LETTERS
                    && other.length() >= LEAST_LETTERS
                    && (other.startsWith(letters) || letters.startsWith(other));
            best = Math.max(best, holds ? STATED - 1 : shared(text, title));
        }
        return best;
    }

    private static int shared(String text, String title) {
        Set<String> words = words(text);
        Set<String> others = words(title);
        int least = Math.min(words.size(), others.size());
        words.retainAll(others);
        if (least < LEAST_WORDS) {
            return 0;
        }
        return words.size() * 5 >= least * 3 ? ALIKE : words.size() * 4 >= least ? 1 : 0;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")));
        words.removeIf(word -> word.length() < 3);
        return words;
    }

    /** The heading's words, without a kicker, a count or a button within it, and without words before those that metadata state. */
    private static String printed(Element heading, Set<String> titles) {
        String whole = heading.text().strip();
        if (whole.isEmpty() || whole.length() > LONGEST * 2) {
            return "";
        }
        Element copy = heading.clone();
        copy.select(INNER_FURNITURE).remove();
        String text = copy.text().strip();
        if (text.isEmpty()) {
            return "";
        }
        for (Element part : heading.children()) {
            String only = part.text().strip();
            if (only.length() < text.length()
                    && titles.stream().anyMatch(t -> Sentences.letters(t).equals(Sentences.letters(only)))) {
                return only;
            }
        }
        return text;
    }

    /** A title, and what is left of it when its last or first parts are taken for names of the site. */
    private static List<String> readings(String title) {
        List<String> readings = new ArrayList<>();
        readings.add(title);
        var matcher = SEPARATOR.matcher(title);
        while (matcher.find()) {
            readings.add(title.substring(0, matcher.start()));
            readings.add(title.substring(matcher.end()).strip());
        }
        return readings;
    }

    /** What metadata state, without the site's name at its end or start. */
    private static @Nullable String shortest(List<String> stated, Set<String> sites, PageAddress address) {
        for (String title : stated) {
            String left = title;
            for (boolean again = true; again; ) {
                Optional<String> cut = withoutSite(left, sites, address);
                again = cut.isPresent();
                left = cut.orElse(left);
            }
            if (!sites.contains(Sentences.letters(left))) {
                return left;
            }
        }
        return stated.isEmpty() ? null : stated.get(0);
    }

    private static Optional<String> withoutSite(String title, Set<String> sites, PageAddress address) {
        var matcher = SEPARATOR.matcher(title);
        while (matcher.find()) {
            String before = title.substring(0, matcher.start()).strip();
            String after = title.substring(matcher.end()).strip();
            if (sites.contains(Sentences.letters(after)) || (!after.isEmpty() && address.hostNames(after))) {
                return Optional.of(before);
            }
            if (sites.contains(Sentences.letters(before))) {
                return Optional.of(after);
            }
        }
        return Optional.empty();
    }
}
