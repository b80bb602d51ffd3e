/**
 * Sentences as grammar sees them: tokens with parts of speech, quotations, phrases, clauses and their subjects.
 *
 * <p>Front door: {@link org.rashomon.annotate.syntax.SentenceTagger}, which cuts and tags each block once, as a {@link
 * org.rashomon.annotate.syntax.TaggedBlock} with its {@link org.rashomon.annotate.syntax.Quotation}s, and gives its sentences
 * as slices of it, {@link org.rashomon.annotate.syntax.TaggedSentence}. What can be asked about one word is in {@link
 * org.rashomon.annotate.syntax.TaggedWords}, which both are. Phrases: {@link org.rashomon.annotate.syntax.SubjectPhrases},
 * {@link org.rashomon.annotate.syntax.SourcePhrases}, {@link org.rashomon.annotate.syntax.BarePhrases}, {@link
 * org.rashomon.annotate.syntax.Adjuncts}; clauses: {@link org.rashomon.annotate.syntax.ClauseBounds}, {@link
 * org.rashomon.annotate.syntax.ClauseSubjects}; turns of transcripts and interviews: {@link
 * org.rashomon.annotate.syntax.Dialogue}, by {@code en/dialogue-words.tsv}. Function words stand in {@code en/grammar-words.tsv}, what is asked
 * of words in a row in {@code en/grammar-patterns.tsv}.
 *
 * <p>To add a question about grammar: a method here, not a pattern in the step that asks. Sees {@code patterns}, {@code model}, {@code text},
 * {@code nlp}, {@code words}.
 */
@NullMarked
package org.rashomon.annotate.syntax;

import org.jspecify.annotations.NullMarked;
