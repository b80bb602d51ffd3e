package org.rashomon.service;

import java.time.Duration;
import org.rashomon.limits.Deadline;

/**
 * What a run may cost.
 *
 * @param deadline processor time that one document may take, to be read and again to be analysed; above zero
 * @param jobs how many articles are analysed at once; 0 for as many as there are cores and memory for
 */
public record Limits(Duration deadline, int jobs) {
    /** Memory of the tables and of the program itself, in bytes, with the weights of the trained reader. */
    private static final long PROGRAM = 300L << 20;
    /** Memory, in bytes, of the analysis of usual articles on one thread. */
    private static final long JOB = 64L << 20;
    /** Memory, in bytes, that the analysis of one character takes while it goes on. */
    private static final long CHARACTER = 200;

    public Limits {
        if (deadline.isZero() || deadline.isNegative()) {
            throw new ConfigurationException("--deadline: needs a number of seconds above zero");
        }
        if (jobs < 0) {
            throw new ConfigurationException("--jobs: needs a number above zero");
        }
    }

    /** {@link Deadline#STANDARD}, and as many jobs as there are cores and memory for. */
    public static Limits usual() {
        return new Limits(Deadline.STANDARD, 0);
    }

    /** Threads that analyse. */
    int threads() {
        if (jobs > 0) {
            return jobs;
        }
        long fit = Math.max(1, spare() / JOB);
        return (int) Math.min(fit, Runtime.getRuntime().availableProcessors());
    }

    /** UTF-16 code units of text that may be analysed at once, on all threads together; a longer article is analysed alone. */
    long characters() {
        return Math.max(1, spare() / CHARACTER);
    }

    private static long spare() {
        return Runtime.getRuntime().maxMemory() - PROGRAM;
    }
}
