package org.rashomon.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.annotate.places.Places;
import org.rashomon.facts.Gazetteer.Bearer;
import org.rashomon.facts.Gazetteer.Kind;
import org.rashomon.testing.Known;

class GazetteerTest {
    private final Gazetteer gazetteer = Known.PLACES.gazetteer();

    private int place(String name, String country) {
        return gazetteer.find(Places.key(name)).stream()
                .mapToInt(Bearer::place)
                .filter(p -> gazetteer.country(p).equals(country))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "Al-Raqqah, SY, 172955",
        "raqqa, SY, 172955",
        "Deir Ezzor, SY, 170794",
        "Saint Louis, US, 4407066",
        "St. Louis, US, 4407066",
        "Sao Paulo, BR, 3448439",
        "São Paulo, BR, 3448439"
    })
    void spellingsFindOnePlace(String name, String country, int geonames) {
        assertThat(gazetteer.find(Places.key(name)))
                .extracting(bearer -> gazetteer.geonames(bearer.place()))
                .contains(geonames);
        assertThat(gazetteer.country(place(name, country))).isEqualTo(country);
    }

    @Test
    void whatHoldsAPlaceIsKnown() {
        int paris = gazetteer.find("paris").stream()
                .mapToInt(Bearer::place)
                .filter(p -> gazetteer.geonames(p) == 4717560)
                .findFirst()
                .orElseThrow();
        int texas = place("Texas", "US");
        assertThat(gazetteer.kind(texas)).isEqualTo(Kind.REGION);
        assertThat(gazetteer.holds(texas, paris)).isTrue();
        assertThat(gazetteer.region(paris)).isEqualTo(texas);
        assertThat(gazetteer.name(gazetteer.parent(paris))).isEqualTo("Lamar County");
        assertThat(gazetteer.holds(place("Ohio", "US"), paris)).isFalse();
        assertThat(gazetteer.lat(paris)).isCloseTo(33.66, within(0.01));
        assertThat(gazetteer.lon(paris)).isCloseTo(-95.56, within(0.01));
    }

    @Test
    void firstNamesAreToldFromOtherSpellings() {
        List<Bearer> aleppo = gazetteer.find("aleppo");
        assertThat(aleppo).anyMatch(b -> gazetteer.geonames(b.place()) == 170063 && b.first());
        assertThat(gazetteer.find("halab")).anyMatch(b -> gazetteer.geonames(b.place()) == 170063 && !b.first());
        assertThat(gazetteer.find("qumbelwark")).isEmpty();
        assertThat(gazetteer.find("")).isEmpty();
        assertThat(gazetteer.find("zzzzzz")).isEmpty();
    }
}
