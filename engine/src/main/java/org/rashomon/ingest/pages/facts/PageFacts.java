package org.rashomon.ingest.pages.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;

/**
 * What a page states about its article: in JSON-LD (schema.org), OpenGraph, meta and time elements, and in the lines around its
 * headline. To be read before anything is cut from the page.
 *
 * @param articleBody the whole text as JSON-LD gives it, or null
 * @param updates those of a live blog, as JSON-LD gives them
 * @param notes what is stated and could not be read, a sentence each
 */
public record PageFacts(Imprint imprint, @Nullable String articleBody, List<Update> updates, List<String> notes) {
    private static final int LONGEST_TITLE = 1000;
    private static final PageWords WORDS = new PageWords();

    public PageFacts {
        updates = List.copyOf(updates);
        notes = List.copyOf(notes);
    }

    /**
     * One update of a live blog.
     *
     * @param posted null where its time is not stated
     */
    public record Update(
            @Nullable String headline,
            String text,
            @Nullable PublicationDate posted) {}

    /** Reads {@code page}, and leaves it as it is. */
    public static PageFacts of(Document page) {
        PageAddress address = new PageAddress(page);
        MetaTags meta = new MetaTags(page);
        List<String> titles = new ArrayList<>();
        titles.addAll(meta.all("og:title", "twitter:title"));
        Optional.of(page.title()).filter(text -> !text.isBlank()).ifPresent(titles::add);
        titles.removeIf(text -> text.length() > LONGEST_TITLE);
        List<String> headings = page.select("h1").stream()
                .limit(50)
                .map(h -> h.text().strip())
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_TITLE)
                .toList();
        LinkedData linked = new LinkedData(
                page, address, Stream.concat(titles.stream(), headings.stream()).toList());
        List<String> stated = Stream.of(
                        meta.all("og:title"),
                        linked.strings("headline"),
                        linked.strings("name"),
                        titles,
                        meta.all("dc.title", "parsely-title", "sailthru.title"))
                .flatMap(List::stream)
                .filter(text -> text.length() <= LONGEST_TITLE)
                .distinct()
                .toList();
        List<String> publishers = Stream.of(linked.publishers(), linked.checkers())
                .flatMap(List::stream)
                .map(LinkedData.Named::name)
                .toList();
        List<String> siteNames = Stream.of(meta.all("og:site_name", "application-name"), publishers, linked.sites())
                .flatMap(List::stream)
                .toList();
        Headline headline = Headline.of(page, stated, siteNames, address, WORDS::isPart);
        String title = headline.text();
        List<Sighted.Line> lines = new Sighted(page, headline.element(), title).lines();
        Markup markup = new Markup(page);
        Optional<OutletName.Found> outlet = new OutletName(
                        address, WORDS, publishers, markup.publishers(), meta, linked.sites(), title, titles)
                .found();
        String name = outlet.map(OutletName.Found::name).orElse(null);
        String language = Stream.of(Optional.ofNullable(linked.ofArticle("inLanguage")), language(page))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        String url = address.shown() != null ? address.shown() : linked.ofArticle("url");
        PublishedDay day = new PublishedDay(page, linked, meta, lines, address.shown(), language);
        PublicationDate published = day.published().orElse(null);
        boolean wirePublishes = name != null
                && publishers.stream()
                        .findFirst()
                        .filter(first -> !first.equals(name))
                        .isPresent();
        PageAuthors authors = PageAuthors.of(linked, markup, meta, lines, name, wirePublishes);
        Imprint imprint = Imprint.builder()
                .outlet(name, outlet.map(OutletName.Found::from).orElse(null))
                .url(url)
                .title(title)
                .published(published)
                .byline(authors.byline())
                .authors(authors.authors())
                .credit(authors.credit())
                .language(language)
                .build();
        List<String> notes = new ArrayList<>(day.notes());
        if (linked.isBroken()) {
            notes.add("metadata of the page (JSON-LD) are damaged and were not read");
        }
        return new PageFacts(imprint, linked.ofArticle("articleBody"), linked.updates(), notes);
    }

    private static Optional<String> language(Document page) {
        return Optional.ofNullable(page.selectFirst("html"))
                .map(html -> html.attr("lang"))
                .filter(tag -> tag.matches("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}"))
                .map(tag -> tag.replace('_', '-'));
    }
}
