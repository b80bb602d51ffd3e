package org.rashomon.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Stance;
import org.rashomon.nlp.Reading.Named;
import org.rashomon.nlp.Reading.Said;
import org.rashomon.text.CodePoints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The weights that are built in: they read here what they read where they were made ({@code training/export.py} wrote {@code
 * decoded.jsonl}), but for the few spans that rounding tips over on another processor; and each head does its work on plain sentences.
 */
class TrainedReaderTest {
    private static final double SAME = 0.97;
    /** In the order of the outputs. */
    private static final List<Act> ACTS = List.of(Act.values());

    private static Reader reader;

    @BeforeAll
    static void load() {
        reader = Reader.load().orElseThrow();
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Test
    void readsWhatTrainingRead() throws IOException {
        int paragraphs = 0;
        Set<String> wanted = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        int actsAsked = 0;
        int actsSame = 0;
        for (JsonNode text : decoded()) {
            String words = text.get("text").asString();
            String id = text.get("id").asString();
            List<Span> lines = ReaderParityTest.lines(words);
            paragraphs += lines.size();
            CodePoints points = new CodePoints(words);
            Reading reading = reader.read(words, lines);
            text.get("attributions").forEach(a -> wanted.add(id + a.get("source") + a.get("cue") + a.get("content")));
            text.get("entities")
                    .forEach(e ->
                            wanted.add(id + e.get(0) + "-" + e.get(1) + e.get(2).asString()));
            for (Said said : reading.quotes()) {
                found.add(id
                        + ReaderParityTest.spans(points, said.source() == null ? List.of() : List.of(said.source()))
                        + ReaderParityTest.spans(points, List.of(said.cue()))
                        + ReaderParityTest.spans(points, said.content()));
            }
            for (Named name : reading.names()) {
                int[] span = points.of(name.span());
                found.add(id + span[0] + "-" + span[1] + name.type());
            }
            for (int i = 0; i < text.get("claims").size(); i++) {
                JsonNode a = text.get("attributions").get(i);
                ClaimReading claim = reading.claim(
                                spans(words, a.get("source")),
                                spans(words, a.get("cue")),
                                spans(words, a.get("content")))
                        .orElseThrow();
                JsonNode expected = text.get("claims").get(i).get("numbers");
                // the acts stand behind how likely it was voiced
                int best = 0;
                for (int k = 1; k < ACTS.size(); k++) {
                    best = expected.get(k + 1).asDouble()
                                    > expected.get(best + 1).asDouble()
                            ? k
                            : best;
                }
                actsAsked++;
                actsSame += best(claim.acts()) == ACTS.get(best) ? 1 : 0;
                text.get("claims").get(i).get("aimed").forEach(aimed -> wanted.add(id + aimed));
                claim.aimed().forEach(aimed -> {
                    int[] span = points.of(aimed.words());
                    found.add("%s[\"%s\",[%d,%d]]".formatted(id, aimed.aim(), span[0], span[1]));
                });
            }
        }
        assertThat(paragraphs).isGreaterThanOrEqualTo(50);
        Set<String> both = new TreeSet<>(wanted);
        both.retainAll(found);
        assertThat(2.0 * both.size() / (wanted.size() + found.size()))
                .as("share of spans that are the same, of %d", wanted.size())
                .isGreaterThanOrEqualTo(SAME);
        assertThat((double) actsSame / actsAsked).isGreaterThanOrEqualTo(SAME);
    }

    private static List<JsonNode> decoded() throws IOException {
        InputStream stream =
                Objects.requireNonNull(TrainedReaderTest.class.getResourceAsStream("/reader-trained/decoded.jsonl"));
        List<JsonNode> texts = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().map(JsonMapper.shared()::readTree).forEach(texts::add);
        }
        return texts;
    }

    private static List<Span> spans(String text, JsonNode points) {
        List<Span> spans = new ArrayList<>();
        points.forEach(span -> spans.add(new Span(
                text.offsetByCodePoints(0, span.get(0).asInt()),
                text.offsetByCodePoints(0, span.get(1).asInt()))));
        return spans;
    }

    private static Act best(Map<Act, Double> acts) {
        return acts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static Span of(String words, String text) {
        return new Span(text.indexOf(words), text.indexOf(words) + words.length());
    }

    @Test
    void aCapitalThatSpeaksStandsForItsGovernment() {
        String text = "Moscow warned on Monday that it would answer. A blast in Moscow killed two people.";
        Reading reading = reader.read(text, List.of(new Span(0, text.length())));
        int second = text.lastIndexOf("Moscow");
        assertThat(reading.metonymy(new Span(0, 6)).orElseThrow()).isGreaterThan(0.5);
        assertThat(reading.metonymy(new Span(second, second + 6)).orElseThrow()).isLessThan(0.5);
    }

    @Test
    void aPronounMeansWhoSpokeBefore() {
        String text = "Prime Minister Anna Weller met the harbour workers in Caul. She said that the port would open.";
        Reading reading = reader.read(text, List.of(new Span(0, text.length())));
        double[] chances = reading.antecedents(of("She", text), List.of(of("Anna Weller", text), of("Caul", text)))
                .orElseThrow();
        assertThat(chances[0]).isGreaterThan(0.5).isGreaterThan(chances[1]);
    }

    @Test
    void anActIsToldByTheWords() {
        String text = "The ministry denied that its jets had bombed the village.";
        Reading reading = reader.read(text, List.of(new Span(0, text.length())));
        Span content = of("that its jets had bombed the village", text);
        ClaimReading claim = reading.claim(
                        List.of(of("The ministry", text)), List.of(of("denied", text)), List.of(content))
                .orElseThrow();
        assertThat(best(claim.acts())).isEqualTo(Act.DENY);
        assertThat(claim.stances().get(Stance.Kind.CLEARS)).isGreaterThan(0.5);
    }
}
