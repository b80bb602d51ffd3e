package org.rashomon.ingest.formats.exports;

import java.util.List;

/** How one archive lays out the articles of an export as text. To add an archive, add such a class and list it in {@link TextExportReader}. */
interface ExportKind {

    /** For people: <em>a Nexis export</em>. */
    String name();

    /** Whether these lines, the beginning of a file, are laid out so. Prose that only begins like it has none of the fields. */
    boolean recognises(List<String> lines);

    /** The articles' lines, in order; what stands before the first and belongs to none is left out. */
    List<List<String>> split(List<String> lines);

    /** One article; a part that is not there is null or empty. */
    ExportedArticle article(List<String> lines);
}
