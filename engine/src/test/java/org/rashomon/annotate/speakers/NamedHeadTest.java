package org.rashomon.annotate.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.annotate.names.EntityRecogniser;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.testing.Known;
import org.rashomon.testing.Texts;
import org.rashomon.text.SentenceSplitter;

/** Which name of a source speaks, and that none does where the names only tell whose somebody is. */
class NamedHeadTest {
    private static final EntityRecogniser RECOGNISER = new EntityRecogniser(Known.NAMES);

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Ana Lund                                                | Ana Lund
            Harbour Minister Ana Lund                               | Ana Lund
            # two titles of one person, and a body beside a person
            Rescue Corps Chairman and Gen. Ana Lund                 | Ana Lund
            Rescue Corps Chairman Ana Lund                          | Ana Lund
            The Rescue Corps and its chairman Ana Lund              | Rescue Corps
            # what a body is, and somebody of it
            The Kestrian Rights Monitor                             | Kestrian Rights Monitor
            The Kestrian Rights Monitor monitoring group            | Kestrian Rights Monitor
            The Kestrian Rights Monitor watchdog                    | Kestrian Rights Monitor
            The Kestrian Rights Monitor officials                   | nobody
            Kestrian Rights Monitor doctors                         | nobody
            # all who monitor, and somebody of the body
            Monitors at the Kestrian Rights Monitor                 | Kestrian Rights Monitor
            Monitors with the Caul-based Kestrian Rights Monitor    | Kestrian Rights Monitor
            Monitors at the Rescue Corps                            | nobody
            Two monitors at the Kestrian Rights Monitor             | nobody
            Doctors at the Kestrian Rights Monitor                  | nobody
            Monitors of the group and the Kestrian Rights Monitor   | nobody
            # an office in capitals up to the name, and somebody who serves another with a title
            Former Director of the Harbour (South) Ana Lund         | Ana Lund
            Superintendent of Police (North) Ana Lund               | Ana Lund
            Deputy Commissioner of Customs (East) Ana Lund          | Ana Lund
            Spokesman for Mayor Ana Lund                            | nobody
            Lawyer for suspect Ana Lund                             | nobody
            Supporters of Ana Lund                                  | nobody
            Director for Ana Lund                                   | nobody
            Director of Roads Ana Lund loyalists                    | nobody
            # another's, and under a preposition
            The Kestrian Rights Monitor's director                  | nobody
            Ana Lund's cousin                                       | nobody
            A spokesman for Ana Lund                                | nobody
            The head of the Kestrian Rights Monitor                 | nobody
            The group that held Ana Lund                            | nobody
            Several Ana Lund loyalists                              | nobody
            """)
    void theNameThatSpeaks(String source, String name) {
        String text = source
                + " said that the pier had burned. The Rescue Corps and the Kestrian Rights Monitor met Ana Lund.";
        Article article = Texts.article(text, null);
        Span words = new Span(0, source.length());
        List<Mention> mentions = RECOGNISER.recognise(article, new SentenceSplitter().split(article));
        Mention head = new NamedHead(article).of(words, new Mentions(mentions).in(words));
        assertThat(head == null ? "nobody" : head.span().in(text)).isEqualTo(name);
    }
}
