package org.rashomon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CoreferenceTest {
    private static final String STRIKE =
            "Jets struck the Marn clinic in Veldin on Monday. The strike killed nine nurses.";
    private static final String AGAIN = "Nine nurses were slain when jets struck the Marn clinic in Veldin on Monday.";
    private static final String WEDDING =
            "A singer struck the gong at a wedding in the hills of Orsk, and the band played until dawn.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # one | another | one event in a story
            struck | strike | true
            killing | were killed | true
            killed | slain | true
            death | died | true
            wounded | injured | true
            shooting | shot | true
            # near misses
            killed | wounded | false
            struck | stroke | false
            clash | crash | false
            """)
    void headsMeanOneEvent(String one, String another, boolean same) {
        Heads heads = new Heads();
        var joined = heads.joined(List.of(heads.of(one), heads.of(another)));

        assertThat(Objects.equals(joined.get(heads.of(one)), joined.get(heads.of(another))))
                .isEqualTo(same);
    }

    @Test
    void mentionsOfOneStoryAreOneAndThoseOfAnotherAreNot() throws IOException {
        List<String> chains = chains(
                record("a", STRIKE, "struck", "strike", "killed"),
                record("b", AGAIN, "slain", "struck"),
                record("c", WEDDING, "struck", "played"));

        assertThat(chains.get(0)).isEqualTo(chains.get(1)).isEqualTo(chains.get(4));
        assertThat(chains.get(2)).isEqualTo(chains.get(3)).isNotEqualTo(chains.get(0));
        assertThat(chains.subList(5, 7)).doesNotContain(chains.get(0)).doesNotHaveDuplicates();
    }

    @Test
    void offsetsCountCodePoints() throws IOException {
        ObjectNode record = Task.JSON.createObjectNode().put("doc_id", "a").put("text", "\uD83D\uDE00 struck");
        record.putArray("events").addObject().put("start", 2).put("end", 8);
        ObjectNode other = Task.JSON.createObjectNode().put("doc_id", "b").put("text", "struck");
        other.putArray("events").addObject().put("start", 0).put("end", 6);

        assertThat(chains(record, other)).allMatch(chain -> chain.endsWith(" strike"));
    }

    @Test
    void aSpanOutsideOfTheTextIsTold() {
        ObjectNode record = Task.JSON.createObjectNode().put("doc_id", "a").put("text", "struck");
        record.putArray("events").addObject().put("start", 3).put("end", 9);

        assertThatThrownBy(() -> chains(record))
                .hasMessageContaining("record 1")
                .hasMessageContaining("[3, 9)");
        assertThatThrownBy(() -> chains(Task.JSON.createObjectNode().put("id", "a")))
                .hasMessageContaining("record 1 needs doc_id, text and events");
    }

    private static ObjectNode record(String id, String text, String... mentions) {
        ObjectNode record = Task.JSON.createObjectNode().put("doc_id", id).put("text", text);
        var events = record.putArray("events");
        for (String mention : mentions) {
            int at = text.indexOf(mention);
            events.addObject().put("start", at).put("end", at + mention.length());
        }
        return record;
    }

    private static List<String> chains(JsonNode... records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String lines = String.join(
                "\n", List.of(records).stream().map(JsonNode::toString).toList());
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            new Coreference().predict(new BufferedReader(new StringReader(lines)), out);
        }
        List<String> chains = new ArrayList<>();
        for (String line : bytes.toString(StandardCharsets.UTF_8).split("\n")) {
            Task.JSON
                    .readTree(line)
                    .path("events")
                    .forEach(event -> chains.add(event.path("chain").asString()));
        }
        return chains;
    }
}
