package org.rashomon.model;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An input that could not be read.
 *
 * @param source file, with {@code #line} for a line of it
 * @param reason what is wrong and what to do, for people
 * @param fault where the program broke, when it is the program's defect; null when it is the input's
 */
public record Rejected(
        String source, String reason, @Nullable Fault fault) implements ReadResult {

    /**
     * A defect of the program, for whoever mends it.
     *
     * @param step what was being done
     * @param sha256 of the article's text, hex; null where there was none yet
     * @param trace the stack trace, lines parted by a line feed, cut off where it is very long
     */
    public record Fault(String step, @Nullable String sha256, String trace) {
        /** Lines kept of a trace: an endless recursion has a thousand that say the same. */
        private static final int MOST_LINES = 200;

        static Fault of(String step, @Nullable String sha256, Throwable cause) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            return new Fault(
                    step, sha256, trace.toString().lines().limit(MOST_LINES).collect(Collectors.joining("\n")));
        }
    }

    /** An input that is at fault itself. */
    public Rejected(String source, String reason) {
        this(source, reason, null);
    }

    /** An input on which a step of the program broke before there was an article. */
    public static Rejected broken(String source, String step, Throwable cause) {
        return broken(source, null, step, cause);
    }

    /** An article, with the hash of its text, on which a step of the program broke. */
    public static Rejected broken(String source, @Nullable String sha256, String step, Throwable cause) {
        return new Rejected(
                source,
                "the step \"" + step + "\" broke (" + cause
                        + "); a defect of the program: please report it with this input",
                Fault.of(step, sha256, cause));
    }
}
