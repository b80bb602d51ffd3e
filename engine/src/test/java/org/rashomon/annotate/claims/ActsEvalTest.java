package org.rashomon.annotate.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rashomon.annotate.names.EntityRecogniser;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.model.Article;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Attribution.QuoteType;
import org.rashomon.nlp.Reader;
import org.rashomon.nlp.Reading;
import org.rashomon.testing.Known;
import org.rashomon.testing.Texts;
import org.rashomon.text.SentenceSplitter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The acts of the test sentences in {@code training/acts/}, which neither taught the encoder nor chose anything, with their own cues
 * and contents given: macro F1 by words alone and by the trained reader.
 */
class ActsEvalTest {
    private static final Path SENTENCES = Path.of("..", "training", "acts", "sentences.jsonl");
    /** All acts are as many here, while the reader learned from claims as articles have them; what ships has .792. */
    private static final double FLOOR = 0.77;

    private static final EntityRecogniser RECOGNISER = new EntityRecogniser(Known.NAMES);
    private static final ClaimMaker MAKER = new ClaimMaker(Known.NAMES);

    @Test
    void actsOfTestSentences() throws IOException {
        List<JsonNode> test = new ArrayList<>();
        String part = System.getProperty("eval.part", "test");
        for (String line : Files.readAllLines(SENTENCES)) {
            JsonNode sentence = JsonMapper.shared().readTree(line);
            if (sentence.get("split").asString().equals(part)) {
                test.add(sentence);
            }
        }
        try (Reader reader = Reader.load().orElseThrow()) {
            double words = macroF1("words alone", test, Optional.empty());
            double both = macroF1("the trained reader", test, Optional.of(reader));
            assertThat(both).isGreaterThan(words).isGreaterThanOrEqualTo(FLOOR);
        }
    }

    private static double macroF1(String name, List<JsonNode> sentences, Optional<Reader> reader) {
        List<Act> gold = new ArrayList<>();
        List<Act> guess = new ArrayList<>();
        for (JsonNode sentence : sentences) {
            Act wanted = Act.valueOf(sentence.get("act").asString());
            Act found = act(sentence, reader);
            gold.add(wanted);
            guess.add(found);
            if (wanted != found && Boolean.getBoolean("eval.verbose")) {
                System.out.printf(Locale.ROOT, "%s: %s, not %s: %s%n", name, found, wanted, sentence.get("text"));
            }
        }
        StringBuilder each = new StringBuilder();
        double sum = 0;
        for (Act act : Act.values()) {
            long right = IntStream.range(0, gold.size())
                    .filter(i -> gold.get(i) == act && guess.get(i) == act)
                    .count();
            double f1 = 2.0 * right / (Collections.frequency(gold, act) + Collections.frequency(guess, act));
            each.append(String.format(Locale.ROOT, " %s %.1f", act, 100 * f1));
            sum += f1;
        }
        double macro = sum / Act.values().length;
        System.out.printf(
                Locale.ROOT, "Acts by %s, %d sentences: macro F1 %.1f;%s%n", name, sentences.size(), 100 * macro, each);
        return macro;
    }

    private static Act act(JsonNode sentence, Optional<Reader> reader) {
        String text = sentence.get("text").asString();
        Article article = Texts.article(text, null);
        List<Sentence> sentences = new SentenceSplitter().split(article);
        Optional<Reading> reading = reader.map(learned -> learned.read(text, List.of(new Span(0, text.length()))));
        Mentions mentions = new Mentions(RECOGNISER.recognise(article, sentences, reading));
        List<Span> content = spans(text, sentence.get("content"));
        Attribution attribution =
                new Attribution(List.of(), spans(text, sentence.get("cue")), content, QuoteType.INDIRECT, true, 1);
        return MAKER.judged(
                        article,
                        attribution,
                        ClaimMaker.content(article, attribution, mentions),
                        reading.flatMap(read -> read.claim(List.of(), attribution.cue(), content)))
                .act();
    }

    private static List<Span> spans(String text, JsonNode points) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode span : points) {
            spans.add(new Span(
                    text.offsetByCodePoints(0, span.get(0).asInt()),
                    text.offsetByCodePoints(0, span.get(1).asInt())));
        }
        return spans;
    }
}
