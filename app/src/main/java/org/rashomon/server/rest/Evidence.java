package org.rashomon.server.rest;

import java.util.ArrayList;
import java.util.List;
import org.rashomon.export.lookup.DossierIndex;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the words of a row stand, as the W3C's Web Annotation model has it: a position in code points, and the words with those before and
 * after, by which they are found again. A quote that no longer matches is nothing to be searched for elsewhere.
 */
public final class Evidence {
    /** Characters before and after. */
    private static final int AROUND = 32;
    /** Spans of one row that are told; the rest is counted. */
    private static final int MOST = 100;

    private final DossierIndex index;

    public Evidence(DossierIndex index) {
        this.index = index;
    }

    /** A span of a row: what it is in the row, in which article, and its code points. */
    private record Place(String role, String article, int start, int end) {}

    /** The row with its evidence. */
    public ObjectNode with(String table, ObjectNode row) {
        ObjectNode copy = row.deepCopy();
        List<Place> places = places(table, row);
        ArrayNode evidence = copy.putArray("evidence");
        places.stream().limit(MOST).forEach(place -> evidence.add(resource(place)));
        if (places.size() > MOST) {
            copy.put("evidenceLeftOut", places.size() - MOST);
        }
        return copy;
    }

    /** Words of an article as a resource with selectors. */
    public ObjectNode resource(String role, String article, int start, int end) {
        return resource(new Place(role, article, start, end));
    }

    private ObjectNode resource(Place place) {
        String text = index.article(place.article()).text();
        int start = text.offsetByCodePoints(0, place.start());
        int end = text.offsetByCodePoints(start, place.end() - place.start());
        ObjectNode resource = JsonMapper.shared().createObjectNode();
        resource.put("type", "SpecificResource");
        resource.put("purpose", place.role());
        resource.put("source", "/api/v1/articles/" + encoded(place.article()));
        resource.put("article", place.article());
        ArrayNode selectors = resource.putArray("selector");
        selectors
                .addObject()
                .put("type", "TextPositionSelector")
                .put("start", place.start())
                .put("end", place.end());
        selectors
                .addObject()
                .put("type", "TextQuoteSelector")
                .put("exact", text.substring(start, end))
                .put("prefix", text.substring(before(text, start), start))
                .put("suffix", text.substring(end, after(text, end)));
        return resource;
    }

    private static int before(String text, int at) {
        int from = Math.max(0, at - AROUND);
        return from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    private static int after(String text, int at) {
        int to = Math.min(text.length(), at + AROUND);
        return to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }

    static String encoded(String id) {
        return java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private List<Place> places(String table, ObjectNode row) {
        List<Place> places = new ArrayList<>();
        switch (table) {
            case "claims" -> {
                String article = row.get("article").asString();
                for (String part : List.of("source", "cue", "content")) {
                    offsets(places, part, article, row.get(part));
                }
            }
            case "actors" -> placed(places, "mention", row.get("mentions"));
            case "incidents" -> {
                placed(places, "mention", row.get("mentions"));
                placed(places, "account", row.get("accounts"));
            }
            case "figures" ->
                places.add(new Place(
                        "figure",
                        row.get("article").asString(),
                        row.get("start").asInt(),
                        row.get("end").asInt()));
            case "agreements" -> {
                placed(places, "participation", row.get("participations"));
                placed(places, "obligation", row.get("obligations"));
                placed(places, "mention", row.get("mentions"));
            }
            case "relations" -> {
                offsets(places, "a", index.claim(row.get("a").asString()).article(), row.get("aSpan"));
                offsets(places, "b", index.claim(row.get("b").asString()).article(), row.get("bSpan"));
            }
            case "lineage" -> {
                for (JsonNode span : row.get("spans")) {
                    places.add(new Place(
                            "from",
                            row.get("from").asString(),
                            span.get(0).asInt(),
                            span.get(1).asInt()));
                    places.add(new Place(
                            "to",
                            row.get("to").asString(),
                            span.get(2).asInt(),
                            span.get(3).asInt()));
                }
            }
            case "omissions" -> {
                if (!row.get("claim").isNull()) {
                    var claim = index.claim(row.get("claim").asString());
                    int[] points = index.points(claim.article())
                            .of(org.rashomon.model.Span.covering(
                                    claim.attribution().content()));
                    places.add(new Place("looked for", claim.article(), points[0], points[1]));
                }
            }
            default -> {
                // articles and stories are texts themselves
            }
        }
        return places;
    }

    private static void offsets(List<Place> places, String role, String article, JsonNode spans) {
        for (JsonNode span : spans) {
            places.add(new Place(role, article, span.get(0).asInt(), span.get(1).asInt()));
        }
    }

    private static void placed(List<Place> places, String role, JsonNode items) {
        for (JsonNode item : items) {
            places.add(new Place(
                    role,
                    item.get("article").asString(),
                    item.get("start").asInt(),
                    item.get("end").asInt()));
        }
    }
}
