package org.rashomon.export.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.rashomon.export.DossierWriter;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.model.Place;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.events.Incident;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Incidents on a map (RFC 7946), each with how exactly its place is known. One that is known to a region or a country alone has no point: its
 * middle is not where it happened. The middle stands beside it, named so.
 */
final class GeoJsonWriter implements DossierWriter {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String format() {
        return "geojson";
    }

    @Override
    public void write(Dossier dossier, Path folder) throws IOException {
        DossierIndex index = new DossierIndex(dossier);
        try (BufferedWriter out =
                Files.newBufferedWriter(folder.resolve("incidents.geojson"), StandardCharsets.UTF_8)) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
            boolean first = true;
            for (Incident incident : dossier.comparison().incidents()) {
                out.write((first ? "" : ",\n") + JSON.writeValueAsString(feature(index, incident)));
                first = false;
            }
            out.write("\n]}\n");
        }
    }

    private static ObjectNode feature(DossierIndex index, Incident incident) {
        ObjectNode feature = JSON.createObjectNode().put("type", "Feature").put("id", incident.id());
        ObjectNode properties = JSON.createObjectNode();
        Place place = incident.place();
        Double lat = place == null ? null : place.lat();
        Double lon = place == null ? null : place.lon();
        boolean point = place != null
                && place.precision() != Place.Precision.REGION
                && place.precision() != Place.Precision.COUNTRY;
        if (lat != null && lon != null && point) {
            feature.putObject("geometry")
                    .put("type", "Point")
                    .putArray("coordinates")
                    .add(lon)
                    .add(lat);
        } else {
            feature.putNull("geometry");
        }
        feature.set("properties", properties);
        properties.put("label", incident.label());
        properties.put("type", incident.type().label());
        properties.put("story", incident.story());
        properties.put(
                "start",
                incident.time() == null ? null : incident.time().start().toString());
        properties.put(
                "end", incident.time() == null ? null : incident.time().end().toString());
        properties.put(
                "timePrecision",
                incident.time() == null ? null : lower(incident.time().precision()));
        properties.put("place", place == null ? null : place.name());
        properties.put("within", place == null ? null : place.within());
        properties.put("country", place == null ? null : place.country());
        properties.put("precision", place == null ? null : lower(place.precision()));
        properties.put("geonames", place == null ? null : place.geonames());
        if (lat != null && lon != null && !point) {
            properties.putArray("middleOfArea").add(lon).add(lat);
        }
        Set<String> outlets = new TreeSet<>();
        incident.mentions().forEach(mention -> {
            String outlet = index.article(mention.article()).outlet();
            if (outlet != null) {
                outlets.add(outlet);
            }
        });
        ArrayNode told = properties.putArray("toldBy");
        outlets.forEach(told::add);
        ArrayNode accounts = properties.putArray("accounts");
        for (Incident.Account account : incident.accounts()) {
            accounts.addObject()
                    .put("by", account.by())
                    .put("claim", account.claim())
                    .put("article", account.article())
                    .put(
                            "namesAsDoer",
                            account.perpetrator() == null
                                    ? null
                                    : account.perpetrator().name())
                    .put("cause", account.cause());
        }
        return feature;
    }

    private static String lower(Enum<?> label) {
        return label.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
