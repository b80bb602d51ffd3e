package org.rashomon.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Actor;

class ActorRegistryTest {
    private final ActorRegistry registry = ActorRegistry.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Syria | gov:SY
            the US | gov:US
            the United States | gov:US
            U.S. | gov:US
            Moscow | gov:RU
            the Kremlin | gov:RU
            Moscow’s | gov:RU
            the Russian Defence Ministry | org:ru-defence-ministry
            Russian Defense Ministry | org:ru-defence-ministry
            Russia's defence ministry | org:ru-defence-ministry
            the Ministry of Defence of the Russian Federation | org:ru-defence-ministry
            the Syrian army | org:sy-army
            Syrian government forces | org:sy-military
            Syrian regime | gov:SY
            the Assad regime | gov:SY
            Assad's forces | org:sy-military
            the Obama administration | gov:US
            US Central Command | org:us-central-command
            Pentagon | org:us-department-of-defense
            al-Nusra Front | group:fateh-al-sham
            Jabhat Fateh al-Sham | group:fateh-al-sham
            Daesh | group:islamic-state
            ISIL | group:islamic-state
            Doctors Without Borders | org:msf
            SANA | outlet:sana
            the so-called Syrian Observatory for Human Rights | org:syrian-observatory-for-human-rights
            John Kerry | person:john-kerry
            Assad | person:bashar-al-assad
            WHO | org:who
            """)
    void namesFindTheirActor(String words, String id) {
        assertThat(registry.byAlias(words).map(Actor::id)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"who", "us", "is", "Russian", "the army", "congress", "Clinton", "Bush", "turkey", "rt"})
    void otherWordsFindNone(String words) {
        assertThat(registry.byAlias(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Russian, gov:RU",
        "Damascus, gov:SY",
        "Syrians, gov:SY",
        "Downing Street, gov:GB",
        "KIEV, gov:UA",
        "Iran's, gov:IR"
    })
    void stateWordsFindTheirGovernment(String word, String id) {
        assertThat(registry.governmentOf(word).map(Actor::id)).contains(id);
    }

    @Test
    void outletsAreKnownByNameAndHost() {
        assertThat(registry.outlet("The Guardian").map(Actor::id)).contains("outlet:guardian");
        assertThat(registry.outlet("www.theguardian.com").map(Actor::id)).contains("outlet:guardian");
        assertThat(registry.outlet("Press TV").map(Actor::id)).contains("outlet:press-tv");
        assertThat(registry.outlet("Syria")).isEmpty();
    }

    @Test
    void officesHaveHoldersByDay() {
        assertThat(registry.holder("Secretary of State", "US", LocalDate.of(2016, 4, 28))
                        .map(Actor::name))
                .contains("John Kerry");
        assertThat(registry.holder("secretary of state", "US", LocalDate.of(2012, 4, 28))
                        .map(Actor::name))
                .contains("Hillary Clinton");
        assertThat(registry.holder("foreign minister", "RU", LocalDate.of(1990, 1, 1)))
                .isEmpty();
    }

    @Test
    void unregisteredPersonsGetAnIdFromTheirName() {
        assertThat(registry.personNamed("Maró d’Ombrel-Vasse").id()).isEqualTo("person:maro-dombrel-vasse");
        assertThat(registry.gender(registry.personNamed("Hillary Clinton"))).contains(ActorRegistry.Gender.FEMALE);
        assertThat(registry.gender(registry.personNamed("Ilka Tromm"))).isEqualTo(Optional.empty());
    }
}
