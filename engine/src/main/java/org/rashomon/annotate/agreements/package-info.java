/**
 * Where an article speaks of an agreement: parties, duties, and what claims say about its keeping (PA-X).
 *
 * <p>Front door: {@link org.rashomon.annotate.agreements.AgreementTagger}. {@code AgreementFinder} finds names of agreements, {@code
 * Participations} who has which part. {@code Duties} reads who owes what: {@code DutyFrame} tells whether a sentence says what an agreement
 * holds, {@code DutyCues} where words oblige, {@code DutyBearers} whom (or nobody by name), {@code DutyDeed} to what. {@code
 * AgreementStatements} reads who is said to have broken it, or that it stands.
 *
 * <p>To add a construction that obliges: a row in {@code en/agreement-patterns.tsv} or words in {@code en/agreement-words.tsv}, and in {@code
 * AgreementTaggerTest} a row with the near misses that are no duty: a wish, a plan outside any deal, a demand of one side. Sees {@code
 * patterns}, {@code incidents} (for {@code Scene}), {@code names}, {@code syntax}, {@code facts}, {@code words}, {@code text}, {@code model}.
 */
@NullMarked
package org.rashomon.annotate.agreements;

import org.jspecify.annotations.NullMarked;
