/**
 * Who says what: source, cue and content of each attribution (PARC 3.0, PolNeAR).
 *
 * <p>Front door: {@link org.rashomon.annotate.attribution.Attributor}, which the rules of package {@code rules} and {@link
 * org.rashomon.annotate.attribution.LearnedAttributor} implement. The latter holds what the encoder gives to {@code Proofs}, one
 * ordered list of named checks ({@code SourceProofs}: whose words, {@code ContentProofs}: which words) over {@code Evidence}, and adds
 * what the rules find besides, by named kinds ({@code Additions}). Each can be left out by its name; {@link
 * org.rashomon.annotate.attribution.Trail} keeps which of them decided.
 *
 * <p>To add a proof or an addition: an entry in its list, a row in {@code LearnedAttributorTest}, and its figures in {@code
 * docs/evaluation/proofs.md} by {@code bench/ablation.py}: what helps on no text it was not written on goes out.
 *
 * <p>To add a cue verb: one row in {@code en/cues.tsv}, read by {@link org.rashomon.annotate.attribution.CueLexicon}. What
 * proofs ask of the words around stands in {@code en/proof-constructions.tsv}. Sees
 * {@code syntax}, {@code words}, {@code nlp}, {@code text}, {@code model}.
 */
@NullMarked
package org.rashomon.annotate.attribution;

import org.jspecify.annotations.NullMarked;
