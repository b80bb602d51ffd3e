package org.rashomon.annotate.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.rashomon.annotate.times.TimeTagger;
import org.rashomon.model.Article;
import org.rashomon.model.Sentence;
import org.rashomon.model.events.Figure;
import org.rashomon.testing.Texts;
import org.rashomon.text.SentenceSplitter;

class FigurePropertyTest {
    private static final FigureTagger TAGGER = new FigureTagger();
    private static final TimeTagger TIMES = new TimeTagger();

    private static List<Figure> tag(Article article, List<Sentence> sentences) {
        return TAGGER.tag(article, sentences, TIMES.tag(article, sentences), List.of(), List.of());
    }

    @Property(tries = 400)
    void figuresStandInOneSentenceInOrderAndAreIntervals(@ForAll("texts") String text) {
        Article article = Texts.article(text, LocalDate.of(2023, 3, 16));
        List<Sentence> sentences = new SentenceSplitter().split(article);
        int end = -1;
        for (Figure figure : tag(article, sentences)) {
            assertThat(sentences).anyMatch(sentence -> sentence.span().contains(figure.span()));
            assertThat(figure.span().start()).isGreaterThanOrEqualTo(end);
            end = figure.span().end();
            if (figure.low() != null && figure.high() != null) {
                assertThat(figure.low()).isBetween(0L, figure.high());
            }
            assertThat(figure.cumulative()).isEqualTo(figure.scope() != null);
        }
    }

    @Example
    void wordsThatTwoNumbersLayClaimTo() {
        figuresStandInOneSentenceInOrderAndAreIntervals("none of them killed wounded killing 12 wounded");
    }

    /** ICU spells numbers out; what it spells is read back. */
    @Property(tries = 400)
    void numbersSpelledOutAreReadBack(@ForAll @LongRange(min = 2, max = 999_999_999) long number) {
        String spelled = new RuleBasedNumberFormat(ULocale.UK, RuleBasedNumberFormat.SPELLOUT)
                .format(number, "%spellout-cardinal-verbose")
                .replace(",", "");
        Article article = Texts.article("The flood killed " + spelled + " people.", null);
        List<Figure> figures = tag(article, new SentenceSplitter().split(article));
        assertThat(figures).extracting(Figure::low).as(spelled).containsExactly(number);
        assertThat(figures).extracting(Figure::high).as(spelled).containsExactly(number);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "killed",
                        "killing",
                        "wounded",
                        "and",
                        "12",
                        "1,200",
                        "dozens",
                        "people",
                        "children",
                        "of",
                        "them",
                        "including",
                        "half",
                        "its",
                        "23 million",
                        "at least",
                        "between",
                        "to",
                        "toll",
                        "rose",
                        "from",
                        "were",
                        "dead",
                        "no one",
                        "no",
                        "none of",
                        "among",
                        "since Monday",
                        "in the war",
                        "so far this year",
                        "as of",
                        "Friday",
                        ",",
                        ".",
                        ":",
                        "-",
                        "\u201c",
                        "(",
                        ")",
                        "a",
                        "one",
                        "in",
                        "five",
                        "percent",
                        "hundred",
                        "thousand",
                        "more than",
                        "up to",
                        "deaths",
                        "houses",
                        "destroyed",
                        "others",
                        "\n",
                        "could",
                        "been",
                        "put it at",
                        "or more",
                        "000",
                        "1.5m",
                        "not",
                        "the",
                        "Dorvan",
                        "missing")
                .list()
                .ofMinSize(1)
                .ofMaxSize(24)
                .map(words -> String.join(" ", words));
    }
}
