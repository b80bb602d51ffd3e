package org.rashomon.ingest.pages.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** What tags, names and attributes of a page's elements mean. */
final class Dom {
    /** Elements without words for people. */
    private static final Set<String> MUTE = Set.of(
            "script",
            "style",
            "svg",
            "iframe",
            "object",
            "embed",
            "canvas",
            "audio",
            "video",
            "map",
            "head",
            "link",
            "meta",
            "template",
            "input",
            "select",
            "textarea",
            "datalist",
            "math");

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "dialog",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
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
            "menu",
            "nav",
            "noscript",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "ul");

    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub", "sup",
            "u");

    /** Longer names are no names but lists of style rules. */
    private static final int LONGEST_NAMES = 300;

    private static final int PATH_STEPS = 4;
    private static final Pattern OUT_OF_SIGHT = Pattern.compile(
            "display:none|visibility:hidden|clip:rect\\(0|clip-path:inset\\((?:50|100)%|(?:^|;)(?:left|text-indent):-\\d{3,}|font-size:0(?:;|px|$)");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern HUSHED = Pattern.compile(
            "(?:^|[\\s_-])(?:sr-?only|screen-?reader(?:-?(?:text|only))?|visually-?hidden|visuallyhidden|a11y-?hidden|u-hidden|hidden-?text|assistive-?text|off-?screen|"
                    + "popover|rollover-?(?:people-)?block)(?:$|[\\s_-])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SET_AS_BLOCK =
            Pattern.compile("(?:^|;)\\s*display\\s*:\\s*block", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOOTNOTE = Pattern.compile("[\\[(]?(?:\\d{1,3}|[a-z*†‡])[\\])]?");
    /** What a word means; pages also name the word so that has such a note within it. */
    private static final Pattern TOOLTIP = Pattern.compile(
            "(?:^|[\\s_-])tool-?tip(?:$|[\\s_-]|-?(?:text|content|inner|body|box))", Pattern.CASE_INSENSITIVE);

    private Dom() {}

    static boolean isMute(Element element) {
        return MUTE.contains(element.normalName());
    }

    static boolean isBlock(Element element) {
        String tag = element.normalName();
        return BLOCKS.contains(tag)
                || (tag.indexOf('-') > 0 && standsAlone(element))
                || (element.hasAttr("style")
                        && SET_AS_BLOCK.matcher(element.attr("style")).find());
    }

    /** Whether an element that a page defined itself has no words of one line beside it, as a paragraph or box has none. */
    private static boolean standsAlone(Element element) {
        Element parent = element.parent();
        return parent != null
                && !parent.normalName().equals("p")
                && !isHeading(parent)
                && !isText(element.previousSibling())
                && !isText(element.nextSibling());
    }

    private static boolean isText(@Nullable Node node) {
        return node instanceof TextNode text
                ? !text.isBlank()
                : node instanceof Element element && INLINE.contains(element.normalName());
    }

    /** A link that leads away from the article; one within the page is a mark of place. */
    static boolean isLink(Element element) {
        String href = element.attr("href");
        return element.normalName().equals("a") && !(href.length() > 1 && href.startsWith("#"));
    }

    static boolean isHeading(Element element) {
        String tag = element.normalName();
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6';
    }

    /** Class and id, by which pages say what an element is for. */
    static String names(Element element) {
        String names = element.className() + " " + element.id();
        return names.length() > LONGEST_NAMES ? names.substring(0, LONGEST_NAMES) : names;
    }

    /** Whether the page keeps the element out of sight, or from readers who listen: metered pages do so with what they show later. */
    static boolean isHidden(Element element) {
        return element.hasAttr("hidden") || element.attr("aria-hidden").equals("true") || isOutOfSight(element);
    }

    /** Words inside a sentence that only machines read aloud: <em>opens new tab</em>. */
    static boolean isHushed(Element element) {
        return element.hasAttr("hidden")
                || element.normalName().equals("rt")
                || element.normalName().equals("rp")
                || isFootnoteMark(element)
                || element.attr("role").equals("tooltip")
                || isOutOfSight(element)
                || HUSHED.matcher(names(element)).find()
                || (TOOLTIP.matcher(names(element)).find()
                        && element.select("[class*=tooltip], [role=tooltip]").size() == 1);
    }

    /** A raised number that leads to a note below. */
    private static boolean isFootnoteMark(Element element) {
        return element.normalName().equals("sup")
                && element.selectFirst("a[href^=#]") != null
                && FOOTNOTE.matcher(element.text()).matches();
    }

    private static boolean isOutOfSight(Element element) {
        return isOutOfSight(element.attr("style"));
    }

    /** Whether the declarations of a style keep an element out of sight. */
    static boolean isOutOfSight(String style) {
        return !style.isEmpty()
                && style.length() < LONGEST_NAMES
                && OUT_OF_SIGHT
                        .matcher(SPACE.matcher(style).replaceAll("").toLowerCase(Locale.ROOT))
                        .find();
    }

    /** Length without runs of white space, which markup is full of. */
    static int visible(String text) {
        int length = 0;
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            boolean now = Character.isWhitespace(text.charAt(i));
            length += now && space ? 0 : 1;
            space = now;
        }
        return length;
    }

    /** Where an element stands, for people: its own name and those of the elements around it, outermost first. */
    static String path(Element element) {
        Deque<String> steps = new ArrayDeque<>();
        for (Element at = element;
                at != null && !at.normalName().equals("#root") && steps.size() < PATH_STEPS;
                at = at.parent()) {
            String first = at.className().strip().split("\\s+", 2)[0];
            steps.addFirst(
                    at.normalName() + (at.id().isEmpty() ? "" : "#" + at.id()) + (first.isEmpty() ? "" : "." + first));
        }
        return String.join(" > ", steps);
    }
}
