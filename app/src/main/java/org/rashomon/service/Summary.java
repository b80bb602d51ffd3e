package org.rashomon.service;

import java.nio.file.Path;
import java.util.List;
import org.rashomon.model.Rejected;

/**
 * What a run did.
 *
 * @param folder where the dossier lies
 * @param files names of the files written, the manifest left out
 */
public record Summary(
        Path folder,
        int articles,
        int stories,
        int incidents,
        int claims,
        List<Rejected> rejected,
        List<String> files) {
    public Summary {
        rejected = List.copyOf(rejected);
        files = List.copyOf(files);
    }
}
