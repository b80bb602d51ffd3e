package org.rashomon.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void givesWhatTheWorkGives() throws ExecutionException {
        assertThat(Deadline.within(Deadline.STANDARD, "work", () -> 42)).isEqualTo(42);
    }

    @Test
    void whatTheWorkThrowsComesOutWithIt() {
        assertThatThrownBy(() -> Deadline.within(Deadline.STANDARD, "work", () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void workThatAsksIsStopped() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        assertThatThrownBy(() -> Deadline.within(SHORT, "work", () -> {
                    try {
                        while (true) {
                            Deadline.check();
                        }
                    } finally {
                        stopped.countDown();
                    }
                }))
                .isInstanceOf(Overdue.class)
                .hasMessageContainingAll("longer than 0 seconds of processor time", "--deadline");
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void workThatNeverAsksIsLeftBehind() {
        boolean[] end = new boolean[1];
        assertThatThrownBy(() -> Deadline.within(SHORT, "work", () -> {
                    long sum = 0;
                    while (!ended(end)) {
                        sum++;
                    }
                    return sum;
                }))
                .isInstanceOf(Overdue.class);
        synchronized (end) {
            end[0] = true;
        }
    }

    /** A busy machine, where a thread waits for its turn: what counts is what it has done. */
    @Test
    void waitingIsNotWorking() throws ExecutionException {
        Duration limit = Duration.ofMillis(400);
        assertThat(Deadline.within(limit, "work", () -> {
                    Thread.sleep(2 * limit.toMillis());
                    return "done";
                }))
                .isEqualTo("done");
    }

    private static boolean ended(boolean[] end) {
        synchronized (end) {
            return end[0];
        }
    }
}
