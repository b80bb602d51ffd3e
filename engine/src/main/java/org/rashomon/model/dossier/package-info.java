/**
 * What reading and comparing yield.
 *
 * <p>{@link org.rashomon.model.dossier.ArticleAnalysis} is all that one article yields; {@link
 * org.rashomon.model.dossier.Comparison} all that several do: {@link org.rashomon.model.dossier.Story}, {@link
 * org.rashomon.model.dossier.ClaimRelation}, {@link org.rashomon.model.dossier.Lineage}, {@link
 * org.rashomon.model.dossier.Omission}; {@link org.rashomon.model.dossier.Dossier} both, with the run that made it. Depends
 * on the packages of {@code model}.
 */
@NullMarked
package org.rashomon.model.dossier;

import org.jspecify.annotations.NullMarked;
