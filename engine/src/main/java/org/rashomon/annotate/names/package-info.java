/**
 * The names of one article and whom they stand for.
 *
 * <p>Front door: {@link org.rashomon.annotate.names.EntityRecogniser}. {@link org.rashomon.annotate.names.NameFinder} finds
 * names by gazetteer and shape ({@code NameScan} over a {@code NameLine}), {@code LearnedNames} joins them with the trained
 * reader's, {@code ActorLinker} says whom they mean, {@link org.rashomon.annotate.names.StateFinder} finds states that no
 * table knows.
 *
 * <p>To add a word that rules of names use: a row in {@code en/name-words.tsv}. Sees {@code model}, {@code text}, {@code
 * nlp}, {@code facts}, {@code words}.
 */
@NullMarked
package org.rashomon.annotate.names;

import org.jspecify.annotations.NullMarked;
