package org.rashomon.ingest.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Sentences;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.model.BlockRole;

/**
 * Markup that is an article and nothing else: the content of a feed's item, a field of a record, the body of a wire story. All its text is
 * kept, a part a paragraph; only scripts, styles and forms are not text. A page with an article in it is {@link org.rashomon.ingest.pages.body.MainText}'s.
 */
public final class Fragment {
    private static final int MAX_DEPTH = 256;
    private static final Pattern MARKUP = Pattern.compile(
            "<(?:p|br|div|h[1-6]|ul|ol|li|figure|blockquote|table|section|article|span|a|b|i|em|strong|img|pre|hr|u|tt|acronym)(?:\\s[^<>]{0,2000})?/?>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(?:#\\d{2,6}|#x[0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});");
    private static final Set<String> NO_TEXT =
            Set.of("script", "style", "noscript", "template", "form", "button", "select", "head", "svg", "iframe");
    private static final Set<String> PARAGRAPHS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "blockquote",
            "section",
            "article",
            "table",
            "tr",
            "td",
            "th",
            "figure",
            "figcaption",
            "pre",
            "hr",
            "dl",
            "dt",
            "dd",
            "header",
            "footer",
            "aside",
            "main",
            "media",
            "hl1",
            "hl2",
            "hedline",
            "caption",
            "media-caption",
            "block",
            "body",
            "html",
            "address",
            "center");

    private Fragment() {}

    /** Whether the text has elements of a page in it. */
    public static boolean isMarkup(String text) {
        return text.indexOf('<') >= 0 && MARKUP.matcher(text).find();
    }

    /** A title or name: one line without elements and entities. */
    public static String line(String text) {
        if (isMarkup(text)) {
            return Jsoup.parseBodyFragment(text).text();
        }
        return text.indexOf('&') >= 0 && ENTITY.matcher(text).find() ? Parser.unescapeEntities(text, false) : text;
    }

    /**
     * The paragraphs, in order. Without captions among them they are one part without a role, parted by blank lines, as a plain text
     * gives it.
     */
    public static List<Draft.Part> parts(String html) {
        return parts(
                Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, "").body());
    }

    /** The same of an element that was parsed already, in HTML or a vocabulary like it. */
    public static List<Draft.Part> parts(Element root) {
        Walk walk = new Walk();
        root.traverse(walk);
        walk.close();
        if (walk.parts.stream().anyMatch(part -> part.role() != null)) {
            return walk.parts;
        }
        String text =
                String.join("\n\n", walk.parts.stream().map(Draft.Part::text).toList());
        return List.of(new Draft.Part(text, null));
    }

    /** An article's paragraphs, and what stands under its pictures behind them. */
    public static List<Draft.Part> withCaptions(List<Draft.Part> parts, List<String> captions) {
        List<String> lines = captions.stream()
                .map(Fragment::line)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            return parts;
        }
        List<Draft.Part> out = new ArrayList<>();
        for (Draft.Part part : parts) {
            for (String paragraph : part.text().split("\\n\\s*\\n")) {
                out.add(new Draft.Part(paragraph, part.role(), part.marks(), part.posted()));
            }
        }
        lines.forEach(line -> out.add(new Draft.Part(line, BlockRole.CAPTION)));
        return out;
    }

    private static final class Walk implements NodeVisitor {
        private final List<Draft.Part> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int silent;
        private int captions;
        private int breaks;
        /** The element that the last part came from. */
        private String last = "";

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                String name = local(element);
                silent += NO_TEXT.contains(name) ? 1 : 0;
                if (PARAGRAPHS.contains(name)) {
                    close();
                }
                captions += isCaption(name) ? 1 : 0;
                if (name.equals("br")) {
                    lineBreak();
                }
            } else if (node instanceof TextNode words && silent == 0) {
                String whole = words.getWholeText();
                breaks = whole.isBlank() ? breaks : 0;
                text.append(whole);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = local(element);
                if (PARAGRAPHS.contains(name)) {
                    close(name);
                }
                silent -= NO_TEXT.contains(name) ? 1 : 0;
                captions -= isCaption(name) ? 1 : 0;
            }
        }

        /** Two in a row part paragraphs; one is a line's end. */
        private void lineBreak() {
            breaks++;
            if (breaks > 1) {
                close();
            } else {
                text.append(' ');
            }
        }

        private void close() {
            close("");
        }

        /** {@code name} is the element that ends here. */
        private void close(String name) {
            String line = text.toString().replaceAll("[\\s\u00A0]+", " ").strip();
            text.setLength(0);
            breaks = 0;
            if (line.isEmpty()) {
                return;
            }
            Draft.Part before = parts.isEmpty() ? null : parts.get(parts.size() - 1);
            boolean open =
                    before != null && before.role() == null && role() == null && name.equals("p") && last.equals("p");
            if (before != null && open && Sentences.goesOn(before.text(), line)) {
                parts.set(parts.size() - 1, new Draft.Part(before.text() + " " + line, null));
            } else {
                parts.add(new Draft.Part(line, role()));
            }
            last = name;
        }

        private @Nullable BlockRole role() {
            return captions > 0 ? BlockRole.CAPTION : null;
        }

        private static boolean isCaption(String name) {
            return name.equals("figcaption") || name.equals("media-caption") || name.equals("caption");
        }

        /** The name without the prefix of its vocabulary. */
        private static String local(Element element) {
            String name = element.normalName();
            return name.substring(name.indexOf(':') + 1);
        }
    }
}
