package org.rashomon.ingest.pages.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.FurnitureLexicon;
import org.rashomon.ingest.blocks.Sentences;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.model.BlockRole;
import org.rashomon.model.PublicationDate;

/** Finds the article in a page, in time linear in the page's size. */
public final class MainText {
    private static final int LEAST_ARTICLE = 200;

    private final FurnitureLexicon lexicon;

    public MainText(FurnitureLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The article of a page; those of a page that holds several and is of none of them.
     *
     * @param page changed by this call
     * @param title the article's headline, or null
     * @param articleBody its text as the metadata have it, or null
     * @param stated the updates of a live blog as the metadata have them, a headline before its text
     */
    public List<Found> find(
            Document page, @Nullable String title, @Nullable String articleBody, List<Draft.Part> stated) {
        Element body = page.body();
        unwrapShadowRoots(body);
        HiddenClasses hidden = HiddenClasses.of(body);
        unwrapFrames(body);
        unwrapLinks(body);
        Map<Element, PublicationDate> updates = Updates.of(page, title);
        if (updates.isEmpty()) {
            List<Element> stories = Stories.whole(body, title);
            if (!stories.isEmpty()) {
                return stories(stories, body, hidden);
            }
        }
        Map<Element, Cut> others = updates.isEmpty() ? Stories.others(body, title) : Map.of();
        List<Stretch> stretches = sifted(body, title, others, updates, hidden);
        if (articleBody != null) {
            stretches = Metadata.fill(stretches, articleBody, body);
        }
        stretches = Metadata.updates(stretches, stated, body);
        return List.of(new Found(null, parts(title, stretches), stretches));
    }

    private List<Found> stories(List<Element> stories, Element body, HiddenClasses hidden) {
        List<Found> found = new ArrayList<>();
        for (Element story : stories) {
            Stories.Head head = Stories.head(story);
            List<Stretch> stretches = new ArrayList<>(sifted(story, head.title(), Map.of(), Map.of(), hidden));
            List<Draft.Part> parts = parts(head.title(), stretches);
            if (found.isEmpty()) {
                stretches.addAll(beside(stories, body, hidden));
            }
            found.add(new Found(head, parts, stretches));
        }
        return found;
    }

    /** What stands beside the stories of a page; it belongs to none of them. */
    private static List<Stretch> beside(List<Element> stories, Element body, HiddenClasses hidden) {
        Map<Element, Cut> cuts = new HashMap<>();
        stories.forEach(story -> cuts.put(story, Stories.OTHER));
        List<Stretch> rest = Stretches.of(body, cuts, List.of(), Map.of(), hidden).stream()
                .filter(stretch -> !Stories.OTHER.equals(stretch.cut))
                .toList();
        rest.forEach(stretch -> stretch.drop("beside the articles of the page"));
        return rest;
    }

    /** The headline first, once. */
    private static List<Draft.Part> parts(@Nullable String title, List<Stretch> stretches) {
        List<Draft.Part> parts = new ArrayList<>();
        if (title != null) {
            parts.add(new Draft.Part(title, BlockRole.HEADLINE));
        }
        Stretch before = null;
        for (Stretch stretch : stretches) {
            if (!stretch.isKept()) {
                continue;
            }
            String text = stretch.text;
            if (before != null && isOneParagraph(before, stretch)) {
                text = parts.remove(parts.size() - 1).text() + " " + text;
            }
            parts.add(new Draft.Part(text, stretch.role, stretch.marks, stretch.posted));
            before = stretch;
        }
        return parts;
    }

    /** Editors' programs part a sentence where a picture or an advertisement was set into it. */
    private static boolean isOneParagraph(Stretch one, Stretch two) {
        return one.role == BlockRole.BODY
                && two.role == BlockRole.BODY
                && one.marks.equals(two.marks)
                && Objects.equals(one.posted, two.posted)
                && isParagraph(one)
                && isParagraph(two)
                && Sentences.goesOn(one.text, two.text);
    }

    private static boolean isParagraph(Stretch stretch) {
        return switch (stretch.block.normalName()) {
            case "p", "div" -> true;
            default -> false;
        };
    }

    /** A page whose names mislead is read again without them. */
    private List<Stretch> sifted(
            Element body,
            @Nullable String title,
            Map<Element, Cut> others,
            Map<Element, PublicationDate> updates,
            HiddenClasses hidden) {
        List<Stretch> stretches = sifted(body, title, others, updates, hidden, true);
        if (length(stretches) >= LEAST_ARTICLE) {
            return stretches;
        }
        List<Stretch> again = sifted(body, title, others, updates, hidden, false);
        return length(again) > 2 * length(stretches) ? again : stretches;
    }

    private List<Stretch> sifted(
            Element body,
            @Nullable String title,
            Map<Element, Cut> others,
            Map<Element, PublicationDate> updates,
            HiddenClasses hidden,
            boolean byName) {
        Map<Element, Cut> cuts = Cutter.cut(body, Weights.of(body, others::containsKey), byName);
        cuts.putAll(others);
        List<Element> chosen = Votes.chosen(body, Weights.of(body, cuts::containsKey), cuts::containsKey);
        List<Stretch> stretches = Stretches.of(body, cuts, chosen, updates, hidden);
        Sieve.sift(stretches, title, lexicon);
        return stretches;
    }

    private static int length(List<Stretch> stretches) {
        return stretches.stream()
                .filter(Stretch::isKept)
                .mapToInt(stretch -> stretch.text.length())
                .sum();
    }

    /** A frame that holds its page in an attribute is shown as part of this one. */
    private static void unwrapFrames(Element body) {
        for (Element frame : body.select("iframe[srcdoc]")) {
            Element inner = Jsoup.parse(frame.attr("srcdoc")).body();
            if (inner.hasText()) {
                frame.removeAttr("srcdoc").tagName("div").html(inner.html());
            }
        }
    }

    /** A link around the whole article leads nowhere that matters to its text. */
    private static void unwrapLinks(Element body) {
        List<Element> links = body.select("a:has(p), a:has(article)");
        int length = links.isEmpty() ? 0 : Dom.visible(body.text());
        links.stream()
                .filter(link -> Dom.visible(link.text()) >= LEAST_ARTICLE && 2 * Dom.visible(link.text()) > length)
                .forEach(Element::unwrap);
    }

    /** What a declarative shadow root holds is shown as if it stood in the page. */
    private static void unwrapShadowRoots(Element body) {
        for (Element template : body.select("template[shadowrootmode], template[shadowroot]")) {
            template.tagName("div");
        }
    }
}
