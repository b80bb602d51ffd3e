package org.rashomon.ingest.pages.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Sentences;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.PublicationDate;

/** Writes a page down as stretches of text in document order, those of elements in doubt too. */
final class Stretches implements NodeFilter {
    /** A heading has fewer, or no stop. */
    private static final int FEWEST_PARAGRAPH_WORDS = 12;

    private static final Cut HUSHED = new Cut(Cut.Kind.SURE, "words within a line that are kept out of sight");

    private final Map<Element, Cut> cuts;
    private final Set<Element> chosen;
    private final Map<Element, PublicationDate> updates;
    private final Deque<PublicationDate> posted = new ArrayDeque<>();
    private final HiddenClasses hiddenClasses;
    private final Set<Element> aroundChosen = new HashSet<>();
    private final Set<Element> captions = new HashSet<>();
    private final List<Stretch> out = new ArrayList<>();
    /** The line being written; beneath it those that it interrupts. */
    private final Deque<Line> lines = new ArrayDeque<>();

    private int inChosen;
    private int inLink;
    private int inHeading;
    private int inQuote;
    private int inCaption;
    private int inHidden;
    private int inPost;
    private @Nullable Element cutAt;
    private Element block;

    private Stretches(
            Element body,
            Map<Element, Cut> cuts,
            Collection<Element> chosen,
            Map<Element, PublicationDate> updates,
            HiddenClasses hidden) {
        this.cuts = cuts;
        this.updates = updates;
        this.chosen = new HashSet<>(chosen);
        for (Element element : chosen) {
            aroundChosen.addAll(element.parents());
        }
        this.block = body;
        this.hiddenClasses = hidden;
        lines.push(new Line(null));
    }

    /**
     * The stretches of {@code body}.
     *
     * @param cuts the elements in doubt
     * @param chosen those that hold the article
     * @param updates those of a live blog that have a time of their own
     * @param hidden what the page's style sheets keep out of sight
     */
    static List<Stretch> of(
            Element body,
            Map<Element, Cut> cuts,
            Collection<Element> chosen,
            Map<Element, PublicationDate> updates,
            HiddenClasses hidden) {
        Stretches stretches = new Stretches(body, cuts, chosen, updates, hidden);
        NodeTraversor.filter(stretches, body);
        stretches.flush();
        return stretches.out;
    }

    private static final class Line {
        /** The inline element in doubt that the line is the text of; null for a line of its own. */
        private final @Nullable Element within;

        private final StringBuilder text = new StringBuilder();
        private int links;
        private int breaks;

        Line(@Nullable Element within) {
            this.within = within;
        }
    }

    @Override
    public FilterResult head(Node node, int depth) {
        Line line = lines.element();
        if (node instanceof TextNode text) {
            String words = text.getWholeText();
            line.breaks = words.isBlank() ? line.breaks : 0;
            line.text.append(words);
            line.links += inLink > 0 ? Dom.visible(words) : 0;
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        if (Dom.isMute(element)) {
            return FilterResult.SKIP_CHILDREN;
        }
        if (element.normalName().equals("br")) {
            line.text.append('\n');
            if (++line.breaks >= 2 || LinkLines.isRow(line.text, line.links)) {
                flush();
            }
            return FilterResult.CONTINUE;
        }
        if (Dom.isBlock(element)) {
            flush();
            block = element;
        } else if (cuts.containsKey(element) || isHushed(element)) {
            lines.push(new Line(element));
        } else if (isGlued(line.text, element)) {
            line.text.append(' ');
        }
        if (cutAt == null && cuts.containsKey(element)) {
            cutAt = element;
        }
        if (updates.containsKey(element)) {
            posted.push(updates.get(element));
        }
        count(element, 1);
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element element)
                || Dom.isMute(element)
                || element.normalName().equals("br")) {
            return FilterResult.CONTINUE;
        }
        if (Dom.isBlock(element)) {
            flush();
            block = element.parent() == null ? element : element.parent();
        } else if (element.equals(lines.element().within)) {
            flush();
            lines.pop();
        }
        if (element.equals(cutAt)) {
            cutAt = null;
        }
        if (updates.containsKey(element)) {
            posted.pop();
        }
        count(element, -1);
        return FilterResult.CONTINUE;
    }

    private boolean isHushed(Element element) {
        return !Dom.isBlock(element) && (Dom.isHushed(element) || hiddenClasses.hides(element));
    }

    /** Whether an element begins a new phrase right behind another, which style sheets hold apart: a caption and its credit. */
    private static boolean isGlued(StringBuilder line, Element element) {
        if (line.length() < 2 || !(element.previousSibling() instanceof Element before) || Dom.isBlock(before)) {
            return false;
        }
        String text = element.text();
        char last = line.charAt(line.length() - 1);
        boolean ends = Character.isLowerCase(".!?".indexOf(last) >= 0 ? line.charAt(line.length() - 2) : last);
        int first = text.length() > 2 && "“\"‘".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
        return ends
                && text.length() > first + 1
                && Character.isUpperCase(text.charAt(first))
                && (first == 1 || Character.isLowerCase(text.charAt(1)));
    }

    private void count(Element element, int step) {
        inChosen += chosen.contains(element) ? step : 0;
        inLink += Dom.isLink(element) ? step : 0;
        inHeading += Dom.isHeading(element) ? step : 0;
        inQuote += element.normalName().equals("blockquote") ? step : 0;
        inCaption += countsAsCaption(element, step > 0) ? step : 0;
        inHidden += Dom.isBlock(element) && Dom.isHidden(element) ? step : 0;
        inPost += Embeds.isPost(element) ? step : 0;
    }

    /** A name says so unless the element stands around the article. */
    private boolean countsAsCaption(Element element, boolean opens) {
        if (!opens) {
            return captions.remove(element);
        }
        String tag = element.normalName();
        boolean caption = tag.equals("figcaption")
                || tag.equals("figure")
                || (!aroundChosen.contains(element)
                        && Dom.isBlock(element)
                        && element.className().toLowerCase(Locale.ROOT).contains("caption"));
        return caption && captions.add(element);
    }

    private BlockRole role(String text) {
        if (inPost > 0) {
            return BlockRole.BODY;
        }
        if (inCaption > 0) {
            // A quotation that is set like a picture has its speaker where pictures have their caption.
            return inQuote > 0 ? BlockRole.BODY : BlockRole.CAPTION;
        }
        boolean paragraph =
                Sentences.endsLikeOne(text) && Sentences.words(text, FEWEST_PARAGRAPH_WORDS) >= FEWEST_PARAGRAPH_WORDS;
        return inHeading > 0 && !paragraph ? BlockRole.HEADLINE : BlockRole.BODY;
    }

    private void flush() {
        Line line = lines.element();
        String text = line.text.toString().strip();
        if (!text.isEmpty()) {
            Element within = line.within;
            Cut cut = cutAt != null ? cuts.get(cutAt) : within != null ? HUSHED : null;
            BlockRole role = role(text);
            Stretch stretch = new Stretch(
                    text, line.links, within != null ? within : block, role, inChosen > 0, cut, cutAt, within != null);
            if (inHidden > 0) {
                stretch.marks.add(Block.Mark.HIDDEN);
            }
            if (inPost > 0) {
                stretch.marks.add(Block.Mark.EMBEDDED);
            }
            stretch.posted = posted.peek();
            out.add(stretch);
        }
        line.text.setLength(0);
        line.links = 0;
        line.breaks = 0;
    }
}
