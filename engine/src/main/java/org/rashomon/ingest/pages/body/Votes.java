package org.rashomon.ingest.pages.body;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.rashomon.ingest.blocks.Sentences;

/**
 * Finds the elements that hold the article: each paragraph votes for the elements around it by its length and commas, as
 * Readability does (A. Lavoie's and Arc90's method); the element with the most votes per link is the article, with such
 * neighbours as vote like it.
 */
final class Votes {
    private static final Pattern GOOD =
            Pattern.compile("article|body|content|entry|main|post|text|story|blog", Pattern.CASE_INSENSITIVE);
    private static final int LEAST_VOTER = 25;
    /** Text beside the blocks of an element is a paragraph when it is as long as one. */
    private static final int LEAST_LOOSE = 80;

    private static final int LEVELS = 5;
    private static final double MOST_LINKS = 0.5;
    /** Going one level out must bring this much more prose. */
    private static final double OUTER_PROSE = 1.3;

    private static final double OUTER_LINKS = 0.2;
    /** What a telling name adds to votes; one long paragraph adds four to seven. */
    private static final int NAME_BONUS = 5;

    private final Element body;
    private final Weights weights;
    private final Predicate<Element> left;
    /** Those that somebody voted for, in document order. */
    private final List<Element> candidates = new ArrayList<>();

    private Votes(Element body, Weights weights, Predicate<Element> left) {
        this.body = body;
        this.weights = weights;
        this.left = left;
    }

    /** The elements of {@code body} that hold the article; {@code left} names those to pass over. */
    static List<Element> chosen(Element body, Weights weights, Predicate<Element> left) {
        Votes votes = new Votes(body, weights, left);
        List<Element> elements = votes.elements();
        elements.forEach(votes::vote);
        elements.stream().filter(element -> weights.of(element).votes > 0).forEach(votes.candidates::add);
        return votes.choose();
    }

    private List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (!(node instanceof Element element)) {
                            return FilterResult.CONTINUE;
                        }
                        if (!element.equals(body) && (Dom.isMute(element) || left.test(element))) {
                            return FilterResult.SKIP_ENTIRELY;
                        }
                        elements.add(element);
                        return FilterResult.CONTINUE;
                    }
                },
                body);
        return elements;
    }

    private void vote(Element element) {
        Weights.Weight weight = weights.of(element);
        if (!isParagraph(element, weight) || weight.own < LEAST_VOTER || weight.ownLinkShare() > MOST_LINKS) {
            return;
        }
        double vote = 1 + weight.ownCommas + Math.min(weight.own / 100, 3);
        // Loose text votes for the element that it stands in.
        Element above = weight.own < weight.text && weight.own >= LEAST_LOOSE ? element : element.parent();
        for (int level = 0; level < LEVELS && above != null && !above.equals(body.parent()); level++) {
            weights.vote(above, vote / (level == 0 ? 1 : level == 1 ? 2 : level * 3));
            above = above.parent();
        }
    }

    private boolean isParagraph(Element element, Weights.Weight weight) {
        boolean tag = switch (element.normalName()) {
            case "p", "pre", "li", "td", "blockquote", "div", "section" -> true;
            default -> false;
        };
        return tag && (weight.own == weight.text || weight.own >= LEAST_LOOSE);
    }

    private List<Element> choose() {
        Element best = body;
        double most = 0;
        for (Element element : candidates) {
            double votes = votes(element);
            if (votes > most) {
                most = votes;
                best = element;
            }
        }
        best = best.equals(body) ? body : widened(best);
        Element parent = best.parent();
        if (best.equals(body) || parent == null) {
            return List.of(best);
        }
        double enough = Math.max(10, most * 0.2);
        List<Element> chosen = new ArrayList<>();
        for (Element sibling : parent.children()) {
            if (sibling.equals(best)
                    || (!left.test(sibling)
                            && (votes(sibling) >= enough || isLoneParagraph(sibling) || isAlike(sibling, best)))) {
                chosen.add(sibling);
            }
        }
        return chosen;
    }

    /** A page may set each paragraph into a box of its own. */
    private boolean isAlike(Element sibling, Element best) {
        Weights.Weight weight = weights.of(sibling);
        return sibling.normalName().equals(best.normalName())
                && sibling.className().equals(best.className())
                && weight.prose > 0
                && weight.links == 0
                && sibling.selectFirst("h1, h2, h3, h4") == null;
    }

    private boolean isLoneParagraph(Element sibling) {
        Weights.Weight weight = weights.of(sibling);
        if (!sibling.normalName().equals("p")) {
            return false;
        }
        return weight.text > LEAST_LOOSE
                ? weight.linkShare() < 0.25
                : weight.text > 0 && weight.links == 0 && Sentences.endsLikeOne(sibling.text());
    }

    /** An article that stands in several boxes votes for one of them; the box around them has all of its prose. */
    private Element widened(Element best) {
        Element wide = best;
        for (Element outer = best.parent(); outer != null && !outer.equals(body); outer = outer.parent()) {
            Weights.Weight weight = weights.of(outer);
            boolean holdsMore = weight.prose >= OUTER_PROSE * weights.of(wide).prose;
            boolean onlyWraps = wide.equals(outer.firstElementChild()) && weight.text == weights.of(wide).text;
            if ((holdsMore || onlyWraps) && weight.linkShare() < OUTER_LINKS) {
                wide = outer;
            }
        }
        return wide;
    }

    private double votes(Element element) {
        Weights.Weight weight = weights.of(element);
        if (weight.votes == 0) {
            return 0;
        }
        String names = Dom.names(element);
        double bonus = GOOD.matcher(names).find() ? NAME_BONUS : 0;
        bonus += element.normalName().equals("article") ? NAME_BONUS : 0;
        bonus += element.attr("itemprop").equals("articleBody") ? 8 * NAME_BONUS : 0;
        return (weight.votes + bonus) * (1 - weight.linkShare());
    }
}
