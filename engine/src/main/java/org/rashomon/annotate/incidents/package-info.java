/**
 * Where an article speaks of something that happened at one place and time (kinds as in ACLED).
 *
 * <p>Front door: {@link org.rashomon.annotate.incidents.IncidentTagger}. {@code EventFinder} finds the words, {@code
 * EventTargets}, {@code EventDoers}, {@code EventPlaces}, {@code EventTimes}, {@code EventMeans}, {@code EventCounts} what
 * stands with them, {@code SingleEvent} how much its own words tell, {@code ToldBefore} names that a phrase points back to. {@link
 * org.rashomon.annotate.incidents.Scene} is one sentence with all that earlier steps found in it.
 *
 * <p>To add a trigger, a target or a weapon: a row in {@code en/incident-triggers.tsv}, {@code en/targets.tsv}, {@code
 * en/weapons.tsv}, read by {@link org.rashomon.annotate.incidents.TriggerLexicon}. The words that rules ask for stand in
 * {@code en/incident-words.tsv}, sequences of words in {@code en/incident-patterns.tsv}, what is enough for one happening in
 * {@code en/incident-evidence.tsv}. Sees {@code patterns}, {@code names}, {@code places}, {@code
 * syntax}, {@code words}, {@code text}, {@code model}.
 */
@NullMarked
package org.rashomon.annotate.incidents;

import org.jspecify.annotations.NullMarked;
