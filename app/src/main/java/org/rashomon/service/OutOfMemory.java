package org.rashomon.service;

import java.util.Locale;
import java.util.Optional;

/** The memory that Java may take did not suffice; the message tells where, how far the run was, and the remedy. */
public final class OutOfMemory extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int MEGA = 20;
    /** What the trained reader needs for usual articles, in megabytes. */
    private static final long USUAL = 1024;

    OutOfMemory(String step, int articles, Throwable cause) {
        super(message(step, articles, Runtime.getRuntime().maxMemory() >> MEGA), cause);
    }

    /** That of what a run needs before its first article. */
    public static OutOfMemory whileLoading(Throwable cause) {
        return new OutOfMemory("loading its tables and weights", 0, cause);
    }

    private static String message(String step, int articles, long megabytes) {
        return String.format(
                Locale.ROOT,
                "out of memory while %s, with %s; no dossier was written. Java may take %d MB: allow more by"
                        + " RASHOMON_OPTS=-Xmx%dm, or give fewer articles at once",
                step,
                articles == 1 ? "1 article analysed" : articles + " articles analysed",
                megabytes,
                Math.max(USUAL, 2 * megabytes));
    }

    /** The error at the bottom of whatever was thrown on top of it. */
    public static Optional<OutOfMemoryError> in(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof OutOfMemoryError error) {
                return Optional.of(error);
            }
            if (e instanceof ExceptionInInitializerError
                    && String.valueOf(e.getMessage()).contains(OutOfMemoryError.class.getName())) {
                return Optional.of(new OutOfMemoryError(e.getMessage())); // a class that could not be made before
            }
        }
        return Optional.empty();
    }
}
