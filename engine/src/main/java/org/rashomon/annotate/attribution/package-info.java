/**
 * Who says what: source, cue and content of each attribution (PARC 3.0, PolNeAR).
 *
 * <p>Front door: {@link org.rashomon.annotate.attribution.Attributor}, which the rules of package {@code rules} and {@link
 * org.rashomon.annotate.attribution.LearnedAttributor} implement. The latter holds what the encoder gives to proofs about
 * its source and its content.
 *
 * <p>To add a cue verb: one row in {@code en/cues.tsv}, read by {@link org.rashomon.annotate.attribution.CueLexicon}. Sees
 * {@code syntax}, {@code words}, {@code nlp}, {@code text}, {@code model}.
 */
@NullMarked
package org.rashomon.annotate.attribution;

import org.jspecify.annotations.NullMarked;
