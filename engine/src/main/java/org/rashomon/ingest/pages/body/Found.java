package org.rashomon.ingest.pages.body;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.ReadResult.LeftOut;

/** One article of a page. */
public final class Found {
    private final Stories.@Nullable Head head;
    private final List<Draft.Part> parts;
    private final List<Stretch> stretches;

    Found(Stories.@Nullable Head head, List<Draft.Part> parts, List<Stretch> stretches) {
        this.head = head;
        this.parts = List.copyOf(parts);
        this.stretches = stretches;
    }

    /** Its parts, the headline first. */
    public List<Draft.Part> parts() {
        return parts;
    }

    /** Its headline, where the page holds several articles; null where the page's own facts hold. */
    public @Nullable String title() {
        return head == null ? null : head.title();
    }

    /** Its address, where the page holds several articles and states it. */
    public @Nullable String url() {
        return head == null ? null : head.url();
    }

    /** Its date, where the page holds several articles and states it. */
    public @Nullable PublicationDate published() {
        return head == null ? null : head.published();
    }

    /** Tells what was left out and why; stretches of one element with one reason are told together. */
    public void leftOut(String place, Consumer<LeftOut> sink) {
        List<String> texts = new ArrayList<>();
        Stretch first = null;
        for (Stretch stretch : stretches) {
            if (stretch.isKept()) {
                continue;
            }
            if (first != null && !isOneWith(first, stretch)) {
                sink.accept(told(place, first, texts));
                texts.clear();
                first = null;
            }
            first = first == null ? stretch : first;
            texts.add(stretch.text.replaceAll("\\s+", " "));
        }
        if (first != null) {
            sink.accept(told(place, first, texts));
        }
    }

    private static boolean isOneWith(Stretch first, Stretch next) {
        return first.reason.equals(next.reason) && at(first).equals(at(next)) && first.cutAt != null;
    }

    private static Element at(Stretch stretch) {
        return stretch.cutAt != null ? stretch.cutAt : stretch.block;
    }

    private static LeftOut told(String place, Stretch first, List<String> texts) {
        return new LeftOut(place, Dom.path(at(first)), String.join(" / ", texts), first.reason);
    }
}
