/**
 * What a run found, in forms for people and for other programs.
 *
 * <p>Reading order: {@link org.rashomon.export.DossierWriter} (the extension point, with the recipe), {@link
 * org.rashomon.export.DossierWriters} (the formats there are), {@link org.rashomon.export.TableWriter} (JSON Lines), {@link
 * org.rashomon.export.DossierPage} (one HTML page, or a folder of them, laid out by {@link org.rashomon.export.layout} into the records of
 * {@link org.rashomon.export.page} and rendered by the templates in {@code src/main/jte}).
 *
 * <p>Offsets leave here as Unicode code points, never as UTF-16 code units. Depends on the model, on {@code text}, on Jackson
 * and on JTE.
 */
@NullMarked
package org.rashomon.export;

import org.jspecify.annotations.NullMarked;
