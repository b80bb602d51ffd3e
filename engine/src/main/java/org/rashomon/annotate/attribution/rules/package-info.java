/**
 * Attributions by cue lexicon, quotation marks and parts of speech; needs no trained weights.
 *
 * <p>Front door: {@link org.rashomon.annotate.attribution.rules.RuleAttributor}. {@code AttributionRules} goes through the
 * cues of a block; the construction of a cue decides who looks for source and content: {@code VerbCues}, {@code
 * PassiveCues}, {@code NounCues}, {@code PhraseCues}, {@code ColonHeading}, {@code HeadlineSource}; content: {@code ContentStart}, {@code
 * ContentEnd}, {@code ContentFirst}.
 *
 * <p>To add a construction: a {@code CueConstruction} beside {@code NounCues}, called by {@code AttributionRules}; its words go
 * into {@code en/attribution-words.tsv} or, for what is asked of words in a row, {@code
 * en/attribution-patterns.tsv}. Sees {@code patterns}, {@code attribution},
 * {@code syntax}, {@code words}, {@code text}, {@code model}.
 */
@NullMarked
package org.rashomon.annotate.attribution.rules;

import org.jspecify.annotations.NullMarked;
