package org.rashomon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.dossier.ArticleAnalysis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores the claims of {@code examples/} against what a careful reader finds, as written by hand in {@code
 * eval/examples.jsonl}. What it misses may shrink; a wrong speaker may not exist.
 */
class ExamplesEvalTest {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final double FOUND_FLOOR = 0.60;

    private static final Map<String, Map<String, ArticleAnalysis>> ANALYSES = new LinkedHashMap<>();

    @BeforeAll
    static void analyse() {
        for (ArticlePipeline pipeline :
                List.of(ArticlePipeline.rules(), ArticlePipeline.learned().orElseThrow())) {
            try (pipeline) {
                Map<String, ArticleAnalysis> analyses = new LinkedHashMap<>();
                Readers.standard().read(List.of(EXAMPLES), result -> {
                    if (result instanceof ReadResult.Read read) {
                        analyses.put(read.article().file(), pipeline.analyse(read.article()));
                    }
                });
                ANALYSES.put(pipeline.reader(), analyses);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules", "learned"})
    void findsClaimsAndPutsNoneIntoTheWrongMouth(String reader) {
        List<Label> labels = resource("/eval/examples.jsonl").map(Label::of).toList();
        int found = 0;
        int speakerRight = 0;
        int statusRight = 0;
        int actRight = 0;
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String> otherSpeaker = new ArrayList<>();
        List<String> otherAct = new ArrayList<>();
        for (Label label : labels) {
            Optional<Match> match = best(reader, label);
            if (match.isEmpty()) {
                missed.add(label.toString());
                continue;
            }
            found++;
            Claim claim = match.get().claim();
            boolean sameSpeaker = label.isSpokenBy(claim.speaker().label());
            boolean known = claim.speaker().status() == SpeakerStatus.NAMED
                    || claim.speaker().status() == SpeakerStatus.RESOLVED;
            if (known && (!sameSpeaker || label.status() == SpeakerStatus.UNRESOLVED)) {
                wrong.add(label + "\n      spoken, it says, by " + claim.speaker());
            }
            speakerRight += sameSpeaker ? 1 : 0;
            statusRight += claim.speaker().status() == label.status() ? 1 : 0;
            actRight += claim.act().name().equals(label.act()) ? 1 : 0;
            if (!sameSpeaker || claim.speaker().status() != label.status()) {
                otherSpeaker.add(label + "\n      has, it says, "
                        + claim.speaker().status() + " " + claim.speaker().label());
            }
            if (!claim.act().name().equals(label.act())) {
                otherAct.add(label + "\n      is, it says, " + claim.act());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Examples, %s: %d labelled, %d found (%.1f%%), of these speaker %d, status %d, act %d; %d wrong speakers%n",
                reader,
                labels.size(),
                found,
                100.0 * found / labels.size(),
                speakerRight,
                statusRight,
                actRight,
                wrong.size());
        if (Boolean.getBoolean("eval.verbose")) {
            System.out.println("Missed:\n  " + String.join("\n  ", missed));
            System.out.println("Another speaker or status:\n  " + String.join("\n  ", otherSpeaker));
            System.out.println("Another act:\n  " + String.join("\n  ", otherAct));
        }
        assertThat(wrong).as("claims put into a wrong mouth").isEmpty();
        assertThat((double) found / labels.size())
                .as("share of labelled claims found; missed:%n  %s", String.join("\n  ", missed))
                .isGreaterThanOrEqualTo(FOUND_FLOOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules", "learned"})
    void restsNothingOnFurnitureOrSilence(String reader) {
        List<String> broken = resource("/eval/forbidden.jsonl")
                .flatMap(line -> analysis(reader, line.get("file").asString()).claims().stream()
                        .filter(claim ->
                                content(claim).contains(line.get("words").asString()))
                        .map(claim -> line + ": " + content(claim)))
                .toList();
        assertThat(broken).isEmpty();
    }

    /** The claim of the label's article that shares most words with it, when it shares enough. */
    private static Optional<Match> best(String reader, Label label) {
        Match best = null;
        for (Claim claim : analysis(reader, label.file()).claims()) {
            double share = overlap(words(label.content()), words(content(claim)), !label.nested());
            if (share >= 0.5 && (best == null || share > best.share())) {
                best = new Match(claim, share);
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * F1 of the words, or 0.5 where a longer claim holds every word of the label in a row.
     *
     * @param longer whether a longer claim counts: not where it may be the outer speaker's, who tells what another said
     */
    private static double overlap(List<String> wanted, List<String> got, boolean longer) {
        Map<String, Long> counts = got.stream().collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        int shared = 0;
        for (String word : wanted) {
            if (counts.merge(word, -1L, Long::sum) >= 0) {
                shared++;
            }
        }
        double f1 = 2.0 * shared / (wanted.size() + got.size());
        boolean inside = (" " + String.join(" ", got) + " ").contains(" " + String.join(" ", wanted) + " ");
        return longer && inside ? Math.max(f1, 0.5) : f1;
    }

    private static ArticleAnalysis analysis(String reader, String file) {
        ArticleAnalysis analysis = ANALYSES.getOrDefault(reader, Map.of()).get(file);
        assertThat(analysis).as("%s by %s", file, reader).isNotNull();
        return analysis;
    }

    private static String content(Claim claim) {
        Article article = ANALYSES.values().stream()
                .flatMap(analyses -> analyses.values().stream())
                .map(ArticleAnalysis::article)
                .filter(each -> each.id().equals(claim.article()))
                .findFirst()
                .orElseThrow();
        return claim.attribution().content().stream()
                .map(span -> slice(article, span))
                .collect(Collectors.joining(" "));
    }

    private static String slice(Article article, Span span) {
        return article.text().substring(span.start(), span.end());
    }

    /** Runs of letters, digits and marks, in lower case, possessives cut. */
    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT)
                        .replace('’', '\'')
                        .replace("'s ", " ")
                        .split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Stream<JsonNode> resource(String name) {
        JsonMapper json = JsonMapper.shared();
        try {
            Path path = Path.of("src", "test", "resources", name.substring(1));
            return Files.readAllLines(path).stream().map(json::readTree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Match(Claim claim, double share) {}

    /** One line of the reader's list. */
    private record Label(
            String file, String content, List<String> speakers, SpeakerStatus status, String act, boolean nested) {
        private static final Set<String> LIGHT = Set.of("the", "a", "an", "of", "mr", "ms");
        private static final Map<String, String> COUNTRY_OF =
                Map.of("kestrian", "kestria", "torvian", "torvia", "meridonian", "meridon");

        static Label of(JsonNode line) {
            List<String> speakers = new ArrayList<>(List.of(line.get("speaker").asString()));
            line.path("speakerAlso").forEach(also -> speakers.add(also.asString()));
            return new Label(
                    line.get("file").asString(),
                    line.get("content").asString(),
                    speakers,
                    SpeakerStatus.valueOf(line.get("speakerStatus").asString().toUpperCase(Locale.ROOT)),
                    line.get("act").asString(),
                    line.has("via"));
        }

        /** Whether {@code label} is one of the accepted names, or all its words stand in one, or the other way round. */
        boolean isSpokenBy(String label) {
            Set<String> got = bare(label);
            return speakers.stream()
                    .map(Label::bare)
                    .anyMatch(name -> !got.isEmpty() && (name.containsAll(got) || got.containsAll(name)));
        }

        private static Set<String> bare(String name) {
            return words(name).stream()
                    .filter(word -> !LIGHT.contains(word))
                    .map(word -> COUNTRY_OF.getOrDefault(word, word))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public String toString() {
            return file + ": " + String.join(" / ", speakers) + " (" + status + ", " + act + "): " + content;
        }
    }
}
