package org.rashomon.ingest.pages.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.FurnitureLexicon;
import org.rashomon.ingest.blocks.Offers;
import org.rashomon.ingest.blocks.Sentences;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;

/**
 * Decides on every stretch of a page, and says why it leaves one out.
 *
 * <p>What the votes chose and nobody doubts stays, lists of links and the site's own offers aside. What is in doubt stays where it
 * stands among the article's paragraphs and reads like them; so do the standfirst, the notes that correct the article, and posts
 * set into it.
 */
final class Sieve {
    private static final double MOST_LINKS = 0.5;
    private static final int FEWEST_LINKED_WORDS = 6;
    /** Nodes; a paragraph has fewer. */
    private static final int MOST_NODES = 200;

    private static final double MOST_BOX_LINKS = 0.33;
    private static final double MOST_STANDFIRST_LINKS = 0.3;
    private static final int MOST_STANDFIRST_WORDS = 90;
    private static final int FEWEST_STANDFIRST_WORDS = 5;
    private static final int MOST_BOX_LINES = 14;
    private static final int MOST_TEASER_LINES = 2;
    private static final int LONGEST_TEASER = 400;
    private static final double SAME = 0.8;
    private static final Pattern LABEL = Pattern.compile(
            "(?:related|read (?:more|next|also)|also read|see also|more (?:on|from|stories|like)|most (?:read|popular)|trending|recommended|you (?:may|might)|about the author|sponsored"
                    + "|promoted|comments?|newsletter|share|follow|tags|topics)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** What follows an article, sentences as it may be. */
    private static final Pattern BEHIND = Pattern.compile(
            "copyright|disclaimer|credit|byline|meta|author|bio|teaser|promo|social|shar|caption|widget",
            Pattern.CASE_INSENSITIVE);
    /** What follows an article as a line of its own. */
    private static final Pattern BEHIND_AS_LINE =
            Pattern.compile("copyright|disclaimer|credit|byline|author|bio", Pattern.CASE_INSENSITIVE);
    /** The places where others speak. */
    private static final Pattern OTHERS =
            Pattern.compile("comments(?:$|[\\s_-])|disqus|respond|outbrain|taboola", Pattern.CASE_INSENSITIVE);

    private static final Pattern STANDFIRST = Pattern.compile(
            "(?:^|[\\s_-])(?:standfirst|stand-first|dek|deck|sub-?head(?:line|ing)?|sub-?title|summary|lede|lead|leadin|intro|introduction|excerpt|abstract|description|strap-?line|teaser|kicker-?text|article-?sub|nut-?graf|key-?(?:points?|facts?|takeaways?)|highlights|bullet-?points?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED_STANDFIRST = Pattern.compile(
            "(?:^|[\\s_-])(?:standfirst|stand-first|dek|deck|sub-?head(?:line)?|sub-?title|strap-?line)(?:$|[\\s_-])",
            Pattern.CASE_INSENSITIVE);
    /** What else stands under a headline: who wrote it, when, whose opinion it is. */
    private static final Pattern BYLINE = Pattern.compile(
            "(?i:by) \\p{Lu}|\\d+ min|(?:Published|Updated|Posted|Last|Written|From|Photo)\\b"
                    + "|\\(?(?:Image|Photo|Picture|Photograph|Credit|Source)\\b|(?:The )?(?i:views|opinions) (?:are|expressed)\\b"
                    + "|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.? \\d{1,2},? \\d{4}"
                    + "|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\\d{1,2}(?::\\d\\d| \\p{Lu}[a-z]{2,8} \\d{4})");

    private static final Pattern STOP_WITHIN = Pattern.compile("\\p{L}{2,}[.!?][\"”’)]*\\s");
    private static final String LINK_LINE = "a line of links";

    private final Offers offers;
    private final List<Stretch> all;
    private final @Nullable String title;
    private final String titleLetters;
    private final Shingles shown = new Shingles();
    /** Indices of the first and the last paragraph of prose that nobody doubts; negative where there is none. */
    private int first = -1;

    private int last = -1;

    private Sieve(List<Stretch> all, @Nullable String title, FurnitureLexicon lexicon) {
        this.all = all;
        this.title = title;
        this.titleLetters = title == null ? "" : Sentences.letters(title);
        this.offers = new Offers(lexicon);
    }

    /**
     * Decides on all stretches of a page, in place.
     *
     * @param title the article's headline, which is written once and apart
     */
    static void sift(List<Stretch> all, @Nullable String title, FurnitureLexicon lexicon) {
        Sieve sieve = new Sieve(all, title, lexicon);
        all.forEach(sieve::undoubted);
        sieve.items();
        sieve.continued();
        sieve.teasers();
        sieve.offers();
        sieve.bounds();
        all.stream().filter(Stretch::isKept).forEach(stretch -> sieve.shown.add(stretch.text));
        sieve.boxes();
        sieve.standfirst();
        new Notes(sieve.shown).mark(all);
    }

    private void undoubted(Stretch stretch) {
        if (stretch.cut != null || stretch.inline) {
            stretch.drop(stretch.cut == null ? "" : stretch.cut.reason());
        } else if (!stretch.chosen) {
            stretch.drop("outside the article");
        } else if (isTitle(stretch)) {
            stretch.drop("repeats the headline");
        } else if (LinkLines.isOne(stretch)) {
            stretch.drop(LINK_LINE);
        } else {
            stretch.keep();
        }
    }

    private boolean isTitle(Stretch stretch) {
        return title != null
                && stretch.text.length() < 2 * title.length() + 20
                && Sentences.letters(stretch.text).equals(titleLetters);
    }

    /** An item that is mostly a link belongs to its list where its neighbours are prose. */
    private void items() {
        for (int i = 0; i < all.size(); i++) {
            Stretch stretch = all.get(i);
            boolean item = stretch.block.normalName().equals("li")
                    && stretch.reason.equals(LINK_LINE)
                    && stretch.links < stretch.length;
            if (item
                    && stretch.words() >= FEWEST_LINKED_WORDS
                    && (isKeptItem(i - 1, stretch) || isKeptItem(i + 1, stretch))) {
                stretch.keep();
            }
        }
    }

    /** A linked line in the middle of a sentence that several elements share. */
    private void continued() {
        for (int i = 1; i < all.size(); i++) {
            Stretch stretch = all.get(i);
            Stretch before = all.get(i - 1);
            if (stretch.reason.equals(LINK_LINE)
                    && !stretch.isKept()
                    && before.role == BlockRole.BODY
                    && Sentences.goesOn(before.text, stretch.text)) {
                stretch.keep();
            }
        }
    }

    /** Boxes of a linked headline and a line of the story that it leads to. */
    private void teasers() {
        Map<Element, List<Stretch>> boxes = new HashMap<>();
        int kept = 0;
        for (Stretch stretch : all) {
            Element box = stretch.block.parent();
            if (box != null && stretch.chosen && stretch.cut == null) {
                boxes.computeIfAbsent(box, b -> new ArrayList<>()).add(stretch);
            }
            kept += stretch.isKept() ? stretch.length : 0;
        }
        for (List<Stretch> box : boxes.values()) {
            Stretch heading = box.get(0);
            int length = box.stream().mapToInt(stretch -> stretch.length).sum();
            boolean teaser = heading.markup == BlockRole.HEADLINE
                    && heading.reason.equals(LINK_LINE)
                    && !heading.isKept()
                    && box.size() > 1
                    && box.size() <= MOST_TEASER_LINES
                    && length <= LONGEST_TEASER
                    && length * 2 < kept
                    && heading.block.parent() != null
                    && heading.block.parent().select("p, div").size() < MOST_BOX_LINES;
            if (teaser) {
                box.stream().filter(Stretch::isKept).forEach(stretch -> stretch.drop("a teaser of another story"));
            }
        }
    }

    private boolean isKeptItem(int index, Stretch item) {
        if (index < 0 || index >= all.size()) {
            return false;
        }
        Stretch other = all.get(index);
        return other.isKept()
                && Objects.equals(other.block.parent(), item.block.parent())
                && other.words() >= FEWEST_LINKED_WORDS;
    }

    /** Offers of the site among the paragraphs, line by line and box by box. */
    private void offers() {
        Map<Element, List<Stretch>> boxes = new HashMap<>();
        for (Stretch stretch : all) {
            Element box = stretch.block.parent();
            if (stretch.isKept() && box != null) {
                boxes.computeIfAbsent(box, b -> new ArrayList<>()).add(stretch);
            }
        }
        boxes.values().forEach(this::offers);
    }

    private void offers(List<Stretch> box) {
        boolean whole = box.size() <= MOST_BOX_LINES && offers.areOffer(texts(box));
        for (Stretch stretch : box) {
            if (whole || offers.isOffer(stretch.text)) {
                stretch.role = BlockRole.FURNITURE;
                stretch.reason = "an offer or a notice of the site";
            }
        }
    }

    private static List<String> texts(List<Stretch> box) {
        return box.stream().map(stretch -> stretch.text).toList();
    }

    private void bounds() {
        for (int i = 0; i < all.size(); i++) {
            Stretch stretch = all.get(i);
            if (stretch.role == BlockRole.BODY && stretch.isSentence()) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
    }

    /** Each element in doubt that stands among the article's paragraphs, or right behind the last, as a whole and then line by line. */
    private void boxes() {
        Map<Element, List<Stretch>> boxes = new HashMap<>();
        List<Element> order = new ArrayList<>();
        for (int i = 0; i < all.size() && first >= 0; i++) {
            Stretch stretch = all.get(i);
            if (stretch.cutAt == null
                    || (i < first && !isNextTo(stretch, all.get(first).block))
                    || (i > last && !isNextTo(stretch, all.get(last).block))) {
                continue;
            }
            boxes.computeIfAbsent(stretch.cutAt, at -> {
                        order.add(at);
                        return new ArrayList<>();
                    })
                    .add(stretch);
        }
        order.forEach(at -> box(boxes.getOrDefault(at, List.of())));
    }

    /** Whether a doubted element stands beside the outermost paragraph as one more would, and is named as pages name paragraphs. */
    private static boolean isNextTo(Stretch stretch, Element paragraph) {
        Element doubted = stretch.cutAt;
        if (doubted == null || stretch.cut == null || stretch.cut.isOfOthers()) {
            return false;
        }
        boolean next =
                paragraph.equals(doubted.previousElementSibling()) || paragraph.equals(doubted.nextElementSibling());
        if (next && doubted.normalName().equals("p")) {
            return !BEHIND_AS_LINE.matcher(Dom.names(doubted)).find();
        }
        if (stretch.cut.kind() == Cut.Kind.SURE) {
            return false;
        }
        Element around = doubted.parent();
        Element inner = paragraph.parent();
        boolean beside = Objects.equals(around, inner) || (inner != null && Objects.equals(around, inner.parent()));
        return beside && !BEHIND.matcher(Dom.names(doubted)).find();
    }

    private void box(List<Stretch> box) {
        Cut cut = box.get(0).cut;
        if (cut == null || cut.kind() == Cut.Kind.NEVER || (cut.kind() == Cut.Kind.OTHERS && !isOwnParagraph(box))) {
            return;
        }
        box.stream().filter(Stretch::isEmbedded).forEach(this::keepNew);
        int length = box.stream().mapToInt(stretch -> stretch.length).sum();
        int links = box.stream().mapToInt(stretch -> stretch.links).sum();
        boolean labelled = box.stream()
                .anyMatch(stretch ->
                        !stretch.isSentence() && LABEL.matcher(stretch.text).matches());
        boolean sure = cut.kind() != Cut.Kind.NAME && cut.kind() != Cut.Kind.HIDDEN;
        if (labelled || links > MOST_BOX_LINKS * length || (sure && !isPlain(box))) {
            return;
        }
        if (offers.areOffer(texts(box))) {
            return;
        }
        box.stream().filter(stretch -> !stretch.isKept()).forEach(this::readsLikeArticle);
    }

    private void keepNew(Stretch stretch) {
        if (shown.share(stretch.text) < SAME) {
            stretch.keep();
            shown.add(stretch.text);
        }
    }

    /**
     * Whether an element that is named as those are in which others speak is a paragraph like its neighbours: in sight, with nothing but
     * sentences in it, and none of a row.
     */
    private static boolean isOwnParagraph(List<Stretch> box) {
        Element at = box.get(0).cutAt;
        if (at == null || Dom.isHidden(at) || box.stream().anyMatch(stretch -> stretch.links > 0)) {
            return false;
        }
        boolean line = box.size() == 1 && box.get(0).block.equals(at);
        boolean row = isAlike(at, at.nextElementSibling()) || isAlike(at, at.previousElementSibling());
        return at.normalName().equals("p")
                || (line && !row)
                || (!row
                        && !OTHERS.matcher(Dom.names(at)).find()
                        && at.select("*").stream().allMatch(Sieve::isParagraph));
    }

    private static boolean isParagraph(Element element) {
        return switch (element.normalName()) {
            case "div", "p", "b", "em", "i", "strong", "span" -> true;
            default -> false;
        };
    }

    private static boolean isAlike(Element one, @Nullable Element two) {
        return two != null && one.className().equals(two.className());
    }

    /** Nothing but sentences, under a heading of their own without a link at most. */
    private static boolean isPlain(List<Stretch> box) {
        return box.stream()
                .allMatch(stretch -> stretch.markup == BlockRole.HEADLINE
                        ? stretch == box.get(0) && stretch.links == 0
                        : stretch.isSentence()
                                && stretch.markup == BlockRole.BODY
                                && (stretch.links == 0 || linksWithin(stretch)));
    }

    /** Whether each link stands within a sentence; one behind its stop points elsewhere: <em>… its museum. Read more.</em> */
    private static boolean linksWithin(Stretch stretch) {
        if (stretch.block.closest("a") != null || stretch.block.childNodeSize() > MOST_NODES) {
            return false;
        }
        for (Element link : stretch.block.select("a")) {
            String words = link.text().strip();
            int at = stretch.text.lastIndexOf(words);
            String before = at < 0 ? "" : stretch.text.substring(0, at).strip();
            if (before.isEmpty() ? words.length() * 2 > stretch.text.length() : Sentences.endsLikeOne(before)) {
                return false;
            }
        }
        return true;
    }

    private void readsLikeArticle(Stretch stretch) {
        boolean caption = stretch.markup == BlockRole.CAPTION
                && STOP_WITHIN.matcher(stretch.text).find();
        if (!(stretch.isSentence() || caption)
                || stretch.linkShare() > MOST_LINKS
                || BYLINE.matcher(stretch.text).lookingAt()) {
            stretch.reason += ", and no sentence";
        } else if (offers.isOffer(stretch.text)) {
            stretch.reason += ", and an offer or a notice of the site";
        } else if (shown.share(stretch.text) >= SAME) {
            stretch.reason += ", and shown elsewhere in the article";
        } else {
            stretch.keep();
            shown.add(stretch.text);
        }
    }

    /** What stands between the headline and the first paragraph and sums the article up. */
    private void standfirst() {
        int headline = headline();
        if (headline < 0) {
            return;
        }
        for (int i = headline + 1; i < first; i++) {
            Stretch stretch = all.get(i);
            if (stretch.isKept() ? isPlainlyStandfirst(stretch) : isStandfirst(stretch, all.get(headline))) {
                mark(stretch);
            } else if (!stretch.isKept() && isLeadCaption(stretch)) {
                stretch.keep();
            }
        }
        for (int i = first; i <= last && isPlainlyStandfirst(all.get(i)); i++) {
            mark(all.get(i));
        }
    }

    /** The words under the picture that opens the article. */
    private boolean isLeadCaption(Stretch stretch) {
        return stretch.markup == BlockRole.CAPTION
                && stretch.cut == null
                && stretch.isSentence()
                && stretch.linkShare() <= MOST_STANDFIRST_LINKS
                && shown.share(stretch.text) < SAME;
    }

    /** Pages that call it by its name mean it. */
    private static boolean isPlainlyStandfirst(Stretch stretch) {
        return stretch.isKept()
                && stretch.role != BlockRole.CAPTION
                && stretch.words() >= FEWEST_STANDFIRST_WORDS
                && !BYLINE.matcher(stretch.text).lookingAt()
                && NAMED_STANDFIRST.matcher(Dom.names(stretch.block)).find();
    }

    private void mark(Stretch standfirst) {
        if (!standfirst.isKept()) {
            shown.add(standfirst.text);
        }
        standfirst.role = BlockRole.BODY;
        standfirst.marks.add(Block.Mark.STANDFIRST);
    }

    private int headline() {
        for (int i = first - 1; i >= 0; i--) {
            Stretch stretch = all.get(i);
            if (isTitle(stretch) || stretch.block.normalName().equals("h1")) {
                return i;
            }
        }
        return -1;
    }

    private boolean isStandfirst(Stretch stretch, Stretch headline) {
        int words = stretch.words();
        if (words < FEWEST_STANDFIRST_WORDS
                || words > MOST_STANDFIRST_WORDS
                || stretch.inline
                || stretch.markup == BlockRole.CAPTION
                || stretch.linkShare() > (isNamedStandfirst(stretch.block) ? MOST_LINKS : MOST_STANDFIRST_LINKS)
                || (stretch.cut != null && stretch.cut.kind() != Cut.Kind.NAME)
                || isTitle(stretch)
                || BYLINE.matcher(stretch.text).lookingAt()
                || offers.isOffer(stretch.text)
                || shown.share(stretch.text) >= SAME) {
            return false;
        }
        return isNamedStandfirst(stretch.block)
                || (stretch.isSentence() && words > FEWEST_LINKED_WORDS)
                || (words > FEWEST_LINKED_WORDS
                        && stretch.links == 0
                        && Objects.equals(stretch.block.parent(), headline.block.parent()));
    }

    private static boolean isNamedStandfirst(Element block) {
        Element parent = block.parent();
        return block.normalName().equals("summary")
                || STANDFIRST.matcher(Dom.names(block)).find()
                || (parent != null && STANDFIRST.matcher(Dom.names(parent)).find());
    }
}
