package org.rashomon.export;

import java.io.IOException;
import java.nio.file.Path;
import org.rashomon.model.dossier.Dossier;

/**
 * Writes a dossier in one format.
 *
 * <p>To add a format:
 *
 * <ol>
 *   <li>implement this interface in this package, named after what it writes ({@code GeoJsonWriter});
 *   <li>convert every span with {@link org.rashomon.text.CodePoints}: public formats count code points;
 *   <li>write nothing that changes from run to run: no clock, no hash order, no absolute path;
 *   <li>list it in {@link DossierWriters#standard()}: {@code read --format} and its help pick it up;
 *   <li>write it in {@code ExamplesGoldenTest}, and keep its files beside the tables in {@code src/test/resources/golden};
 *   <li>describe its fields in {@code docs/tables.md} or beside it.
 * </ol>
 *
 * Implementations are stateless and may be used by several threads at once.
 */
public interface DossierWriter {

    /** One word for {@code --format}: {@code jsonl}. */
    String format();

    /**
     * Writes the files of this format.
     *
     * @param folder an existing folder, empty but for the files of other formats
     * @throws IOException when a file cannot be written; the caller throws the folder away
     */
    void write(Dossier dossier, Path folder) throws IOException;
}
