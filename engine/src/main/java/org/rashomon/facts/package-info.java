/**
 * Facts of the world that hold before an article is read: actors with their names and offices, states, places.
 *
 * <p>Front door: {@link org.rashomon.facts.ActorRegistry}, the built-in one or one extended by a user's table
 * ({@code ActorTable} reads both); {@link org.rashomon.facts.Gazetteer} for places. {@link org.rashomon.facts.Office} is who
 * held what when; {@link org.rashomon.facts.ArticleState} a state that only an article knows; {@code
 * Transliteration} joins spellings.
 *
 * <p>To add a place or a body: a row in {@code training/places/extra.tsv} or {@code training/actors/organisations.tsv}, from
 * which the tables in the resource folder {@code facts} are made; docs/actors.md tells the columns. Sees {@code model} and
 * {@code words}.
 */
@NullMarked
package org.rashomon.facts;

import org.jspecify.annotations.NullMarked;
