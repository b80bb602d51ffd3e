package org.rashomon.annotate.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Place;
import org.rashomon.model.Place.Precision;

class PlacesTest {
    private final Places places = Places.standard();

    @Test
    void contextDecidesBetweenPlacesOfOneName() {
        assertThat(places.place("Tripoli", Set.of("LB")))
                .get()
                .extracting(Place::country)
                .isEqualTo("LB");
        assertThat(places.place("Tripoli", Set.of("LY")))
                .get()
                .extracting(Place::country)
                .isEqualTo("LY");
        assertThat(places.place("Aleppo", Set.of())).get().satisfies(place -> {
            assertThat(place.country()).isEqualTo("SY");
            assertThat(place.precision()).isEqualTo(Precision.CITY);
            assertThat(place.geonames()).isEqualTo("170063");
        });
        assertThat(places.place("Syria", Set.of())).get().satisfies(place -> {
            assertThat(place.precision()).isEqualTo(Precision.COUNTRY);
            assertThat(place.lat()).isNull();
        });
        assertThat(places.place("Qumbelwark", Set.of("SY"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the neighbourhood of Sukkari in the city of Aleppo | Sukkari | Aleppo | NEIGHBOURHOOD
            militant-held neighborhood of Sukkari in Aleppo | Sukkari | Aleppo | NEIGHBOURHOOD
            Aleppo's Sukkari district | Sukkari | Aleppo | NEIGHBOURHOOD
            an opposition area north of Hama | Hama | | CITY
            eastern Aleppo | Aleppo | | CITY
            Aleppo province | Aleppo | | REGION
            the Aleppo countryside | Aleppo | | REGION
            the northern Syrian city of Idlib | Idlib | | CITY
            the village of Qumbelwark in Syria | Qumbelwark | Syria | CITY
            Aleppos outskirts | Aleppo | | REGION
            northern Syrias Idlib | Idlib | | CITY
            northern Syria's Idlib | Idlib | | CITY
            Homs | Homs | | CITY
            the Sukkaris district of Aleppo | Sukkaris | Aleppo | NEIGHBOURHOOD
            """)
    void phrasesSayHowExactlyAPlaceIsKnown(String phrase, String name, String within, Precision precision) {
        assertThat(places.placeOfPhrase(phrase, ArticlePlaces.in(Set.of("SY"))))
                .get()
                .satisfies(place -> {
                    assertThat(place.name()).isEqualTo(name);
                    assertThat(place.within()).isEqualTo(within);
                    assertThat(place.precision()).isEqualTo(precision);
                });
    }
}
