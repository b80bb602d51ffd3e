package org.rashomon.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.annotate.names.EntityRecogniser;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.speakers.OfficeReader;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.testing.Known;
import org.rashomon.testing.Texts;
import org.rashomon.text.SentenceSplitter;
import org.rashomon.words.NameForms;

/** The tables that come with the program, and those of a user over them. */
class ActorTablesTest {
    private static final ActorRegistry REGISTRY = ActorRegistry.standard();

    @TempDir
    private Path folder;

    @Test
    void thereAreEnough() {
        assertThat(count(ActorType.PERSON)).isGreaterThanOrEqualTo(3000);
        assertThat(count(ActorType.ORGANISATION) + count(ActorType.ARMED_GROUP) + count(ActorType.OUTLET))
                .isGreaterThanOrEqualTo(1500);
        assertThat(count(ActorType.OUTLET)).isGreaterThanOrEqualTo(300);
        assertThat(count(ActorType.GOVERNMENT)).isGreaterThanOrEqualTo(190);
    }

    private static long count(ActorType type) {
        return REGISTRY.actors().stream().filter(actor -> actor.type() == type).count();
    }

    @Test
    void noNameHasTwoOwners() {
        Map<String, Actor> owners = new HashMap<>();
        List<String> shared = new ArrayList<>();
        for (Actor actor : REGISTRY.actors()) {
            if (actor.type() == ActorType.GOVERNMENT) {
                continue;
            }
            for (String name : names(actor).toList()) {
                Actor other = owners.putIfAbsent(
                        NameForms.isAcronym(name) ? name : NameForms.lower(NameForms.tidy(name)), actor);
                if (other != null && !other.equals(actor)) {
                    shared.add(name + ": " + other.id() + ", " + actor.id());
                }
                REGISTRY.governmentOf(name)
                        .ifPresent(state -> shared.add(name + ": " + actor.id() + ", " + state.id()));
            }
        }
        assertThat(shared).isEmpty();
    }

    private static Stream<String> names(Actor actor) {
        return Stream.concat(Stream.of(actor.name()), actor.aliases().stream()).distinct();
    }

    @Test
    void namesAreCased() {
        assertThat(REGISTRY.actors())
                .allSatisfy(actor ->
                        assertThat(actor.name()).isEqualTo(actor.name().strip()).doesNotContain("  "));
        assertThat(REGISTRY.actors().stream()
                        .filter(actor -> actor.type() == ActorType.PERSON)
                        .map(Actor::name)
                        .filter(name -> name.length() > 5 && name.equals(name.toUpperCase(java.util.Locale.ROOT))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sergey Lavrov | person:sergei-lavrov
            Sergei Lavrov | person:sergei-lavrov
            Lavrov, Sergey | person:sergei-lavrov
            Aleksandr Lukashenko | person:alexander-lukashenko
            Muammar Gaddafi | person:muammar-gaddafi
            Volodymyr Zelenskyy | person:volodymyr-zelensky
            Abd al-Malik al-Huthi | person:abdul-malik-al-houthi
            Ahmad Dawutoglu | -
            """)
    void usualTransliterationsJoin(String name, String id) {
        assertThat(REGISTRY.person(name).map(Actor::id).orElse("-")).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"al-Nusra", "Jabhat al-Nusra", "Nusra Front", "Fateh al-Sham", "Jabhat Fateh al-Sham"})
    void aChainOfNamesIsOneGroup(String name) {
        assertThat(REGISTRY.byAlias(name).map(Actor::id)).contains("group:fateh-al-sham");
    }

    private Path table(String... lines) throws IOException {
        return Files.write(folder.resolve("my.tsv"), List.of(lines));
    }

    @Test
    void aUsersTableAddsAndReplaces() throws IOException {
        Path file = table(
                "# slug\tname\ttype\tstate\twikidata\taliases\tgender\toffices",
                "\tIlka Tromm\tperson\tNO\t\tI. Tromm\tf\tfisheries envoy@nordic-fleet:2019-03-01..",
                "nordic-fleet\tNordic Fleet\torganisation\t\t\tNF group",
                "reuters\tReuters\toutlet\tGB\t\tReuters News");
        ActorRegistry registry = REGISTRY.extendedBy(file);
        assertThat(registry.person("I. Tromm").map(Actor::id)).contains("person:ilka-tromm");
        assertThat(registry.holder("fisheries envoy", "nordic-fleet", java.time.LocalDate.of(2031, 1, 1)))
                .isPresent();
        assertThat(registry.byAlias("NF group").map(Actor::type)).contains(ActorType.ORGANISATION);
        assertThat(registry.byAlias("Reuters").map(Actor::aliases)).contains(List.of("Reuters News"));
        assertThat(registry.byAlias("Kremlin").map(Actor::id)).contains("gov:RU");
        assertThat(REGISTRY.byAlias("Nordic Fleet")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ilka Tromm | 1 column
            ;Ilka Tromm;human | "human" is no type
            ;;person | no name
            ;Ilka Tromm;person;Norway | "Norway" is no state
            ;Ilka Tromm;person;NO;142 | "142" is no Wikidata item
            ;Ilka Tromm;person;NO;;;woman | "woman" is no gender
            ;Ilka Tromm;person;NO;;;f;envoy@NO | is not complete
            ;Ilka Tromm;person;NO;;;f;envoy@NO:2019-02-30.. | is no day
            ;Ilka Tromm;person;NO;;;f;envoy@NO:2019-03-01..2018-01-01 | ends before it begins
            ;Norway;organisation | is a name of a state
            ;Torvia;state | a state without a code
            ;Torvia;state;NO | NO is the code of Norway
            ;Torvia;state;QT;;capital:Oslo | "Oslo" is a name of a state
            ;Torvia;state;QT;;anthem:Oh Torvia | is no word of a state
            ;Torvia;state;QT;;capital: | has no word
            """)
    void aBadLineIsToldWithItsFileItsNumberAndARemedy(String line, String problem) throws IOException {
        Path file = table("# mine", line.replace(';', '\t'));
        assertThatThrownBy(() -> REGISTRY.extendedBy(file))
                .isInstanceOf(ActorTableException.class)
                .hasMessageContaining(file + ", line 2: ")
                .hasMessageContaining(problem)
                .hasMessageContaining("; ");
    }

    private static List<String> named(ActorRegistry registry, String text) {
        Article article = Texts.article(text, java.time.LocalDate.of(2031, 5, 4));
        return new EntityRecogniser(NameLexicon.of(registry, Known.PLACES.gazetteer()))
                .recognise(article, new SentenceSplitter().split(article)).stream()
                        .map(mention -> mention.span().in(text) + " "
                                + (mention.actor() == null
                                        ? "-"
                                        : mention.actor().id()))
                        .toList();
    }

    @Test
    void aUsersStateHasACapitalAResidenceAdjectivesAndMinistries() throws IOException {
        ActorRegistry registry = REGISTRY.extendedBy(table(
                "\tTorvia\tstate\tQT\t\tRepublic of Torvia|capital:Orvela|adjective:Torvian|adjective:Torvians|residence:Grey House",
                "\tIlka Tromm\tperson\tQT\t\t\tf\tpresident@QT:2029-03-01..",
                "\tDarro Quend\tperson\tQT\t\t\tm\tforeign minister@QT:2024-03-01..2030-02-28",
                "\tMila Ossen\tperson\tQT\t\t\tf\tforeign minister@QT:2030-03-01.."));
        assertThat(registry.governmentOf("Torvian").map(Actor::id)).contains("gov:QT");
        assertThat(registry.byAlias("Grey House").map(Actor::id)).contains("gov:QT");
        assertThat(registry.byAlias("Torvian Defence Ministry").map(Actor::id)).contains("org:qt-defence-ministry");
        assertThat(registry.byAlias("Torvia's army").map(Actor::name)).contains("Torvian Army");
        OfficeReader offices = new OfficeReader(registry);
        assertThat(offices.read("the Torvian foreign minister")
                        .flatMap(office -> offices.holder(office, java.time.LocalDate.of(2028, 5, 4)))
                        .map(Actor::name))
                .contains("Darro Quend");
        assertThat(offices.read("the foreign minister of Torvia")
                        .flatMap(office -> offices.holder(office, java.time.LocalDate.of(2031, 5, 4)))
                        .map(Actor::name))
                .contains("Mila Ossen");
        assertThat(named(registry, "Orvela told the Torvian envoy that Ilka Tromm would come. Tromm came to Torvia."))
                .containsExactly(
                        "Orvela gov:QT",
                        "Torvian gov:QT",
                        "Ilka Tromm person:ilka-tromm",
                        "Tromm person:ilka-tromm",
                        "Torvia gov:QT");
        assertThat(REGISTRY.governmentOf("Torvian")).isEmpty();
    }

    @Test
    void oneNameOfTwoLinesIsTold() throws IOException {
        Path file = table("\tOrbel Group\torganisation\t\t\tOG corps", "\tOrbel Guard\tarmed-group\t\t\tOG corps");
        assertThatThrownBy(() -> REGISTRY.extendedBy(file))
                .hasMessageContaining("line 2: \"OG corps\" is a name of \"Orbel Group\", too");
    }
}
