package org.rashomon.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.dossier.ArticleAnalysis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A careful reader's list of claims, and which of a run's claims are those that it lists. */
final class WrittenClaims {
    private static final double ENOUGH = 0.5;

    private WrittenClaims() {}

    /** The articles of a folder by their files, as a pipeline reads them. */
    static Map<String, ArticleAnalysis> analyse(Path folder, ArticlePipeline pipeline) {
        Map<String, ArticleAnalysis> analyses = new LinkedHashMap<>();
        Readers.standard().read(List.of(folder), result -> {
            if (result instanceof ReadResult.Read read) {
                analyses.put(read.article().file(), pipeline.analyse(read.article()));
            }
        });
        return analyses;
    }

    /** The lines of a resource of {@code eval/}. */
    static Stream<JsonNode> lines(String name) {
        JsonMapper json = JsonMapper.shared();
        try {
            return Files.readAllLines(Path.of("src", "test", "resources", "eval", name)).stream()
                    .map(json::readTree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The run's claim for each label that has one. Each claim stands for one label at most, the likest first, and of equals the
     * one whose speaker is right: where two sources share a sentence, a claim of one of them is none of the other.
     */
    static Map<Label, Claim> match(List<Label> labels, Map<String, ArticleAnalysis> analyses) {
        List<Pair> pairs = new ArrayList<>();
        for (Label label : labels) {
            ArticleAnalysis analysis = analyses.get(label.file());
            if (analysis == null) {
                throw new IllegalArgumentException(label.file() + " was not read");
            }
            for (Claim claim : analysis.claims()) {
                double share = overlap(
                        words(label.content()), words(content(analysis.article(), claim)), label.mayBeInLonger());
                if (share >= ENOUGH) {
                    pairs.add(new Pair(label, claim, share));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.share())
                .thenComparing(pair -> !pair.label().isSpokenBy(pair.claim())));
        Map<Label, Claim> matches = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!matches.containsKey(pair.label()) && taken.add(pair.claim().id())) {
                matches.put(pair.label(), pair.claim());
            }
        }
        return matches;
    }

    /** How a run does against the list. */
    static Score score(String name, List<Label> labels, Map<String, ArticleAnalysis> analyses) {
        Map<Label, Claim> matches = match(labels, analyses);
        List<Label> missed = new ArrayList<>();
        Map<Label, Claim> wrong = new LinkedHashMap<>();
        List<String> otherSpeaker = new ArrayList<>();
        List<String> otherAct = new ArrayList<>();
        for (Label label : labels) {
            Claim claim = matches.get(label);
            if (claim == null) {
                missed.add(label);
                continue;
            }
            boolean sameSpeaker = label.isSpokenBy(claim);
            SpeakerStatus status = claim.speaker().status();
            boolean known = status == SpeakerStatus.NAMED || status == SpeakerStatus.RESOLVED;
            if (known && (!sameSpeaker || label.status() == SpeakerStatus.UNRESOLVED)) {
                wrong.put(label, claim);
            }
            if (!sameSpeaker || status != label.status()) {
                otherSpeaker.add(label + "\n      has, it says, " + status + " "
                        + claim.speaker().label());
            }
            if (!claim.act().name().equals(label.act())) {
                otherAct.add(label + "\n      is, it says, " + claim.act());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d labelled, %d found (%.1f%%), of these speaker and status %d, act %d; %d wrong speakers; %d claims in all%n",
                name,
                labels.size(),
                matches.size(),
                100.0 * matches.size() / labels.size(),
                matches.size() - otherSpeaker.size(),
                matches.size() - otherAct.size(),
                wrong.size(),
                analyses.values().stream()
                        .mapToInt(analysis -> analysis.claims().size())
                        .sum());
        if (Boolean.getBoolean("eval.verbose")) {
            System.out.println(
                    "Missed:\n  " + missed.stream().map(Label::toString).collect(Collectors.joining("\n  ")));
            System.out.println("Another speaker or status:\n  " + String.join("\n  ", otherSpeaker));
            System.out.println("Another act:\n  " + String.join("\n  ", otherAct));
        }
        return new Score((double) matches.size() / labels.size(), missed, wrong);
    }

    /** Claims that rest on words that a list of {@code eval/} forbids. */
    static List<String> forbidden(String list, Map<String, ArticleAnalysis> analyses) {
        return lines(list)
                .flatMap(line -> {
                    ArticleAnalysis analysis = analyses.get(line.get("file").asString());
                    if (analysis == null) {
                        throw new IllegalArgumentException(line + " is of no article that was read");
                    }
                    return analysis.claims().stream()
                            .map(claim -> content(analysis.article(), claim))
                            .filter(content ->
                                    content.contains(line.get("words").asString()))
                            .map(content -> line + ": " + content);
                })
                .toList();
    }

    /** What a claim says, its parts in a row. */
    static String content(Article article, Claim claim) {
        return claim.attribution().content().stream()
                .map(span -> article.text().substring(span.start(), span.end()))
                .collect(Collectors.joining(" "));
    }

    /** Runs of letters, digits and marks, in lower case, possessives cut. */
    static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT)
                        .replace('’', '\'')
                        .replace("'s ", " ")
                        .split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * F1 of the words, or 0.5 where a longer claim holds every word of the label in a row.
     *
     * @param longer whether a longer claim counts
     */
    private static double overlap(List<String> wanted, List<String> got, boolean longer) {
        Map<String, Long> counts =
                got.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        int shared = 0;
        for (String word : wanted) {
            if (counts.merge(word, -1L, Long::sum) >= 0) {
                shared++;
            }
        }
        double f1 = 2.0 * shared / (wanted.size() + got.size());
        boolean inside = (" " + String.join(" ", got) + " ").contains(" " + String.join(" ", wanted) + " ");
        return longer && inside ? Math.max(f1, ENOUGH) : f1;
    }

    private record Pair(Label label, Claim claim, double share) {}

    /**
     * @param found share of the labels that the run has
     * @param wrong claims whose speaker is told and is another, or nobody can know
     */
    record Score(double found, List<Label> missed, Map<Label, Claim> wrong) {}

    /**
     * One line of the reader's list.
     *
     * @param id what other lists call it; empty where none does
     * @param mayBeInLonger whether a longer claim that holds its words counts: not where that may be the outer speaker's, who tells
     *     what another said, nor where the words are so short that they stand everywhere
     */
    record Label(
            String id,
            String file,
            String content,
            List<String> speakers,
            SpeakerStatus status,
            String act,
            boolean mayBeInLonger) {
        private static final Set<String> LIGHT = Set.of("the", "a", "an", "of", "mr", "ms");
        private static final Map<String, String> COUNTRY_OF = Map.of(
                "kestrian", "kestria",
                "torvian", "torvia",
                "meridonian", "meridon",
                "sardelian", "sardel",
                "sardels", "sardel",
                "vostranian", "vostrania",
                "vostranias", "vostrania");

        static Label of(JsonNode line) {
            List<String> speakers = new ArrayList<>(List.of(line.get("speaker").asString()));
            line.path("speakerAlso").forEach(also -> speakers.add(also.asString()));
            return new Label(
                    line.path("id").asString(""),
                    line.get("file").asString(),
                    line.get("content").asString(),
                    speakers,
                    SpeakerStatus.valueOf(line.get("speakerStatus").asString().toUpperCase(Locale.ROOT)),
                    line.get("act").asString(),
                    !line.has("via") && !line.has("whole"));
        }

        /** Whether the claim's speaker is an accepted name, or all its words stand in one, or the other way round. */
        boolean isSpokenBy(Claim claim) {
            Set<String> got = bare(claim.speaker().label());
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
