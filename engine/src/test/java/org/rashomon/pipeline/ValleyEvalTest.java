package org.rashomon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.Obligation;
import org.rashomon.pipeline.WrittenClaims.Label;
import tools.jackson.databind.JsonNode;

/**
 * Scores {@code examples-valley/} against what a careful reader finds: claims in {@code eval/valley.jsonl}; incidents, doers,
 * relations, duties, breaches and figures in {@code eval/valley-accounts.jsonl}. Nothing was mended on this corpus, so the floors are
 * what the program reached when it was written: they say how much may not be lost, not how much is enough.
 */
class ValleyEvalTest {
    private static final Path VALLEY = Path.of("..", "examples-valley");
    private static final List<Label> LABELS =
            WrittenClaims.lines("valley.jsonl").map(Label::of).toList();
    private static final List<JsonNode> TRUTH =
            WrittenClaims.lines("valley-accounts.jsonl").toList();
    /** Labels whose words the program gives to another: no others may come. */
    private static final Set<String> KNOWN_WRONG = Set.of("mw3-3", "nh-7");

    private static final Map<String, Map<String, ArticleAnalysis>> ANALYSES = new LinkedHashMap<>();
    private static final Map<String, Claim> CLAIMS = new HashMap<>();
    private static Comparison comparison = ComparisonPipeline.compare(List.of());

    @BeforeAll
    static void analyse() {
        for (ArticlePipeline pipeline :
                List.of(ArticlePipeline.rules(), ArticlePipeline.learned().orElseThrow())) {
            try (pipeline) {
                ANALYSES.put(pipeline.reader(), WrittenClaims.analyse(VALLEY, pipeline));
            }
        }
        comparison = ComparisonPipeline.compare(List.copyOf(analyses("learned").values()));
        WrittenClaims.match(LABELS, byFile()).forEach((label, claim) -> CLAIMS.put(label.id(), claim));
    }

    @ParameterizedTest
    @CsvSource({"rules, 0.85", "learned, 0.90"})
    void findsClaimsAndPutsNoMoreIntoWrongMouths(String reader, double floor) {
        WrittenClaims.Score score = WrittenClaims.score("Valley, " + reader, LABELS, analyses(reader));
        assertThat(score.wrong().keySet())
                .as("claims put into a wrong mouth")
                .extracting(Label::id)
                .isSubsetOf(KNOWN_WRONG);
        assertThat(score.found())
                .as("share of labelled claims found; missed: %s", score.missed())
                .isGreaterThanOrEqualTo(floor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules", "learned"})
    void restsNothingOnFurnitureOrSilence(String reader) {
        assertThat(WrittenClaims.forbidden("valley-forbidden.jsonl", analyses(reader)))
                .isEmpty();
    }

    @Test
    void tiesClaimsToIncidents() {
        Map<String, String> about = new TreeMap<>();
        Set<String> incidents = truth("incident").map(line -> text(line, "id")).collect(Collectors.toSet());
        WrittenClaims.lines("valley.jsonl")
                .filter(line -> incidents.contains(line.path("about").asString("")))
                .filter(line -> CLAIMS.containsKey(text(line, "id")))
                .forEach(line -> about.put(text(line, "id"), text(line, "about")));
        int pairs = 0;
        int joined = 0;
        int right = 0;
        for (String one : about.keySet()) {
            for (String other : about.keySet()) {
                if (one.compareTo(other) < 0) {
                    String incident = incidentOf(one);
                    boolean same = about.get(one).equals(about.get(other));
                    boolean together = incident != null && incident.equals(incidentOf(other));
                    pairs += same ? 1 : 0;
                    joined += together ? 1 : 0;
                    right += same && together ? 1 : 0;
                }
            }
        }
        long tied = about.keySet().stream().filter(id -> incidentOf(id) != null).count();
        System.out.printf(
                Locale.ROOT,
                "Valley, incidents: %d of %d claims tied; claim pairs: precision %.2f, recall %.2f%n",
                tied,
                about.size(),
                (double) right / joined,
                (double) right / pairs);
        assertThat((double) tied / about.size()).as("share tied").isGreaterThanOrEqualTo(0.45);
        assertThat((double) right / joined).as("precision of pairs").isGreaterThanOrEqualTo(0.83);
        assertThat((double) right / pairs).as("recall of pairs").isGreaterThanOrEqualTo(0.12);
    }

    @Test
    void namesDoers() {
        List<JsonNode> doers = truth("doer").toList();
        Set<JsonNode> found = new LinkedHashSet<>();
        List<String> wrong = new ArrayList<>();
        Map<String, String> files = files();
        for (Incident incident : comparison.incidents()) {
            for (Incident.Account account : incident.accounts()) {
                if (account.perpetrator() == null) {
                    continue;
                }
                String side = side(account.perpetrator().name());
                List<JsonNode> given = doers.stream()
                        .filter(line -> text(line, "file").equals(files.get(account.article())))
                        .filter(line -> shareWords(text(line, "by"), account.by()))
                        .filter(line -> text(line, "doer").equals(side))
                        .toList();
                found.addAll(given);
                if (given.isEmpty()) {
                    wrong.add(incident.label() + ": " + account.by() + " in " + files.get(account.article())
                            + " blames " + account.perpetrator().name());
                }
            }
        }
        report("doers", found, doers, "wrong " + wrong);
        assertThat(found).hasSizeGreaterThanOrEqualTo(2);
        assertThat(wrong).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void relatesClaims() {
        List<JsonNode> wanted = truth("relation").toList();
        List<JsonNode> found = wanted.stream()
                .filter(line -> kinds(line).contains(ClaimRelation.Kind.valueOf(text(line, "relation"))))
                .toList();
        report("relations", found, wanted, "");
        assertThat(found).hasSizeGreaterThanOrEqualTo(4);
    }

    /** Pairs that look like rivals and are none. */
    @Test
    void keepsApartWhatDoesNotMeet() {
        assertThat(truth("apart")
                        .filter(line -> kinds(line).stream()
                                .anyMatch(kind -> kind != ClaimRelation.Kind.UNDETERMINED
                                        && kind != ClaimRelation.Kind.FIGURE_COMPATIBLE)))
                .isEmpty();
    }

    @Test
    void readsTheUnderstanding() {
        List<Obligation> made = comparison.agreements().stream()
                .flatMap(agreement -> agreement.obligations().stream())
                .toList();
        Map<String, String> files = files();
        List<JsonNode> duties = truth("duty").toList();
        List<JsonNode> foundDuties = duties.stream()
                .filter(line -> made.stream()
                        .anyMatch(duty -> text(line, "file").equals(files.get(duty.article()))
                                && duty.act().contains(text(line, "words"))
                                && duty.deontic()
                                        .name()
                                        .equals(text(line, "deontic").replace(' ', '_'))
                                && (shareWords(duty.bearer(), text(line, "bearer"))
                                        || side(duty.bearer()).equals(side(text(line, "bearer"))))))
                .toList();
        report("duties", foundDuties, duties, made.size() + " made");
        Map<String, String> alleged = new HashMap<>();
        comparison.agreements().stream()
                .flatMap(agreement -> agreement.violationClaims().stream())
                .forEach(breach -> alleged.put(breach.claim(), breach.alleged() == null ? "" : side(breach.alleged())));
        List<JsonNode> breaches = truth("breach").toList();
        List<JsonNode> foundBreaches = breaches.stream()
                .filter(line -> {
                    Claim claim = CLAIMS.get(text(line, "claim"));
                    return claim != null && text(line, "alleged").equals(alleged.get(claim.id()));
                })
                .toList();
        report("breaches", foundBreaches, breaches, alleged.size() + " made");
        System.out.println("Valley, agreements: "
                + comparison.agreements().stream().map(Agreement::names).toList());
        assertThat(foundDuties).hasSizeGreaterThanOrEqualTo(2);
        assertThat(foundBreaches).hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void countsTheDead() {
        List<JsonNode> wanted = truth("figure").toList();
        List<Figure> made = analyses("learned").values().stream()
                .flatMap(analysis -> analysis.figures().stream())
                .toList();
        Map<String, String> files = files();
        List<JsonNode> found = wanted.stream()
                .filter(line -> made.stream()
                        .anyMatch(figure -> text(line, "file").equals(files.get(figure.article()))
                                && figure.unit().name().toLowerCase(Locale.ROOT).equals(text(line, "unit"))
                                && isNumber(figure.low(), line.get("low"))
                                && isNumber(figure.high(), line.get("high"))))
                .toList();
        report("figures", found, wanted, made.size() + " made");
        assertThat(found).hasSizeGreaterThanOrEqualTo(20);
    }

    private static Stream<JsonNode> truth(String kind) {
        return TRUTH.stream().filter(line -> text(line, "kind").equals(kind));
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asString("");
    }

    private static boolean isNumber(@Nullable Long number, JsonNode wanted) {
        return wanted.isNull() ? number == null : number != null && number == wanted.asLong();
    }

    /** The side that one of a name's words belongs to, else the name. */
    private static String side(String name) {
        return truth("side")
                .filter(line -> line.path("words")
                        .valueStream()
                        .anyMatch(word -> WrittenClaims.words(name).contains(word.asString())))
                .map(line -> text(line, "id"))
                .findFirst()
                .orElse(name);
    }

    private static boolean shareWords(String one, String other) {
        Set<String> words = new HashSet<>(WrittenClaims.words(one));
        words.remove("the");
        return WrittenClaims.words(other).stream().anyMatch(words::contains);
    }

    /** How the program relates two labelled claims, either way round. */
    private static Set<ClaimRelation.Kind> kinds(JsonNode line) {
        Claim a = CLAIMS.get(text(line, "a"));
        Claim b = CLAIMS.get(text(line, "b"));
        if (a == null || b == null) {
            return Set.of();
        }
        return comparison.relations().stream()
                .filter(relation -> Set.of(relation.a(), relation.b()).equals(Set.of(a.id(), b.id())))
                .map(ClaimRelation::kind)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable String incidentOf(String label) {
        Claim claim = CLAIMS.get(label);
        return claim == null ? null : comparison.incidentOf().get(claim.id());
    }

    private static Map<String, String> files() {
        return analyses("learned").values().stream()
                .map(ArticleAnalysis::article)
                .collect(Collectors.toMap(article -> article.id(), article -> article.file()));
    }

    /** The articles as comparison has them, with their actors joined. */
    private static Map<String, ArticleAnalysis> byFile() {
        return comparison.analyses().stream()
                .collect(Collectors.toMap(analysis -> analysis.article().file(), analysis -> analysis));
    }

    private static Map<String, ArticleAnalysis> analyses(String reader) {
        return ANALYSES.getOrDefault(reader, Map.of());
    }

    private static void report(String what, Collection<JsonNode> found, Collection<JsonNode> wanted, String more) {
        System.out.printf(Locale.ROOT, "Valley, %s: %d of %d; %s%n", what, found.size(), wanted.size(), more);
        if (Boolean.getBoolean("eval.verbose")) {
            wanted.stream()
                    .filter(line -> !found.contains(line))
                    .forEach(line -> System.out.println("  missed " + line));
        }
    }
}
