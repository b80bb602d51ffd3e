package org.rashomon.compare.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rashomon.testing.compared.HandMadeAnalysis.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Rarity;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.IncidentType;
import org.rashomon.testing.compared.Compared;
import org.rashomon.testing.compared.HandMadeAnalysis;

class IncidentGroupsTest {
    private static final LocalDate FIRST = LocalDate.of(2031, 5, 5);

    /** Facts vouch for one deed; the same town in the same week does not. */
    @ParameterizedTest(name = "{0} {1} {2} and {3} {4} {5}: {6}")
    @CsvSource(delimiter = '|', textBlock = """
            Harn | 2031-05-05 | clinic |  Harn  | 2031-05-05 | clinic |  1
            Harn | 2031-05-05 | clinic |  Harn  | 2031-05-07 | clinic |  2
            Harn | 2031-05-05 | clinic |  Harn  | 2031-05-05 | market |  2
            Harn | 2031-05-05 | clinic |  Orsk  | 2031-05-05 | clinic |  2
            Harn |            | clinic |  Harn  |            | clinic |  2
            """)
    void factsVouch(
            String town, String day, String target, String otherTown, String otherDay, String otherTarget, int cards) {
        Compared compared =
                new Compared("", strike("a", town, day, target), strike("b", otherTown, otherDay, otherTarget));
        assertThat(compared.incidents.all()).hasSize(cards);
    }

    /** Of what is seldom done the day vouches, where nothing speaks against it; of what is done daily it does not. */
    @ParameterizedTest(name = "{0} on {1}, told again on {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            CHEMICAL_ATTACK | 2031-05-05 | 2031-05-05 | true
            SUICIDE_BOMBING | 2031-05-05 | 2031-05-05 | true
            CHEMICAL_ATTACK | 2031-05-05 | 2031-05-08 | false
            SHELLING        | 2031-05-05 | 2031-05-05 | false
            AIR_STRIKE      | 2031-05-05 | 2031-05-05 | false
            """)
    void theDayOfARareDeedVouches(IncidentType type, String day, String otherDay, boolean vouches) {
        Compared compared = new Compared(
                "",
                gassed("a", "Harn", day, type),
                new HandMadeAnalysis("d", "A clerk wrote in his ledger at dusk that gas was used.")
                        .day("2031-05-12")
                        .incident(type, "gas was used", d -> d.on(otherDay)));
        MentionProfiles profiles = new MentionProfiles(
                compared.corpus,
                compared.storyOf,
                Containment.of(compared.corpus, compared.storyOf, Containment.Told.by(compared.corpus)),
                Rarity.of(compared.corpus));
        List<IncidentProfile> both = compared.corpus.analyses().stream()
                .map(analysis -> profiles.of(analysis.incidentMentions().get(0)))
                .toList();
        assertThat(both.get(0).isVouchedFor(both.get(1))).isEqualTo(vouches);
    }

    /** What is told without its day is the one such deed that the weeks before know there; of two it may be either. */
    @ParameterizedTest(name = "dated {0}, {1}, told again as {2} in {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            2031-05-01 |            | CHEMICAL_ATTACK | Harn | 1
            2031-05-01 | 2031-05-03 | CHEMICAL_ATTACK | Harn | 3
            2031-05-01 |            | CHEMICAL_ATTACK | Orsk | 2
            2031-05-01 |            | ARREST          | Harn | 2
            2031-01-01 |            | CHEMICAL_ATTACK | Harn | 2
            2031-05-30 |            | CHEMICAL_ATTACK | Harn | 2
            """)
    void recallsTheOnlyOne(String day, @Nullable String otherDay, IncidentType type, String town, int cards) {
        List<HandMadeAnalysis> articles =
                new ArrayList<>(List.of(gassed("a", "Harn", day, IncidentType.CHEMICAL_ATTACK)));
        if (otherDay != null) {
            articles.add(gassed("b", "Harn", otherDay, IncidentType.CHEMICAL_ATTACK));
        }
        articles.add(gassed("c", town, null, type));
        Compared compared = new Compared("", articles.toArray(HandMadeAnalysis[]::new));
        assertThat(compared.incidents.all()).hasSize(cards);
    }

    private static HandMadeAnalysis gassed(String id, String town, @Nullable String day, IncidentType type) {
        String words = switch (id) {
            case "a" -> "Many choked when gas was used in %s.";
            case "b" -> "Rescuers washed whoever came out after gas was used in %s at dawn.";
            default -> "Envoys spoke at length on Monday of the summer when gas was used in %s.";
        };
        return new HandMadeAnalysis(id, words.formatted(town)).day("2031-05-12").incident(type, "gas was used", d -> {
            HandMadeAnalysis.Deed deed = d.in(city(town));
            return day == null ? deed : deed.on(day);
        });
    }

    /** However many articles there are, one more is held against as many as the one before. */
    @Test
    void oneMoreArticleCostsTheSame() {
        int few = weighed(60);
        int more = weighed(90);
        int many = weighed(120);
        assertThat(more).isGreaterThan(few);
        assertThat(many - more).isLessThanOrEqualTo((more - few) * 11 / 10);
    }

    private static int weighed(int articles) {
        List<ArticleAnalysis> analyses = new ArrayList<>();
        Map<String, String> storyOf = new TreeMap<>();
        for (int i = 0; i < articles; i++) {
            ArticleAnalysis analysis = strike(
                            "a" + i, "Harn", FIRST.plusDays(3L * i).toString(), "clinic")
                    .done();
            analyses.add(analysis);
            storyOf.put(analysis.article().id(), "one");
        }
        AtomicInteger pairs = new AtomicInteger();
        new IncidentMatcher()
                .match(
                        Corpus.of(analyses, ActorRegistry.standard()),
                        storyOf,
                        (model, one, other, signals, probability) -> {
                            pairs.addAndGet(model.startsWith("article") ? 1 : 0);
                            return probability;
                        });
        return pairs.get();
    }

    private static HandMadeAnalysis strike(String id, String town, String day, String target) {
        String words = "hit a " + target;
        return new HandMadeAnalysis(id, "Jets " + words + " in " + town + ".")
                .incident(IncidentType.AIR_STRIKE, words, d -> {
                    HandMadeAnalysis.Deed deed = d.in(city(town)).hitting(target);
                    return day == null ? deed : deed.on(day);
                });
    }
}
