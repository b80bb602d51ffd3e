/**
 * Which claims deny, contradict, corroborate or restate each other, and why.
 *
 * <p>Front door: {@link org.rashomon.compare.relations.ClaimRelater}, which gives {@link
 * org.rashomon.compare.relations.Relations}. {@link org.rashomon.compare.relations.Stance} is what a claim says of its
 * incident or agreement; {@code Restatements} joins reports of one utterance.
 *
 * <p>To add a kind of relation: a rule, listed in {@link org.rashomon.compare.relations.RelationRule}, whose Javadoc has the
 * steps. Sees {@code incidents}, {@code agreements}, {@code corpus}, {@code model}, {@code text}, {@code words}.
 */
@NullMarked
package org.rashomon.compare.relations;

import org.jspecify.annotations.NullMarked;
