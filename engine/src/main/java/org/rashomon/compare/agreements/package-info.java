/**
 * Which mentions are one agreement: its ledger of parties, duties and what is said of their keeping.
 *
 * <p>Front door: {@link org.rashomon.compare.agreements.AgreementMatcher}, which gives {@link
 * org.rashomon.compare.agreements.Agreements}. {@code AgreementProfile} is what is told of a deal: parties, month, kind,
 * names, countries; its {@code likeness} says what speaks for one deal in two articles. Sees {@code corpus}, {@code model}, {@code text}.
 */
@NullMarked
package org.rashomon.compare.agreements;

import org.jspecify.annotations.NullMarked;
