package org.rashomon.compare.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rashomon.model.Article;
import org.rashomon.model.dossier.Story;
import org.rashomon.testing.compared.HandMadeAnalysis;

class StoryGrouperTest {
    private static final String BRIDGE =
            "The Otmar bridge over the river Sill collapsed on Monday while Governor Palla was crossing it with engineers.";
    private static final String BRIDGE_AGAIN =
            "Engineers had warned Governor Palla about the Otmar bridge before it fell into the river Sill on Monday.";
    private static final String FESTIVAL =
            "Thousands of dancers opened the Lantern festival in Quell, where singer Nara Voss performed new songs.";

    @Test
    void oneDevelopmentIsOneStoryAndAnotherIsNot() {
        List<Story> stories = new StoryGrouper()
                .group(List.of(
                        article("a", "2031-05-05", "Otmar bridge falls", BRIDGE),
                        article("b", "2031-05-06", "Bridge at Otmar had been called unsafe", BRIDGE_AGAIN),
                        article("c", "2031-05-06", "Lantern festival opens", FESTIVAL)));
        assertThat(stories).extracting(Story::articles).containsExactly(List.of("a", "b"), List.of("c"));
        assertThat(stories.get(0).label()).isIn("Otmar bridge falls", "Bridge at Otmar had been called unsafe");
    }

    @Test
    void sameWordsMonthsApartAreTwoStories() {
        List<Story> stories = new StoryGrouper()
                .group(List.of(
                        article("a", "2031-05-05", "Otmar bridge falls", BRIDGE),
                        article("b", "2031-09-05", "Otmar bridge falls", BRIDGE)));
        assertThat(stories).hasSize(2);
    }

    @Test
    void orderOfInputChangesNothing() {
        List<Article> articles = many(60);
        List<Story> once = new StoryGrouper().group(articles);
        List<Article> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(new StoryGrouper().group(shuffled)).isEqualTo(once);
    }

    @Test
    void candidatesGrowInStepWithArticles() {
        int some = new SharedTerms().among(many(400)).size();
        int twice = new SharedTerms().among(many(800)).size();
        assertThat(twice).isLessThanOrEqualTo((int) (2.3 * some));
        assertThat(twice).isLessThanOrEqualTo(24 * 800);
    }

    @Test
    void anArticleWithoutWordsIsAStoryOfItsOwn() {
        List<Story> stories = new StoryGrouper()
                .group(List.of(
                        new HandMadeAnalysis("a", "~Menu").done().article(), article("b", "2031-05-05", "t", BRIDGE)));
        assertThat(stories).hasSize(2);
    }

    /** Articles on as many developments as a third of their number, in words drawn from one common stock. */
    static List<Article> many(int count) {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Random random = new Random(i);
            StringBuilder words = new StringBuilder();
            for (int w = 0; w < 60; w++) {
                words.append("common").append(random.nextInt(80)).append(' ');
            }
            words.append("topic")
                    .append(i / 3)
                    .append(" place")
                    .append(i / 3)
                    .append(" name")
                    .append(i / 3);
            articles.add(article("n" + i, "2031-05-0" + (1 + i % 9), "Report topic" + i / 3, words.toString()));
        }
        return articles;
    }

    private static Article article(String id, String day, String title, String text) {
        return new HandMadeAnalysis(id, text).day(day).title(title).done().article();
    }
}
