package org.rashomon.compare.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rashomon.testing.compared.HandMadeAnalysis.KESTRIA;
import static org.rashomon.testing.compared.HandMadeAnalysis.VELDORA;
import static org.rashomon.testing.compared.HandMadeAnalysis.VELDORAN_ARMY;
import static org.rashomon.testing.compared.HandMadeAnalysis.city;
import static org.rashomon.testing.compared.HandMadeAnalysis.government;
import static org.rashomon.testing.compared.HandMadeAnalysis.person;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Factuality;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.ClaimRelation.Kind;
import org.rashomon.model.dossier.ClaimRelation.Slot;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.IncidentType;
import org.rashomon.testing.compared.Compared;
import org.rashomon.testing.compared.HandMadeAnalysis;

/** Pairs of claims that are related, and pairs that look so and are not. */
class ClaimRelaterTest {
    private static final Actor ORLA = person("Orla Tenn");
    private static final Actor MONITOR = person("Ivo Brant");
    private static final Actor LOMBRA = government("LO", "Lombra");

    private static HandMadeAnalysis convoy(String... more) {
        String[] paragraphs = new String[more.length + 1];
        paragraphs[0] = "Jets hit a convoy near Harn on Monday.";
        System.arraycopy(more, 0, paragraphs, 1, more.length);
        return new HandMadeAnalysis("a", paragraphs)
                .day("2031-05-06")
                .incident(
                        IncidentType.AIR_STRIKE,
                        "hit a convoy",
                        d -> d.in(city("Harn")).on("2031-05-05").hitting("convoy"));
    }

    private static HandMadeAnalysis accuse(
            HandMadeAnalysis article, Actor speaker, String words, String deed, Actor... whom) {
        return article.says(speaker, Act.ACCUSE, words, whom)
                .incident(
                        IncidentType.AIR_STRIKE, deed, d -> d.hitting("convoy").by(whom));
    }

    private static ClaimRelation only(Compared compared) {
        List<ClaimRelation> found = compared.between("a:0", "a:1").toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void denialByTheAccusedAnswersTheAccusation() {
        ClaimRelation found = only(new Compared(accuse(
                        convoy("Tenn blamed Veldoran jets for the raid on the convoy.", "Veldora denied involvement."),
                        ORLA,
                        "Veldoran jets for the raid on the convoy",
                        "the raid on the convoy",
                        VELDORA)
                .says(VELDORA, Act.DENY, "involvement", VELDORA)));
        assertThat(found.kind()).isEqualTo(Kind.DENIES);
        assertThat(found.slot()).isEqualTo(Slot.ACTOR);
        assertThat(found.a()).isEqualTo("a:0");
        assertThat(found.reason()).contains("Orla Tenn", "Veldora");
    }

    @Test
    void denialThatComesFirstAnswersJustTheSame() {
        HandMadeAnalysis article = convoy(
                        "Veldora denied involvement in the attack.",
                        "Tenn blamed Veldoran jets for hitting the convoy.")
                .says(VELDORA, Act.DENY, "involvement in the attack", VELDORA);
        ClaimRelation found = only(new Compared(
                accuse(article, ORLA, "Veldoran jets for hitting the convoy", "hitting the convoy", VELDORA)));
        assertThat(found.kind()).isEqualTo(Kind.DENIES);
        assertThat(found.a()).isEqualTo("a:1");
    }

    @Test
    void anArmyIsItsGovernmentsSide() {
        ClaimRelation found = only(new Compared(accuse(
                        convoy("Tenn blamed Veldora for the raid on the convoy.", "The army denied involvement."),
                        ORLA,
                        "Veldora for the raid on the convoy",
                        "the raid on the convoy",
                        VELDORA)
                .says(VELDORAN_ARMY, Act.DENY, "involvement", VELDORAN_ARMY)));
        assertThat(found.kind()).isEqualTo(Kind.DENIES);
    }

    @Test
    void denialOfAnotherActorDecidesNothing() {
        ClaimRelation found = only(new Compared(accuse(
                        convoy("Tenn blamed Veldora for the raid on the convoy.", "Kestria denied involvement."),
                        ORLA,
                        "Veldora for the raid on the convoy",
                        "the raid on the convoy",
                        VELDORA)
                .says(KESTRIA, Act.DENY, "involvement", KESTRIA)));
        assertThat(found.kind()).isEqualTo(Kind.UNDETERMINED);
        assertThat(found.reason()).contains("both can be true");
    }

    @Test
    void denialThatClearsOneOfTwoDecidesNothing() {
        ClaimRelation found = only(new Compared(accuse(
                        convoy("Tenn said Veldoran or Kestrian jets hit the convoy.", "Kestria denied involvement."),
                        ORLA,
                        "Veldoran or Kestrian jets hit the convoy",
                        "jets hit the convoy",
                        VELDORA,
                        KESTRIA)
                .says(KESTRIA, Act.DENY, "involvement", KESTRIA)));
        assertThat(found.kind()).isEqualTo(Kind.UNDETERMINED);
    }

    @Test
    void lackOfProofDecidesNothing() {
        ClaimRelation found = only(new Compared(accuse(
                        convoy(
                                "Tenn blamed Veldora for the raid on the convoy.",
                                "Veldora said there was no proof of its role in the attack."),
                        ORLA,
                        "Veldora for the raid on the convoy",
                        "the raid on the convoy",
                        VELDORA)
                .says(VELDORA, Act.DENY, "there was no proof of its role in the attack", VELDORA)));
        assertThat(found.kind()).isEqualTo(Kind.UNDETERMINED);
    }

    @Test
    void denialOfAuthorshipIsNoDenialOfADeedWithoutDoer() {
        ClaimRelation found = only(new Compared(
                convoy("Brant said jets hit the convoy at noon.", "Veldora denied that its jets had hit the convoy.")
                        .says(MONITOR, Act.ASSERT, "jets hit the convoy at noon")
                        .incident(IncidentType.AIR_STRIKE, "jets hit the convoy", d -> d.hitting("convoy"))
                        .says(VELDORA, Act.DENY, "its jets had hit the convoy", VELDORA)
                        .incident(IncidentType.AIR_STRIKE, "jets had hit the convoy", d -> d.hitting("convoy"))));
        assertThat(found.kind()).isEqualTo(Kind.UNDETERMINED);
    }

    @Test
    void twoWhoBlameDifferentActorsCounterAttribute() {
        HandMadeAnalysis article =
                convoy("Tenn blamed Veldora for hitting the convoy.", "Brant blamed Kestria for raiding the convoy.");
        accuse(article, ORLA, "Veldora for hitting the convoy", "hitting the convoy", VELDORA);
        accuse(article, MONITOR, "Kestria for raiding the convoy", "raiding the convoy", KESTRIA);
        assertThat(only(new Compared(article)).kind()).isEqualTo(Kind.COUNTER_ATTRIBUTES);
    }

    @Test
    void whoOnlyTellsOfADeedByAnotherBlamesNobodyElse() {
        HandMadeAnalysis article =
                convoy("Tenn blamed Veldora for hitting the convoy.", "Brant said Kestrian jets hit the convoy.");
        accuse(article, ORLA, "Veldora for hitting the convoy", "hitting the convoy", VELDORA);
        article.says(MONITOR, Act.ASSERT, "Kestrian jets hit the convoy", KESTRIA)
                .incident(
                        IncidentType.AIR_STRIKE,
                        "jets hit the convoy",
                        d -> d.hitting("convoy").by(KESTRIA));
        assertThat(new Compared(article).between("a:0", "a:1").map(ClaimRelation::kind))
                .doesNotContain(Kind.COUNTER_ATTRIBUTES);
    }

    @Test
    void theAccusedWhoPointsToAnothersDroneCounterAttributes() {
        HandMadeAnalysis article = accuse(
                        convoy(
                                "Tenn blamed Veldora for hitting the convoy.",
                                "Veldora said a Kestrian drone was in the area when the convoy was attacked."),
                        ORLA,
                        "Veldora for hitting the convoy",
                        "hitting the convoy",
                        VELDORA)
                .says(VELDORA, Act.ASSERT, "a Kestrian drone was in the area when the convoy was attacked")
                .names(KESTRIA, "Kestrian")
                .incident(IncidentType.ATTACK, "convoy was attacked", d -> d.hitting("convoy"));
        assertThat(only(new Compared(article)).kind()).isEqualTo(Kind.COUNTER_ATTRIBUTES);
    }

    @Test
    void denyingToHaveBeenThereDeniesThePointing() {
        HandMadeAnalysis article = convoy(
                        "Veldora said two Lombran jets were identified in the region during the raid on the convoy.",
                        "Lombra denied that it was active there during the attack.")
                .says(
                        VELDORA,
                        Act.ASSERT,
                        "two Lombran jets were identified in the region during the raid on the convoy")
                .names(LOMBRA, "Lombran")
                .incident(IncidentType.AIR_STRIKE, "the raid on the convoy", d -> d.hitting("convoy"))
                .says(LOMBRA, Act.DENY, "it was active there during the attack", LOMBRA);
        assertThat(only(new Compared(article)).kind()).isEqualTo(Kind.DENIES);
    }

    @Test
    void aFireInsteadOfAStrikeDisputesTheCause() {
        HandMadeAnalysis article = convoy(
                        "Tenn said an air strike hit the convoy.",
                        "Brant said videos of the attack showed no sign of bombs and that a fire caused the damage.")
                .says(ORLA, Act.ASSERT, "an air strike hit the convoy")
                .incident(IncidentType.AIR_STRIKE, "strike hit the convoy", d -> d.hitting("convoy"))
                .says(
                        MONITOR,
                        Act.ASSERT,
                        "videos of the attack showed no sign of bombs and that a fire caused the damage");
        assertThat(only(new Compared(article)).kind()).isEqualTo(Kind.DISPUTES_CAUSE);
    }

    @Test
    void twoSpeakersWhoNameOneDoerCorroborate() {
        HandMadeAnalysis article =
                convoy("Tenn said Veldoran jets hit the convoy.", "Brant said Veldoran planes raided the convoy.");
        accuse(article, ORLA, "Veldoran jets hit the convoy", "jets hit the convoy", VELDORA);
        accuse(article, MONITOR, "Veldoran planes raided the convoy", "raided the convoy", VELDORA);
        ClaimRelation found = only(new Compared(article));
        assertThat(found.kind()).isEqualTo(Kind.CORROBORATES);
        assertThat(found.slot()).isEqualTo(Slot.ACTOR);
    }

    @Test
    void countsAtOneTimeThatDoNotMeetConflict() {
        assertThat(tolls("2031-05-06", 27L, 27L, "2031-05-06", 50L, 50L).kind()).isEqualTo(Kind.FIGURE_CONFLICT);
    }

    @Test
    void countsThatMeetAreCompatible() {
        assertThat(tolls("2031-05-06", 20L, 20L, "2031-05-06", 18L, 22L).kind()).isEqualTo(Kind.FIGURE_COMPATIBLE);
        assertThat(tolls("2031-05-06", 20L, null, "2031-05-06", 31L, 31L).kind())
                .isEqualTo(Kind.FIGURE_COMPATIBLE);
    }

    @Test
    void laterAndHigherIsAnUpdateLaterAndLowerAConflict() {
        assertThat(tolls("2031-05-06", 27L, 27L, "2031-05-07", 50L, 50L).kind()).isEqualTo(Kind.UNDETERMINED);
        assertThat(tolls("2031-05-06", 27L, 27L, "2031-05-07", 18L, 18L).kind()).isEqualTo(Kind.FIGURE_CONFLICT);
    }

    @Test
    void countsOfAnotherOrderMayCountSomethingElse() {
        assertThat(tolls("2031-05-06", 27L, 27L, "2031-05-06", 51L, 51L).kind()).isEqualTo(Kind.FIGURE_CONFLICT);
        assertThat(tolls("2031-05-06", 27L, 27L, "2031-05-06", 52L, 52L).kind()).isEqualTo(Kind.UNDETERMINED);
        assertThat(tolls("2031-05-06", 60L, null, "2031-05-07", 12L, 12L).kind())
                .isEqualTo(Kind.UNDETERMINED);
    }

    @Test
    void theDeadAndTheInjuredAreNotCompared() {
        HandMadeAnalysis article = convoy(
                        "Tenn said the raid on the convoy killed two.", "Brant said the raid on the convoy hurt nine.")
                .says(ORLA, Act.ASSERT, "raid on the convoy killed two")
                .incident(IncidentType.AIR_STRIKE, "raid on the convoy killed", d -> d.hitting("convoy"))
                .figure("two", 2L, 2L, Figure.Unit.KILLED)
                .says(MONITOR, Act.ASSERT, "raid on the convoy hurt nine")
                .incident(IncidentType.AIR_STRIKE, "raid on the convoy hurt", d -> d.hitting("convoy"))
                .figure("nine", 9L, 9L, Figure.Unit.INJURED);
        assertThat(new Compared(article).between("a:0", "a:1").map(ClaimRelation::slot))
                .doesNotContain(Slot.FIGURE);
    }

    private static ClaimRelation tolls(
            String dayA, Long lowA, @Nullable Long highA, String dayB, Long lowB, @Nullable Long highB) {
        HandMadeAnalysis a = toll("a", dayA, ORLA, lowA, highA);
        HandMadeAnalysis b = toll("b", dayB, MONITOR, lowB, highB);
        return new Compared(a, b)
                .between("a:0", "b:0")
                .filter(relation -> relation.slot() == Slot.FIGURE)
                .findFirst()
                .orElseThrow();
    }

    private static HandMadeAnalysis toll(String id, String day, Actor speaker, Long low, @Nullable Long high) {
        return new HandMadeAnalysis(
                        id,
                        "Jets hit a convoy near Harn on Monday.",
                        "The raid on the convoy killed many, it was said.")
                .day(day)
                .incident(
                        IncidentType.AIR_STRIKE,
                        "hit a convoy",
                        d -> d.in(city("Harn")).on("2031-05-05").hitting("convoy"))
                .says(speaker, Act.ASSERT, "The raid on the convoy killed many")
                .incident(IncidentType.AIR_STRIKE, "The raid on the convoy", d -> d.hitting("convoy"))
                .figure("many", low, high, Figure.Unit.KILLED);
    }

    @Test
    void headlineAndBodyRestateOneUtterance() {
        HandMadeAnalysis article = new HandMadeAnalysis(
                        "a",
                        "#Veldora halts talks over Harn siege",
                        "Veldora said it halts all talks over the siege of Harn.")
                .says(VELDORA, Act.ANNOUNCE, "halts talks over Harn siege")
                .says(VELDORA, Act.ANNOUNCE, "it halts all talks over the siege of Harn");
        ClaimRelation found = only(new Compared(article));
        assertThat(found.kind()).isEqualTo(Kind.RESTATES);
        assertThat(found.reason()).contains("headline");
    }

    @Test
    void otherSpeakersAndOtherOccasionsDoNotRestate() {
        HandMadeAnalysis a = new HandMadeAnalysis("a", "The siege of Harn must end before the winter comes.")
                .day("2031-05-05")
                .says(VELDORA, Act.DEMAND, "The siege of Harn must end before the winter comes");
        HandMadeAnalysis b = new HandMadeAnalysis("b", "The siege of Harn must end before the winter comes.")
                .day("2031-05-05")
                .says(KESTRIA, Act.DEMAND, "The siege of Harn must end before the winter comes");
        HandMadeAnalysis c = new HandMadeAnalysis("c", "The siege of Harn must end before the winter comes.")
                .day("2031-08-05")
                .says(VELDORA, Act.DEMAND, "The siege of Harn must end before the winter comes");
        assertThat(new Compared(a, b, c).related()).isEmpty();
    }

    @Test
    void unresolvedSpeakersAreNobodysEqual() {
        HandMadeAnalysis article = new HandMadeAnalysis(
                        "a", "He said the siege of Harn must end soon. He said the siege of Harn must end now.")
                .claim(
                        new Speaker(SpeakerStatus.UNRESOLVED, null, "He", null),
                        Act.DEMAND,
                        Factuality.FUTURE,
                        "the siege of Harn must end soon")
                .claim(
                        new Speaker(SpeakerStatus.UNRESOLVED, null, "He", null),
                        Act.DEMAND,
                        Factuality.FUTURE,
                        "the siege of Harn must end now");
        assertThat(new Compared(article).related()).isEmpty();
    }

    /** General charges, and those for another deed in another town, blame nobody for this one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the raid on the convoy was their work            | 1
            they have repeatedly hit the convoy              | 0
            they have been hitting the convoy since 2029     | 0
            they hit the convoy in recent weeks              | 0
            they hit the convoy                              | 1
            """)
    void blamesForTheDeedOnly(String words, int accusing) {
        HandMadeAnalysis article = convoy("Tenn said that " + words + ".")
                .says(ORLA, Act.ACCUSE, words, VELDORA)
                .incident(IncidentType.AIR_STRIKE, words, d -> d.hitting("convoy"));
        Compared compared = new Compared(article);
        assertThat(compared.incidents.all().get(0).accounts().stream().filter(account -> account.perpetrator() != null))
                .hasSize(accusing);
    }

    /** A deed that is only a time or a reason of what is told is not the one that they are blamed for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            they must end their siege following the raid | raid | 0
            they broke off the talks after the raid      | raid | 0
            they are behind the raid                     | raid | 1
            the raid was their work                      | raid | 1
            """)
    void whatOnlyTellsWhenBlamesNobody(String words, String deed, int accusing) {
        HandMadeAnalysis article = convoy("Tenn said that " + words + ".")
                .says(ORLA, Act.ACCUSE, words, VELDORA)
                .incident(IncidentType.AIR_STRIKE, deed, d -> d.hitting("convoy"));
        Compared compared = new Compared(article);
        assertThat(compared.incidents.all())
                .allSatisfy(card -> assertThat(
                                card.accounts().stream().filter(account -> account.perpetrator() != null))
                        .hasSize(accusing));
    }

    /** Nobody blames his own side, a demand blames nobody, and whoever knows who did it is not who did it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Veldoran jets hit the convoy                                | Lombra  | ACCUSE | 1
            Veldoran jets hit the convoy                                | Veldora | ACCUSE | 0
            Veldoran jets hit the convoy                                | Veldora | ADMIT  | 1
            somebody must find out if Veldoran jets hit the convoy      | Lombra  | DEMAND | 0
            Kestrian and not Veldoran jets hit the convoy               | Lombra  | ACCUSE | 0
            Veldoran and not Kestrian jets hit the convoy               | Lombra  | ACCUSE | 1
            """)
    void whoMayBlameWhom(String words, String speaker, Act act, int accusing) {
        HandMadeAnalysis article = convoy("It said that " + words + ".")
                .says(speaker.equals("Lombra") ? LOMBRA : VELDORA, act, words, VELDORA)
                .incident(IncidentType.AIR_STRIKE, words, d -> d.hitting("convoy"));
        if (words.contains("Kestrian")) {
            article.names(VELDORA, "Veldoran");
        }
        assertThat(new Compared(article)
                        .incidents.all().get(0).accounts().stream().filter(account -> account.perpetrator() != null))
                .hasSize(accusing);
    }

    /** Whoever speaks of a deed has not done it by that; he may have, where others speak of him behind it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Veldora discussed the attack that hit the convoy             | hit the convoy | 0
            findings that Veldora says tell who hit the convoy           | hit the convoy | 0
            Veldora hit the convoy, as witnesses say                     | hit the convoy | 1
            the attack that hit the convoy was Veldora's, witnesses say  | hit the convoy | 1
            """)
    void whoSpeaksOfADeedHasNotDoneItByThat(String words, String deed, int accusing) {
        HandMadeAnalysis article = convoy("It said that " + words + ".")
                .says(LOMBRA, Act.ACCUSE, words, VELDORA)
                .incident(IncidentType.AIR_STRIKE, deed, d -> d.hitting("convoy"))
                .names(VELDORA, "Veldora");
        assertThat(new Compared(article)
                        .incidents.all().get(0).accounts().stream().filter(account -> account.perpetrator() != null))
                .as(words)
                .hasSize(accusing);
    }

    /** What is denied of all such deeds is not told as a denial of this one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            its jets hit the convoy                       | denies that Veldora did it
            its jets ever hit a convoy                    | denies any such deed of Veldora
            its jets hit a convoy during the civil war    | denies any such deed of Veldora
            """)
    void aDenialOfAllSuchDeedsIsToldAsOne(String words, String told) {
        HandMadeAnalysis article = convoy(
                        "Tenn said that jets hit the convoy of Veldora.", "Veldora denied that " + words + ".")
                .says(ORLA, Act.ACCUSE, "jets hit the convoy of Veldora", VELDORA)
                .incident(IncidentType.AIR_STRIKE, "jets hit the convoy of Veldora", d -> d.hitting("convoy"))
                .says(VELDORA, Act.DENY, words, VELDORA)
                .incident(IncidentType.AIR_STRIKE, words, d -> d.hitting("convoy"));
        assertThat(new Compared(article).relations.all().stream().map(relation -> relation.reason()))
                .as(words)
                .anyMatch(reason -> reason.contains(told));
    }

    /** Who calls a deed a fake says that it never was; who calls a report of it one, or another deed, does not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the raid on the convoy was a fake                                | the raid on the convoy | 1
            the claim that the raid on the convoy was a hoax                 | the raid on the convoy | 1
            a film that shows the raid on the convoy was fabricated          | the raid on the convoy | 0
            the raid on the convoy began at dawn                             | the raid on the convoy | 0
            """)
    void aFakeNeverWas(String words, String deed, int denied) {
        HandMadeAnalysis article = convoy(
                        "Tenn said that shells hit lorries on the road.", "Veldora said " + words + ".")
                .says(ORLA, Act.ASSERT, "shells hit lorries on the road")
                .incident(IncidentType.AIR_STRIKE, "hit lorries", d -> d.hitting("convoy"))
                .says(VELDORA, Act.DENY, words)
                .incident(
                        IncidentType.AIR_STRIKE, deed, d -> d.hitting("convoy").back());
        assertThat(new Compared(article)
                        .relations.all().stream()
                                .filter(relation ->
                                        relation.kind() == Kind.DENIES && relation.slot() == Slot.OCCURRENCE))
                .hasSize(denied);
    }

    /** What one report of a denial answers, all do. */
    @Test
    void relationsAreWrittenOutForAllReports() {
        HandMadeAnalysis[] articles = IntStream.range(0, 2)
                .mapToObj(i -> accuse(
                                new HandMadeAnalysis(
                                                "a" + i,
                                                "Jets hit a convoy near Harn on Monday.",
                                                "Tenn blamed Veldoran jets for the raid on the convoy.",
                                                "Veldora denied involvement.")
                                        .day("2031-05-06")
                                        .incident(
                                                IncidentType.AIR_STRIKE,
                                                "hit a convoy",
                                                d -> d.in(city("Harn"))
                                                        .on("2031-05-05")
                                                        .hitting("convoy")),
                                ORLA,
                                "Veldoran jets for the raid on the convoy",
                                "the raid on the convoy",
                                VELDORA)
                        .says(VELDORA, Act.DENY, "involvement", VELDORA))
                .toArray(HandMadeAnalysis[]::new);
        assertThat(new Compared(articles).related())
                .contains("a0:0 DENIES a0:1", "a1:0 DENIES a1:1", "a0:0 DENIES a1:1", "a1:0 DENIES a0:1");
    }

    /** Words without a deed of their own blame where they point at one, and a duty is none; several deeds are this one only where they hit the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            they bear responsibility for it                              |           |         | 1
            they were responsible                                        |           |         | 1
            they are behind it                                           |           |         | 1
            they have a responsibility to rein in their army             |           |         | 0
            it is the responsibility to all of them to stop              |           |         | 0
            their raids on the convoy had gone on for an hour            | raids     | convoy  | 1
            their raids on schools and markets showed what they wanted   | raids     | school  | 0
            their raids showed what they wanted                          | raids     |         | 0
            """)
    void aDutyIsNoDeedAndSeveralDeedsAreNotThisOne(
            String words, @Nullable String several, @Nullable String hit, int accusing) {
        HandMadeAnalysis article = convoy("Tenn said that " + words + ".").says(ORLA, Act.ACCUSE, words, VELDORA);
        if (several != null) {
            article.incident(
                    IncidentType.AIR_STRIKE,
                    several,
                    d -> hit == null ? d.plural().back() : d.plural().back().hitting(hit));
        }
        assertThat(new Compared(article)
                        .incidents.all().get(0).accounts().stream().filter(account -> account.perpetrator() != null))
                .hasSize(accusing);
    }

    /** A spokesman of a state and the state are one voice, and say nothing that the other bears out. */
    @ParameterizedTest
    @CsvSource({"LO, 0", "KS, 1", ", 1"})
    void aStateAndItsSpokesmanAreOneVoiceOnAnAgreement(@Nullable String country, int related) {
        Actor spokesman = new Actor("person:spokesman", "Ada Rill", ActorType.PERSON, List.of(), country, null);
        HandMadeAnalysis article = new HandMadeAnalysis(
                        "a",
                        "The Harn truce was signed on Monday.",
                        "Lombra said that Veldora broke the truce.",
                        "Rill said that Veldora had failed to keep the truce.")
                .day("2031-05-06")
                .agreement("The Harn truce", AgreementMention.Kind.CEASEFIRE, "2031-05-05", null)
                .says(LOMBRA, Act.ACCUSE, "Veldora broke the truce", VELDORA)
                .states(AgreementStatement.Kind.VIOLATION, "Veldora", null, null)
                .says(spokesman, Act.ACCUSE, "Veldora had failed to keep the truce", VELDORA)
                .states(AgreementStatement.Kind.VIOLATION, "Veldora", null, null);
        assertThat(new Compared(article)
                        .relations.all().stream().filter(relation -> relation.kind() == Kind.CORROBORATES))
                .hasSize(related);
    }

    /** Who claims an attack that killed some did not count them, and a source without a name may be the one that has one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A monitor        | The Harn Observatory | ASSERT | 0
            The group        | The Harn Observatory | ASSERT | 0
            Residents        | The Harn Observatory | ASSERT | 1
            Gunmen           | The Harn Observatory | ADMIT  | 0
            """)
    void twoSourcesAreNeeded(String one, String other, Act act, int related) {
        String first = "12 people were killed in the raid on the convoy";
        String second = "15 people died in the raid on the convoy";
        HandMadeAnalysis article = convoy(one + " said " + first + ".", other + " said " + second + ".")
                .claim(new Speaker(SpeakerStatus.UNNAMED, null, one, null), act, Factuality.CERTAIN, first)
                .claim(new Speaker(SpeakerStatus.UNNAMED, null, other, null), Act.ASSERT, Factuality.CERTAIN, second)
                .incident(IncidentType.AIR_STRIKE, "killed in the raid on the convoy", d -> d.hitting("convoy"))
                .incident(IncidentType.AIR_STRIKE, "died in the raid on the convoy", d -> d.hitting("convoy"))
                .figure("12 people", 12L, 12L, Figure.Unit.KILLED)
                .figure("15 people", 15L, 15L, Figure.Unit.KILLED);
        assertThat(new Compared(article)
                        .relations.all().stream().filter(relation -> relation.kind() == Kind.FIGURE_CONFLICT))
                .hasSize(related);
    }

    @Test
    void pairsOfOneIncidentStayBounded() {
        HandMadeAnalysis[] articles = IntStream.range(0, 120)
                .mapToObj(i -> {
                    Actor speaker = person("Witness Number " + i);
                    return new HandMadeAnalysis("n" + i, "The raid on the convoy in Harn was their work.")
                            .day("2031-05-06")
                            .says(speaker, Act.ACCUSE, "The raid on the convoy in Harn was their work", VELDORA)
                            .incident(
                                    IncidentType.AIR_STRIKE,
                                    "The raid on the convoy",
                                    d -> d.in(city("Harn"))
                                            .on("2031-05-05")
                                            .hitting("convoy")
                                            .by(VELDORA));
                })
                .toArray(HandMadeAnalysis[]::new);
        Compared compared = new Compared(articles);
        assertThat(compared.incidents.all()).hasSize(1);
        assertThat(compared.relations.all()).hasSizeBetween(24, 32 * 31 / 2);
    }
}
