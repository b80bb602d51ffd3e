/**
 * What claims are about: incidents, figures, agreements.
 *
 * <p>Of one article: {@link org.rashomon.model.events.IncidentMention}, {@link org.rashomon.model.events.Figure}, {@link
 * org.rashomon.model.events.AgreementMention}, {@link org.rashomon.model.events.AgreementStatement}. Across articles: {@link
 * org.rashomon.model.events.Incident} (kinds as in ACLED, {@link org.rashomon.model.events.IncidentType}), which has no
 * perpetrator of its own, and {@link org.rashomon.model.events.Agreement} with {@link
 * org.rashomon.model.events.Participation}s and {@link org.rashomon.model.events.Obligation}s (PA-X), which has no status of
 * its own. Depends on {@code model} and {@code model.claims}.
 */
@NullMarked
package org.rashomon.model.events;

import org.jspecify.annotations.NullMarked;
