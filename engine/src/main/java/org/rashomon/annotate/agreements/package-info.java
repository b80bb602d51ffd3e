/**
 * Where an article speaks of an agreement: parties, duties, and what claims say about its keeping (PA-X).
 *
 * <p>Front door: {@link org.rashomon.annotate.agreements.AgreementTagger}. {@code AgreementFinder} finds names of
 * agreements, {@code Participations} who has which part, {@code Obligations} with {@code DutyMarkers} who owes what, {@code
 * AgreementStatements} who is said to have broken it.
 *
 * <p>To add a marker of a duty or a status word: a row in {@code en/agreement-words.tsv}; what rules ask of
 * words in a row stands in {@code en/agreement-patterns.tsv}. Sees {@code patterns}, {@code incidents} (for {@code
 * Scene}), {@code names}, {@code syntax}, {@code facts}, {@code words}, {@code text}, {@code model}.
 */
@NullMarked
package org.rashomon.annotate.agreements;

import org.jspecify.annotations.NullMarked;
