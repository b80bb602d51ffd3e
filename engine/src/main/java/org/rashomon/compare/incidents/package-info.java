/**
 * Which mentions are one incident, and which claims and figures are about it.
 *
 * <p>Front door: {@link org.rashomon.compare.incidents.IncidentMatcher}, which gives {@link
 * org.rashomon.compare.incidents.Incidents}. {@code ArticleIncidents} joins mentions within an article to an {@link
 * org.rashomon.compare.incidents.IncidentProfile}, {@code IncidentIndex} profiles across articles, {@code ClaimSubjects} and
 * {@code FigureIncidents} tie claims and figures, {@code IncidentWriter} writes the record. What two accounts may disagree
 * in and still mean one thing: {@code Types}, {@code Targets}, {@code PlaceKeys}, {@code Containment}.
 *
 * <p>Sees {@code corpus}, {@code model}, {@code text}, {@code words}.
 */
@NullMarked
package org.rashomon.compare.incidents;

import org.jspecify.annotations.NullMarked;
