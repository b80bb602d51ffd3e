package org.rashomon.ingest.pages.facts;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Who wrote and who publishes the article by the attributes of the elements that show it: microdata, RDFa, microformats ({@code h-entry}). */
final class Markup {
    private static final int MOST = 20;
    private static final int LONGEST = 140;
    private static final String NAME =
            "[itemprop~=(?i)^(?:name|legalName)$], [property~=(?i)^(?:\\w+:)?name$], .p-name, .fn";
    private static final String OF_OTHERS =
            "[class*=comment], [id*=comment], [class*=related], [itemtype$=Comment], [itemtype$=ImageObject], [itemtype$=VideoObject], [typeof$=Comment], aside, nav";

    private final Document page;

    Markup(Document page) {
        this.page = page;
    }

    /** Bodies that the page's markup calls the publisher. */
    List<String> publishers() {
        return named("[itemprop~=(?i)^publisher$], [property~=(?i)^(?:\\w+:)?publisher$]").stream()
                .filter(publisher -> !publisher.type().endsWith("Person"))
                .map(LinkedData.Named::name)
                .toList();
    }

    /** Whom the markup calls an author. */
    List<LinkedData.Named> authors() {
        return named(
                "[itemprop~=(?i)^(?:author|creator)$], [property~=(?i)^(?:\\w+:)?(?:author|creator)$], .h-entry .p-author");
    }

    private List<LinkedData.Named> named(String query) {
        return page.body().select(query).stream()
                .filter(element -> element.closest(OF_OTHERS) == null)
                .limit(MOST)
                .map(element -> new LinkedData.Named(name(element), type(element)))
                .filter(named -> !named.name().isEmpty() && named.name().length() <= LONGEST)
                .distinct()
                .toList();
    }

    private static String name(Element element) {
        Element inner = element.selectFirst(NAME);
        Element holder = inner == null ? element : inner;
        String stated = holder.attr("content").strip();
        return stated.isEmpty() ? holder.text().strip() : stated;
    }

    private static String type(Element element) {
        String type = element.attr("itemtype") + element.attr("typeof");
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
