package org.rashomon.service;

import java.nio.file.Path;
import java.util.Optional;

/** The program broke on more than one article; the message names the file that tells where, to be sent in. */
public final class DefectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean told;

    /** @param faults empty where it could not be written */
    DefectException(String step, Optional<Path> faults, Throwable cause) {
        super(
                "the program broke while " + step + " (" + cause + "); no dossier was written. "
                        + faults.map(file -> "Where it broke is told in " + file + ": please report it with the inputs")
                                .orElse("Please report it with what follows and with the inputs"),
                cause);
        this.told = faults.isPresent();
    }

    /** Whether a file tells where the program broke. */
    public boolean isTold() {
        return told;
    }
}
