/**
 * The domain's vocabulary as records and enums; data only, no work.
 *
 * <p>Reading order: {@link org.rashomon.model.Article} (canonical text with {@link org.rashomon.model.Block}s), {@link
 * org.rashomon.model.Attribution} (source, cue, content), {@link org.rashomon.model.Claim} (an attribution that somebody
 * voiced, with its {@link org.rashomon.model.Speaker} and {@link org.rashomon.model.Act}), {@link
 * org.rashomon.model.ArticleAnalysis} (all that one article yields), then what comparison adds: {@link
 * org.rashomon.model.Story}, {@link org.rashomon.model.Incident}, {@link org.rashomon.model.Agreement}, {@link
 * org.rashomon.model.ClaimRelation}, {@link org.rashomon.model.Lineage}, {@link org.rashomon.model.Omission}, and the {@link
 * org.rashomon.model.Dossier} that holds them.
 *
 * <p>Offsets are UTF-16 code units, half-open, into {@link org.rashomon.model.Article#text()}; writers of public formats
 * convert them to Unicode code points; {@link org.rashomon.model.Bisection} finds what stands at one. Ids are content hashes. Depends on the JDK only.
 */
@NullMarked
package org.rashomon.model;

import org.jspecify.annotations.NullMarked;
