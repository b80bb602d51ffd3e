package org.rashomon.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.rashomon.limits.Deadline;
import org.rashomon.model.Article;
import org.rashomon.model.dossier.ArticleAnalysis;

class AnalyserTest {
    private static final Limits TWO_JOBS = new Limits(Duration.ofMillis(300), 2);

    @Test
    void whatTakesTooLongIsRejectedAndTheRestGoesOnInOrder() {
        AtomicBoolean end = new AtomicBoolean();
        try (Analyser analyser = new Analyser(
                article -> {
                    // one that asks whether it was told to stop, and two that never ask
                    while (article.id().startsWith("endless") && !end.get()) {
                        if (article.id().endsWith("asking")) {
                            Deadline.check();
                        }
                    }
                    return ArticleAnalysis.textOnly(article);
                },
                TWO_JOBS)) {
            for (String id : List.of("a", "endless-1", "b", "endless-asking", "c", "endless-2", "d", "e")) {
                analyser.add(article(id));
            }
            assertThat(analyser.finish())
                    .extracting(analysis -> analysis.article().id())
                    .containsExactly("a", "b", "c", "d", "e");
            assertThat(analyser.broken()).hasSize(3).allSatisfy(reject -> {
                assertThat(reject.reason()).contains("processor time", "--deadline");
                assertThat(reject.fault()).isNull();
            });
        } finally {
            end.set(true);
        }
    }

    @Test
    void aFaultTellsTheHashOfTheArticle() {
        Article article = article("a");
        try (Analyser analyser = new Analyser(
                any -> {
                    throw new IllegalStateException("broken");
                },
                TWO_JOBS)) {
            analyser.add(article);
            analyser.finish();
            assertThat(analyser.broken())
                    .singleElement()
                    .satisfies(reject -> assertThat(reject.fault())
                            .isNotNull()
                            .satisfies(fault -> assertThat(fault.sha256()).isEqualTo(article.sha256())));
        }
    }

    @Test
    void memoryThatIsShortIsNoFaultOfAnArticle() {
        try (Analyser analyser = new Analyser(
                any -> {
                    throw new IllegalStateException(new OutOfMemoryError("Java heap space"));
                },
                TWO_JOBS)) {
            analyser.add(article("a"));
            assertThatThrownBy(analyser::finish).isInstanceOf(OutOfMemoryError.class);
        }
    }

    private static Article article(String id) {
        return Article.ofText(id, "The army denied it, Ana Lund said.", LocalDate.of(2031, 3, 4));
    }
}
