package org.rashomon.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Article;
import org.rashomon.model.Figure;
import org.rashomon.model.Figure.PersonClass;
import org.rashomon.model.Figure.Unit;
import org.rashomon.model.Sentence;
import org.rashomon.text.SentenceSplitter;

class FigureTaggerTest {
    private static List<Figure> tag(String text) {
        Article article = Texts.article(text, null);
        List<Sentence> sentences = new SentenceSplitter().split(article);
        return new FigureTagger().tag(article, sentences, new TimeTagger().tag(article, sentences), List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Seven people were killed in the mill. | Seven people | 7 | 7 | KILLED | UNKNOWN
            The raid killed at least 12 civilians. | at least 12 civilians | 12 | - | KILLED | CIVILIAN
            The blast left dozens dead. | dozens dead | 24 | 99 | KILLED | UNKNOWN
            About 40 children were wounded. | About 40 children | 36 | 44 | INJURED | CHILD
            More than 400,000 people have been killed. | More than 400,000 people | 400001 | - | KILLED | UNKNOWN
            Up to 30 soldiers died. | Up to 30 soldiers | - | 30 | KILLED | COMBATANT
            No one had been killed in the mill. | No one | 0 | 0 | KILLED | UNKNOWN
            Nearly half a million people are besieged. | Nearly half a million people | 450000 | 500000 | BESIEGED | UNKNOWN
            Scores of villagers were displaced. | Scores of villagers | 40 | 99 | DISPLACED | UNKNOWN
            The guards detained several journalists. | several journalists | 3 | 9 | DETAINED | JOURNALIST
            Jets hit two hospitals. | two hospitals | 2 | 2 | STRUCK | THING
            The death toll rose to 45. | 45 | 45 | 45 | KILLED | UNKNOWN
            Tens of thousands of people fled. | Tens of thousands of people | 20000 | 99999 | DISPLACED | UNKNOWN
            Between 20 and 30 people were hurt. | Between 20 and 30 people | 20 | 30 | INJURED | UNKNOWN
            """)
    void countsBecomeIntervals(
            String text, String words, @Nullable Long low, @Nullable Long high, Unit unit, PersonClass personClass) {
        List<Figure> figures = tag(text);
        assertThat(figures).hasSize(1);
        Figure figure = figures.get(0);
        assertThat(figure.span().in(text)).isEqualTo(words);
        assertThat(figure.low()).isEqualTo(low);
        assertThat(figure.high()).isEqualTo(high);
        assertThat(figure.unit()).isEqualTo(unit);
        assertThat(figure.personClass()).isEqualTo(personClass);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The baker, 54, was killed.
            The town lies 12 miles from the river and was hit.
            It cost $3 million and three years.
            Five parties signed the paper.
            A second strike came in the evening.
            """)
    void otherNumbersAreNone(String text) {
        assertThat(tag(text)).isEmpty();
    }

    @Test
    void oneSentenceMayHoldTwoFigures() {
        List<Figure> figures = tag("The shells fell at noon, killing seven people and wounding dozens.");
        assertThat(figures).extracting(Figure::unit).containsExactly(Unit.KILLED, Unit.INJURED);
        assertThat(figures).extracting(Figure::low).containsExactly(7L, 24L);
    }

    @Test
    void aSpecifiedPartKeepsTheUnitOfTheWhole() {
        List<Figure> figures = tag("The raid killed 12 people, including five children.");
        assertThat(figures).extracting(Figure::unit).containsExactly(Unit.KILLED, Unit.KILLED);
        assertThat(figures).extracting(Figure::personClass).containsExactly(PersonClass.UNKNOWN, PersonClass.CHILD);
    }

    @Test
    void countsOverAPeriodAreCumulative() {
        Figure figure =
                tag("Over 9,000 people have been killed in the conflict.").get(0);
        assertThat(figure.cumulative()).isTrue();
        assertThat(figure.scope()).isEqualTo("in the conflict");
    }
}
