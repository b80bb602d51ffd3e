package org.rashomon.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;

/**
 * What a run did.
 *
 * @param folder where the dossier lies
 * @param duplicates documents that were read before in the run; each is kept once
 * @param skipped what files hold beside articles, and folders of dossiers, passed over by rule and no fault of the inputs
 * @param textOnly files of the articles that are not in English, of which no claim is made
 * @param files names of the files written, the manifest left out
 * @param fallback why the rules read where the trained reader was meant to, in one line; empty where what was meant to read did
 */
public record Summary(
        Path folder,
        int articles,
        int stories,
        int incidents,
        int claims,
        List<Rejected> rejected,
        List<ReadResult.Duplicate> duplicates,
        List<ReadResult.Skipped> skipped,
        List<String> textOnly,
        List<String> files,
        Optional<String> fallback) {
    public Summary {
        rejected = List.copyOf(rejected);
        duplicates = List.copyOf(duplicates);
        skipped = List.copyOf(skipped);
        textOnly = List.copyOf(textOnly);
        files = List.copyOf(files);
    }

    /** The file that tells where the program broke on inputs that are rejected for it; empty where it did not. */
    public Optional<Path> faults() {
        return files.contains(FaultLog.NAME) ? Optional.of(folder.resolve(FaultLog.NAME)) : Optional.empty();
    }
}
