/**
 * Lays a dossier out for people: from records of the model to those of {@link org.rashomon.export.page}, which the templates render.
 *
 * <p>Front doors: {@link org.rashomon.export.layout.PageAssembler} for one page, {@link org.rashomon.export.layout.SiteAssembler} for a folder
 * of linked ones. A section each: {@code IncidentCards} (with {@code AnswerColumns}, {@code Denials}, {@code Silences}), {@code FigureCharts},
 * {@code SpeakerMatrix}, {@code TwoClocks}, {@code Ledger}, {@code Origins}, {@code CoverageTable}, {@code ArticleViews}. Where links lead is
 * for {@code Anchors} to say, how things are said for {@code Wording}. A sentence in the system's own voice is proved here or not shown: {@code
 * OwnVoice} and {@code Silences} are such proofs; what could not be found is said to be <em>not found</em>, with what was searched.
 */
@NullMarked
package org.rashomon.export.layout;

import org.jspecify.annotations.NullMarked;
