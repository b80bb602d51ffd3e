package org.rashomon.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rashomon.model.Rejected;
import org.rashomon.model.Run;

/** {@code faults.log}: where the program broke on an input, for whoever mends it. Written only where it did. */
final class FaultLog {
    static final String NAME = "faults.log";

    /** Tells a file of ours from another of that name, also where no manifest claims it. */
    private static final String HEAD = "# rashomon-faults/1";

    private FaultLog() {}

    /** The file's text; empty where the program broke on nothing. */
    static Optional<String> of(Run run, List<Rejected> rejected) {
        StringBuilder text = new StringBuilder();
        for (Rejected reject : rejected) {
            Rejected.Fault fault = reject.fault();
            if (fault != null) {
                text.append("\n== ")
                        .append(OneLine.of(reject.source()))
                        .append(", step \"")
                        .append(fault.step())
                        .append("\"\n");
                fault.trace().lines().forEach(line -> text.append(plain(line)).append('\n'));
                if (fault.sha256() != null) {
                    text.append("text with SHA-256 ").append(fault.sha256()).append('\n');
                }
            }
        }
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(HEAD + "\n# version " + run.version() + ", reader " + run.reader()
                        + "; a defect of the program: please report it with the inputs named here\n" + text);
    }

    /** A line of a trace, with the tabulator at its start. */
    private static String plain(String line) {
        return line.startsWith("\t") ? "\t" + OneLine.of(line.substring(1)) : OneLine.of(line);
    }

    static boolean isOurs(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return HEAD.equals(lines.readLine());
        } catch (IOException e) {
            return false; // what cannot be read as ours is not ours
        }
    }
}
