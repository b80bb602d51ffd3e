package org.rashomon.compare.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rashomon.testing.compared.HandMadeAnalysis.KESTRIA;
import static org.rashomon.testing.compared.HandMadeAnalysis.VELDORA;
import static org.rashomon.testing.compared.HandMadeAnalysis.city;
import static org.rashomon.testing.compared.HandMadeAnalysis.person;
import static org.rashomon.testing.compared.HandMadeAnalysis.quarter;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Actor;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Act;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentType;
import org.rashomon.testing.compared.Compared;
import org.rashomon.testing.compared.HandMadeAnalysis;

class IncidentMatcherTest {
    private static final Actor ORLA = person("Orla Tenn");

    @Test
    void headlineAndBodyTellOneStrike() {
        Compared compared = new Compared(new HandMadeAnalysis(
                        "a",
                        "#Strike on clinic in Harn",
                        "Jets hit the Saint Elm clinic in the Ridge quarter on Monday.")
                .incident(
                        IncidentType.AIR_STRIKE,
                        "Strike on clinic",
                        d -> d.in(city("Harn")).hitting("clinic"))
                .incident(
                        IncidentType.AIR_STRIKE,
                        "hit the Saint Elm clinic",
                        d -> d.in(quarter("Ridge", "Harn"))
                                .on("2031-05-05")
                                .hitting("clinic")
                                .named("Saint Elm clinic")));
        assertThat(compared.labels()).containsExactly("Air strike on Saint Elm clinic, Ridge, Harn");
    }

    /** What its own words date long before the article is background, unless it hit the same thing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2029-08-21 | -      | 2
            2030-11-02 | -      | 2
            2031-05-05 | -      | 1
            2031-04-20 | -      | 1
            2029-08-21 | clinic | 1
            """)
    void backgroundIsAnotherIncident(String day, String target, int incidents) {
        Compared compared =
                new Compared(new HandMadeAnalysis("a", "Gas was dropped on Harn.", "Gas dropped on a thing in Harn.")
                        .day("2031-05-06")
                        .incident(
                                IncidentType.CHEMICAL_ATTACK,
                                "dropped on Harn",
                                d -> d.called("drop").in(city("Harn")).hitting("clinic"))
                        .incident(
                                IncidentType.CHEMICAL_ATTACK,
                                "dropped on a thing",
                                d -> (target.equals("-") ? d : d.hitting(target))
                                        .called("drop")
                                        .in(city("Harn"))
                                        .on(day)));
        assertThat(compared.incidents.all()).hasSize(incidents);
    }

    /** <em>That massacre</em> is the one told last, be it background or the news. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            that massacre | Gas killed ten in Harn. Years ago it fell on Orsk. | 1
            That massacre | Gas killed ten in Harn. Years ago it fell on Orsk. | 1
            that massacre | Years ago it fell on Orsk. Gas killed ten in Harn. | 0
            the massacre  | Years ago it fell on Orsk. Gas killed ten in Harn. | 0
            """)
    void thatMassacreIsTheOneToldLast(String words, String before, int ofOrsk) {
        HandMadeAnalysis article = new HandMadeAnalysis(
                        "a", "#Gas attack on Harn", before, "Nobody was tried for " + words + ".")
                .day("2031-05-06")
                .incident(
                        IncidentType.CHEMICAL_ATTACK,
                        "Gas attack",
                        d -> d.called("attack").in(city("Harn")));
        List<String> told = before.startsWith("Gas") ? List.of("Harn", "Orsk") : List.of("Orsk", "Harn");
        for (String town : told) {
            article.incident(
                    IncidentType.CHEMICAL_ATTACK,
                    town.equals("Harn") ? "killed ten in Harn" : "fell on Orsk",
                    d -> town.equals("Harn")
                            ? d.called("kill").in(city(town)).on("2031-05-05")
                            : d.called("fall").in(city(town)).from("2029-01-01", "2029-12-31"));
        }
        article.incident(
                IncidentType.ATTACK, "massacre", d -> d.called("massacre").back());
        assertThat(new Compared(article)
                        .incidents.all().stream()
                                .filter(incident -> incident.place() != null
                                        && incident.place().name().equals("Orsk"))
                                .flatMap(incident -> incident.mentions().stream())
                                .filter(mention -> mention.head().equals("massacre")))
                .hasSize(ofOrsk);
    }

    /** A thing that was hit stands in the title where it tells which deed it was; who was hit is for the accounts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            children          | Air strike, Harn
            three clinics     | Air strike, Harn
            clinic            | Air strike on clinic, Harn
            Veldoran fighters | Air strike, Harn
            Veldoran jets     | Air strike, Harn
            bus               | Air strike on bus, Harn
            """)
    void titlesNameTargetsThatTellWhich(String target, String title) {
        Compared compared = new Compared(new HandMadeAnalysis("a", "Jets hit " + target + " in Harn on Monday.")
                .incident(
                        IncidentType.AIR_STRIKE,
                        "hit " + target,
                        d -> d.in(city("Harn")).on("2031-05-05").hitting(target)));
        assertThat(compared.labels()).containsExactly(title);
    }

    @Test
    void secondStrikeThatAfternoonIsAnotherIncident() {
        Compared compared = new Compared(new HandMadeAnalysis(
                        "a",
                        "The first strike hit the Harn clinic on Monday morning.",
                        "A second strike hit it towards evening.",
                        "The Harn clinic had been bombed on Saturday too.")
                .incident(
                        IncidentType.AIR_STRIKE,
                        "first strike",
                        d -> d.in(city("Harn"))
                                .on("2031-05-05")
                                .named("Harn clinic")
                                .number(1))
                .incident(
                        IncidentType.AIR_STRIKE,
                        "second strike",
                        d -> d.in(city("Harn"))
                                .on("2031-05-05")
                                .named("Harn clinic")
                                .number(2))
                .incident(
                        IncidentType.BOMBING,
                        "bombed",
                        d -> d.in(city("Harn")).on("2031-05-03").named("Harn clinic")));
        assertThat(compared.labels())
                .containsExactlyInAnyOrder(
                        "First air strike on Harn clinic",
                        "Second air strike on Harn clinic",
                        "Bombing of Harn clinic");
    }

    @Test
    void weekdaysTellStrikesApartWhereNoDateIsKnown() {
        Compared compared = new Compared(new HandMadeAnalysis(
                        "a", "Jets hit the clinic in Harn on Monday.", "Jets had hit the clinic in Harn on Saturday.")
                .incident(
                        IncidentType.AIR_STRIKE,
                        "hit the clinic in Harn on Monday",
                        d -> d.in(city("Harn")).hitting("clinic"))
                .incident(
                        IncidentType.AIR_STRIKE,
                        "hit the clinic in Harn on Saturday",
                        d -> d.in(city("Harn")).hitting("clinic")));
        assertThat(compared.labels()).hasSize(2);
    }

    @Test
    void otherTargetsAndOtherPlacesAreOtherIncidents() {
        Compared compared = new Compared(new HandMadeAnalysis(
                        "a",
                        "Shells hit a market in Harn.",
                        "Shells hit a school in Harn.",
                        "Shells hit a market in Omb.")
                .incident(
                        IncidentType.SHELLING,
                        "hit a market in Harn",
                        d -> d.in(city("Harn")).on("2031-05-05").hitting("market"))
                .incident(
                        IncidentType.SHELLING,
                        "hit a school",
                        d -> d.in(city("Harn")).on("2031-05-05").hitting("school"))
                .incident(
                        IncidentType.SHELLING,
                        "hit a market in Omb",
                        d -> d.in(city("Omb")).on("2031-05-05").hitting("market")));
        assertThat(compared.labels()).hasSize(3);
    }

    @Test
    void definitePhrasePointsBackAndIndefiniteOneDoesNot() {
        Compared compared = new Compared(new HandMadeAnalysis(
                        "a",
                        "Jets hit the Saint Elm clinic in Harn on Monday.",
                        "Orla Tenn called the attack a crime.",
                        "She spoke of an attack.")
                .says(ORLA, Act.APPRAISE, "the attack a crime")
                .incident(
                        IncidentType.AIR_STRIKE,
                        "hit the Saint Elm clinic",
                        d -> d.in(city("Harn")).on("2031-05-05").named("Saint Elm clinic"))
                .incident(IncidentType.ATTACK, "attack", d -> d.called("attack").back())
                .incident(
                        IncidentType.ATTACK,
                        "an attack",
                        d -> d.called("attack").bare()));
        assertThat(compared.incidents.all()).hasSize(1);
        Incident incident = compared.incidents.all().get(0);
        assertThat(incident.mentions()).hasSize(2);
        assertThat(compared.incidents.ofClaim()).containsEntry("a:0", incident.id());
    }

    @Test
    void aNightIsYesterdayToOneVoiceAndTodayToAnother() {
        Compared compared = new Compared(new HandMadeAnalysis(
                        "a",
                        "Jets hit the Saint Elm clinic early on Thursday.",
                        "Yesterday they struck Saint Elm clinic, Tenn said.")
                .says(ORLA, Act.ASSERT, "Yesterday they struck Saint Elm clinic")
                .incident(
                        IncidentType.AIR_STRIKE,
                        "hit the Saint Elm clinic",
                        d -> d.on("2031-05-08").named("Saint Elm clinic"))
                .incident(
                        IncidentType.AIR_STRIKE,
                        "struck Saint Elm clinic",
                        d -> d.on("2031-05-07").named("Saint Elm clinic")));
        assertThat(compared.incidents.all()).hasSize(1);
        TimeInterval time = compared.incidents.all().get(0).time();
        assertThat(time).isNotNull().extracting(TimeInterval::start).hasToString("2031-05-07");
        assertThat(time).isNotNull().extracting(TimeInterval::end).hasToString("2031-05-08");
    }

    @Test
    void outletsOfOneStoryMeetInOneIncidentAndOtherDaysDoNot() {
        Compared compared = new Compared(
                strike("a", "2031-05-05").outlet("Dawn"),
                strike("b", "2031-05-05").outlet("Dusk"),
                strike("c", "2031-05-09").outlet("Noon"));
        assertThat(compared.incidents.all()).hasSize(2);
        assertThat(compared.incidents.all().get(0).mentions()).hasSize(2);
    }

    @Test
    void storiesMeetOnlyWherePlaceAndDayAgree() {
        Compared apart = new Compared(
                "",
                new HandMadeAnalysis("a", "Jets hit a clinic in Harn.")
                        .incident(
                                IncidentType.AIR_STRIKE,
                                "hit a clinic",
                                d -> d.in(city("Harn")).hitting("clinic")),
                new HandMadeAnalysis("b", "Jets hit a clinic in Harn.")
                        .incident(
                                IncidentType.AIR_STRIKE,
                                "hit a clinic",
                                d -> d.in(city("Harn")).hitting("clinic")));
        assertThat(apart.incidents.all()).hasSize(2);
        assertThat(new Compared("", strike("a", "2031-05-05"), strike("b", "2031-05-05")).incidents.all())
                .hasSize(1);
    }

    @Test
    void perpetratorsLiveInAccountsAndDenialsNameNone() {
        Compared compared = new Compared(new HandMadeAnalysis(
                        "a",
                        "Jets hit a clinic in Harn on Monday.",
                        "Orla Tenn said Veldoran jets hit the clinic in Harn.",
                        "Veldora denied that it had bombed anything in Harn in recent days.")
                .says(ORLA, Act.ACCUSE, "Veldoran jets hit the clinic in Harn", VELDORA)
                .says(VELDORA, Act.DENY, "it had bombed anything in Harn in recent days")
                .incident(
                        IncidentType.AIR_STRIKE,
                        "hit a clinic",
                        d -> d.in(city("Harn")).on("2031-05-05").hitting("clinic"))
                .incident(
                        IncidentType.AIR_STRIKE,
                        "jets hit the clinic in Harn",
                        d -> d.in(city("Harn")).hitting("clinic").by(VELDORA))
                .incident(
                        IncidentType.AIR_STRIKE,
                        "bombed anything",
                        d -> d.in(city("Harn")).from("2031-05-01", "2031-05-06").by(VELDORA)));
        assertThat(compared.incidents.all()).hasSize(1);
        Incident incident = compared.incidents.all().get(0);
        assertThat(incident.accounts())
                .extracting(account -> account.by() + ": "
                        + (account.perpetrator() == null
                                ? "none"
                                : account.perpetrator().name()))
                .containsExactlyInAnyOrder("a: none", "Orla Tenn: Veldora", "Veldora: none");
        assertThat(compared.incidents.ofClaim()).containsEntry("a:1", incident.id());
        assertThat(compared.related()).contains("a:0 DENIES a:1");
    }

    /** What an outlet tells of who did it: of two joined by "or" neither is named as the doer. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Veldoran or Kestrian jets hit a clinic in Harn on Monday.                            | none
            Either Veldoran jets or, as others had it, Kestrian ones hit a clinic in Harn.       | none
            Veldoran and Kestrian jets hit a clinic in Harn on Monday.                           | Veldora, Kestria
            Veldoran jets hit a clinic or a school in Harn, Kestrian jets hit it again at night. | Veldora, Kestria
            One or two Veldoran jets and Kestrian ones hit a clinic in Harn on Monday.           | Veldora, Kestria
            """)
    void ofTwoJoinedByOrNeitherIsNamed(String sentence, String named) {
        Compared compared = new Compared(new HandMadeAnalysis("a", sentence)
                .names(VELDORA, "Veldoran")
                .names(KESTRIA, "Kestrian")
                .incident(
                        IncidentType.AIR_STRIKE,
                        "hit a clinic",
                        d -> d.in(city("Harn"))
                                .on("2031-05-05")
                                .hitting("clinic")
                                .by(VELDORA, KESTRIA)));
        assertThat(compared.incidents.all().get(0).accounts().stream()
                        .map(account -> account.perpetrator() == null
                                ? "none"
                                : account.perpetrator().name())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(named);
    }

    @Test
    void generalDenialSpeaksOfEveryIncidentInItsPlaceAndTime() {
        Compared compared = new Compared(
                strike("a", "2031-05-05"),
                new HandMadeAnalysis(
                                "b",
                                "Jets hit a market in Harn on Sunday.",
                                "Veldora flew no sorties over Harn this week.")
                        .says(VELDORA, Act.DENY, "Veldora flew no sorties over Harn this week")
                        .incident(
                                IncidentType.AIR_STRIKE,
                                "hit a market",
                                d -> d.in(city("Harn")).on("2031-05-04").hitting("market"))
                        .incident(
                                IncidentType.AIR_STRIKE,
                                "flew no sorties",
                                d -> d.in(city("Harn")).from("2031-05-03", "2031-05-05")),
                new HandMadeAnalysis("c", "Jets hit a market in Omb on Sunday.")
                        .incident(
                                IncidentType.AIR_STRIKE,
                                "hit a market",
                                d -> d.in(city("Omb")).on("2031-05-04").hitting("market")));
        assertThat(compared.incidents.all()).hasSize(3);
        long answered = compared.incidents.all().stream()
                .filter(incident ->
                        compared.incidents.claimsAbout(incident.id()).contains("b:0"))
                .count();
        assertThat(answered).isEqualTo(2);
    }

    @Test
    void countsGoToTheIncidentOfTheirSentence() {
        Compared compared = new Compared(new HandMadeAnalysis(
                        "a", "Shells killed seven in Harn on Monday.", "A raid in Omb on Monday killed nine.")
                .incident(
                        IncidentType.SHELLING, "Shells", d -> d.in(city("Harn")).on("2031-05-05"))
                .incident(
                        IncidentType.AIR_STRIKE,
                        "A raid",
                        d -> d.in(city("Omb")).on("2031-05-05"))
                .figure("seven", 7L, 7L, org.rashomon.model.events.Figure.Unit.KILLED)
                .figure("nine", 9L, 9L, org.rashomon.model.events.Figure.Unit.KILLED));
        assertThat(compared.incidents.all())
                .allSatisfy(incident -> assertThat(incident.figures()).hasSize(1));
    }

    @Test
    void mentionsWithoutPlaceTimeAndTargetAreNoIncident() {
        Compared compared = new Compared(new HandMadeAnalysis("a", "There were attacks by Kestria.")
                .incident(IncidentType.ATTACK, "attacks", d -> d.by(KESTRIA)));
        assertThat(compared.incidents.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # type of the first | its word | type of the second | its word | incidents | why
            CHEMICAL_ATTACK | gas attack | AIR_STRIKE | airstrike | 2 | air strikes that answer a gas attack
            CLASH | shoot down | CHEMICAL_ATTACK | gas attack | 2 | an aircraft shot down near a town that was gassed
            SHELLING | rocket attack | AIR_STRIKE | airstrike | 2 | rockets, and the air strikes after them
            DISPLACEMENT | evacuation | BOMBING | bombing | 2 | a convoy's way, and the bomb beside it
            BOMBING | bombing | SUICIDE_BOMBING | suicide bombing | 1 | one blast, told more closely
            AIR_STRIKE | airstrike | AIR_STRIKE | airstrike | 1 | the same words
            """)
    void oneTextTellsDeedsOfOtherKindsApart(
            IncidentType first, String word, IncidentType second, String other, int incidents, String why) {
        Compared compared = new Compared(new HandMadeAnalysis(
                        "a", "The first deed was done in Harn on Monday.", "The later deed was done in Harn on Monday.")
                .incident(
                        first,
                        "first deed",
                        d -> d.called(word).in(city("Harn")).on("2031-05-05"))
                .incident(
                        second,
                        "later deed",
                        d -> d.called(other).in(city("Harn")).on("2031-05-05")));
        assertThat(compared.incidents.all()).as(why).hasSize(incidents);
    }

    private static HandMadeAnalysis strike(String id, String day) {
        return new HandMadeAnalysis(id, "Jets hit a clinic in Harn.")
                .day(day)
                .incident(
                        IncidentType.AIR_STRIKE,
                        "hit a clinic",
                        d -> d.in(city("Harn")).on(day).hitting("clinic"));
    }
}
