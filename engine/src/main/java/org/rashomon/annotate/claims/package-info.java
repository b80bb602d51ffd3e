/**
 * Claims of the attributions that somebody voiced: speaker, act, targets, and through whom the words came.
 *
 * <p>Front door: {@link org.rashomon.annotate.claims.ClaimMaker}. {@code VoicedAttributions} says which attributions are
 * claims, {@code Turns}, {@code Posts} and {@code SignedQuotes} read transcripts, posts and signed quotations, {@code QuotationRuns} joins quotations over paragraphs, {@code Nesting} and {@code ViaChains} tell inner from
 * outer sources, {@code InnerSpeech} finds what is told within what is told, {@code ActClassifier} and {@code ClaimTargets} what is done to whom.
 *
 * <p>To add words of an act: a row in {@code en/acts.tsv}. Sees {@code patterns}, {@code attribution}, {@code speakers}, {@code names}, {@code
 * syntax}, {@code facts}, {@code fitted}, {@code words}, {@code nlp}, {@code text}, {@code model}.
 */
@NullMarked
package org.rashomon.annotate.claims;

import org.jspecify.annotations.NullMarked;
