package org.rashomon.casefile;

import java.util.List;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;

/**
 * What adding to a case did.
 *
 * @param added new articles
 * @param revised articles of which a new revision was read
 * @param unchanged articles that were there already
 * @param renewed articles that another version of the program had analysed, analysed anew
 * @param rejected inputs that could not be read
 * @param duplicates documents that were read before in the same call
 * @param skipped what files hold beside articles, and folders of dossiers
 * @param textOnly files of the new and revised articles that are not in English, of which no claim is made
 */
public record Added(
        int added,
        int revised,
        int unchanged,
        int renewed,
        List<Rejected> rejected,
        List<ReadResult.Duplicate> duplicates,
        List<ReadResult.Skipped> skipped,
        List<String> textOnly) {
    public Added {
        rejected = List.copyOf(rejected);
        duplicates = List.copyOf(duplicates);
        skipped = List.copyOf(skipped);
        textOnly = List.copyOf(textOnly);
    }

    /** How many articles were read. */
    public int articles() {
        return added + revised + unchanged;
    }
}
