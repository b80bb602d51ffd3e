package org.rashomon.annotate.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.annotate.syntax.ClauseSubjects.Subject;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.testing.HandMade;

/** Of whom a sentence tells: the name that is the subject of its main clause, with its verb, or nobody. */
class ClauseSubjectsTest {
    /** All who are named in the sentences below. */
    private static final List<String> PEOPLE = List.of("Ana Lund", "Ivo Dace");

    /** The subject and the verb of the first sentence, as far as it stands before {@code end}; {@code nobody} where there is none. */
    private static String told(String text, int end) {
        Article article = HandMade.article(text);
        List<Mention> people = new ArrayList<>();
        for (String name : PEOPLE) {
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
                people.add(new Mention(new Span(at, at + name.length()), EntityType.PER, null, Mention.How.NAME));
            }
        }
        people.sort(Comparator.comparing(Mention::span));
        return new ClauseSubjects(new Mentions(people))
                .of(HandMade.sentences(article).get(0), end)
                .map(subject -> name(text, subject))
                .orElse("nobody");
    }

    private static String name(String text, Subject subject) {
        return subject.name().span().in(text) + " "
                + text.substring(subject.verb()).split(" ", 2)[0];
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # titles
            Ana Lund opened the bridge.                                               | Ana Lund opened
            Foreign Minister Ana Lund opened the bridge.                              | Ana Lund opened
            The new harbour master Ana Lund opened the bridge.                        | Ana Lund opened
            Secretary of State Ana Lund opened the bridge.                            | Ana Lund opened
            Kestria's foreign minister Ana Lund opened the bridge.                    | Ana Lund opened
            But Ana Lund opened the bridge.                                           | Ana Lund opened
            # what is fronted
            After the talks in Caul, Ana Lund opened the bridge.                      | Ana Lund opened
            After the talks in Caul, Mayor Ana Lund opened the bridge.                | Ana Lund opened
            Less than an hour after the crowd had left, Ana Lund opened the bridge.   | Ana Lund opened
            Standing on the pier, Ana Lund opened the bridge.                         | Ana Lund opened
            Standing where the pier had burned, Ana Lund opened the bridge.           | Ana Lund opened
            In a bid to end the quarrel, Ana Lund opened the bridge.                  | Ana Lund opened
            # an apposition before the name
            A baker from the lower town, Ana Lund opened the bridge.                  | Ana Lund opened
            The mayor of the old harbour, Ana Lund, opened the bridge.                | Ana Lund opened
            # what stands between the name and the verb
            Ana Lund, who had slept badly, opened the bridge.                         | Ana Lund opened
            Ana Lund, a baker of the lower town, opened the bridge.                   | Ana Lund opened
            Ana Lund (a baker of the lower town) opened the bridge.                   | Ana Lund opened
            Ana Lund on Monday opened the bridge.                                     | Ana Lund opened
            Ana Lund of the Dockers Union opened the bridge.                          | Ana Lund opened
            Ana Lund quietly opened the bridge.                                       | Ana Lund opened
            # the first of two clauses
            Ana Lund had opened the bridge, and Ivo Dace shut it.                     | Ana Lund had
            """)
    void theSubjectOfTheMainClause(String text, String subject) {
        assertThat(told(text, text.length())).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # another's
            Ana Lund's brother opened the bridge.
            Ana Lund's brother, who had slept badly, opened the bridge.
            # quoted
            "Ana Lund opened the bridge," the crowd cried.
            \u201cAna Lund opened the bridge,\u201d the crowd cried.
            # under a preposition
            A crowd with Ana Lund opened the bridge.
            The bridge was opened by Ana Lund.
            # objects
            The crowd saw Ana Lund.
            The crowd saw Ana Lund, who had slept badly.
            # of another clause than the main one
            The crowd cheered, and Ana Lund opened the bridge.
            The crowd cheered, Ana Lund opened the bridge.
            The crowd cheered because Ana Lund opened the bridge.
            For weeks before Ana Lund opened the bridge, the crowd had waited.
            # without a finite verb
            Ana Lund, the mayor.
            Ana Lund opening the bridge.
            Ana Lund: "The bridge opened."
            """)
    void aNameThatIsNoSubject(String text) {
        assertThat(told(text, text.length())).isEqualTo("nobody");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ana Lund opened the bridge, she said.     | Ana Lund opened | she
            Her aide said Ana Lund opened the bridge. | nobody          | Her
            Ana Lund, she said, opened the bridge.    | nobody          | she
            """)
    void onlyWhatStandsBeforeThePronoun(String text, String subject, String pronoun) {
        assertThat(told(text, text.indexOf(pronoun))).isEqualTo(subject);
    }
}
