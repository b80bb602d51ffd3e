package org.rashomon.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;

/** None of the inputs gave an article, so that there is nothing to write; the message names what was tried and why it failed. */
public final class NothingReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    /** @param faults the file that tells where the program broke; empty where it did not, or could not tell it */
    NothingReadException(
            List<Path> inputs, List<Rejected> rejected, List<ReadResult.Skipped> skipped, Optional<Path> faults) {
        super(message(inputs, rejected, skipped)
                + faults.map(file -> "\nWhere the program broke is told in " + file)
                        .orElse(""));
    }

    private static String message(List<Path> inputs, List<Rejected> rejected, List<ReadResult.Skipped> skipped) {
        if (rejected.isEmpty()) {
            String passed = skipped.stream()
                    .limit(SHOWN)
                    .map(part -> "\n  passed over: " + OneLine.of(part.source() + ": " + part.reason()))
                    .collect(Collectors.joining());
            return "no document was found in "
                    + inputs.stream().map(Path::toString).map(OneLine::of).collect(Collectors.joining(", "))
                    + ", and no dossier was written; give files or folders with .txt, .html or .jsonl articles"
                    + passed;
        }
        String reasons = rejected.stream()
                .limit(SHOWN)
                .map(reject -> "\n  " + OneLine.of(reject.source() + ": " + reject.reason()))
                .collect(Collectors.joining());
        String more = rejected.size() > SHOWN ? "\n  and " + (rejected.size() - SHOWN) + " more" : "";
        return "no article could be read, and no dossier was written:" + reasons + more;
    }
}
