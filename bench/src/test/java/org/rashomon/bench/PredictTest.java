package org.rashomon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.pipeline.ArticlePipeline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PredictTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # arguments | task, - for wrong usage | reader
            attribution | attribution | -
            times --reader rules | times | rules
            stories --reader learned | stories | learned
            - | - | -
            weather | - | -
            times rules | - | -
            times --reader | - | -
            times --reader tossed | - | -
            times --speed rules | - | -
            times --reader rules --reader rules | - | -
            # what is left out: of attributions alone, by names that there are
            attribution --without governed | attribution | -
            attribution --without governed,apart-noun --reader learned | attribution | learned
            attribution --without governed,haste | - | -
            times --without governed | - | -
            attribution --each-without folder | attribution | -
            attribution --each-without folder --without governed | - | -
            dossier --each-without folder | dossier | -
            dossier | - | -
            """)
    void optionsSayTheTaskAndTheReader(String arguments, String task, String reader) {
        var options = Predict.Options.of(arguments == null ? List.of() : List.of(arguments.split(" ")));

        assertThat(options.map(Predict.Options::task).orElse(null)).isEqualTo(task);
        assertThat(options.map(Predict.Options::reader).orElse(null)).isEqualTo(reader);
    }

    /** What is measured is what ships: the predictions are the analysis that the program makes. */
    @Test
    void predictionsAreTheAnalysisOfTheShippedPipeline() throws IOException {
        Article article = InventedArticle.read();
        ArticleAnalysis analysis;
        int places;
        try (ArticlePipeline pipeline = ArticlePipeline.rules()) {
            analysis = pipeline.analyse(article);
            places = pipeline.places(analysis).toponyms().size();
        }

        assertThat(predicted("entities", article).findValuesAsString("start"))
                .hasSizeGreaterThan(10)
                .containsExactlyElementsOf(starts(
                        article, analysis.mentions().stream().map(Mention::span).toList()));
        assertThat(predicted("times", article).findValuesAsString("start"))
                .isNotEmpty()
                .containsExactlyElementsOf(starts(
                        article,
                        analysis.times().stream().map(TimeExpression::span).toList()));
        assertThat(predicted("places", article).path("places")).hasSize(places);
        JsonNode attributions = predicted("attribution", article).path("attributions");
        assertThat(attributions).hasSameSizeAs(analysis.attributions());
        List<String> acts = StreamSupport.stream(attributions.spliterator(), false)
                .map(node -> node.path("act"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
        assertThat(acts)
                .isNotEmpty()
                .hasSameSizeAs(analysis.claims().stream()
                        .map(claim -> claim.attribution().cue())
                        .filter(cue -> !cue.isEmpty())
                        .distinct()
                        .toList());
        assertThat(analysis.claims())
                .extracting(Claim::act)
                .extracting(Enum::name)
                .containsAll(acts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # text | source | speaker | status | act: null where no claim is made of the attribution
            Mira Lund said the bridge was green. | Mira Lund | Mira Lund | named | ASSERT
            A clerk denied that the bridge was closed. | A clerk | A clerk | unnamed | DENY
            Mira Lund believes that the bridge was closed. | Mira Lund | - | - | -
            Mira Lund hopes that the bridge will hold. | Mira Lund | - | - | -
            """)
    void aClaimTellsWhoSpeaksAndNoClaimTellsNothing(
            String text, String source, String speaker, String status, String act) throws IOException {
        JsonNode attribution = only(output("attribution", record(text)), "attributions");

        JsonNode span = attribution.path("source").path(0);
        assertThat(text.substring(span.path(0).asInt(), span.path(1).asInt())).isEqualTo(source);
        assertThat(attribution.path("speaker").asString(null)).isEqualTo(speaker);
        assertThat(attribution.path("speakerStatus").asString(null)).isEqualTo(status);
        assertThat(attribution.path("act").asString(null)).isEqualTo(act);
    }

    @Test
    void offsetsCountCodePoints() throws IOException {
        JsonNode entity = only(output("entities", record("\uD83D\uDE00 Mira Lund went home.")), "entities");

        assertThat(entity.path("start").asInt()).isEqualTo(2);
        assertThat(entity.path("end").asInt()).isEqualTo(11);
    }

    @Test
    void aBlankTextHasNothingInIt() throws IOException {
        for (String task : List.of("attribution", "entities", "times", "places")) {
            JsonNode prediction = Task.JSON.readTree(output(task, record(" \n ")));

            assertThat(prediction.path("id").asString()).isEqualTo("r");
            assertThat(prediction.properties())
                    .hasSize(2)
                    .last()
                    .satisfies(list -> assertThat(list.getValue()).isEmpty());
        }
    }

    @Test
    void aBadLineIsTold() {
        assertThatThrownBy(() -> output("times", "\n{\"id\": 1,\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2 is no JSON");
        assertThatThrownBy(() -> output("times", "{\"id\": \"r\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("id and text");
    }

    private static JsonNode predicted(String task, Article article) throws IOException {
        ObjectNode record = Task.JSON.createObjectNode().put("id", article.id()).put("text", article.text());
        record.put("dct", Objects.requireNonNull(article.published()).day().toString());
        return Task.JSON.readTree(output(task, record.toString()));
    }

    private static List<String> starts(Article article, List<org.rashomon.model.Span> spans) {
        return spans.stream()
                .map(span -> Integer.toString(article.text().codePointCount(0, span.start())))
                .toList();
    }

    private static JsonNode only(String output, String field) {
        JsonNode list = Task.JSON.readTree(output).path(field);
        assertThat(list).hasSize(1);
        return list.path(0);
    }

    private static String record(String text) {
        return Task.JSON.createObjectNode().put("id", "r").put("text", text).toString();
    }

    private static String output(String task, String records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            int unread = Objects.requireNonNull(Predict.TASKS.get(task))
                    .apply(new Predict.Options(task, "rules", Without.NOTHING))
                    .predict(new BufferedReader(new StringReader(records)), out);
            assertThat(unread).isZero();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
