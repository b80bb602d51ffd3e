package org.rashomon.ingest.pages.body;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.rashomon.ingest.blocks.Sentences;

/** Lines that pages set for headlines without a heading's tag: a paragraph in bold, a term of a list, a box that is named so. */
final class HeadingLines {
    private static final int FEWEST_WORDS = 4;
    private static final int LONGEST = 200;
    private static final Pattern NAME =
            Pattern.compile("(?:^|[\\s_-])(?:hed|head(?:ing|line)?|title)(?:$|[\\s_-])", Pattern.CASE_INSENSITIVE);

    private HeadingLines() {}

    /** Makes headings of those below {@code body}; gives each with the tag that it had. */
    static Map<Element, String> raise(Element body) {
        return raise(body.select("p, dt, div"));
    }

    /** The same of those among {@code elements}. */
    static Map<Element, String> raise(Collection<Element> elements) {
        Map<Element, String> lines = new LinkedHashMap<>();
        for (Element element : elements) {
            if (isOne(element)) {
                lines.put(element, element.normalName());
            }
        }
        lines.keySet().forEach(line -> line.tagName("h4"));
        return lines;
    }

    private static boolean isOne(Element element) {
        // Before anything is asked of what lies below: elements may be nested deep.
        if (element.childrenSize() > FEWEST_WORDS || element.children().stream().anyMatch(Dom::isBlock)) {
            return false;
        }
        boolean set = switch (element.normalName()) {
            case "p" -> isBold(element);
            case "dt" -> true;
            case "div" -> NAME.matcher(Dom.names(element)).find() || isBold(element);
            default -> false;
        };
        if (!set) {
            return false;
        }
        String text = element.text();
        return text.length() <= LONGEST
                && Sentences.words(text, FEWEST_WORDS) >= FEWEST_WORDS
                && !Sentences.endsLikeOne(text)
                && element.select("*").stream().noneMatch(inner -> !inner.equals(element) && Dom.isBlock(inner));
    }

    private static boolean isBold(Element element) {
        return element.childrenSize() > 0 && element.select("b, strong").text().equals(element.text());
    }
}
