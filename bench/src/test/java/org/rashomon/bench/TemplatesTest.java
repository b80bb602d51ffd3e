package org.rashomon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.pipeline.ArticlePipeline;
import tools.jackson.databind.JsonNode;

class TemplatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # text | type, - for no incident that is asked for | slot | its string
            A car bomb exploded at a market in Aleppo on Monday. The blast killed nine people. | BOMBING | victims | nine people
            A car bomb hit a market in Aleppo on Monday. | BOMBING | targets | market
            Two nurses were abducted in Aleppo on Monday. | KIDNAPPING | victims | Two nurses
            Warplanes bombed a hospital in Aleppo on Monday. | ATTACK | targets | hospital
            WARPLANES BOMBED A HOSPITAL IN ALEPPO ON MONDAY. | ATTACK | targets | hospital
            # near misses: kinds that nobody asked for, and what did not happen
            Crowds looted a warehouse in Aleppo on Monday. | - | - | -
            The army threatened to bomb a hospital in Aleppo. | - | - | -
            """)
    void slotsAreStringsOfTheText(String text, String type, String slot, String string) throws IOException {
        JsonNode incidents = predicted(text).path("incidents");
        if (type == null) {
            assertThat(incidents).as(text).isEmpty();
            return;
        }
        assertThat(incidents).as(text).hasSize(1);
        assertThat(incidents.path(0).path("type").asString()).as(text).isEqualTo(type);
        assertThat(incidents.path(0).path(slot).valueStream().map(JsonNode::asString))
                .as(text)
                .contains(string);
        assertThat(incidents.path(0).path("location").asString()).isEqualTo("Aleppo");
        assertThat(incidents.path(0).path("date").asString()).isEqualTo("2031-05-05");
    }

    @Test
    void aTextInSmallLettersIsLeftAsItIs() {
        assertThat(SentenceCase.of("Jets hit the ABC clinic.")).isEqualTo("Jets hit the ABC clinic.");
        assertThat(SentenceCase.of("THE ARMY SAID. ORSK DENIED THE ATTACK."))
                .isEqualTo("The army said. Orsk denied the attack.");
        assertThat(SentenceCase.of("")).isEmpty();
    }

    private static JsonNode predicted(String text) throws IOException {
        String record = Task.JSON
                .createObjectNode()
                .put("id", "r")
                .put("dct", "2031-05-06")
                .put("text", text)
                .toString();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            int unread =
                    new Templates(ArticlePipeline::rules).predict(new BufferedReader(new StringReader(record)), out);
            assertThat(unread).isZero();
        }
        return Task.JSON.readTree(bytes.toString(StandardCharsets.UTF_8));
    }
}
