package org.rashomon.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Stance;
import org.rashomon.nlp.Encoder.Outputs;
import org.rashomon.nlp.onnx.ModelException;
import org.rashomon.text.CodePoints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * This reader against the one that trains the weights: the same windows, the same numbers, the same spans. The fixture is a tiny
 * reader with random weights ({@code training/fixture.py}); what it says means nothing.
 */
class ReaderParityTest {
    private static final double LOGITS = 1e-3;
    /**
     * Eight-bit activations: where the last bit of a sum, which no two processors need to share, tips one over to the next step, a word's
     * numbers move by so much at most. On one kind it was one word in three thousand.
     */
    private static final double TIPPED = 0.05;
    /** Share of numbers that may be tipped over. */
    private static final double RARE = 0.005;

    private static Reader reader;
    private static final List<JsonNode> TEXTS = new ArrayList<>();

    @BeforeAll
    static void load() throws IOException {
        reader = Reader.of(Weights.read("/reader/", ReaderParityTest::resource));
        JsonMapper mapper = new JsonMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(resource("parity.jsonl.gz")), StandardCharsets.UTF_8))) {
            lines.lines().map(mapper::readTree).forEach(TEXTS::add);
        }
    }

    private static InputStream resource(String name) {
        return java.util.Objects.requireNonNull(ReaderParityTest.class.getResourceAsStream("/reader/" + name), name);
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    static List<Span> lines(String text) {
        List<Span> lines = new ArrayList<>();
        int at = 0;
        for (String line : text.split("\n", -1)) {
            String trimmed = line.strip();
            if (!trimmed.isEmpty()) {
                int start = at + line.indexOf(trimmed);
                lines.add(new Span(start, start + trimmed.length()));
            }
            at += line.length() + 1;
        }
        return lines;
    }

    private static List<Long> numbers(JsonNode array) {
        List<Long> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.asLong()));
        return numbers;
    }

    @Test
    void fiftyParagraphsAreThere() {
        int paragraphs = TEXTS.stream()
                .mapToInt(text -> lines(text.get("text").asString()).size())
                .sum();
        assertThat(paragraphs).isGreaterThanOrEqualTo(50);
    }

    @Test
    void windowsAreTheSame() {
        for (JsonNode text : TEXTS) {
            String words = text.get("text").asString();
            CodePoints points = new CodePoints(words);
            List<Window> windows = reader.windows(words, lines(words));
            assertThat(windows).hasSize(text.get("windows").size());
            for (int i = 0; i < windows.size(); i++) {
                Window window = windows.get(i);
                JsonNode wanted = text.get("windows").get(i);
                assertThat(window.ids()).containsExactly(longs(wanted.get("ids")));
                assertThat(window.shapes()).containsExactly(longs(wanted.get("shapes")));
                assertThat(window.first()).containsExactly(ints(wanted.get("first")));
                assertThat(window.owned()).isEqualTo(wanted.get("owned").asInt());
                assertThat(java.util.Arrays.stream(window.starts())
                                .map(points::fromUnit)
                                .toArray())
                        .containsExactly(ints(wanted.get("starts")));
                assertThat(java.util.Arrays.stream(window.ends())
                                .map(points::fromUnit)
                                .toArray())
                        .containsExactly(ints(wanted.get("ends")));
            }
        }
    }

    private static long[] longs(JsonNode array) {
        return numbers(array).stream().mapToLong(Long::longValue).toArray();
    }

    private static int[] ints(JsonNode array) {
        return numbers(array).stream().mapToInt(Long::intValue).toArray();
    }

    @Test
    void outputsAreTheSame() {
        Closeness numbers = new Closeness();
        for (JsonNode text : TEXTS) {
            String words = text.get("text").asString();
            List<Window> windows = reader.windows(words, lines(words));
            for (int i = 0; i < windows.size(); i++) {
                Window window = windows.get(i);
                Outputs outputs = reader.outputs(window);
                JsonNode logits = text.get("windows").get(i).get("logits");
                Map<String, float[][]> heads = Map.of(
                        "attribution", outputs.attribution(),
                        "links", outputs.links(),
                        "entities", outputs.entities(),
                        "states", outputs.states(),
                        "metonymy", outputs.metonymy(),
                        "mentions", outputs.mentions());
                heads.forEach((head, values) -> {
                    for (int word = 0; word < window.first().length; word++) {
                        JsonNode wanted = logits.get(head).get(word);
                        float[] found = values[window.first()[word]];
                        assertThat(found).hasSize(wanted.size());
                        for (int channel = 0; channel < found.length; channel++) {
                            numbers.add(found[channel], wanted.get(channel).asDouble());
                        }
                    }
                });
            }
        }
        numbers.check();
    }

    @Test
    void decodedSpansAreTheSame() {
        for (JsonNode text : TEXTS) {
            String words = text.get("text").asString();
            CodePoints points = new CodePoints(words);
            Reading reading = reader.read(words, lines(words));
            assertThat(reading.quotes().stream()
                            .map(said -> (said.source() == null ? "[]" : spans(points, List.of(said.source()))) + " "
                                    + spans(points, List.of(said.cue())) + " " + spans(points, said.content()))
                            .toList())
                    .isEqualTo(text.get("attributions")
                            .valueStream()
                            .map(a -> a.get("source") + " " + a.get("cue") + " " + a.get("content"))
                            .toList());
            assertThat(reading.names().stream()
                            .map(name -> spans(points, List.of(name.span())) + name.type())
                            .toList())
                    .isEqualTo(text.get("entities")
                            .valueStream()
                            .map(e -> "[[" + e.get(0) + "," + e.get(1) + "]]"
                                    + e.get(2).asString())
                            .toList());
            for (int i = 0; i < reading.quotes().size(); i++) {
                assertThat(reading.quotes().get(i).confidence())
                        .isCloseTo(
                                text.get("attributions")
                                        .get(i)
                                        .get("confidence")
                                        .asDouble(),
                                within(1e-3));
            }
        }
    }

    @Test
    void judgementsOfGivenSpansAreTheSame() {
        int asked = 0;
        Closeness numbers = new Closeness();
        for (JsonNode text : TEXTS) {
            String words = text.get("text").asString();
            Reading reading = reader.read(words, lines(words));
            for (int i = 0; i < reading.quotes().size(); i++) {
                Reading.Said said = reading.quotes().get(i);
                ClaimReading claim = reading.claim(
                                said.source() == null ? List.of() : List.of(said.source()),
                                List.of(said.cue()),
                                said.content())
                        .orElseThrow();
                close(numbers, numbers(claim), text.get("claims").get(i).get("numbers"));
                asked++;
            }
            List<Span> names = reading.names().stream().map(Reading.Named::span).toList();
            for (int i = 0; i < names.size(); i++) {
                close(
                        numbers,
                        new double[] {reading.metonymy(names.get(i)).orElseThrow()},
                        text.get("metonymy").get(i));
                close(
                        numbers,
                        reading.antecedents(names.get(i), names.subList(Math.max(0, i - 10), i))
                                .orElseThrow(),
                        text.get("antecedents").get(i));
            }
        }
        assertThat(asked).isPositive();
        numbers.check();
    }

    /** In the order of the fixture: voiced, acts, stances, own side. */
    static double[] numbers(ClaimReading claim) {
        return Stream.of(
                        Stream.of(claim.voiced()),
                        Arrays.stream(Act.values()).map(claim.acts()::get),
                        Arrays.stream(Stance.Kind.values()).map(claim.stances()::get),
                        Arrays.stream(ClaimReading.Aim.values()).map(claim.own()::get))
                .flatMap(numbers -> numbers)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static void close(Closeness numbers, double[] found, JsonNode wanted) {
        assertThat(found).hasSize(wanted.size());
        for (int i = 0; i < found.length; i++) {
            numbers.add(found[i], wanted.get(i).asDouble());
        }
    }

    /** Numbers that are the same, but for the few that rounding tips over. */
    private static final class Closeness {
        private int all;
        private int tipped;

        void add(double found, double wanted) {
            all++;
            double apart = Math.abs(found - wanted);
            if (apart > LOGITS) {
                tipped++;
                assertThat(apart).as("%s instead of %s", found, wanted).isLessThan(TIPPED);
            }
        }

        void check() {
            assertThat((double) tipped / all).as("share of %d numbers", all).isLessThan(RARE);
        }
    }

    static String spans(CodePoints points, List<Span> spans) {
        return spans.stream()
                .map(span -> "[" + points.of(span)[0] + "," + points.of(span)[1] + "]")
                .toList()
                .toString()
                .replace(" ", "");
    }

    @Test
    void manyThreadsReadTheSame() throws Exception {
        String words = TEXTS.get(1).get("text").asString();
        Reading alone = reader.read(words, lines(words));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Reading>> tasks = java.util.Collections.nCopies(12, () -> reader.read(words, lines(words)));
            for (Future<Reading> reading : threads.invokeAll(tasks)) {
                assertThat(reading.get().quotes()).isEqualTo(alone.quotes());
                assertThat(reading.get().names()).isEqualTo(alone.names());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void nothingToReadGivesNothing() {
        Reading nothing = reader.read("", List.of());
        assertThat(nothing.quotes()).isEmpty();
        assertThat(nothing.names()).isEmpty();
        assertThat(nothing.claim(List.of(), List.of(), List.of(new Span(0, 3)))).isEmpty();
        assertThat(nothing.metonymy(new Span(0, 3))).isEmpty();
        assertThat(nothing.antecedents(new Span(0, 3), List.of())).isEmpty();
    }

    @Test
    void aClosedEncoderSaysSo() throws IOException {
        Encoder encoder;
        try (InputStream model = resource("model.onnx")) {
            encoder = new Encoder(model.readAllBytes());
        }
        Window window = reader.windows("He left.", List.of(new Span(0, 8))).get(0);
        assertThat(encoder.encode(window).entities()).hasNumberOfRows(window.ids().length);
        encoder.close();
        encoder.close();
        assertThatThrownBy(() -> encoder.encode(window)).hasMessageContaining("closed");
    }

    @Test
    void weightsThatAreNoneAreRefusedWithTheReason() {
        assertThatThrownBy(() -> new Encoder(new byte[] {1, 2, 3}))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("weights");
    }
}
