package org.rashomon.annotate.syntax;

import java.util.Optional;

/**
 * Clauses of a block of text and who acts in them: what every step asks that has to know whose verb a verb is. Tokens are those of
 * the block. {@link TagClauses} answers by parts of speech; a parse answers the same questions better.
 */
public interface Clauses {
    /**
     * Who does what a verb tells: its subject; of a passive the agent, where one is named; of an infinitive, of a participle and of a
     * verb joined to another without a subject of its own, whoever controls it. Empty where nobody is.
     *
     * @param verb any token of the verb with its auxiliaries
     */
    Optional<TokenRange> subjectOf(int verb);

    /** The innermost clause of a token, from its first token to its last; clauses within it lie in the range, too. */
    TokenRange clauseOf(int token);

    /** Whether the innermost clause of one is that of the other. */
    boolean sameClause(int a, int b);

    /** What a word depends on; empty for the verb of a clause. */
    Optional<Head> headOf(int token);

    /**
     * A word on which another depends.
     *
     * @param token the word
     * @param relation of the other to it
     */
    record Head(int token, Relation relation) {}

    /** As what a word depends on its head, as in Universal Dependencies: nsubj, obj, obl or nmod, all else within a phrase. */
    enum Relation {
        SUBJECT,
        OBJECT,
        OBLIQUE,
        MODIFIER
    }
}
