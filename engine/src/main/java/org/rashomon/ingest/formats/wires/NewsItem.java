package org.rashomon.ingest.formats.wires;

import static org.rashomon.ingest.formats.xml.XmlDocument.below;
import static org.rashomon.ingest.formats.xml.XmlDocument.children;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.formats.records.LanguageTags;
import org.rashomon.ingest.formats.xml.XmlDocument;
import org.rashomon.ingest.pages.Fragment;
import org.rashomon.ingest.pages.Surroundings;
import org.rashomon.model.Imprint;

/** One story in the XML of a news agency to a draft. */
final class NewsItem {
    private final Release release;

    NewsItem(Release release) {
        this.release = release;
    }

    /** The story of a {@code newsItem} of NewsML-G2 or a {@code NewsItem} of NewsML 1. */
    Draft of(Element item, String place) {
        release.check(
                status(item),
                first(item, "embargoed").orElse(null),
                first(item, "versioncreated")
                        .or(() -> first(item, "thisrevisioncreated"))
                        .orElse(null));
        Optional<Element> nitf = below(item, "nitf").findFirst();
        if (nitf.isPresent()) {
            Draft inner = ofNitf(nitf.get(), place);
            return new Draft(
                    place,
                    id(item),
                    inner.imprint().over(imprint(item)),
                    inner.parts(),
                    inner.notes(),
                    inner.leftOut());
        }
        List<Draft.Part> parts = new ArrayList<>(body(item));
        if (parts.isEmpty()) {
            throw new BadInputException(
                    "the item has no text in it (inlineXML, inlineData or NITF), such as one of a picture or"
                            + " one whose content lies elsewhere; leave it out, or give that file");
        }
        return around(item, new Draft(place, id(item), imprint(item), parts, List.of()));
    }

    /** What stands around the text in an item of NewsML, but for that of its pictures. */
    private static Draft around(Element item, Draft draft) {
        Surroundings around = Surroundings.of(draft);
        below(item, "headline")
                .skip(1)
                .filter(NewsItem::isOfItem)
                .forEach(line -> around.standfirst("headline", line.text()));
        for (String name : List.of("subtitle", "subheadline", "description", "abstract")) {
            below(item, name).filter(NewsItem::isOfItem).forEach(line -> around.standfirst(name, line.text()));
        }
        below(item, "ednote").filter(NewsItem::isOfItem).forEach(note -> around.note("edNote", note.text()));
        return around.draft();
    }

    /** Concepts that an item names have descriptions as well. */
    private static boolean isOfItem(Element element) {
        Element parent = element.parent();
        return parent != null
                && List.of("itemmeta", "contentmeta", "newsitem", "newslines", "newscomponent")
                        .contains(XmlDocument.name(parent));
    }

    private static @Nullable String status(Element item) {
        return below(item, "pubstatus")
                .map(status -> status.attr("qcode"))
                .findFirst()
                .or(() -> below(item, "status")
                        .map(status -> status.attr("FormalName"))
                        .findFirst())
                .orElse(null);
    }

    private static @Nullable String id(Element item) {
        String guid = item.attr("guid");
        return guid.isBlank() ? first(item, "publicidentifier").orElse(null) : guid;
    }

    private static List<Draft.Part> body(Element item) {
        Optional<Element> inline = below(item, "inlinexml").findFirst();
        if (inline.isPresent()) {
            Element html = below(inline.get(), "body").findFirst().orElse(inline.get());
            return filled(Fragment.parts(html));
        }
        Optional<Element> markup = Stream.of("body.content", "datacontent")
                .flatMap(name -> below(item, name))
                .findFirst();
        Optional<String> data = first(item, "inlinedata");
        if (data.isPresent()) {
            String text = data.get();
            return Fragment.isMarkup(text) ? filled(Fragment.parts(text)) : List.of(new Draft.Part(text, null));
        }
        return markup.map(Fragment::parts).map(NewsItem::filled).orElse(List.of());
    }

    private static List<Draft.Part> filled(List<Draft.Part> parts) {
        return parts.stream().filter(part -> !part.text().isBlank()).toList();
    }

    private static Imprint imprint(Element item) {
        return Imprint.builder()
                .outlet(outlet(item), Imprint.Origin.GIVEN)
                .title(first(item, "headline")
                        .or(() -> first(item, "title"))
                        .map(Fragment::line)
                        .orElse(null))
                .published(Stream.of(
                                "contentcreated",
                                "firstcreated",
                                "versioncreated",
                                "thisrevisioncreated",
                                "dateandtime")
                        .flatMap(name -> first(item, name).stream())
                        .flatMap(stated -> Dates.parse(stated, Imprint.Origin.GIVEN).stream())
                        .findFirst()
                        .orElse(null))
                .byline(first(item, "by").or(() -> first(item, "byline")).orElse(null))
                .credit(first(item, "creditline").orElse(null))
                .language(language(item))
                .url(below(item, "altid")
                        .map(XmlDocument::text)
                        .filter(id -> id.startsWith("http"))
                        .findFirst()
                        .orElse(null))
                .build();
    }

    private static @Nullable String language(Element item) {
        return below(item, "language")
                .map(language -> language.hasAttr("tag") ? language.attr("tag") : language.attr("FormalName"))
                .filter(tag -> !tag.isBlank())
                .findFirst()
                .or(() -> Optional.of(item.attr("xml:lang")))
                .flatMap(LanguageTags::of)
                .orElse(null);
    }

    /** Who supplied it: the source of the content, else the provider. */
    private static @Nullable String outlet(Element item) {
        return Stream.of("infosource", "provider", "copyrightholder")
                .flatMap(name -> below(item, name))
                .flatMap(party -> {
                    Optional<String> named = first(party, "name");
                    return Stream.of(named.orElse(""), party.attr("literal"), party.ownText());
                })
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The story of an {@code nitf} element. */
    Draft ofNitf(Element nitf, String place) {
        Optional<Element> docdata = below(nitf, "docdata").findFirst();
        release.check(
                docdata.map(data -> data.attr("management-status")).orElse(null),
                docdata.flatMap(data -> normalised(data, "date.release"))
                        .filter(release ->
                                docdata.get().attr("management-status").equals("embargoed"))
                        .orElse(null),
                null);
        List<Draft.Part> parts = new ArrayList<>();
        below(nitf, "body.content").flatMap(NewsItem::nitfParts).forEach(parts::add);
        below(nitf, "tagline").map(Element::text).forEach(line -> parts.add(new Draft.Part(line, null)));
        if (filled(parts).isEmpty()) {
            throw new BadInputException("the NITF document has no text in body.content; there is nothing to read");
        }
        String id = docdata.flatMap(data -> children(data, "doc-id").findFirst())
                .map(doc -> doc.attr("id-string"))
                .filter(text -> !text.isBlank())
                .orElse(null);
        Surroundings around =
                Surroundings.of(new Draft(place, id, nitfImprint(nitf, docdata), filled(parts), List.of()));
        below(nitf, "body.head").limit(1).forEach(head -> {
            for (String name : List.of("hl2", "abstract")) {
                below(head, name).forEach(line -> around.standfirst(name, line.text()));
            }
            below(head, "note").forEach(note -> around.note("note", note.text()));
        });
        docdata.stream()
                .flatMap(data -> below(data, "correction"))
                .forEach(note -> around.correction("correction", note.attr("info")));
        docdata.stream()
                .flatMap(data -> below(data, "ed-msg"))
                .forEach(note -> around.note("ed-msg", note.attr("info")));
        return around.draft();
    }

    private static Stream<Draft.Part> nitfParts(Element content) {
        content.getAllElements().stream()
                .filter(element -> List.of("media-reference", "media-metadata", "media-producer", "media-object")
                        .contains(XmlDocument.name(element)))
                .toList()
                .forEach(Element::remove);
        return Fragment.parts(content).stream();
    }

    private static Imprint nitfImprint(Element nitf, Optional<Element> docdata) {
        Optional<Element> head = below(nitf, "body.head").findFirst();
        Optional<String> title = head.flatMap(at -> first(at, "hl1").or(() -> first(at, "hedline")))
                .or(() -> first(nitf, "title"));
        Optional<String> date = docdata.flatMap(
                        data -> normalised(data, "date.issue").or(() -> normalised(data, "date.release")))
                .or(() -> below(nitf, "pubdata")
                        .map(data -> data.attr("date.publication"))
                        .findFirst())
                .or(() -> head.flatMap(at -> normalised(at, "story.date")));
        return Imprint.builder()
                .outlet(
                        below(nitf, "pubdata")
                                .map(data -> data.attr("name"))
                                .filter(name -> !name.isBlank())
                                .findFirst()
                                .or(() -> head.flatMap(at -> first(at, "distributor")))
                                .orElse(null),
                        Imprint.Origin.GIVEN)
                .title(title.map(text -> text.replaceAll("\\s+", " ")).orElse(null))
                .published(date.flatMap(stated -> Dates.parse(stated, Imprint.Origin.GIVEN))
                        .orElse(null))
                .byline(head.flatMap(at -> first(at, "byline"))
                        .map(text -> text.replaceAll("\\s+", " "))
                        .orElse(null))
                .language(LanguageTags.of(nitf.attr("xml:lang")).orElse(null))
                .build();
    }

    private static Optional<String> normalised(Element parent, String name) {
        return below(parent, name)
                .map(date -> date.hasAttr("norm") ? date.attr("norm") : date.text())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static Optional<String> first(Element parent, String name) {
        return below(parent, name)
                .map(XmlDocument::text)
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
