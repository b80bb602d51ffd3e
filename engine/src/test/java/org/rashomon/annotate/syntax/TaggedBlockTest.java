package org.rashomon.annotate.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.nlp.Pos;
import org.rashomon.testing.HandMade;

class TaggedBlockTest {
    private static TaggedBlock block(String text) {
        return HandMade.sentences(HandMade.article(text)).get(0).block();
    }

    private static int find(TaggedWords words, String word) {
        return words.first(0, words.size(), i -> words.word(i).equals(word));
    }

    @ParameterizedTest(name = "{1} in: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # a participle before a noun, and one that is the verb
            Guards said the captured Kestrian fled.          | captured | ADJ
            Guards said rebels captured the town.            | captured | VERB
            # an office between names
            Lower House minister Ana Lund spoke.             | minister | NOUN
            # a possessive mark
            The town's mayor spoke.                          | '''s'    | PART
            """)
    void tagsAreMended(String text, String word, Pos tag) {
        TaggedBlock block = block(text);
        assertThat(block.tag(find(block, word))).isEqualTo(tag);
        TaggedSentence sentence = block.sentences().get(0);
        assertThat(sentence.tag(find(sentence, word))).isEqualTo(tag);
    }

    @Test
    void sentencesAreSlices() {
        TaggedBlock block = block("The mayor left. \u201cWe stay,\u201d said Ana Lund. Nobody came.");
        List<TaggedSentence> sentences = block.sentences();
        assertThat(sentences).hasSize(3);
        for (TaggedSentence sentence : sentences) {
            int start = find(block, sentence.word(0));
            assertThat(block.sentenceStart(start)).isEqualTo(start);
            assertThat(block.sentenceEnd(start)).isEqualTo(start + sentence.size());
            assertThat(sentence.block()).isSameAs(block);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            mayor | false
            \u201c  | true
            We    | true
            \u201d  | true
            said  | false
            """)
    void quotationsIncludeTheirMarks(String word, boolean quoted) {
        TaggedBlock block = block("The mayor left. \u201cWe stay,\u201d said Ana Lund. Nobody came.");
        assertThat(block.inQuote(find(block, word))).isEqualTo(quoted);
        assertThat(block.opensQuote(find(block, "\u201c"))).isTrue();
        assertThat(block.afterQuote(find(block, "We"))).isEqualTo(find(block, "said"));
    }

    @Test
    void nothingStandsOutside() {
        TaggedBlock block = block("The mayor left.");
        for (int outside : List.of(-1, block.size(), 99)) {
            assertThat(block.lower(outside)).isEmpty();
            assertThat(block.tag(outside)).isEqualTo(Pos.X);
            assertThat(block.inQuote(outside)).isFalse();
            assertThat(block.isCapitalised(outside)).isFalse();
            assertThat(block.isPossessive(outside)).isFalse();
        }
    }
}
