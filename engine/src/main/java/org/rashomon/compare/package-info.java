/**
 * Across articles: lineage, stories, incidents, agreements, relations between claims, omissions.
 *
 * <p>Reading order: {@link org.rashomon.compare.corpus.Corpus} (the analysed articles with look-ups), {@link
 * org.rashomon.compare.corpus.Candidates} (which articles are worth comparing; never all pairs), then the steps, each a class with one
 * verb: {@link org.rashomon.compare.lineage.LineageTracer}, {@link org.rashomon.compare.stories.StoryGrouper}, {@link
 * org.rashomon.compare.incidents.IncidentMatcher}, {@link org.rashomon.compare.agreements.AgreementMatcher}, {@link
 * org.rashomon.compare.relations.ClaimRelater} (its rules are listed in {@code RelationRule}), {@link
 * org.rashomon.compare.omissions.OmissionFinder}.
 *
 * <p>Each step is linear in the text read: whatever could meet everything is looked up in an index that leads to a bounded number
 * of others. The order of input changes nothing. Depends on {@code model} and
 * {@code text}, and on {@code annotate} for the registry of actors.
 */
@NullMarked
package org.rashomon.compare;

import org.jspecify.annotations.NullMarked;

