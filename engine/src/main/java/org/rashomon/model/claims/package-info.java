/**
 * Who says what: records of reported speech.
 *
 * <p>{@link org.rashomon.model.claims.Attribution} is source, cue and content (PARC 3.0, PolNeAR); {@link
 * org.rashomon.model.claims.Claim} an attribution that somebody voiced, with its {@link org.rashomon.model.claims.Speaker},
 * {@link org.rashomon.model.claims.SpeakerStatus}, {@link org.rashomon.model.claims.Act} (PLOVER, CAMEO) and {@link
 * org.rashomon.model.claims.Factuality}. Depends on {@code model}.
 */
@NullMarked
package org.rashomon.model.claims;

import org.jspecify.annotations.NullMarked;
