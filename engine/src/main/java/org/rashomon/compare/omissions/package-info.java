/**
 * What an outlet that tells of an incident does not carry of what was said of it, with how many do. A negative is a claim of its own: it is
 * proved, or nothing is said.
 *
 * <p>Front door: {@link org.rashomon.compare.omissions.OmissionFinder}. {@code Statements} says what is asked for, {@code Outlets} of whom and
 * whether it had been printed by then, {@code Searched} whether it may stand there. Sees {@code relations}, {@code incidents}, {@code
 * corpus}, {@code model}.
 */
@NullMarked
package org.rashomon.compare.omissions;

import org.jspecify.annotations.NullMarked;
