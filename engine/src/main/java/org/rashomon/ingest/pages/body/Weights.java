package org.rashomon.ingest.pages.body;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Measures every element of a page in one pass, inner ones first. */
final class Weights {
    private static final int LEAST_PROSE = 80;
    private static final double MOST_PROSE_LINKS = 0.3;
    /** An item of a list that is a linked headline and a few words is a teaser. */
    private static final double MOST_ITEM_LINKS = 0.2;

    /** Text of an element: all of it, that in links, that in paragraphs, and that which stands in no block of its own. */
    static final class Weight {
        int text;
        int links;
        /** Text of the long paragraphs, which menus and teasers hardly have. */
        int prose;
        /** Text of this element and of no block within it. */
        int own;

        int ownLinks;
        int ownCommas;
        double votes;

        double linkShare() {
            return text == 0 ? 0 : (double) links / text;
        }

        double ownLinkShare() {
            return own == 0 ? 0 : (double) ownLinks / own;
        }
    }

    private static final Weight NONE = new Weight();

    /** jsoup elements are equal only to themselves. */
    private final Map<Element, Weight> weights = new HashMap<>();

    private Weights() {}

    /** Weighs {@code root} without the elements that {@code left} names. */
    static Weights of(Element root, Predicate<Element> left) {
        Weights weights = new Weights();
        NodeTraversor.filter(weights.new Pass(root, left), root);
        return weights;
    }

    /** What the element weighs; nothing for one without text. */
    Weight of(Element element) {
        return weights.getOrDefault(element, NONE);
    }

    void vote(Element element, double votes) {
        weight(element).votes += votes;
    }

    private Weight weight(Element element) {
        return weights.computeIfAbsent(element, e -> new Weight());
    }

    private final class Pass implements NodeFilter {
        private final Element root;
        private final Predicate<Element> left;
        private int inLink;

        Pass(Element root, Predicate<Element> left) {
            this.root = root;
            this.left = left;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                weigh(text);
            } else if (node instanceof Element element) {
                if (!element.equals(root) && (Dom.isMute(element) || left.test(element))) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                inLink += Dom.isLink(element) ? 1 : 0;
            }
            return FilterResult.CONTINUE;
        }

        private void weigh(TextNode text) {
            String words = text.getWholeText();
            int length = Dom.visible(words);
            Element parent = text.parent();
            if (length == 0 || parent == null) {
                return;
            }
            Weight weight = weight(parent);
            weight.own += length;
            weight.ownLinks += inLink > 0 ? length : 0;
            weight.ownCommas += (int) words.chars().filter(Weights::isComma).count();
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            inLink -= Dom.isLink(element) ? 1 : 0;
            Weight own = weights.get(element);
            if (own == null) {
                return FilterResult.CONTINUE;
            }
            boolean block = Dom.isBlock(element);
            if (block || element.equals(root)) {
                own.text += own.own;
                own.links += own.ownLinks;
                double mostLinks = element.normalName().equals("li") ? MOST_ITEM_LINKS : MOST_PROSE_LINKS;
                own.prose += own.own >= LEAST_PROSE && own.ownLinkShare() < mostLinks ? own.own : 0;
            }
            if (!element.equals(root) && element.parent() != null) {
                Weight outer = weight(element.parent());
                outer.text += block ? own.text : 0;
                outer.links += block ? own.links : 0;
                if (!block) {
                    // What an inline element holds of its own belongs to the block around it.
                    outer.own += own.own;
                    outer.ownLinks += own.ownLinks;
                    outer.ownCommas += own.ownCommas;
                    outer.text += own.text;
                    outer.links += own.links;
                }
                outer.prose += own.prose;
            }
            return FilterResult.CONTINUE;
        }
    }

    private static boolean isComma(int c) {
        return c == ',' || c == '،' || c == '，' || c == '、';
    }
}
