package org.rashomon.annotate.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.model.Article;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.AgreementMention.Form;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.Obligation;
import org.rashomon.model.events.Obligation.Deontic;
import org.rashomon.testing.HandMade;

class AgreementTaggerTest {
    private static final AgreementTagger AGREEMENTS = new AgreementTagger();

    private static List<AgreementMention> tag(Article article, Claim... claims) {
        return AGREEMENTS.tag(
                article,
                HandMade.sentences(article),
                HandMade.mentions(article),
                HandMade.times(article),
                List.of(claims));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # sentence | name | kind
            The truce held for a week. | truce | CEASEFIRE
            The cessation of hostilities covers the whole country. | cessation of hostilities | CEASEFIRE
            Both sides signed a ceasefire agreement in Pellar. | ceasefire agreement | CEASEFIRE
            The Pellar accord has seven pages. | Pellar accord | DEAL
            The shaky truce held for a week. | truce | CEASEFIRE
            The nuclear deal was signed. | nuclear deal | DEAL
            UN Resolution 4711 speaks of aid. | UN Resolution 4711 | RESOLUTION
            """)
    void namesAgreements(String sentence, String name, AgreementMention.Kind kind) {
        assertThat(tag(HandMade.article(sentence))).singleElement().satisfies(m -> {
            assertThat(m.name()).isEqualTo(name);
            assertThat(m.kind()).isEqualTo(kind);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Diplomats hope to reach a deal next week.",
                "The envoy called for a ceasefire.",
                "Peace talks will open in Pellar.",
                "A great deal of time was lost.",
                "There is no agreement yet.",
                "They are negotiating a truce.",
                "The ceasefire talks failed.",
                "Soldiers crossed the ceasefire line.",
                "Several truces and deals were signed that year.",
                "The council agreed on Friday. The plan was never read.",
                "It was the third attempt at a truce.",
                "The ministers deal with trade."
            })
    void whatDoesNotExistIsNoAgreement(String sentence) {
        assertThat(tag(HandMade.article(sentence))).isEmpty();
    }

    @Test
    void tellsWhenItWasMadeAndWhenItTookEffect() {
        Article article = HandMade.article(
                "The truce, which was agreed by Tarvia and Ostrey on March 4, went into effect on 9 March.");
        assertThat(tag(article)).singleElement().satisfies(m -> {
            assertThat(m.date()).isEqualTo(TimeInterval.day(LocalDate.of(2031, 3, 4)));
            assertThat(m.inForceFrom()).isEqualTo(TimeInterval.day(LocalDate.of(2031, 3, 9)));
            assertThat(m.participations())
                    .extracting(p -> p.role() + " " + p.actor())
                    .contains("PARTY Tarvia", "PARTY Ostrey");
        });
    }

    @Test
    void theDayOfTalksAboutItIsNotItsDay() {
        Article article = HandMade.article("Tarvia and Ostrey agreed on March 4 to discuss the truce.");
        assertThat(tag(article))
                .singleElement()
                .satisfies(m -> assertThat(m.date()).isNull());
    }

    @Test
    void tellsWhoHasWhichPart() {
        Article article = HandMade.article(
                "The truce between Tarvia and Ostrey, signed in Pellar, was brokered by the River Union.\n\n"
                        + "The truce does not apply to Red Banner.");
        List<AgreementMention> found = tag(article);
        assertThat(found.get(0).participations())
                .extracting(p -> p.role() + " " + p.actor())
                .containsExactlyInAnyOrder("PARTY Tarvia", "PARTY Ostrey", "MEDIATOR River Union");
        assertThat(found.get(0).form()).isEqualTo(Form.WRITTEN);
        assertThat(found.get(1).participations())
                .extracting(p -> p.role() + " " + p.actor())
                .containsExactly("EXCLUDED Red Banner");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # text | bearer | deontic | act
            Under the truce, Tarvia must stop all flights over Korsk. | Tarvia | MUST | stop all flights over Korsk
            Under the truce, Tarvia must not move troops into Korsk. | Tarvia | MUST_NOT | move troops into Korsk
            Under the accord, Ostrey will open the bridge within two days. | Ostrey | MUST | open the bridge within two days
            Under the accord, Ostrey shall free all prisoners. | Ostrey | MUST | free all prisoners
            Under the deal, Red Banner may keep its rifles. | Red Banner | MAY | keep its rifles
            A truce was signed in Pellar. Tarvia was to ground its bombers. | Tarvia | MUST | ground its bombers
            A truce was signed in Pellar. Red Banner was not to fire on Veldin. | Red Banner | MUST_NOT | fire on Veldin
            The deal obliges Ostrey to withdraw its guns from Korsk. | Ostrey | MUST | withdraw its guns from Korsk
            The accord requires Tarvia to pay for the damage. | Tarvia | MUST | pay for the damage
            The accord bars Tarvia from flying over Veldin. | Tarvia | MUST_NOT | flying over Veldin
            The truce allows Ostrey to shoot back. | Ostrey | MAY | shoot back
            Under the truce, Tarvia is required to share its maps. | Tarvia | MUST | share its maps
            Under the truce, Ostrey is allowed to patrol the river. | Ostrey | MAY | patrol the river
            Under the deal, Tarvia agreed to release the crew. | Tarvia | MUST | release the crew
            In the accord, Ostrey undertook to clear the mines. | Ostrey | MUST | clear the mines
            In the accord, Red Banner pledged not to attack convoys. | Red Banner | MUST_NOT | attack convoys
            If Tarvia breaks the truce, Ostrey may leave it. | Ostrey | IF | leave it
            The envoy pressed Tarvia to fulfil its commitments under the truce, including to stop attacking civilians. | Tarvia | MUST | stop attacking civilians
            Under the truce, the army must leave the valley until June. | army | MUST | leave the valley until June
            Under the truce, both sides must let aid pass. | both sides | MUST | let aid pass
            # forms of the press
            The deal calls for Ostrey to open its depots. | Ostrey | MUST | open its depots
            Tarvia brokered an agreement for Ostrey to give up its mines. | Ostrey | MUST | give up its mines
            A deal was announced that would see Ostrey stop its raids. | Ostrey | MUST | stop its raids
            Under the terms of the pact, Ostrey was supposed to leave the road. | Ostrey | MUST | leave the road
            Under the deal, Tarvia would pull back from Korsk. | Tarvia | MUST | pull back from Korsk
            If the deal is carried out, Tarvia would open the bridge. | Tarvia | MUST | open the bridge
            Under the deal, Ostrey has until Friday to hand over its guns. | Ostrey | MUST | hand over its guns
            The rebels who hold the town agreed to leave Korsk under the deal. | rebels | MUST | leave Korsk under the deal
            The deal was signed in Pellar. Its main point was Ostrey's commitment to clear the mines. | Ostrey | MUST | clear the mines
            Ostrey agreed in March 4, under a deal with Tarvia, to free the crew. | Ostrey | MUST | free the crew
            A truce that began on March 4 and obliges Ostrey to stop its raids was signed. | Ostrey | MUST | stop its raids
            # nobody is named
            The deal to evacuate Korsk was signed in Pellar. | not named | MUST | evacuate Korsk
            A deal with Red Banner to free the crew was signed. | not named | MUST | free the crew
            The deal demands a full list of mines within ten days. | not named | MUST | a full list of mines within ten days
            The treaty bans the use of gas. | not named | MUST_NOT | the use of gas
            Under the deal, all mines are to be blown up by Friday. | not named | MUST | all mines are to be blown up by Friday
            Under the deal, the mines will be blown up by Tarvia. | Tarvia | MUST | the mines will be blown up by Tarvia
            More than thirty families are set for evacuation under the deal. | not named | MUST | More than thirty families are set for evacuation under the deal
            A deal was reached that will see fighters moved to Korsk. | not named | MUST | fighters moved to Korsk
            """)
    void readsObligations(String text, String bearer, Deontic deontic, String act) {
        Article article = HandMade.article(text);
        List<Obligation> found =
                tag(article).stream().flatMap(m -> m.obligations().stream()).toList();
        assertThat(found).as(text).singleElement().satisfies(o -> {
            assertThat(o.bearer()).isEqualTo(bearer);
            assertThat(o.deontic()).isEqualTo(deontic);
            assertThat(o.act()).isEqualTo(act);
            assertThat(o.span().in(text)).endsWith(act);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The minister must resign, said the paper.",
                "Tarvia must answer for this.",
                "The aim of the truce was to save lives.",
                "The truce will fail.",
                "The parties agreed to sign the deal.",
                "The ministers agreed on a truce. Tarvia agreed to meet Ostrey on Friday.",
                "The deal was signed. A convoy was to be sent to Korsk on Friday.",
                "The deal was signed. Tarvia pledged to rebuild its schools.",
                "The deal was signed. Tarvia is committed to peace.",
                "The deal was signed. Tarvia has not agreed to open the bridge.",
                "The deal was signed. Unless Tarvia agreed to open the bridge, it would fail.",
                "Tarvia used the deal to move its guns.",
                "A final deal would require Ostrey to open its depots.",
                "The promise of a deal to free the crew raised hopes.",
                "The deal includes parts of Korsk.",
                "The deal calls for patience.",
                "The deal does not require Ostrey to leave.",
                "The truce was signed. Red Banner will never forgive this.",
                "The deal was signed. Ostrey may build another bomb now.",
                "If the deal fails, Ostrey would arm itself.",
                "Under the deal, the truce will be extended.",
                "Under the deal, Tarvia will be rich.",
                "Tarvia has committed to protecting Korsk. Nobody believes it."
            })
    void demandsAndGuessesAreNoObligations(String text) {
        assertThat(tag(HandMade.article(text)).stream().flatMap(m -> m.obligations().stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # text | each bearer with what it owes
            Later Tarvia and Ostrey agreed to destroy their mines. | Tarvia: destroy their mines; Ostrey: destroy their mines
            Under the pact, Ostrey and the rebels were both supposed to pull back. | Ostrey: pull back; rebels: pull back
            Under the pact, the troops who hold the road and the rebels who want it were supposed to pull back. | troops: pull back; rebels: pull back
            The deal would see Tarvia stop its raids and the rebels leave Korsk. | Tarvia: stop its raids; rebels: leave Korsk
            Under the deal, Tarvia agreed to halt its raids and let aid pass. | Tarvia: halt its raids; Tarvia: let aid pass
            Tarvia has committed to protecting Korsk and ensuring aid. This commitment holds. | Tarvia: protecting Korsk; Tarvia: ensuring aid
            Tarvia and Ostrey agreed on Friday on a plan. The plan demands a full list of mines. Ostrey must open its depots. | not named: a full list of mines; Ostrey: open its depots
            """)
    void eachBearerOwes(String text, String owed) {
        assertThat(tag(HandMade.article(text)).stream()
                        .flatMap(m -> m.obligations().stream())
                        .map(o -> o.bearer() + ": " + o.act()))
                .as(text)
                .containsExactly(owed.split("; "));
    }

    @Test
    void oneBearerManyDeeds() {
        Article article = HandMade.article(
                "Under the accord, Tarvia must halt its raids in Korsk and must open the bridge within 48 hours. "
                        + "It must not arm the rebels.");
        List<Obligation> found = tag(article).get(0).obligations();
        assertThat(found).extracting(Obligation::bearer).containsOnly("Tarvia").hasSize(3);
        assertThat(found.get(0).area()).isEqualTo("Korsk");
        assertThat(found.get(1).until()).isEqualTo("within 48 hours");
        assertThat(found.get(2).deontic()).isEqualTo(Deontic.MUST_NOT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # what Ostrey says | act | kind | alleged, status or response
            Tarvia has violated the truce | ACCUSE | VIOLATION | Tarvia
            Tarvia broke the truce on its first day | ACCUSE | VIOLATION | Tarvia
            Tarvia had failed to live up to its commitments under the truce | ACCUSE | VIOLATION | Tarvia
            Tarvia failed to deliver on its side of the bargain | ACCUSE | VIOLATION | Tarvia
            Tarvia has not honoured the truce | ACCUSE | VIOLATION | Tarvia
            Tarvia never respected the truce | ACCUSE | VIOLATION | Tarvia
            the truce was violated eleven times | ASSERT | VIOLATION | -
            the truce was broken by Red Banner | ACCUSE | VIOLATION | Red Banner
            Tarvia and Red Banner have breached the truce | ACCUSE | VIOLATION | Tarvia
            Tarvia had honoured none of the terms of the truce | ACCUSE | VIOLATION | Tarvia
            Tarvia used the truce to rearm its men | ACCUSE | VIOLATION | Tarvia
            Tarvia had failed to do its duty under the truce | ACCUSE | VIOLATION | Tarvia
            there were eleven violations of the truce | ASSERT | VIOLATION | -
            the truce is not being respected | ASSERT | VIOLATION | -
            a smaller number of rebels had left than was agreed | ACCUSE | VIOLATION | rebels
            the truce is holding | ASSERT | STATUS | IN_FORCE
            the truce remains in force | ASSERT | STATUS | IN_FORCE
            the truce has collapsed | ASSERT | STATUS | COLLAPSED
            the truce is dead | ASSERT | STATUS | COLLAPSED
            the truce is over | ASSERT | STATUS | ENDED
            it was suspending the truce | ANNOUNCE | STATUS | SUSPENDED
            the truce has been suspended | ANNOUNCE | STATUS | SUSPENDED
            the truce has been extended by a week | ANNOUNCE | STATUS | EXTENDED
            it is no longer bound by the truce | ANNOUNCE | STATUS | ENDED
            it had not violated the truce | DENY | RESPONSE | DENIAL
            the flights were directed against bandits and therefore did not violate the truce | ASSERT | RESPONSE | JUSTIFICATION
            it broke the truce by mistake | ADMIT | RESPONSE | ADMISSION
            """)
    void readsStatements(String content, Act act, AgreementStatement.Kind kind, @Nullable String value) {
        Article article =
                HandMade.article("Tarvia and Ostrey signed the truce in Pellar.\n\nOstrey said " + content + ".");
        Claim claim = HandMade.claim(article, HandMade.OSTREY, act, content);
        List<AgreementStatement> found = statements(article, claim);
        assertThat(found).as(content).isNotEmpty();
        AgreementStatement first = found.get(0);
        assertThat(first.kind()).isEqualTo(kind);
        Object told = switch (kind) {
            case VIOLATION -> first.alleged();
            case STATUS -> String.valueOf(first.status());
            case RESPONSE -> String.valueOf(first.response());
        };
        assertThat(told).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what Ostrey says | act
            Tarvia might violate the truce | ASSERT
            it would leave the truce if Tarvia broke it | THREATEN
            Tarvia must respect the truce | DEMAND
            Tarvia used the truce to bury its dead | ACCUSE
            Tarvia never intended to keep the truce | ACCUSE
            the truce is not popular | ASSERT
            there were eleven violations of the sea border | ASSERT
            the truce let the convoy leave intact | ASSERT
            more rebels had left than last week | ASSERT
            it is suspending talks with Tarvia | ANNOUNCE
            the weather has been bad | ASSERT
            """)
    void otherClaimsSayNothingOfKeeping(String content, Act act) {
        Article article =
                HandMade.article("Tarvia and Ostrey signed the truce in Pellar.\n\nOstrey said " + content + ".");
        assertThat(statements(article, HandMade.claim(article, HandMade.OSTREY, act, content)))
                .isEmpty();
    }

    @Test
    void theOutletsOwnVoiceIsNoClaim() {
        assertThat(statements(HandMade.article("The truce collapsed. Tarvia violated the truce.")))
                .isEmpty();
    }

    @Test
    void anAccusedWhoAccusesAnswers() {
        Article article =
                HandMade.article("Ostrey said Tarvia has violated the truce. Tarvia said Ostrey broke the truce.");
        List<AgreementStatement> found = statements(
                article,
                HandMade.claim(article, HandMade.OSTREY, Act.ACCUSE, "Tarvia has violated the truce", HandMade.TARVIA),
                HandMade.claim(article, HandMade.TARVIA, Act.ACCUSE, "Ostrey broke the truce", HandMade.OSTREY));
        assertThat(found)
                .extracting(AgreementStatement::response)
                .contains(AgreementStatement.Response.COUNTER_ACCUSATION);
    }

    private static List<AgreementStatement> statements(Article article, Claim... claims) {
        return AGREEMENTS.statements(
                article,
                HandMade.sentences(article),
                HandMade.mentions(article),
                List.of(claims),
                tag(article, claims));
    }
}
