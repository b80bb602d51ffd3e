package org.rashomon.ingest.formats.wires;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.formats.records.LanguageTags;
import org.rashomon.ingest.pages.Fragment;
import org.rashomon.ingest.pages.Surroundings;
import org.rashomon.model.Imprint;
import tools.jackson.databind.JsonNode;

/** Items in ninjs (IPTC), versions 1 to 3: flat fields ({@code body_xhtml}, {@code headline}) or lists ({@code bodies}, {@code headlines}). */
public final class Ninjs {
    private static final Set<String> OWN = Set.of(
            "pubstatus",
            "pubStatus",
            "versioncreated",
            "versionCreated",
            "body_xhtml",
            "body_text",
            "body_html",
            "bodies",
            "headlines",
            "embargoed",
            "urgency",
            "firstcreated",
            "firstCreated",
            "usageterms");

    private final Release release;

    public Ninjs(Release release) {
        this.release = release;
    }

    /** Whether an object is an item of ninjs: it has a {@code uri} and two fields that are ninjs's own. */
    public static boolean isItem(JsonNode object) {
        return object.path("uri").isString()
                && OWN.stream().filter(object::has).limit(2).count() == 2;
    }

    /**
     * The item's article.
     *
     * @throws BadInputException when it may not be used, or holds no text
     */
    public Draft draft(JsonNode item, String place) {
        release.check(
                text(item, "pubstatus", "pubStatus"),
                text(item, "embargoed", "embargoedUntil"),
                text(item, "versioncreated", "versionCreated"));
        String type = text(item, "type");
        List<Draft.Part> parts = parts(item);
        if (parts.isEmpty()) {
            throw new BadInputException("the item has no text (its type is " + (type == null ? "not stated" : type)
                    + "); only items with a body are read: leave it out");
        }
        List<Draft.Part> all = Fragment.withCaptions(parts, captions(item));
        Surroundings around = Surroundings.of(new Draft(place, text(item, "uri"), imprint(item), all, List.of()));
        for (String name : List.of("subheadline", "subHeadline", "description_text", "descriptionText")) {
            Optional.ofNullable(text(item, name)).ifPresent(line -> around.standfirst(name, line));
        }
        for (String list : List.of("headlines", "descriptions")) {
            for (JsonNode line : item.path(list)) {
                boolean slug = line.path("role").asString("").contains("slug");
                Optional.ofNullable(slug ? null : text(line, "value"))
                        .ifPresent(words -> around.standfirst(list, words));
            }
        }
        for (String name : List.of("ednote", "edNote", "ednote_text")) {
            Optional.ofNullable(text(item, name)).ifPresent(note -> around.note(name, note));
        }
        return around.draft();
    }

    private static Imprint imprint(JsonNode item) {
        String byline = text(item, "byline");
        return Imprint.builder()
                .outlet(outlet(item), Imprint.Origin.GIVEN)
                .title(Optional.ofNullable(headline(item)).map(Fragment::line).orElse(null))
                .published(Optional.ofNullable(text(
                                item,
                                "firstpublished",
                                "firstPublished",
                                "versioncreated",
                                "versionCreated",
                                "firstcreated",
                                "firstCreated",
                                "contentcreated",
                                "contentCreated"))
                        .flatMap(stated -> Dates.parse(stated, Imprint.Origin.GIVEN))
                        .orElse(null))
                .byline(byline)
                .language(Optional.ofNullable(text(item, "language"))
                        .flatMap(LanguageTags::of)
                        .orElse(null))
                .url(address(text(item, "canonicalUrl", "altids_url", "uri")))
                .build();
    }

    private static @Nullable String address(@Nullable String uri) {
        return uri != null && uri.startsWith("http") ? uri : null;
    }

    private static @Nullable String headline(JsonNode item) {
        String flat = text(item, "headline");
        return Stream.of(
                        Optional.ofNullable(flat),
                        main(item.path("headlines")),
                        listed(item.path("headlines"), "value"),
                        Optional.ofNullable(text(item, "title")))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** The one that is for people; others are for menus, or name the story among editors. */
    private static Optional<String> main(JsonNode headlines) {
        for (JsonNode headline : headlines) {
            String role = headline.path("role").asString("");
            if (role.endsWith("main") || role.endsWith("headline")) {
                return Optional.ofNullable(text(headline, "value"));
            }
        }
        for (JsonNode headline : headlines) {
            if (!headline.path("role").asString("").contains("slug")) {
                return Optional.ofNullable(text(headline, "value"));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String outlet(JsonNode item) {
        String flat = text(item, "source", "copyrightholder");
        if (flat != null) {
            return flat;
        }
        Optional<String> source =
                listed(item.path("infosource"), "name").or(() -> listed(item.path("infoSources"), "name"));
        return source.or(() -> Optional.ofNullable(text(item, "provider", "copyrightHolder")))
                .or(() -> listed(item.path("organisation"), "name"))
                .orElse(null);
    }

    private static Optional<String> listed(JsonNode list, String field) {
        for (JsonNode element : list) {
            String value = text(element, field);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static List<Draft.Part> parts(JsonNode item) {
        String flat = text(item, "body_xhtml", "body_html", "body_text", "bodyXhtml", "bodyText");
        if (flat != null) {
            return paragraphs(flat);
        }
        String markup = null;
        String plain = null;
        for (JsonNode body : item.path("bodies")) {
            String type =
                    body.path("contentType").asString(body.path("contenttype").asString(""));
            String value = text(body, "value", "content");
            markup = markup == null && type.contains("html") ? value : markup;
            plain = plain == null && !type.contains("html") ? value : plain;
        }
        String value = markup == null ? plain : markup;
        return value == null ? List.of() : paragraphs(value);
    }

    private static List<Draft.Part> paragraphs(String body) {
        return Fragment.isMarkup(body) ? Fragment.parts(body) : List.of(new Draft.Part(body, null));
    }

    /** What stands under the pictures that belong to the story. */
    private static List<String> captions(JsonNode item) {
        List<String> captions = new ArrayList<>();
        for (JsonNode associated : item.path("associations")) {
            String caption = text(associated, "description_text", "description_caption", "body_text");
            if ("picture".equals(text(associated, "type")) && caption != null) {
                captions.add(caption);
            }
        }
        return captions;
    }

    /** The first of the fields that holds a text. */
    private static @Nullable String text(JsonNode object, String... names) {
        for (String name : names) {
            JsonNode value = object.get(name);
            if (value != null && value.isString() && !value.asString().isBlank()) {
                return value.asString();
            }
            if (value != null && value.isObject() && value.path("name").isString()) {
                return value.path("name").asString();
            }
        }
        return null;
    }
}
