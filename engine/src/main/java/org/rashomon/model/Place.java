package org.rashomon.model;

import org.jspecify.annotations.Nullable;

/**
 * Where something is said to have happened.
 *
 * @param name as the text has it, or the registered name
 * @param within the larger place that the text or registry puts it in (<em>Aleppo</em> for <em>Sukkari</em>), or null
 * @param country ISO 3166-1 alpha-2 code, or null
 * @param lat degrees north, WGS 84, or null
 * @param lon degrees east, WGS 84, or null
 * @param geonames GeoNames id, or null
 */
public record Place(
        String name,
        @Nullable String within,
        @Nullable String country,
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable String geonames,
        Precision precision) {

    /** How exactly a place is known. */
    public enum Precision {
        EXACT,
        NEIGHBOURHOOD,
        CITY,
        REGION,
        COUNTRY
    }
}
