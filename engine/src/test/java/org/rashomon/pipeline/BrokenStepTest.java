package org.rashomon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.Span;
import org.rashomon.text.Hashes;

/** A step that breaks says which it is, and what broke it. */
class BrokenStepTest {
    @Test
    void theStepAndTheArticleAreNamed() {
        Article article = article("Words.");
        ArticlePipeline.Steps steps = new ArticlePipeline.Steps(article);
        assertThat(steps.<String>step("names", () -> "found")).isEqualTo("found");
        IllegalStateException defect = new IllegalStateException("a defect");
        assertThatThrownBy(() -> steps.step("claims", () -> {
                    throw defect;
                }))
                .isInstanceOfSatisfying(
                        StepException.class, e -> assertThat(e.step()).isEqualTo("claims"))
                .hasMessage("the step \"claims\" broke on a.txt")
                .hasCause(defect);
    }

    @Test
    void anEndlessRecursionIsAFaultOfItsStepAndAFullMemoryIsNot() {
        ArticlePipeline.Steps steps = new ArticlePipeline.Steps(article("Words."));
        assertThatThrownBy(() -> steps.step("claims", () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StepException.class);
        OutOfMemoryError full = new OutOfMemoryError("none left");
        assertThatThrownBy(() -> steps.step("claims", () -> {
                    throw full;
                }))
                .isSameAs(full);
    }

    private static Article article(String text) {
        return new Article(
                "a",
                "a.txt",
                Imprint.NONE,
                text,
                List.of(new Block(new Span(0, text.length()), BlockRole.BODY)),
                List.of(),
                Hashes.sha256(text));
    }
}
