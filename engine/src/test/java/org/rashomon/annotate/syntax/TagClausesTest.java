package org.rashomon.annotate.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.testing.HandMade;

class TagClausesTest {
    private static TaggedBlock block(String text) {
        return HandMade.sentences(HandMade.article(text)).get(0).block();
    }

    private static int token(TaggedBlock block, String word) {
        return IntStream.range(0, block.size())
                .filter(i -> block.word(i).equals(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no token " + word));
    }

    private static String words(TaggedBlock block, TokenRange range) {
        return block.span(range.from(), range.to()).in(block.text());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # its own subject
            Lund said that the ferry had sunk.                               | said      | Lund
            Lund said that the ferry had sunk.                               | sunk      | the ferry
            While Lund pressed for talks, the guild sank two ferries.        | sank      | the guild
            While Lund pressed for talks, the guild sank two ferries.        | pressed   | Lund
            Lund met Orlo after the minister insisted on talks.              | insisted  | the minister
            He quoted two women who said the ferry had sunk.                 | said      | who
            # of a passive the agent, and nobody where none is named
            The raid was condemned by the guild.                             | condemned | the guild
            The raid was condemned on Monday.                                | condemned | -
            # whoever controls it
            The guild sank two ferries, accusing the harbour of neglect.     | accusing  | The guild
            The guild vowed to sink the ferry.                               | sink      | The guild
            The guild left the harbour and denied the raid.                  | denied    | The guild
            """)
    void whoDoesWhatAVerbTells(String text, String verb, String subject) {
        TaggedBlock block = block(text);
        assertThat(new TagClauses(block).subjectOf(token(block, verb)).map(range -> words(block, range)))
                .isEqualTo(java.util.Optional.ofNullable(subject));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            Lund told the guild a story.                                     | Lund  | story    | true
            Lund told the guild that the ferry had sunk.                     | Lund  | ferry    | false
            Lund told the guild that the ferry had sunk.                     | ferry | sunk     | true
            While Lund pressed for talks, the guild sank two ferries.        | Lund  | guild    | false
            While Lund pressed for talks, the guild sank two ferries.        | guild | ferries  | true
            The guild, which sank two ferries, condemned the raid.           | guild | condemned | true
            The guild, which sank two ferries, condemned the raid.           | ferries | condemned | false
            The men who sank the ferry condemned the raid.                   | men   | condemned | true
            The men who sank the ferry condemned the raid.                   | ferry | condemned | false
            The guild sank a ferry, and the harbour closed its gate.         | guild | harbour  | false
            # a preposition with a noun opens no clause
            After the raid Lund told the guild a story.                      | raid  | story    | true
            """)
    void whatStandsInOneClause(String text, String a, String b, boolean same) {
        TaggedBlock block = block(text);
        Clauses clauses = new TagClauses(block);
        assertThat(clauses.sameClause(token(block, a), token(block, b))).isEqualTo(same);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Lund told the guild that the ferry had sunk.                     | ferry | that the ferry had sunk
            The guild, which sank two ferries, condemned the raid.           | ferries | which sank two ferries
            The guild, which sank two ferries, condemned the raid.           | raid  | The guild, which sank two ferries, condemned the raid.
            """)
    void aClauseReachesFromItsFirstTokenToItsLast(String text, String word, String clause) {
        TaggedBlock block = block(text);
        assertThat(words(block, new TagClauses(block).clauseOf(token(block, word))))
                .startsWith(clause);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Lund met the old guild in the harbour.  | Lund    | met     | SUBJECT
            Lund met the old guild in the harbour.  | guild   | met     | OBJECT
            Lund met the old guild in the harbour.  | old     | guild   | MODIFIER
            Lund met the old guild in the harbour.  | harbour | met     | OBLIQUE
            Lund met the old guild in the harbour.  | met     | -       | -
            """)
    void whatAWordDependsOn(String text, String word, String head, String relation) {
        TaggedBlock block = block(text);
        var found = new TagClauses(block).headOf(token(block, word));
        assertThat(found.map(h -> block.word(h.token())).orElse(null)).isEqualTo(head);
        assertThat(found.map(h -> h.relation().name()).orElse(null)).isEqualTo(relation);
    }
}
