package org.rashomon.annotate.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.testing.HandMade;

class WordPatternsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # list | sentence | how many words of it stand there
            habit | Jets have struck Korsk since May. | 1
            habit | Jets often struck Korsk. | 1
            habit | Jets struck Korsk in recent days. | 2
            habit | Jets struck Korsk in recent raids. | 0
            habit | Jets strike Korsk every night. | 2
            habit | Jets struck every bridge. | 0
            habit | Jets struck Korsk for months. | 2
            habit | Jets struck Korsk for three weeks. | 3
            habit | Jets struck Korsk for the third time. | 0
            habit | Jets struck Korsk over the past weeks. | 4
            habit | Jets struck Korsk after years of calm. | 2
            habit | Jets struck Korsk during the conflict. | 3
            habit | Jets struck Korsk during the course of May. | 3
            habit | Jets struck Korsk during the night. | 0
            cause | The blast was triggered by a spark. | 2
            cause | The blast was set off by a spark. | 3
            cause | The blast was due to a leak. | 2
            cause | The blast was the result of a leak. | 2
            cause | The blast was heard by a guard. | 0
            record | The first raid in years hit Korsk. | 2
            record | The first raid since May hit Korsk. | 1
            record | The first raid in Korsk came at night. | 0
            """)
    void matchesWholeSequences(String list, String sentence, int length) {
        TaggedSentence s = HandMade.sentences(HandMade.article(sentence)).get(0);
        WordPatterns patterns = WordPatterns.of(list);
        assertThat(IntStream.range(0, s.size())
                        .map(i -> patterns.lengthAt(s, i))
                        .max())
                .hasValue(length);
    }
}
