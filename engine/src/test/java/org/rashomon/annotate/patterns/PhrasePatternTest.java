package org.rashomon.annotate.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.annotate.patterns.WordPattern.Lexicon;
import org.rashomon.annotate.patterns.WordPattern.Walk;
import org.rashomon.testing.HandMade;

class PhrasePatternTest {
    private static WordPattern pattern(String notation) {
        return PatternNotation.read(notation, list -> List.of("of", "for"));
    }

    /** The words that a pattern takes where it first stands, parted by blanks; {@code -} where it does not, {@code .} for none. */
    private static String taken(String notation, WordRow row) {
        WordPattern pattern = pattern(notation);
        for (int at = 0; at < Math.max(1, row.size()); at++) {
            int end = pattern.end(new Walk(row, Lexicon.NONE, false), at);
            if (end >= 0) {
                StringBuilder taken = new StringBuilder();
                IntStream.range(at, end).forEach(i -> taken.append(row.lower(i)).append(' '));
                return end == at ? "." : taken.toString().strip();
            }
        }
        return "-";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # sign | pattern | text | what it takes
            words | a/an raid | An raid on Korsk | an raid
            words | a/an raid | The raid on Korsk | -
            words in one row | in raid | in a raid | -
            beginning | declin* to | declined to answer | declined to
            beginning | declin* to | reclined to rest | -
            ending | *ly said | openly said | openly said
            ending | *ly said | open said | -
            small plural | aaa*s | in days | days
            small plural | aaa*s | as is his Days | -
            any word | * Korsk | to Korsk | to korsk
            any word | * Korsk | , Korsk | -
            hyphen inside | *-* | the rebel-held town | rebel-held
            hyphen inside | *-* | the town - held | -
            all of | *ed&!red/wed seas | he saw bombed seas | bombed seas
            all of | *ed&!red/wed seas | he saw red seas | -
            behind | behind(in) Korsk | in Korsk | korsk
            behind, not at the start | behind(in) Korsk | Korsk | -
            brackets | !(/) Korsk | to Korsk | to korsk
            brackets | !(/) Korsk | ( Korsk ) | -
            capital | Aa said | Ana said | ana said
            capital | Aa said | who said | -
            small letter | aa said | who said | who said
            small letter | aa said | Ana said | -
            digit | 0 dead | 12 dead | 12 dead
            digit | 0 dead | twelve dead | -
            list | @of Korsk | for Korsk | for korsk
            list | @of Korsk | in Korsk | -
            none of | !of/for Korsk | in Korsk | in korsk
            none of | !of/for Korsk | of Korsk | -
            none of, but a word | !of/for Korsk | Korsk | -
            may be missing | the? raid | raid | raid
            may be missing | of the? raid | of the raid | of the raid
            may be missing | of the? raid | of that raid | -
            up to three | a *?3 raid | a big night air raid | a big night air raid
            up to three | a *?3 raid | a very big night air raid | -
            given back | a *?3 raid raid | a raid raid | a raid raid
            group missing | as [well as] Korsk | as Korsk | as korsk
            group there | as [well as] Korsk | as well as Korsk | as well as korsk
            group in part | as [well as] Korsk | as well Korsk | -
            group in a group | [the [old] town of] Korsk | the town of Korsk | the town of korsk
            start | ^ Korsk | Korsk fell | korsk
            start | ^ Korsk | when Korsk fell | -
            end | fell $ | Korsk fell | fell
            end | fell $ | Korsk fell. | -
            alone | Korsk alone | Korsk. | korsk
            alone | Korsk alone | In Korsk. | -
            alone | Korsk alone | Korsk fell. | -
            after | after(in) Korsk | in Korsk | korsk
            after, at the start | after(in) Korsk | Korsk | korsk
            after | after(in) Korsk | to Korsk | -
            unless | unless(in) Korsk | to Korsk | korsk
            unless | unless(in) Korsk | in Korsk | -
            not | Korsk not(fell) | Korsk rose | korsk
            not | Korsk not(fell) | Korsk fell | -
            then | Korsk then(fell) | Korsk | korsk
            then | Korsk then(fell) | Korsk rose | -
            followed | Korsk followed(fell) | Korsk fell | korsk
            followed | Korsk followed(fell) | Korsk | -
            possessive | Korsk 's | Korsk’s port | korsk 's
            negation | did n't say | didn’t say | did n't say
            mark | said : " | said: “No | said : "
            """)
    void takesWhatItsNotationSays(String sign, String notation, String text, String taken) {
        assertThat(taken(notation.replace('/', '|'), TextWords.of(text)))
                .as(sign)
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VERB | Jets struck Korsk. | struck
            PROPN . | Jets struck Korsk. | korsk .
            VERB . | Jets struck Korsk. | -
            """)
    void partsOfSpeechStandForWords(String notation, String sentence, String taken) {
        assertThat(taken(
                        notation, HandMade.sentences(HandMade.article(sentence)).get(0)))
                .isEqualTo(taken);
    }

    /** Words of which every one with a small letter is of the class that it names. */
    private record Classed(TextWords words) implements WordRow {
        @Override
        public int size() {
            return words.size();
        }

        @Override
        public String lower(int at) {
            return words.lower(at);
        }

        @Override
        public char initial(int at) {
            return words.initial(at);
        }

        @Override
        public boolean isOf(int at, String wordClass) {
            return Character.isLowerCase(initial(at)) && lower(at).equals(wordClass);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {raid}             | a raid | raid
            {raid}             | a Raid | -
            {raid}/blast       | a blast | blast
            {raid}/{blast}     | a blast | blast
            {raid}&!{blast}    | a blast | -
            behind({raid}) was | a raid was | was
            """)
    void classesAreThoseOfTheRow(String notation, String text, String taken) {
        assertThat(taken(notation.replace('/', '|'), new Classed(TextWords.of(text)).part(0, text.split(" ").length)))
                .isEqualTo(taken);
    }

    @Test
    void bracketsStandInPairs() {
        for (String unpaired : List.of("[as well", "as well]")) {
            assertThatThrownBy(() -> pattern(unpaired)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatIsNamedNeedsALexicon() {
        Walk walk = new Walk(TextWords.of("Korsk"), Lexicon.NONE, false);
        assertThatThrownBy(() -> pattern("{town}").end(walk, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> pattern("<town>").end(walk, 0)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # construction | text | in, opens, closes, is
            hedge | Korsk may have fallen | in
            hedge | It couldn’t fall |
            condition | Unless Korsk falls | in opens
            condition | We wait until | in closes
            due | is to leave | in opens closes is
            outlet-word | the Korsk news agency | in closes
            outlet-word | the Korsk agency |
            """)
    void standsSomewhereOrAtAnEnd(String name, String text, String where) {
        PhrasePattern construction = PhrasePattern.of("en/claim-constructions.tsv", name);
        TextWords words = TextWords.of(text);
        StringBuilder found = new StringBuilder();
        found.append(construction.in(words) ? "in " : "");
        found.append(construction.opens(words) ? "opens " : "");
        found.append(construction.closes(words) ? "closes " : "");
        found.append(construction.is(words) ? "is" : "");
        assertThat(found.toString().strip()).isEqualTo(where == null ? "" : where);
    }

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
    void takesWholeSequences(String list, String sentence, int length) {
        WordRow row = HandMade.sentences(HandMade.article(sentence)).get(0);
        PhrasePattern patterns = PhrasePattern.of("en/incident-patterns.tsv", list);
        assertThat(IntStream.range(0, row.size())
                        .map(i -> patterns.lengthAt(row, i))
                        .max())
                .hasValue(length);
    }
}
