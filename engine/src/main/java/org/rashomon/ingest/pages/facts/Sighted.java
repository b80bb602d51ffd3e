package org.rashomon.ingest.pages.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Sentences;

/** The short lines around a page's headline, where papers print who wrote the article and when. */
final class Sighted {
    private static final int LONGEST_LINE = 220;
    private static final int LEAST_PROSE = 100;
    /** A standfirst and a first paragraph may stand between the headline and the byline. */
    private static final int MOST_PROSE = 3;

    private static final int LABEL_REACH = 60;
    private static final int LINES_BEFORE = 6;
    private static final int MOST_LINES = 60;
    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "form",
            "button",
            "select",
            "nav",
            "footer",
            "figure",
            "figcaption",
            "picture",
            "video",
            "audio",
            "dialog",
            "head",
            "textarea");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "cite", "em", "font", "i", "label", "small", "span", "strong", "sub", "sup",
            "time", "u", "data");
    private static final Pattern BESIDE = Pattern.compile(
            "(?:^|[\\s_-])(?:comments?|respond|related|recirc|recommend\\w*|newsletter|sidebar|footer|ticker|trending|teaser|widget|caption|bio|popular|outbrain|taboola|event\\w*)(?:$|[\\s_-])",
            Pattern.CASE_INSENSITIVE);

    /**
     * One line.
     *
     * @param names classes, ids and item properties of the elements that hold it, the innermost first
     * @param near the same of the innermost two only
     * @param times the {@code datetime} of its time elements
     * @param before whether it stands above the headline
     * @param prose whether it is a paragraph of running text
     */
    record Line(String text, String names, String near, List<Stamp> times, boolean before, boolean prose) {}

    /**
     * A time element.
     *
     * @param names its class and item property
     * @param before the line's words before it
     */
    record Stamp(String datetime, String text, String names, String before) {}

    private final List<Line> lines = new ArrayList<>();

    Sighted(Document page, @Nullable Element headline, @Nullable String title) {
        Walk walk = new Walk(headline, title == null ? "" : Sentences.letters(title));
        NodeTraversor.filter(walk, page.body());
        walk.flush();
        lines.addAll(walk.found());
    }

    /** Lines above the headline, then those below it, without long ones. */
    List<Line> lines() {
        return lines;
    }

    private static final class Walk implements NodeFilter {
        private final @Nullable Element headline;
        private final String title;
        private final Set<Element> around = new HashSet<>();
        private final List<Line> before = new ArrayList<>();
        private final List<Line> after = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private List<Stamp> stamps = new ArrayList<>();
        private @Nullable Element holder;
        private boolean passed;
        private int prose;

        Walk(@Nullable Element headline, String title) {
            this.headline = headline;
            this.title = title;
            for (Element above = headline; above != null; above = above.parent()) {
                around.add(above);
            }
        }

        List<Line> found() {
            List<Line> out = new ArrayList<>();
            if (passed) {
                before.subList(Math.max(0, before.size() - LINES_BEFORE), before.size()).stream()
                        .filter(line -> !line.prose())
                        .forEach(out::add);
            }
            out.addAll(passed ? after : List.of());
            return out;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (prose >= MOST_PROSE || after.size() >= MOST_LINES) {
                return FilterResult.STOP;
            }
            if (node instanceof TextNode words) {
                if (!words.isBlank()) {
                    text.append(' ').append(words.text().strip());
                    holder = holder == null ? words.parent() : holder;
                }
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            if (element.equals(headline)) {
                flush();
                passed = true;
                return FilterResult.SKIP_ENTIRELY;
            }
            if (isLeftOut(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            String tag = element.normalName();
            if (tag.equals("time") || element.hasAttr("datetime")) {
                String names = element.className() + " " + element.attr("itemprop");
                stamps.add(new Stamp(
                        element.attr("datetime").strip(), element.text().strip(), names, lastWords()));
                holder = holder == null ? element : holder;
            }
            if (!INLINE.contains(tag)) {
                flush();
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && !INLINE.contains(element.normalName())) {
                flush();
            }
            return FilterResult.CONTINUE;
        }

        private String lastWords() {
            return text.substring(Math.max(0, text.length() - LABEL_REACH)).strip();
        }

        private boolean isLeftOut(Element element) {
            if (around.contains(element)) {
                return false;
            }
            String tag = element.normalName();
            boolean metered = element.attr("style").replace(" ", "").contains("display:none")
                    && element.attr("itemprop").isEmpty();
            return NEVER.contains(tag)
                    || metered
                    || (tag.equals("aside") && passed)
                    || (!tag.equals("body")
                            && !tag.equals("main")
                            && !tag.equals("article")
                            && BESIDE.matcher(shortened(element.className() + " " + element.id()))
                                    .find());
        }

        private static String shortened(String names) {
            return names.length() > 300 ? names.substring(0, 300) : names;
        }

        void flush() {
            String line = text.toString().strip();
            text.setLength(0);
            Element of = holder;
            holder = null;
            List<Stamp> times = stamps;
            stamps = new ArrayList<>();
            if (line.isEmpty() && times.isEmpty()) {
                return;
            }
            if (!passed
                    && headline == null
                    && !title.isEmpty()
                    && Sentences.letters(line).equals(title)) {
                passed = true;
                return;
            }
            boolean isProse = line.length() >= LEAST_PROSE
                    && Sentences.endsLikeOne(line)
                    && (of == null || of.closest("a") == null);
            prose += isProse && passed ? 1 : 0;
            if (line.length() > LONGEST_LINE) {
                return;
            }
            (passed ? after : before)
                    .add(new Line(
                            line,
                            of == null ? "" : names(of, 4),
                            of == null ? "" : names(of, 2),
                            times,
                            !passed,
                            isProse));
        }

        private static String names(Element element, int levels) {
            StringBuilder names = new StringBuilder();
            Element at = element;
            for (int level = 0; level < levels && at != null && !at.normalName().equals("body"); level++) {
                names.append(at.className())
                        .append(' ')
                        .append(at.id())
                        .append(' ')
                        .append(at.attr("itemprop"))
                        .append(' ')
                        .append(at.attr("rel"))
                        .append(' ');
                at = at.parent();
            }
            return shortened(names.toString());
        }
    }
}
