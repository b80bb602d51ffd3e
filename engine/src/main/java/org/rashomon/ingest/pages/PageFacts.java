package org.rashomon.ingest.pages;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.ingest.blocks.FurnitureLexicon;
import org.rashomon.ingest.blocks.Sentences;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;

/**
 * What a page states about its article: in JSON-LD (schema.org), OpenGraph, meta and time elements, in that order of trust.
 *
 * @param articleBody the whole text as JSON-LD gives it, or null
 */
record PageFacts(Imprint imprint, @Nullable String articleBody) {
    private static final int MOST_ELEMENTS = 200;
    private static final List<String> DATE_META = List.of(
            "meta[property=article:published_time]",
            "meta[name=article:published_time]",
            "meta[itemprop=datePublished]",
            "meta[name=parsely-pub-date]",
            "meta[name=pubdate]",
            "meta[name=publish-date]",
            "meta[name=publishdate]",
            "meta[name=publication_date]",
            "meta[name=date]",
            "meta[name=DC.date.issued]",
            "meta[name=dc.date]",
            "meta[name=sailthru.date]",
            "meta[property=og:published_time]",
            "meta[name=cXenseParse:recs:publishtime]");

    static PageFacts of(Document page, FurnitureLexicon lexicon) {
        Optional<JsonLd> linked = JsonLd.article(page);
        String heading = heading(page);
        String title = first(List.of(
                linked.map(JsonLd::headline),
                meta(page, "property", "og:title"),
                Optional.ofNullable(heading),
                documentTitle(page)));
        Optional<String> siteName = meta(page, "property", "og:site_name").filter(PageFacts::isName);
        // A paper that prints a wire's story may name the wire as its publisher; the site is the paper's all the same.
        Optional<String> publisher = linked.map(JsonLd::publisher)
                .filter(PageFacts::isName)
                .filter(name -> siteName.isEmpty() || !lexicon.isAgency(Sentences.fold(name)));
        String site = first(List.of(publisher, siteName));
        Imprint imprint = Imprint.builder()
                .outlet(site, publisher.isPresent() ? Imprint.Origin.JSON_LD : Imprint.Origin.META)
                .url(first(List.of(link(page), meta(page, "property", "og:url"), linked.map(JsonLd::url))))
                .title(shorterOf(title, heading, site))
                .published(published(page, linked).orElse(null))
                .language(first(List.of(linked.map(JsonLd::language), language(page))))
                .build();
        return new PageFacts(imprint, linked.map(JsonLd::articleBody).orElse(null));
    }

    private static boolean isName(String publisher) {
        return !publisher.contains("://") && publisher.length() <= 80;
    }

    /** The page's own heading when the stated title is that heading with a site's name added. */
    private static @Nullable String shorterOf(@Nullable String title, @Nullable String heading, @Nullable String site) {
        if (title == null) {
            return null;
        }
        if (heading != null && heading.length() >= 12 && title.startsWith(heading)) {
            return heading;
        }
        if (site != null) {
            for (String part : List.of(" | ", " - ", " – ", " — ")) {
                if (title.endsWith(part + site)) {
                    return title.substring(0, title.length() - part.length() - site.length());
                }
            }
        }
        return title;
    }

    private static @Nullable String heading(Document page) {
        List<Element> all = page.select("h1");
        return all.stream()
                .limit(MOST_ELEMENTS)
                .map(Element::text)
                .filter(text -> text.length() >= 12 && text.length() <= 300)
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> documentTitle(Document page) {
        return Optional.of(page.title()).filter(text -> !text.isBlank());
    }

    private static Optional<String> link(Document page) {
        return Optional.ofNullable(page.selectFirst("link[rel=canonical]"))
                .map(link -> link.attr("href"))
                .filter(address -> address.startsWith("http"));
    }

    private static Optional<String> language(Document page) {
        return Optional.ofNullable(page.selectFirst("html"))
                .map(html -> html.attr("lang"))
                .filter(tag -> tag.matches("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}"))
                .map(tag -> tag.replace('_', '-'));
    }

    private static Optional<String> meta(Document page, String attribute, String name) {
        return Optional.ofNullable(page.selectFirst("meta[" + attribute + "=" + name + "]"))
                .or(() -> Optional.ofNullable(page.selectFirst("meta[name=" + name + "]")))
                .map(element -> element.attr("content"))
                .filter(content -> !content.isBlank());
    }

    private static Optional<PublicationDate> published(Document page, Optional<JsonLd> linked) {
        Optional<PublicationDate> date =
                linked.map(JsonLd::published).flatMap(stated -> Dates.parse(stated, Imprint.Origin.JSON_LD));
        for (String query : DATE_META) {
            if (date.isPresent()) {
                return date;
            }
            date = Optional.ofNullable(page.selectFirst(query))
                    .flatMap(element -> Dates.parse(element.attr("content"), Imprint.Origin.META));
        }
        return date.or(() -> page.select("time[itemprop=datePublished], time[pubdate], article time[datetime]").stream()
                .limit(1)
                .flatMap(time -> Dates.parse(time.attr("datetime"), Imprint.Origin.META).stream())
                .findFirst());
    }

    private static @Nullable String first(List<Optional<String>> stated) {
        return stated.stream()
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
