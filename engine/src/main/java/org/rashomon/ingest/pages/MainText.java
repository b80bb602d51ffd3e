package org.rashomon.ingest.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Sentences;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.model.BlockRole;

/**
 * Finds the article in a page, in time linear in the page's size.
 *
 * <p>Elements that by tag or name hold no article are cut away; each remaining paragraph votes for the elements around it by its
 * length and commas, as Readability does (A. Lavoie's and Arc90's method); the element with the most votes per link is the
 * article, with such neighbours as vote like it.
 */
final class MainText {
    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "form",
            "button",
            "input",
            "select",
            "textarea",
            "nav",
            "footer",
            "object",
            "embed",
            "canvas",
            "dialog",
            "audio",
            "video",
            "menu",
            "map",
            "head",
            "link",
            "meta",
            "aside");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "ul",
            "summary",
            "aside");
    private static final Pattern JUNK = Pattern.compile(
            "(?:^|[\\s_-])(?:comments?(?:$|[\\s_-])|disqus|respond(?:$|[\\s_-])|shar(?:e|ing)|social|related|recirc|recommend|newsletter|subscri|sign-?up|promo|sponsor"
                    + "|advert|ads?(?:$|[\\s_-])|banner|breadcrumb|cookie|consent|footer|sidebar|menu|nav(?:$|[\\s_-])|navigation|popup|modal|tags?(?:$|[\\s_-])|tag-?list|outbrain|taboola"
                    + "|author-?(?:bio|info|box|card)|byline|dateline|timestamp|most-?(?:read|popular|viewed)|trending|read-?(?:more|next)|more-?(?:from|stories|on)|widget|toolbar"
                    + "|pagination|pager|skip|print|hidden|visually|screen-reader|sr-only|rating|meta(?:$|[\\s_-])|credit|copyright|gallery|carousel|slideshow|pull-?quote|inset|teaser|infobox|disclaimer|caption-?credit|correction)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GOOD =
            Pattern.compile("article|body|content|entry|main|post|text|story|blog", Pattern.CASE_INSENSITIVE);
    private static final int LEAST_VOTER = 25;
    private static final int LEAST_PROSE = 80;
    private static final double MOST_PROSE_LINKS = 0.3;
    private static final int LEVELS = 5;
    private static final int LEAST_ARTICLE = 200;
    private static final double MOST_LINKS = 0.5;
    /** An element with a bad name that holds more of the page's prose than this is the article after all. */
    private static final double JUNK_PROSE = 0.5;
    /** Going one level out must bring this much more prose. */
    private static final double OUTER_PROSE = 1.3;

    private static final double OUTER_LINKS = 0.2;
    /** What a telling name adds to votes; one long paragraph adds four to seven. */
    private static final int NAME_BONUS = 5;

    /** Text of an element: all of it, that in links, that in paragraphs; and the votes for it. */
    private static final class Weight {
        private int text;
        private int links;
        /** Text of the long paragraphs, which menus and teasers hardly have. */
        private int prose;

        private double votes;

        double linkShare() {
            return text == 0 ? 0 : (double) links / text;
        }
    }

    /** jsoup elements are equal only to themselves. */
    private final Map<Element, Weight> weights = new HashMap<>();

    /** Whether names cut elements away; a page whose names mislead is read again without. */
    private final boolean byName;

    private MainText(boolean byName) {
        this.byName = byName;
    }

    /**
     * The parts of the article in a page.
     *
     * @param page gives a fresh parse of it, once or twice
     * @param articleBody stands in where the page shows no article
     */
    static List<Draft.Part> of(Supplier<Document> page, @Nullable String title, @Nullable String articleBody) {
        List<Draft.Part> parts = new MainText(true).find(page.get().body());
        if (length(parts) < LEAST_ARTICLE) {
            List<Draft.Part> all = new MainText(false).find(page.get().body());
            parts = length(all) > 2 * length(parts) ? all : parts;
        }
        if (articleBody != null && articleBody.length() >= LEAST_ARTICLE && length(parts) * 2 < articleBody.length()) {
            parts = Stream.of(articleBody.split("\n+"))
                    .map(paragraph -> new Draft.Part(paragraph, BlockRole.BODY))
                    .toList();
        }
        return titled(title, parts);
    }

    private List<Draft.Part> find(Element body) {
        weigh(body);
        cut(body);
        weights.clear();
        weigh(body);
        vote(body);
        List<Draft.Part> parts = new ArrayList<>();
        for (Element element : chosen(body)) {
            new Writer(parts).write(element);
        }
        return parts;
    }

    private static int length(List<Draft.Part> parts) {
        return parts.stream().mapToInt(part -> part.text().length()).sum();
    }

    /** The headline first, once. */
    private static List<Draft.Part> titled(@Nullable String title, List<Draft.Part> parts) {
        if (title == null) {
            return parts;
        }
        String wanted = Sentences.letters(title);
        List<Draft.Part> out = new ArrayList<>();
        out.add(new Draft.Part(title, BlockRole.HEADLINE));
        for (Draft.Part part : parts) {
            boolean again = part.text().length() < 2 * title.length() + 20
                    && Sentences.letters(part.text()).equals(wanted);
            if (!again) {
                out.add(part);
            }
        }
        return out;
    }

    /** Measures every element, inner ones first. */
    private void weigh(Element root) {
        NodeTraversor.traverse(
                new NodeVisitor() {
                    private int inLink;

                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode text) {
                            int length = visible(text.getWholeText());
                            Element parent = text.parent();
                            if (length > 0 && parent != null) {
                                Weight weight = weight(parent);
                                weight.text += length;
                                weight.links += inLink > 0 ? length : 0;
                            }
                        } else if (node instanceof Element element
                                && element.normalName().equals("a")) {
                            inLink++;
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (!(node instanceof Element element)) {
                            return;
                        }
                        if (element.normalName().equals("a")) {
                            inLink--;
                        }
                        Weight own = weights.get(element);
                        if (own != null
                                && own.prose == 0
                                && own.text >= LEAST_PROSE
                                && own.linkShare() < MOST_PROSE_LINKS
                                && isParagraph(element)) {
                            own.prose = own.text;
                        }
                        if (own != null && !element.equals(root) && element.parent() != null) {
                            Weight outer = weight(element.parent());
                            outer.text += own.text;
                            outer.links += own.links;
                            outer.prose += own.prose;
                        }
                    }
                },
                root);
    }

    private Weight weight(Element element) {
        return weights.computeIfAbsent(element, e -> new Weight());
    }

    /** Length without runs of white space, which markup is full of. */
    private static int visible(String text) {
        int length = 0;
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            boolean now = Character.isWhitespace(text.charAt(i));
            length += now && space ? 0 : 1;
            space = now;
        }
        return length;
    }

    /** Cuts away what holds no article by tag or by name, unless it holds most of the page. */
    private void cut(Element body) {
        List<Element> doomed = new ArrayList<>();
        NodeTraversor.filter(
                new org.jsoup.select.NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (!(node instanceof Element element) || element.equals(body)) {
                            return FilterResult.CONTINUE;
                        }
                        if (isJunk(element, body)) {
                            doomed.add(element);
                            return FilterResult.SKIP_ENTIRELY;
                        }
                        return FilterResult.CONTINUE;
                    }
                },
                body);
        doomed.forEach(Node::remove);
    }

    private boolean isJunk(Element element, Element body) {
        String tag = element.normalName();
        if (NEVER.contains(tag)) {
            return !tag.equals("form") || weight(element).text < weight(body).text / 2;
        }
        if (tag.equals("article")
                || tag.equals("main")
                || tag.equals("html")
                || tag.equals("body")
                || (!BLOCKS.contains(tag) && !tag.equals("span"))) {
            return false;
        }
        if (!byName) {
            return false;
        }
        if (isHidden(element)) {
            return true;
        }
        String names = element.className() + " " + element.id();
        if (names.length() <= 1) {
            return false;
        }
        if (names.length() > 300) {
            names = names.substring(0, 300);
        }
        Weight weight = weight(element);
        Weight whole = weight(body);
        boolean holdsArticle = weight.prose > whole.prose * (JUNK_PROSE) || weight.text > whole.text * JUNK_PROSE;
        return JUNK.matcher(names).find()
                && !holdsArticle
                && !element.attr("itemprop").equals("articleBody");
    }

    private static boolean isHidden(Element element) {
        String style = element.attr("style");
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || (style.length() < 300
                        && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none"));
    }

    /** Each paragraph votes for the elements around it. */
    private void vote(Element body) {
        for (Element element : body.getAllElements()) {
            if (!isParagraph(element)) {
                continue;
            }
            Weight weight = weight(element);
            if (weight.text < LEAST_VOTER || weight.linkShare() > MOST_LINKS) {
                continue;
            }
            String text = element.text();
            double vote = 1
                    + text.chars()
                            .filter(c -> c == ',' || c == '،' || c == '，' || c == '、')
                            .count()
                    + Math.min(text.length() / 100, 3);
            Element above = element.parent();
            for (int level = 0; level < LEVELS && above != null && !above.equals(body.parent()); level++) {
                weight(above).votes += vote / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
                above = above.parent();
            }
        }
    }

    /** An element that holds text and no further blocks. */
    private static boolean isParagraph(Element element) {
        String tag = element.normalName();
        if (tag.equals("p")
                || tag.equals("pre")
                || tag.equals("li")
                || tag.equals("td")
                || tag.equals("blockquote")
                || tag.equals("div")
                || tag.equals("section")) {
            for (Element child : element.children()) {
                if (BLOCKS.contains(child.normalName())) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    private List<Element> chosen(Element body) {
        Element best = body;
        double most = 0;
        for (Map.Entry<Element, Weight> entry : inOrder(body)) {
            Element element = entry.getKey();
            double votes = votes(element);
            if (votes > most) {
                most = votes;
                best = element;
            }
        }
        List<Element> chosen = new ArrayList<>();
        best = best.equals(body) ? body : widened(best, body);
        Element parent = best.parent();
        if (best.equals(body) || parent == null) {
            chosen.add(best);
            return chosen;
        }
        double enough = Math.max(10, most * 0.2);
        for (Element sibling : parent.children()) {
            Weight weight = weight(sibling);
            boolean paragraph = sibling.normalName().equals("p")
                    && (weight.text > 80
                            ? weight.linkShare() < 0.25
                            : weight.text > 0 && weight.links == 0 && Sentences.endsLikeOne(sibling.text()));
            if (sibling.equals(best) || votes(sibling) >= enough || paragraph) {
                chosen.add(sibling);
            }
        }
        return chosen;
    }

    /** An article that stands in several boxes votes for one of them; the box around them has all of its prose. */
    private Element widened(Element best, Element body) {
        Element wide = best;
        for (Element outer = best.parent(); outer != null && !outer.equals(body); outer = outer.parent()) {
            Weight weight = weight(outer);
            if (weight.prose >= OUTER_PROSE * weight(wide).prose && weight.linkShare() < OUTER_LINKS) {
                wide = outer;
            }
        }
        return wide;
    }

    private List<Map.Entry<Element, Weight>> inOrder(Element body) {
        List<Map.Entry<Element, Weight>> entries = new ArrayList<>();
        for (Element element : body.getAllElements()) {
            Weight weight = weights.get(element);
            if (weight != null && weight.votes > 0) {
                entries.add(Map.entry(element, weight));
            }
        }
        return entries;
    }

    private double votes(Element element) {
        Weight weight = weights.get(element);
        if (weight == null || weight.votes == 0) {
            return 0;
        }
        String names = element.className() + " " + element.id();
        double bonus = 0;
        bonus += names.length() < 300 && GOOD.matcher(names).find() ? NAME_BONUS : 0;
        bonus += element.normalName().equals("article") ? NAME_BONUS : 0;
        bonus += element.attr("itemprop").equals("articleBody") ? 8 * NAME_BONUS : 0;
        return (weight.votes + bonus) * (1 - weight.linkShare());
    }

    /** Writes the blocks of an element as parts. */
    private static final class Writer implements NodeVisitor {
        private final List<Draft.Part> parts;
        private final StringBuilder line = new StringBuilder();
        private int lineLinks;
        private int inLink;
        private int inHeading;
        private int inCaption;
        private int breaks;
        private BlockRole role = BlockRole.BODY;

        Writer(List<Draft.Part> parts) {
            this.parts = parts;
        }

        void write(Element element) {
            NodeTraversor.traverse(this, element);
            flush();
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                String words = text.getWholeText();
                if (!words.isBlank()) {
                    breaks = 0;
                }
                line.append(words);
                lineLinks += inLink > 0 ? visible(words) : 0;
            } else if (node instanceof Element element) {
                String tag = element.normalName();
                if (tag.equals("br")) {
                    line.append('\n');
                    if (++breaks >= 2) {
                        flush();
                    }
                    return;
                }
                open(element, tag, 1);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                open(element, element.normalName(), -1);
            }
        }

        private void open(Element element, String tag, int step) {
            if (BLOCKS.contains(tag)) {
                flush();
            }
            inLink += tag.equals("a") ? step : 0;
            inHeading += tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1)) ? step : 0;
            inCaption += tag.equals("figcaption") || tag.equals("figure") || isCaption(element) ? step : 0;
            role = inCaption > 0 ? BlockRole.CAPTION : inHeading > 0 ? BlockRole.HEADLINE : BlockRole.BODY;
        }

        private static boolean isCaption(Element element) {
            return BLOCKS.contains(element.normalName())
                    && element.className().toLowerCase(Locale.ROOT).contains("caption");
        }

        private void flush() {
            String text = line.toString().strip();
            int length = visible(text);
            boolean links = lineLinks > MOST_LINKS * length && length < 200;
            if (!text.isEmpty() && !links) {
                parts.add(new Draft.Part(text, role));
            }
            line.setLength(0);
            lineLinks = 0;
            breaks = 0;
        }
    }
}
