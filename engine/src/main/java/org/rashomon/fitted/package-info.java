/**
 * Decisions that are scored instead of ruled: what speaks for and against each, and the weights that were fitted to it.
 *
 * <p>Front door: {@link org.rashomon.fitted.FittedModel}, which weighs {@link org.rashomon.fitted.Signals}. The
 * weights stand in a table; its header names the script in {@code training/} that fitted them, and on what.
 *
 * <p>Sees {@code words}.
 */
@NullMarked
package org.rashomon.fitted;

import org.jspecify.annotations.NullMarked;
