/**
 * What a dossier holds, looked up: by id ({@link org.rashomon.export.lookup.DossierIndex}), which claims are one utterance ({@link
 * org.rashomon.export.lookup.Utterances}), whether an outlet speaks for itself ({@link org.rashomon.export.lookup.OwnVoice}), and the part of it that is one story or one
 * incident ({@link org.rashomon.export.lookup.Selection}). Used by the
 * tables and by {@link org.rashomon.export.layout}. Depends on the model, on {@code text} and on {@code words}.
 */
@NullMarked
package org.rashomon.export.lookup;

import org.jspecify.annotations.NullMarked;
