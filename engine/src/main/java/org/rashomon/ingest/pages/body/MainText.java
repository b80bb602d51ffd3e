package org.rashomon.ingest.pages.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.FurnitureLexicon;
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
     */
    public List<Found> find(Document page, @Nullable String title, @Nullable String articleBody) {
        Element body = page.body();
        unwrapShadowRoots(body);
        Map<Element, PublicationDate> updates = Updates.of(page, title);
        Map<Element, Cut> others = updates.isEmpty() ? Stories.others(body, title) : Map.of();
        if (updates.isEmpty() && others.isEmpty()) {
            List<Element> stories = Stories.whole(body, title);
            if (!stories.isEmpty()) {
                return stories.stream().map(this::story).toList();
            }
        }
        List<Stretch> stretches = sifted(body, title, others, updates);
        if (articleBody != null) {
            stretches = Metadata.fill(stretches, articleBody, body);
        }
        return List.of(new Found(null, parts(title, stretches), stretches));
    }

    private Found story(Element story) {
        Stories.Head head = Stories.head(story);
        List<Stretch> stretches = sifted(story, head.title(), Map.of(), Map.of());
        return new Found(head, parts(head.title(), stretches), stretches);
    }

    /** The headline first, once. */
    private static List<Draft.Part> parts(@Nullable String title, List<Stretch> stretches) {
        List<Draft.Part> parts = new ArrayList<>();
        if (title != null) {
            parts.add(new Draft.Part(title, BlockRole.HEADLINE));
        }
        for (Stretch stretch : stretches) {
            if (stretch.isKept()) {
                parts.add(new Draft.Part(stretch.text, stretch.role, stretch.marks, stretch.posted));
            }
        }
        return parts;
    }

    /** A page whose names mislead is read again without them. */
    private List<Stretch> sifted(
            Element body, @Nullable String title, Map<Element, Cut> others, Map<Element, PublicationDate> updates) {
        List<Stretch> stretches = sifted(body, title, others, updates, true);
        if (length(stretches) >= LEAST_ARTICLE) {
            return stretches;
        }
        List<Stretch> again = sifted(body, title, others, updates, false);
        return length(again) > 2 * length(stretches) ? again : stretches;
    }

    private List<Stretch> sifted(
            Element body,
            @Nullable String title,
            Map<Element, Cut> others,
            Map<Element, PublicationDate> updates,
            boolean byName) {
        Map<Element, Cut> cuts = Cutter.cut(body, Weights.of(body, others::containsKey), byName);
        cuts.putAll(others);
        List<Element> chosen = Votes.chosen(body, Weights.of(body, cuts::containsKey), cuts::containsKey);
        List<Stretch> stretches = Stretches.of(body, cuts, chosen, updates);
        Sieve.sift(stretches, title, lexicon);
        return stretches;
    }

    private static int length(List<Stretch> stretches) {
        return stretches.stream()
                .filter(Stretch::isKept)
                .mapToInt(stretch -> stretch.text.length())
                .sum();
    }

    /** What a declarative shadow root holds is shown as if it stood in the page. */
    private static void unwrapShadowRoots(Element body) {
        for (Element template : body.select("template[shadowrootmode], template[shadowroot]")) {
            template.tagName("div");
        }
    }
}
