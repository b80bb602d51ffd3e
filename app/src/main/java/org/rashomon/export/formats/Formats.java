package org.rashomon.export.formats;

import java.util.List;
import java.util.Optional;
import org.rashomon.casefile.Correction;
import org.rashomon.export.DossierWriter;

/** The formats of other tools. */
public final class Formats {
    private Formats() {}

    /**
     * One of them, for people.
     *
     * @param name the writer's {@link DossierWriter#format()}
     * @param what is in it
     * @param loses what is not
     */
    public record Described(String name, String what, String loses) {}

    /** All of them, in the order to be shown. */
    public static final List<Described> ALL = List.of(
            new Described(
                    "csv",
                    "the tables for spreadsheets and statistics, with a Frictionless datapackage.json",
                    "the difference of nothing and an empty text; lists and objects are JSON in a cell, and a text that a spreadsheet would run as a"
                            + " formula has an apostrophe before it"),
            new Described(
                    "jsonld",
                    "articles, claims and quotations as linked data (schema.org), with who made what (PROV-O) and the words each rests on"
                            + " (Web Annotation)",
                    "agreements, figures, lineage and omissions"),
            new Described(
                    "geojson",
                    "incidents on a map, each with how exactly its place is known",
                    "the words of claims; an incident known to a region or a country alone, or to no place, has no point"),
            new Described(
                    "brat",
                    "texts and annotations for the annotation tool brat",
                    "relations between articles, stories, agreements, figures and omissions; times and places of incidents"));

    /**
     * The writer of a format.
     *
     * @param corrections what people corrected, for formats that tell who made what
     */
    public static Optional<DossierWriter> writer(String name, List<Correction> corrections) {
        return switch (name) {
            case "csv" -> Optional.of(new CsvWriter());
            case "jsonld" -> Optional.of(new JsonLdWriter(corrections));
            case "geojson" -> Optional.of(new GeoJsonWriter());
            case "brat" -> Optional.of(new BratWriter());
            default -> Optional.empty();
        };
    }
}
