/**
 * Which mentions are one incident, and which claims and figures are about it.
 *
 * <p>Front door: {@link org.rashomon.compare.incidents.IncidentMatcher}, which gives {@link
 * org.rashomon.compare.incidents.Incidents}. {@code ArticleIncidents} joins the mentions of an article to {@link
 * org.rashomon.compare.incidents.IncidentProfile}s, {@code IncidentGroups} those of different articles, {@code ClaimSubjects} and {@code
 * FigureIncidents} tie claims and figures, {@code IncidentWriter} writes the record, {@code Doers} say whom a claim, or
 * the outlet itself, makes the doer.
 * What is scored: {@code Deeds}, {@code MentionLinks}, {@code ProfileLinks}, {@code ClaimLinks}, by weights of {@code
 * en/incident-weights.tsv}; what is ruled out: {@code IncidentProfile.excludes}; what has to vouch for a join across articles: {@code
 * IncidentProfile.isVouchedFor}.
 * What two accounts may disagree in and still mean one thing: {@code Types}, {@code Targets}, {@code PlaceKeys}, {@code Containment}.
 *
 * <p>To add a signal: a line in one of the four, then fit anew ({@code training/incidents/README.md}). A signal without a weight counts
 * nothing. Resolution within an article stands here and not in {@code annotate}, since it asks what two places, targets and types have in
 * common, as the joins across articles do.
 *
 * <p>Sees {@code corpus}, {@code fitted}, {@code model}, {@code text}, {@code words}.
 */
@NullMarked
package org.rashomon.compare.incidents;

import org.jspecify.annotations.NullMarked;
