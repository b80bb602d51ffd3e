package org.rashomon.annotate.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.pipeline.ArticlePipeline;
import org.rashomon.text.Hashes;

/** A source before which nothing stands: what is looked for before it is not there, and the article is read all the same. */
class FirstSourceTest {
    private static final String HEADLINE = "Rain over Keldra";
    private static List<ArticlePipeline> pipelines = List.of();

    @BeforeAll
    static void load() {
        pipelines = List.of(ArticlePipeline.rules(), ArticlePipeline.learned().orElseThrow());
    }

    @AfterAll
    static void close() {
        pipelines.forEach(ArticlePipeline::close);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # each kind of source that is looked up by what stands before it
            The army said that the port would open.                     | UNNAMED The army
            The Monitor said that it could not come.                    | UNNAMED The Monitor
            The watchdog said that ten people had died.                 | UNNAMED The watchdog
            The newspaper said that ten people had died.                | UNNAMED The newspaper
            The president said that the port would open.                | UNNAMED The president
            The government said that the port would open.               | UNNAMED The government
            The spokesman said that the port would open.                | UNNAMED The spokesman
            A spokesman said that the port would open.                  | UNNAMED A spokesman
            A monitoring group said that ten people had died.           | UNNAMED A monitoring group
            Officials said that the port would open.                    | UNNAMED Officials
            The statement said that ten people had died.                | UNRESOLVED The statement
            The report said that ten people had died.                   | UNRESOLVED The report
            She said that the port would open.                          | UNRESOLVED She
            They said that the port would open.                         | UNRESOLVED They
            It said that the port would open.                           | UNRESOLVED It
            I said that the port would open.                            | UNRESOLVED I
            # a name needs nothing before it
            Ana Lund said that the port would open.                     | NAMED Ana Lund
            Harbour ministry spokesman Peter Dace said that it was shut. | NAMED Peter Dace
            """)
    void isReadWhateverTheArticleOpensWith(String sentence, String speaker) {
        for (ArticlePipeline pipeline : pipelines) {
            for (String opening : List.of("", " ", "\n", "\n\n", "\t ", HEADLINE + "\n\n", "\n" + HEADLINE + "\n\n")) {
                List<Claim> claims =
                        pipeline.analyse(article(opening + sentence + "\n")).claims();
                assertThat(claims)
                        .as(pipeline.reader() + " behind \"" + opening + "\"")
                        .extracting(claim ->
                                claim.speaker().status() + " " + claim.speaker().label())
                        .containsExactly(speaker);
            }
        }
    }

    private static Article article(String text) {
        List<Block> blocks = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (!line.isBlank()) {
                int start = text.indexOf(line.strip());
                blocks.add(new Block(
                        new Span(start, start + line.strip().length()),
                        line.equals(HEADLINE) ? BlockRole.HEADLINE : BlockRole.BODY));
            }
        }
        return new Article(
                "t", "t.txt", Imprint.builder().language("en").build(), text, blocks, List.of(), Hashes.sha256(text));
    }
}
