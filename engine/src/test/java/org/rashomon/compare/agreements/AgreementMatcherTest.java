package org.rashomon.compare.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rashomon.model.events.AgreementMention.Kind.CEASEFIRE;
import static org.rashomon.model.events.AgreementMention.Kind.DEAL;
import static org.rashomon.testing.compared.HandMadeAnalysis.KESTRIA;
import static org.rashomon.testing.compared.HandMadeAnalysis.VELDORA;
import static org.rashomon.testing.compared.HandMadeAnalysis.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rashomon.model.Actor;
import org.rashomon.model.claims.Act;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.AgreementStatement.Kind;
import org.rashomon.model.events.AgreementStatement.Response;
import org.rashomon.model.events.AgreementStatement.Status;
import org.rashomon.testing.compared.Compared;
import org.rashomon.testing.compared.HandMadeAnalysis;

class AgreementMatcherTest {
    private static final Actor ORLA = person("Orla Tenn");

    @Test
    void trucesOfTwoDatesStayApartAndAnUndatedMentionOfEitherStaysOut() {
        Compared compared = new Compared(new HandMadeAnalysis(
                        "a",
                        "The spring truce was signed on 2 May.",
                        "The autumn truce was signed on 9 September.",
                        "The truce is dead.")
                .agreement("spring truce", CEASEFIRE, "2031-05-02", null)
                .agreement("autumn truce", CEASEFIRE, "2031-09-09", null)
                .agreement("truce is", CEASEFIRE, null, null));
        assertThat(compared.agreements.all())
                .hasSize(2)
                .allSatisfy(agreement -> assertThat(agreement.mentions()).hasSize(1));
    }

    @Test
    void undatedMentionJoinsTheOnlyTruceOfItsArticle() {
        Compared compared =
                new Compared(new HandMadeAnalysis("a", "The truce was signed on 2 May.", "The ceasefire still holds.")
                        .agreement("truce", CEASEFIRE, "2031-05-02", null)
                        .agreement("ceasefire", CEASEFIRE, null, null));
        assertThat(compared.agreements.all()).hasSize(1);
        assertThat(compared.agreements.all().get(0).names()).containsExactly("ceasefire", "truce");
    }

    @Test
    void signingAndFirstDayAreOneTruceAcrossArticles() {
        Compared compared = new Compared(
                "",
                new HandMadeAnalysis("a", "Kestria signed the truce on 2 May.")
                        .names(KESTRIA, "Kestria")
                        .agreement("truce", CEASEFIRE, "2031-05-02", null),
                new HandMadeAnalysis("b", "The truce began in Kestria on 6 May.")
                        .names(KESTRIA, "Kestria")
                        .agreement("truce", CEASEFIRE, null, "2031-05-06"),
                new HandMadeAnalysis("c", "The truce began in Kestria on 6 July.")
                        .names(KESTRIA, "Kestria")
                        .agreement("truce", CEASEFIRE, null, "2031-07-06"));
        assertThat(compared.agreements.all()).hasSize(2);
    }

    @Test
    void aTruceOfTheSameDayInAnotherCountryIsAnotherTruce() {
        Compared compared = new Compared(
                "",
                new HandMadeAnalysis("a", "Kestria signed the truce on 2 May.")
                        .names(KESTRIA, "Kestria")
                        .agreement("truce", CEASEFIRE, "2031-05-02", null),
                new HandMadeAnalysis("b", "Veldora signed the truce on 2 May.")
                        .names(VELDORA, "Veldora")
                        .agreement("truce", CEASEFIRE, "2031-05-02", null));
        assertThat(compared.agreements.all()).hasSize(2);
    }

    @Test
    void aNameOfItsOwnJoinsAcrossStoriesAndABareTruceFollowsItsArticle() {
        Compared compared = new Compared(
                "",
                new HandMadeAnalysis("a", "The Pellar Ford accord was signed on 2 May.", "The deal has nine pages.")
                        .agreement("Pellar Ford accord", DEAL, "2031-05-02", null)
                        .agreement("deal", DEAL, null, null),
                new HandMadeAnalysis(
                                "b",
                                "A barge sank near the quay.",
                                "The Pellar Ford truce is dead.",
                                "The ceasefire failed.")
                        .agreement("Pellar Ford truce", CEASEFIRE, null, null)
                        .agreement("ceasefire", CEASEFIRE, null, null),
                new HandMadeAnalysis("c", "The Osk Valley truce is dead.")
                        .agreement("Osk Valley truce", CEASEFIRE, null, null),
                new HandMadeAnalysis("d", "A truce is a tender plant.").agreement("truce", CEASEFIRE, null, null));
        assertThat(compared.agreements.all())
                .extracting(agreement -> agreement.mentions().size())
                .containsExactlyInAnyOrder(4, 1, 1);
    }

    @Test
    void trucesOfTwoYearsUnderOneNameStayApart() {
        Compared compared = new Compared(new HandMadeAnalysis(
                        "a", "The Pellar truce of 2 May 2031 holds.", "The Pellar truce of 9 June 2023 did not.")
                .agreement("Pellar truce of 2 May", CEASEFIRE, "2031-05-02", null)
                .agreement("Pellar truce of 9 June", CEASEFIRE, "2023-06-09", null));
        assertThat(compared.agreements.all()).hasSize(2);
    }

    @Test
    void aDealOnAnotherMatterIsNotTheTruce() {
        Compared compared =
                new Compared(new HandMadeAnalysis("a", "The truce was signed on 2 May.", "The fishery deal was frozen.")
                        .agreement("truce", CEASEFIRE, "2031-05-02", null)
                        .agreement("fishery deal", DEAL, null, null));
        assertThat(compared.agreements.all()).hasSize(2);
    }

    @Test
    void ledgerHoldsObligationsViolationsAnswersAndStatus() {
        Compared compared = new Compared(new HandMadeAnalysis(
                        "a",
                        "Under the truce of 2 May, both sides pull back.",
                        "Tenn said Veldora broke the truce.",
                        "Veldora denied this.",
                        "Veldora said Kestria broke it first.",
                        "Kestria said the truce was over.",
                        "Veldora said the truce holds.")
                .day("2031-05-10")
                .agreement("truce of 2 May", CEASEFIRE, "2031-05-02", null, List.of("Veldora", "Kestria"))
                .says(ORLA, Act.ACCUSE, "Veldora broke the truce", VELDORA)
                .states(Kind.VIOLATION, "Veldora", null, null)
                .says(VELDORA, Act.DENY, "this", VELDORA)
                .states(Kind.RESPONSE, null, null, Response.DENIAL)
                .says(VELDORA, Act.ACCUSE, "Kestria broke it first", KESTRIA)
                .states(Kind.VIOLATION, "Kestria", null, null)
                .says(KESTRIA, Act.ASSERT, "the truce was over")
                .states(Kind.STATUS, null, Status.ENDED, null)
                .says(VELDORA, Act.ASSERT, "the truce holds")
                .states(Kind.STATUS, null, Status.IN_FORCE, null));
        assertThat(compared.agreements.all()).hasSize(1);
        Agreement agreement = compared.agreements.all().get(0);
        assertThat(agreement.obligations()).extracting(o -> o.bearer()).containsExactly("Veldora", "Kestria");
        assertThat(agreement.violationClaims())
                .extracting(v -> v.claimant() + ">" + v.alleged())
                .containsExactly("Orla Tenn>Veldora", "Veldora>Kestria");
        assertThat(agreement.responses()).extracting(r -> r.kind()).containsExactly(Response.DENIAL);
        assertThat(agreement.statusClaims())
                .extracting(s -> s.claimant() + ":" + s.status())
                .containsExactly("Kestria:ENDED", "Veldora:IN_FORCE");
        assertThat(compared.related()).contains("a:0 DENIES a:1", "a:0 COUNTER_ATTRIBUTES a:2", "a:3 CONTRADICTS a:4");
        assertThat(compared.relations.all())
                .extracting(ClaimRelation::slot)
                .containsOnly(ClaimRelation.Slot.COMMITMENT);
    }

    @Test
    void oneDealIsOneEntryAcrossStoriesByMakersAndMonth() {
        Compared compared = new Compared(
                "",
                new HandMadeAnalysis("a", "Kestria and Veldora agreed a truce on 2 May.")
                        .day("2031-05-03")
                        .agreement("truce", CEASEFIRE, "2031-05-02", null, List.of("Kestria", "Veldora")),
                new HandMadeAnalysis("b", "A barge sank. The truce of Kestria and Veldora is dead.")
                        .day("2031-05-20")
                        .agreement("truce", CEASEFIRE, null, null, List.of("Kestria", "Veldora")),
                new HandMadeAnalysis("c", "A mill burned. The truce of Osk and Marn is dead.")
                        .day("2031-05-21")
                        .agreement("truce", CEASEFIRE, null, null, List.of("Osk", "Marn")));
        assertThat(compared.agreements.all())
                .extracting(agreement -> agreement.mentions().size())
                .containsExactlyInAnyOrder(2, 1);
    }
}
