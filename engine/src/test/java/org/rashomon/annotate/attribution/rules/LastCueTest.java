package org.rashomon.annotate.attribution.rules;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.pipeline.ArticlePipeline;
import org.rashomon.testing.Texts;

/** A cue with which a text ends: nothing stands where its content is looked for, and the article is read all the same. */
class LastCueTest {
    private static final ArticlePipeline PIPELINE = ArticlePipeline.rules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Council chief is accused",
                "The ministry spokesman was asked",
                "The ministry spokesman was accused of",
                "The ministry said that",
                "According to",
                "The ministry said to",
                "What the ministry denied",
                "The raid was condemned by",
                "It is said",
                "Lund:",
                "said",
                "\u201csaid"
            })
    void aTextMayEndInACue(String text) {
        assertThatCode(() -> PIPELINE.analyse(Texts.article(text, null))).doesNotThrowAnyException();
    }
}
