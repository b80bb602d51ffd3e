package org.rashomon.annotate.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.annotate.times.TimeTagger;
import org.rashomon.model.Article;
import org.rashomon.model.Sentence;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.TimePrecision;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.Figure.PersonClass;
import org.rashomon.model.events.Figure.Unit;
import org.rashomon.testing.Texts;
import org.rashomon.text.SentenceSplitter;

class FigureTaggerTest {
    private static List<Figure> tag(String text) {
        return tag(Texts.article(text, null));
    }

    private static List<Figure> tag(Article article) {
        List<Sentence> sentences = new SentenceSplitter().split(article);
        return new FigureTagger()
                .tag(article, sentences, new TimeTagger().tag(article, sentences), List.of(), List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Seven people were killed in the mill. | Seven people | 7 | 7 | KILLED | UNKNOWN
            The raid killed at least 12 civilians. | at least 12 civilians | 12 | - | KILLED | CIVILIAN
            The blast left dozens dead. | dozens dead | 24 | 99 | KILLED | UNKNOWN
            About 40 children were wounded. | About 40 children | 36 | 44 | INJURED | CHILD
            More than 400,000 people have been killed. | More than 400,000 people | 400001 | - | KILLED | UNKNOWN
            Up to 30 soldiers died. | Up to 30 soldiers | - | 30 | KILLED | COMBATANT
            As many as 40 civilians were killed. | As many as 40 civilians | - | 40 | KILLED | CIVILIAN
            Fewer than 10 guards were hurt. | Fewer than 10 guards | - | 9 | INJURED | COMBATANT
            No fewer than six nurses were hurt. | No fewer than six nurses | 6 | - | INJURED | MEDIC
            Doctors said 12 or more patients died. | 12 or more patients | 12 | - | KILLED | UNKNOWN
            No one had been killed in the mill. | No one | 0 | 0 | KILLED | UNKNOWN
            None of the passengers was hurt. | None of the passengers | 0 | 0 | INJURED | UNKNOWN
            Nobody was injured in the raid. | Nobody | 0 | 0 | INJURED | UNKNOWN
            No casualties were reported. | No casualties | 0 | 0 | CASUALTY | UNKNOWN
            Nearly half a million people are besieged. | Nearly half a million people | 450000 | 500000 | BESIEGED | UNKNOWN
            More than a quarter of a million people fled. | More than a quarter of a million people | 250001 | - | DISPLACED | UNKNOWN
            Two and a half million people fled. | Two and a half million people | 2500000 | 2500000 | DISPLACED | UNKNOWN
            1.5m people have fled. | 1.5m people | 1500000 | 1500000 | DISPLACED | UNKNOWN
            The raid killed one hundred and twenty people. | one hundred and twenty people | 120 | 120 | KILLED | UNKNOWN
            Twenty-one thousand people fled. | Twenty-one thousand people | 21000 | 21000 | DISPLACED | UNKNOWN
            The blast wounded two dozen. | two dozen | 24 | 24 | INJURED | UNKNOWN
            A score of villagers were abducted. | A score of villagers | 20 | 20 | ABDUCTED | UNKNOWN
            A handful of soldiers were captured. | A handful of soldiers | 3 | 9 | DETAINED | COMBATANT
            A couple of nurses were hurt. | A couple of nurses | 2 | 2 | INJURED | MEDIC
            Several hundred people were displaced. | Several hundred people | 300 | 999 | DISPLACED | UNKNOWN
            Scores of villagers were displaced. | Scores of villagers | 40 | 99 | DISPLACED | UNKNOWN
            The guards detained several journalists. | several journalists | 3 | 9 | DETAINED | JOURNALIST
            Jets hit two hospitals. | two hospitals | 2 | 2 | STRUCK | THING
            The death toll rose to 45. | 45 | 45 | 45 | KILLED | UNKNOWN
            The toll fell from 30 to 22. | 22 | 22 | 22 | KILLED | UNKNOWN
            The toll of the raid exceeds 130. | exceeds 130 | 131 | - | KILLED | UNKNOWN
            Not a single guard was hurt. | Not a single guard | 0 | 0 | INJURED | COMBATANT
            Not one of the 60 pupils was hurt. | Not one | 0 | 0 | INJURED | UNKNOWN
            Three of the 12 hostages were freed. | Three | 3 | 3 | FREED | UNKNOWN
            Killed: 14. | 14 | 14 | 14 | KILLED | UNKNOWN
            Two guards received bullet wounds. | Two guards | 2 | 2 | INJURED | COMBATANT
            Six women suffered from suffocation. | Six women | 6 | 6 | INJURED | WOMAN
            Nine others experienced breathing difficulties. | Nine others | 9 | 9 | INJURED | UNKNOWN
            The army had neutralised 32 militants. | 32 militants | 32 | 32 | KILLED | COMBATANT
            The brigade lost four men at the mill. | four men | 4 | 4 | KILLED | UNKNOWN
            Some 300 villagers had taken shelter in relief camps. | Some 300 villagers | 270 | 330 | DISPLACED | UNKNOWN
            60 families were made homeless. | 60 families | 60 | 60 | DISPLACED | FAMILY
            At least 109 of the dead were nurses. | At least 109 of the dead were nurses | 109 | - | KILLED | MEDIC
            Those killed included two nurses. | two nurses | 2 | 2 | KILLED | MEDIC
            Twenty guards who watched the lorries were killed. | Twenty guards | 20 | 20 | KILLED | COMBATANT
            "At least 28 people" nearly all civilians had been killed. | At least 28 people | 28 | - | KILLED | UNKNOWN
            A cook said "hundreds" more were hurt. | hundreds" more | 200 | 999 | INJURED | UNKNOWN
            The evacuation began as some 50 residents of two villages left Belun. | some 50 residents | 45 | 55 | EVACUATED | UNKNOWN
            A woman and her child died. | A woman and her child | 2 | 2 | KILLED | UNKNOWN
            A man, woman and child fled. | A man, woman and child | 3 | 3 | DISPLACED | UNKNOWN
            A family of six was hurt. | six | 6 | 6 | INJURED | UNKNOWN
            The number of wounded rose to 60. | 60 | 60 | 60 | INJURED | UNKNOWN
            Tens of thousands of people fled. | Tens of thousands of people | 20000 | 99999 | DISPLACED | UNKNOWN
            Many thousands of people were forced from their homes. | thousands of people | 2000 | 9999 | DISPLACED | UNKNOWN
            Between 20 and 30 people were hurt. | Between 20 and 30 people | 20 | 30 | INJURED | UNKNOWN
            The flood left 2,000-3,000 people homeless. | 2,000-3,000 people | 2000 | 3000 | DISPLACED | UNKNOWN
            Two or three people died. | Two or three people | 2 | 3 | KILLED | UNKNOWN
            Two to three million people are displaced. | Two to three million people | 2000000 | 3000000 | DISPLACED | UNKNOWN
            Outrage grew at the deaths of 17 aid workers. | 17 aid workers | 17 | 17 | KILLED | AID_WORKER
            The shelling led to three civilian deaths. | three civilian deaths | 3 | 3 | KILLED | CIVILIAN
            Scores of people were killed and injured. | Scores of people | 40 | 99 | CASUALTY | UNKNOWN
            The army shot at the crowd, killing and wounding 12 people. | 12 people | 12 | 12 | CASUALTY | UNKNOWN
            At least 12 people were still under the rubble. | At least 12 people | 12 | - | TRAPPED | UNKNOWN
            Some 200 families have been displaced. | Some 200 families | 180 | 220 | DISPLACED | FAMILY
            A further 25 people on a bus were wounded. | 25 people | 25 | 25 | INJURED | UNKNOWN
            Five rescue workers, not four, were killed. | Five rescue workers | 5 | 5 | KILLED | AID_WORKER
            The rockets claimed the lives of nine people. | nine people | 9 | 9 | KILLED | UNKNOWN
            Raid on Dorvan kills more than 120 mostly women and children. | more than 120 | 121 | - | KILLED | UNKNOWN
            A quake that killed perhaps a half-million people shook Belun. | perhaps a half-million people | 450000 | 550000 | KILLED | UNKNOWN
            The ferry sank, killing all 224 people on board. | 224 people | 224 | 224 | KILLED | UNKNOWN
            Hundreds of badly injured civilians lay in the mill. | Hundreds of badly injured civilians | 200 | 999 | INJURED | CIVILIAN
            Thousands of Alid and Dorian people fled Belun. | Thousands of Alid and Dorian people | 2000 | 9999 | DISPLACED | UNKNOWN
            One member of the Dorvan security forces was killed. | One member | 1 | 1 | KILLED | COMBATANT
            Six members of one family were killed. | Six members | 6 | 6 | KILLED | UNKNOWN
            Nine people from two families were hurt. | Nine people | 9 | 9 | INJURED | UNKNOWN
            The army was able to kill about 40 militants. | about 40 militants | 36 | 44 | KILLED | COMBATANT
            Five guards and a child were killed. | Five guards | 5 | 5 | KILLED | COMBATANT
            One CRA (Dorvan Relief Agency) lorry driver and a cook were hurt. | One CRA (Dorvan Relief Agency) lorry driver | 1 | 1 | INJURED | UNKNOWN
            A further 6.5 million people were believed to be displaced. | 6.5 million people | 6500000 | 6500000 | DISPLACED | UNKNOWN
            At least 23 people, most of them from the Belun camp, were killed. | At least 23 people | 23 | - | KILLED | UNKNOWN
            There were no fatalities among the troops of Belun. | no fatalities | 0 | 0 | KILLED | COMBATANT
            The raid killed 18 Alid commanders and members. | 18 Alid commanders and members | 18 | 18 | KILLED | COMBATANT
            At least 20 guards of Asur and Belun and nurses from Dorvan were killed. | At least 20 guards | 20 | - | KILLED | COMBATANT
            Only 109 people out of 325,000 were detained. | 109 people | 109 | 109 | DETAINED | UNKNOWN
            Five of those killed were nurses. | Five of those killed were nurses | 5 | 5 | KILLED | MEDIC
            The flood killed nine women and children. | nine women and children | 9 | 9 | KILLED | UNKNOWN
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
            The toll could rise to 50.
            The strike could kill thousands.
            One in five residents has been killed.
            A third of the hostages were freed.
            About 20 people are killed every day.
            The group claimed three of the towns.
            The army would be able to kill 40 militants.
            Nine prisoners are to be killed.
            The report notes several cases of mass executions.
            The patrol was formed by three former detainees.
            The band is known for killing dozens of people at a time.
            The number of deaths was one of the highest of the spring.
            Guards shot dead a boy of 17. A girl of nine was hurt.
            Nine of every ten families fled. Nine of ten homes were hit.
            Three out of every five houses were destroyed.
            Hardly any of the 90 houses burned.
            Not all of the 30 hostages were freed.
            The raid did not kill 40 people. It never hurt 12 nurses.
            The party lost four seats. Two teams were eliminated.
            Three bombs were neutralised.
            Two towns received visitors. Three pupils suffered no harm.
            Forty pupils took shelter in the cellar.
            The cabinet included nine women.
            The bus drove from 27 to 31.
            The army relieved two besieged towns.
            Five ministers left Belun. Three guests left early.
            A guard was killed. A cook and a nurse met.
            A teacher and a nurse said so. A woman whose son was killed spoke.
            The council says 20 shops opened. The bank says 30.
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
    void aBreakdownIsPartsOfItsWhole() {
        List<Figure> figures =
                tag("12 people, including five children and two medics, were killed and 30 others wounded.");
        assertThat(figures).extracting(Figure::low).containsExactly(12L, 5L, 2L, 30L);
        assertThat(figures).extracting(Figure::part).containsExactly(false, true, true, false);
        assertThat(figures)
                .extracting(Figure::unit)
                .containsExactly(Unit.KILLED, Unit.KILLED, Unit.KILLED, Unit.INJURED);
    }

    @Test
    void thoseAmongOthersAreParts() {
        List<Figure> figures = tag("10 children and 13 rebels were among 48 people executed in Belun.");
        assertThat(figures).extracting(Figure::low).containsExactly(10L, 13L, 48L);
        assertThat(figures).extracting(Figure::part).containsExactly(true, true, false);
        assertThat(tag("There are 149 detainees in Belun, almost 90 of them from Dorvan."))
                .extracting(Figure::unit)
                .containsExactly(Unit.DETAINED, Unit.DETAINED);
        assertThat(tag("19 fighters from the group and four civilians were killed."))
                .extracting(Figure::low)
                .containsExactly(19L, 4L);
        assertThat(tag("The raid killed two women and their seven children."))
                .extracting(Figure::low)
                .containsExactly(2L, 7L);
    }

    @Test
    void theDeadOfAHeadingAndOfARelativeArePartsToo() {
        assertThat(tag("Among the dead were seven people."))
                .extracting(Figure::part)
                .containsExactly(true);
        assertThat(tag("The raid killed 12 people, three of them medics."))
                .extracting(Figure::personClass)
                .containsExactly(PersonClass.UNKNOWN, PersonClass.MEDIC);
        assertThat(tag("Of those killed six were children."))
                .extracting(Figure::personClass)
                .containsExactly(PersonClass.CHILD);
    }

    @Test
    void eachVerbHasItsOwnCount() {
        List<Figure> figures = tag("The attack killed at least seven and wounded dozens.");
        assertThat(figures).extracting(Figure::unit).containsExactly(Unit.KILLED, Unit.INJURED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The blast killed 5 & injured 12. | 5 KILLED, 12 INJURED
            The death toll rose from 27 to 31. | 27 KILLED part, 31 KILLED
            The toll was raised to 19 from an earlier 12. | 19 KILLED, 12 KILLED part
            Three teachers were killed and a pupil badly hurt. | 3 KILLED, 1 INJURED
            Five guards and a pupil were hurt. | 5 INJURED
            68 children were among the 126 people killed. | 68 KILLED part, 126 KILLED
            The dead included nine guards, two of whom were women. | 9 KILLED part, 2 KILLED part
            Among the dead were ten boys and nine girls a nurse said. | 10 KILLED part, 9 KILLED part
            Another six people died, on top of the 31 killed in the raid. | 6 KILLED, 31 KILLED
            Another six people died. | 6 KILLED part
            Number of persons killed: 96 guards, among them 22 women; 61 rebels. | 96 KILLED, 22 KILLED part, 61 KILLED
            The Monitor says 212 people died. The army says 30, all of them rebels. | 212 KILLED, 30 KILLED
            The Monitor says 212 people died. The army says 30 shops were open. | 212 KILLED
            None of the 12 guards was hurt. | 0 INJURED
            Seven of the 19 trucks burned and four people were killed. | 4 KILLED
            Seven of the 19 guards died and four people were killed. | 7 KILLED, 4 KILLED
            """)
    void countsOfOneText(String text, String counts) {
        assertThat(tag(text).stream()
                        .map(figure -> figure.low() + " " + figure.unit() + (figure.part() ? " part" : ""))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Five guards were killed and 12 others hurt. | COMBATANT
            Five guards and 12 others were killed. | UNKNOWN
            Five nurses were killed and 12 others hurt. | UNKNOWN
            """)
    void othersWhomSomethingElseBefellAreOfTheClassBefore(String text, PersonClass personClass) {
        assertThat(tag(text).get(1).personClass()).isEqualTo(personClass);
    }

    @Test
    void aShareOfAStatedNumberIsComputed() {
        Figure half = tag("The country says that half of its 23 million people are displaced.")
                .get(0);
        assertThat(half.low()).isEqualTo(11_500_000L);
        assertThat(half.high()).isEqualTo(11_500_000L);
        assertThat(half.computed()).isTrue();
        Figure percent =
                tag("About 40 percent of the town's 2,000 residents fled.").get(0);
        assertThat(percent.low()).isEqualTo(720L);
        assertThat(percent.high()).isEqualTo(880L);
        assertThat(percent.computed()).isTrue();
    }

    @Test
    void aTollIsRemembered() {
        List<Figure> figures = tag("The Monitor put the toll at 22. The ministry put it at 35.");
        assertThat(figures).extracting(Figure::low).containsExactly(22L, 35L);
        assertThat(tag("The bank put it at 35.")).isEmpty();
    }

    @Test
    void periodAndPlaceAreTheScope() {
        Article article = Texts.article(
                "More than 300 people have been killed so far this year. Since Monday shelling has wounded 44 civilians."
                        + "\nAs of Tuesday, 45 people had been killed.",
                LocalDate.of(2023, 3, 16));
        List<Figure> figures = tag(article);
        assertThat(figures).extracting(Figure::scope).containsExactly("so far this year", "Since Monday", null);
        assertThat(figures).extracting(Figure::cumulative).containsExactly(true, true, false);
        assertThat(figures.get(1).period())
                .isEqualTo(new TimeInterval(LocalDate.of(2023, 3, 13), LocalDate.of(2023, 3, 16), TimePrecision.DAY));
        assertThat(figures.get(2).asOf()).isEqualTo(TimeInterval.day(LocalDate.of(2023, 3, 14)));
    }

    @Test
    void countsOverAPeriodAreCumulative() {
        Figure figure =
                tag("Over 9,000 people have been killed in the conflict.").get(0);
        assertThat(figure.cumulative()).isTrue();
        assertThat(figure.scope()).isEqualTo("in the conflict");
        assertThat(tag("He has a role in a war that has cost 9,000 lives and sent thousands fleeing."))
                .extracting(Figure::scope)
                .containsExactly("a war", "a war");
        assertThat(tag("The raids killed 58 people, including 17 children and nine women, over the past year."))
                .extracting(Figure::scope)
                .containsOnly("over the past year");
        assertThat(tag("The raid came in the early hours, killing nine people."))
                .extracting(Figure::cumulative)
                .containsExactly(false);
    }
}
