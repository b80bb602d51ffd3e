/**
 * Whom a source stands for, or that the text does not decide it.
 *
 * <p>Front door: {@link org.rashomon.annotate.speakers.SpeakerResolver}. Names: {@code NamedHead}; offices and descriptions:
 * {@code OfficeDescriptions}, {@code Introductions}, {@code OfficeReader}; bodies: {@code BodyDescriptions}; texts: {@code DocumentOwners};
 * pronouns: {@code Antecedents}, {@code Pronouns}, and of one person {@code PersonRanker}, which weighs {@code PersonSignals} by weights from
 * {@code training/speakers}; <em>it</em>, <em>they</em> and <em>who</em> may take up
 * the phrase that {@code Antecedents} finds; interviews: {@code InterviewTurns}; what stands near: {@code Vicinity}; whom
 * somebody serves: {@link org.rashomon.annotate.speakers.Affiliations}.
 *
 * <p>A wrong speaker is mended in the class of the kind of source (a name, an office, a pronoun), with a row in the table of
 * its test. Sees {@code patterns}, {@code attribution} (cues only), {@code names}, {@code places}, {@code syntax}, {@code facts}, {@code fitted}, {@code
 * words}, {@code nlp}, {@code text}, {@code model}.
 */
@NullMarked
package org.rashomon.annotate.speakers;

import org.jspecify.annotations.NullMarked;
