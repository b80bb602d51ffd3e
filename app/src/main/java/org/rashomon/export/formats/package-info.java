/**
 * A dossier in the formats of other tools: tables for spreadsheets ({@link org.rashomon.export.formats.CsvWriter}), linked data ({@code
 * JsonLdWriter}), a map ({@code GeoJsonWriter}), annotations ({@code BratWriter}). {@link org.rashomon.export.formats.Formats} knows them
 * all, with what each loses. docs/exports.md is the manual. To add one: implement {@link org.rashomon.export.DossierWriter}, list it in
 * {@code Formats}, say in docs/exports.md what it loses.
 */
@NullMarked
package org.rashomon.export.formats;

import org.jspecify.annotations.NullMarked;
