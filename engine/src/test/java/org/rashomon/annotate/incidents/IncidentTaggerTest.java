package org.rashomon.annotate.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.annotate.places.PlaceResolver;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.model.events.IncidentMention.Telling;
import org.rashomon.model.events.IncidentType;
import org.rashomon.testing.HandMade;
import org.rashomon.testing.Known;

class IncidentTaggerTest {
    private static final IncidentTagger INCIDENTS = new IncidentTagger(Known.PLACES);
    private static final PlaceResolver PLACES = new PlaceResolver(Known.NAMES, Known.PLACES);

    static List<IncidentMention> tag(Article article, Claim... claims) {
        List<TaggedSentence> sentences = HandMade.sentences(article);
        List<Mention> mentions = HandMade.mentions(article);
        return INCIDENTS.tag(
                article,
                sentences,
                mentions,
                HandMade.times(article),
                List.of(claims),
                PLACES.resolve(article, TaggedSentence.plain(sentences), mentions));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # sentence | type | target | place | day of May 2031 | doers
            An air strike hit a clinic in Veldin on Monday. | AIR_STRIKE | clinic | Veldin | 5 | -
            A drone strike killed three farmers near Korsk on Sunday. | AIR_STRIKE | three farmers | Korsk | 4 | -
            Tarvian warplanes bombed a market in Veldin on Tuesday, killing nine people. | AIR_STRIKE | market | Veldin | 6 | Tarvia
            On Friday, Ostreyan jets struck a bakery in Korsk. | AIR_STRIKE | bakery | Korsk | 9 | Ostrey
            The clinic in Marn was struck from the air on Saturday. | AIR_STRIKE | clinic | Marn | 3 | -
            Tarvian or Ostreyan aircraft targeted a school north of Korsk on Sunday. | AIR_STRIKE | school | Korsk | 4 | Tarvia Ostrey
            A raid by Ostreyan helicopters on a bridge in Pellar killed two soldiers. | AIR_STRIKE | bridge | Pellar | - | Ostrey
            Red Banner gunners shelled the power plant in Korsk on Wednesday. | SHELLING | power plant | Korsk | 7 | Red Banner
            Red Banner shelled a checkpoint near Marn on Tuesday. | SHELLING | checkpoint | Marn | 6 | Red Banner
            A rocket attack on a bus station in Veldin wounded eleven people. | SHELLING | bus station | Veldin | - | -
            Mortar fire hit a school in Marn on Thursday. | SHELLING | school | Marn | 8 | -
            A missile strike destroyed an airbase outside Pellar on Monday. | SHELLING | - | Pellar | 5 | -
            The library was hit by a shell in Korsk on Friday. | SHELLING | library | Korsk | 9 | -
            A suicide bombing at a mosque in Veldin killed twenty worshippers. | SUICIDE_BOMBING | mosque | Veldin | - | -
            A man blew himself up in a market in Korsk on Monday. | SUICIDE_BOMBING | - | Korsk | 5 | -
            A car bomb exploded outside a courthouse in Marn on Wednesday. | BOMBING | - | Marn | 7 | -
            A roadside bomb hit an army convoy near Pellar. | BOMBING | army convoy | Pellar | - | -
            A blast tore through a bakery in Veldin on Sunday. | BOMBING | - | Veldin | 4 | -
            A chemical attack in Korsk on Tuesday killed eight people. | CHEMICAL_ATTACK | - | Korsk | 6 | -
            A sarin attack on the village of Marn left thirty people dead. | CHEMICAL_ATTACK | - | Marn | - | -
            Fighters of Red Banner ambushed a patrol near Korsk on Friday. | ATTACK | patrol | Korsk | 9 | Red Banner
            Gunmen kidnapped two engineers in Veldin on Thursday. | ABDUCTION | two engineers | Veldin | 8 | -
            Two nurses were abducted in Marn on Monday. | ABDUCTION | Two nurses | Marn | 5 | -
            Police arrested a journalist in Pellar on Tuesday. | ARREST | journalist | Pellar | 6 | -
            Clashes broke out in Korsk on Sunday. | CLASH | - | Korsk | 4 | -
            Soldiers and rebels clashed in Marn on Saturday. | CLASH | - | Marn | 3 | -
            Five villagers were shot dead in Lower Orr on Monday. | ATTACK | Five villagers | Lower Orr | 5 | -
            A massacre in Marn on Friday left forty villagers dead. | ATTACK | - | Marn | 9 | -
            Rebels stormed a police station in Korsk on Wednesday. | ATTACK | police station | Korsk | 7 | -
            Four miners were killed in an air raid on Pellar on Tuesday. | AIR_STRIKE | Four miners | Pellar | 6 | -
            Hundreds rallied in Veldin on Saturday. | PROTEST | - | Veldin | 3 | -
            Militiamen looted a warehouse in Marn on Sunday. | LOOTING | warehouse | Marn | 4 | -
            The governor was assassinated in Korsk on Friday. | ATTACK | governor | Korsk | 9 | -
            Yellow gas was seen after a chlorine attack on a suburb of Korsk on Thursday. | CHEMICAL_ATTACK | - | Korsk | 8 | -
            An explosion caused by a gas leak damaged a hotel in Pellar on Monday. | BOMBING | - | Pellar | 5 | -
            """)
    void findsWhatHappened(String sentence, String type, String target, String place, Integer day, String doers) {
        List<IncidentMention> found = tag(HandMade.article(sentence));
        assertThat(found).as(sentence).hasSize(1);
        IncidentMention m = found.get(0);
        assertThat(m.type()).isEqualTo(IncidentType.valueOf(type));
        if (target != null) {
            assertThat(m.targets()).contains(target);
        }
        assertThat(m.place() == null ? null : m.place().name()).isEqualTo(place);
        assertThat(m.time() == null ? null : m.time().start())
                .isEqualTo(day == null ? null : LocalDate.of(2031, 5, day));
        assertThat(m.perpetrators().stream().map(Actor::name).collect(Collectors.joining(" ")))
                .isEqualTo(doers == null ? "" : doers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # sentence | why it is no incident
            Air strikes on Veldin have continued since December. | a pattern
            The army has carried out a barrage of air strikes on eastern Veldin since the truce ended. | a pattern
            Tarvia is pressing on with its bombing campaign in Ostrey. | a campaign
            Shelling has killed hundreds of people in recent months. | a pattern
            Ostreyan jets have repeatedly bombed hospitals. | a pattern
            Tarvia threatened to bomb the port of Korsk. | threatened
            The envoy urged both sides to stop attacking hospitals. | demanded
            A strike on Korsk would be a disaster. | hypothetical
            If rebels attack the airport, the army will respond. | conditional
            Ostrey will strike the depot in Marn next week. | future
            The army plans a raid on the camp near Pellar. | planned
            There were no air strikes in Veldin on Monday. | negated
            The jets did not bomb the market in Korsk on Tuesday. | negated
            Residents fear an attack on the town. | feared
            Police foiled an attack on a church in Veldin. | foiled
            Union leaders called a general strike in Veldin on Monday. | another sense
            The attack helicopters are based near Korsk. | another sense
            The minister hit back at his critics on Friday. | another sense
            The plan targets inflation. | another sense
            The proposal struck a chord with voters. | another sense
            He attacked the budget in a speech on Monday. | another sense
            Talks about the raids will open in Pellar. | a plan
            Did Tarvian jets bomb the clinic in Veldin? | a question
            Two people were killed in a car crash near Marn on Sunday. | an accident
            Tens of thousands have been killed in the war. | a war
            Doctors warned against an assault on the city. | warned of
            The two countries would coordinate strikes on rebels. | planned
            Every week shells land on the old town of Korsk. | a habit
            Both sides have the ability to strike ships at sea. | ability
            Attacks on journalists are rising. | a pattern
            The strike group sailed from Pellar. | another sense
            """)
    void tellsNothingThatDidNotHappenOnce(String sentence, String why) {
        assertThat(tag(HandMade.article(sentence)))
                .as(why)
                .extracting(IncidentMention::telling)
                .doesNotContain(Telling.TELLS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # sentence | type | how much it tells | place | how its phrase opens
            A helicopter dropped gas on the town of Marn on Monday. | CHEMICAL_ATTACK | TELLS | Marn | BARE
            Chlorine was used in Korsk on Tuesday. | CHEMICAL_ATTACK | TELLS | Korsk | BARE
            The union spoke of the use of chemical weapons in Marn. | CHEMICAL_ATTACK | TELLS | Marn | DEFINITE
            Barrels of sarin fell on Marn on Monday. | CHEMICAL_ATTACK | TELLS | Marn | BARE
            Rebels shot down an Ostreyan helicopter near Pellar on Friday. | CLASH | TELLS | Pellar | BARE
            The downing was a mistake. | CLASH | POINTS_BACK | - | DEFINITE
            The mayor said the attack was a crime against all. | ATTACK | POINTS_BACK | - | DEFINITE
            Such an attack has no excuse. | ATTACK | POINTS_BACK | - | DEFINITE
            A raid followed. | AIR_STRIKE | SPEAKS | - | INDEFINITE
            Forty people were killed. | ATTACK | SPEAKS | - | BARE
            Air strikes on Veldin have continued since December. | AIR_STRIKE | PATTERN | Veldin | BARE
            """)
    void keepsEachMentionWithWhatItsOwnWordsTell(
            String sentence, String type, String telling, String place, String opening) {
        List<IncidentMention> found = tag(HandMade.article(sentence));
        assertThat(found).as(sentence).isNotEmpty();
        IncidentMention m = found.get(0);
        assertThat(m.type()).as(sentence).isEqualTo(IncidentType.valueOf(type));
        assertThat(m.telling()).as(sentence).isEqualTo(Telling.valueOf(telling));
        assertThat(m.place() == null ? null : m.place().name()).as(sentence).isEqualTo(place);
        assertThat(m.opening()).as(sentence).isEqualTo(IncidentMention.Opening.valueOf(opening));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # sentence | place of the first deed
            Helicopters dropped barrel bombs on Korsk and Marn on Monday. | -
            Jets bombed the towns of Veldin and Korsk on Tuesday. | -
            A blast hit markets in Veldin and in the town of Marn on Sunday. | -
            Gunmen killed two men in Korsk and wounded a third on Friday. | Korsk
            A strike hit a bakery in Korsk, and Marn protested on Monday. | Korsk
            A strike on Korsk and the answer of the army drew protests. | Korsk
            Heavy bombing of rebel-held areas of Korsk killed nine on Monday. | Korsk
            Intense bombing of rebel-held areas of Korsk killed nine on Monday. | Korsk
            Six were killed in Airstrike near Korsk on Monday. | Korsk
            A blast at the Ostrey embassy in Korsk killed nine on Monday. | Korsk
            An attack on the Ostrey embassy killed nine on Monday. | -
            Nine were killed in Red Banner Attack near Korsk on Monday. | Korsk
            A blast in the Veldin suburb of Marn killed nine on Monday. | Marn
            A blast in the Veldin suburb that rebels hold killed nine on Monday. | Veldin
            A blast in the Marn district of Veldin killed nine on Monday. | Marn
            A gas attack in the Veldin village of Marn killed nine on Monday. | Marn
            """)
    void ofPlacesSideBySideNoneIsTheOne(String sentence, String place) {
        List<IncidentMention> found = tag(HandMade.article(sentence));
        assertThat(found).as(sentence).isNotEmpty();
        IncidentMention first = found.get(0);
        assertThat(first.place() == null ? null : first.place().name())
                .as(sentence)
                .isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # sentence | day of May 2031 | place
            Jets killed nine people including a nurse in a market in the town of Marn on Monday. | 5 | Marn
            A blast killed six members of a force known as the Guard in Korsk on Friday. | 9 | Korsk
            Shelling killed two people in a quarter of Korsk held by Red Banner at dawn on Tuesday. | 6 | Korsk
            # of a time that has two ends neither is the day
            Jets hit nine markets in Korsk between 2 May and 9 May. | - | Korsk
            Jets hit nine markets in Korsk from Monday to Friday. | - | Korsk
            # near misses: a day beside another thing; what the participle tells has a time of its own
            Jets hit a market and a school in Korsk on Monday. | 5 | Korsk
            Shelling killed two people in a quarter of Korsk captured by Red Banner on Tuesday. | - | Korsk
            Shelling killed two people in Korsk before the army held a parade on Tuesday. | - | Korsk
            """)
    void whatSomethingIsTakesNoTime(String sentence, Integer day, String place) {
        List<IncidentMention> found = tag(HandMade.article(sentence));
        assertThat(found).as(sentence).isNotEmpty();
        IncidentMention m = found.get(0);
        assertThat(m.time() == null ? null : m.time().start())
                .as(sentence)
                .isEqualTo(day == null ? null : LocalDate.of(2031, 5, day));
        assertThat(m.place() == null ? null : m.place().name()).as(sentence).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # sentence | kinds of the deeds
            Ostrey condemned the use of chemical weapons in the attack on Korsk. | CHEMICAL_ATTACK
            Ostrey condemned the use of sarin during the raid on Korsk. | CHEMICAL_ATTACK
            Ostrey condemned the use of sarin and the raid on Korsk. | CHEMICAL_ATTACK AIR_STRIKE
            Ostrey condemned the use of sarin, and another raid on Korsk. | CHEMICAL_ATTACK AIR_STRIKE
            """)
    void aWeaponIsOfTheAttackThatItWasUsedIn(String sentence, String kinds) {
        assertThat(tag(HandMade.article(sentence)).stream()
                        .map(mention -> mention.type().name())
                        .collect(java.util.stream.Collectors.joining(" ")))
                .as(sentence)
                .isEqualTo(kinds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # sentence | what the first deed hit
            Ostrey cited the gas attack as a reason for the missile strike on an air base in Korsk. | -
            The raid was an answer to the bombing of a market in Korsk. | -
            The attack on a school in Korsk followed the shelling of a market. | school
            A missile strike hit a market in Korsk on Monday. | market
            The death toll from a strike on a market in Korsk rose to nine. | market
            """)
    void behindAnotherDeedStandsWhatThatOneHit(String sentence, String target) {
        List<IncidentMention> found = tag(HandMade.article(sentence));
        assertThat(found).as(sentence).isNotEmpty();
        assertThat(found.get(0).targets()).as(sentence).isEqualTo(target == null ? List.of() : List.of(target));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # sentence | how many deeds by a weapon that was used
            The envoy used harsh language against Ostrey after the missile strike. | 0
            The union used its veto over the gas pipeline. | 0
            Ostrey was using the gas attack as a pretext. | 0
            Ostrey used the gas attack of Monday as a pretext. | 0
            The army used more than fifty missiles in Korsk on Monday. | 1
            The army used barrels of gas against Marn on Monday. | 1
            Missiles were used by the army against Marn on Monday. | 1
            """)
    void whatIsUsedStandsBeforeTheNextPreposition(String sentence, int deeds) {
        assertThat(tag(HandMade.article(sentence)))
                .as(sentence)
                .filteredOn(mention -> mention.head().equals("use"))
                .hasSize(deeds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The plant used gas from the port of Korsk.",
                "The company released its figures in Pellar on Monday.",
                "The ministry dropped the charges on Tuesday.",
                "The minister shot back at his critics."
            })
    void wordsOfManySensesNeedAWeapon(String sentence) {
        assertThat(tag(HandMade.article(sentence)))
                .extracting(IncidentMention::telling)
                .doesNotContain(Telling.TELLS);
    }

    @Test
    void speakingTimeDoesNotDateTheEvent() {
        Article article =
                HandMade.article("The ministry said on Thursday that an air strike had hit a clinic in Veldin.");
        assertThat(tag(article))
                .singleElement()
                .satisfies(m -> assertThat(m.time()).isNull());
        Article other =
                HandMade.article("On Thursday, Ostrey expressed outrage over an air strike on a clinic in Veldin.");
        assertThat(tag(other))
                .singleElement()
                .satisfies(m -> assertThat(m.time()).isNull());
        Article both =
                HandMade.article("The ministry said on Thursday that an air strike hit a clinic in Veldin on Monday.");
        assertThat(tag(both))
                .singleElement()
                .satisfies(m -> assertThat(m.time()).isEqualTo(TimeInterval.day(LocalDate.of(2031, 5, 5))));
    }

    @Test
    void strikesOfASeriesStayApart() {
        Article article = HandMade.article("Two waves of air strikes hit the Lindar clinic in eastern Veldin. "
                + "The first strike hit the clinic on Monday morning, killing six people. "
                + "It went on working until a second strike in the early evening. "
                + "The clinic had already been struck from the air on Saturday and workers were mending the roof at the time of "
                + "the first strike on Monday.");
        List<IncidentMention> found = tag(article);
        assertThat(found).extracting(IncidentMention::ordinal).containsExactly(1, 2, 0, 1);
        assertThat(found.get(0).time()).isEqualTo(may(5));
        assertThat(found.get(2).time()).isEqualTo(may(3));
    }

    @Test
    void theDefiniteRefersBack() {
        Article article = HandMade.article("On Monday, an air strike hit the Lindar clinic in Veldin.\n\n"
                + "A nurse said the attack came without warning.");
        List<IncidentMention> found = tag(article);
        assertThat(found).hasSize(2);
        assertThat(found.get(1).telling()).isEqualTo(Telling.POINTS_BACK);
        assertThat(found.get(1).time()).as("by words of its own").isNull();
        assertThat(found.get(1).place()).isNull();
    }

    @Test
    void aDeniedDeedIsKeptInItsClaimWithoutADoer() {
        Article article =
                HandMade.article("Tarvia denied that its aircraft had bombed the clinic in Veldin on Monday.");
        Claim claim = HandMade.claim(
                article,
                HandMade.TARVIA,
                Act.DENY,
                "its aircraft had bombed the clinic in Veldin on Monday",
                HandMade.TARVIA);
        assertThat(tag(article, claim)).singleElement().satisfies(m -> {
            assertThat(m.claim()).isEqualTo(claim.id());
            assertThat(m.perpetrators()).isEmpty();
            assertThat(m.targets()).containsExactly("clinic");
        });
        Article none = HandMade.article("The ministry said Tarvia had made no air strikes in Veldin on Monday.");
        Claim plain = HandMade.claim(
                none, HandMade.TARVIA, Act.DENY, "Tarvia had made no air strikes in Veldin on Monday", HandMade.TARVIA);
        assertThat(tag(none, plain))
                .singleElement()
                .satisfies(m -> assertThat(m.perpetrators()).isEmpty());
    }

    @Test
    void theDoerBelongsToTheMouthThatNamesIt() {
        Article article = HandMade.article(
                "A report described an attack on an aid convoy near Korsk, in which officials alleged Tarvian aircraft took part.");
        Claim claim =
                HandMade.claim(article, HandMade.OSTREY, Act.ACCUSE, "Tarvian aircraft took part", HandMade.TARVIA);
        List<IncidentMention> found = tag(article, claim);
        assertThat(found)
                .filteredOn(m -> m.claim() == null)
                .singleElement()
                .satisfies(m -> assertThat(m.perpetrators()).isEmpty());
        assertThat(found)
                .filteredOn(m -> claim.id().equals(m.claim()))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.perpetrators()).containsExactly(HandMade.TARVIA);
                    assertThat(m.targets()).contains("aid convoy");
                });
    }

    @Test
    void theAccusedIsTheDoer() {
        Article article = HandMade.article("The River Union accused Tarvia of bombing the clinic in Veldin.");
        Claim claim = HandMade.claim(
                article, HandMade.UNION, Act.ACCUSE, "Tarvia of bombing the clinic in Veldin", HandMade.TARVIA);
        assertThat(tag(article, claim)).singleElement().satisfies(m -> {
            assertThat(m.perpetrators()).containsExactly(HandMade.TARVIA);
            assertThat(m.claim()).isEqualTo(claim.id());
        });
    }

    @Test
    void aNationalityAloneMakesNoStateTheDoer() {
        Article article = HandMade.article("Tarvian rebels attacked a barracks in Korsk on Monday.");
        assertThat(tag(article))
                .singleElement()
                .satisfies(m -> assertThat(m.perpetrators()).isEmpty());
        Article backed = HandMade.article("Tarvian-backed fighters attacked a barracks in Korsk on Monday.");
        assertThat(tag(backed))
                .singleElement()
                .satisfies(m -> assertThat(m.perpetrators()).isEmpty());
    }

    @Test
    void namesWeaponAndCause() {
        Article article = HandMade.article("Jets bombed a school in Marn with barrel bombs on Monday.\n\n"
                + "A blast caused by a gas leak killed two cooks in Pellar on Tuesday.");
        List<IncidentMention> found = tag(article);
        assertThat(found.get(0).weapon()).isEqualTo("barrel bombs");
        assertThat(found.get(found.size() - 1).cause()).isEqualTo("a gas leak");
    }

    @Test
    void headlinesTellInThePresent() {
        Article article = HandMade.article("# Air strike hits clinic in Veldin\n\nNothing else is known.");
        assertThat(tag(article)).singleElement().satisfies(m -> {
            assertThat(m.type()).isEqualTo(IncidentType.AIR_STRIKE);
            assertThat(m.targets()).containsExactly("clinic");
        });
    }

    private static TimeInterval may(int day) {
        return TimeInterval.day(LocalDate.of(2031, 5, day));
    }
}
