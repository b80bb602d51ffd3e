/**
 * The analysed articles together, and what every comparison asks of them.
 *
 * <p>Front door: {@link org.rashomon.compare.corpus.Corpus} (the analyses in order of day, with look-ups). {@link
 * org.rashomon.compare.corpus.ActorJoiner} makes one actor of what several articles name; {@link
 * org.rashomon.compare.corpus.Sides} says which actors are one side; {@link org.rashomon.compare.corpus.Words}, {@link
 * org.rashomon.compare.corpus.Word}, {@link org.rashomon.compare.corpus.Stems} measure likeness of words; {@link
 * org.rashomon.compare.corpus.Candidates} is the contract of whatever proposes pairs: never all of them. {@link
 * org.rashomon.compare.corpus.Counts}, {@link org.rashomon.compare.corpus.Names} and {@link org.rashomon.compare.corpus.GivenPairs} are what a
 * part of an archive is told of the rest.
 *
 * <p>Sees {@code model}, {@code text}, {@code words}, {@code facts}.
 */
@NullMarked
package org.rashomon.compare.corpus;

import org.jspecify.annotations.NullMarked;
