package org.rashomon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.casefile.OpenCase;
import org.rashomon.server.view.Snapshot;
import org.rashomon.server.view.Snapshots;

/** Which state is shown, and how often one is made. */
class SnapshotsTest {
    @TempDir
    static Path folder;

    private static ServedExamples served = nothing();

    private final AtomicReference<String> version = new AtomicReference<>("one");
    private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));
    private final AtomicInteger made = new AtomicInteger();

    @SuppressWarnings("NullAway") // set before any test
    private static ServedExamples nothing() {
        return null;
    }

    @BeforeAll
    static void serve() throws IOException {
        served = ServedExamples.in(folder);
    }

    @AfterAll
    static void close() {
        served.close();
    }

    /** The case of the examples, whose version is told here and whose comparison waits at a gate. */
    private OpenCase slow() {
        return (OpenCase) Proxy.newProxyInstance(
                OpenCase.class.getClassLoader(), new Class<?>[] {OpenCase.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("version")) {
                        return version.get();
                    }
                    if (method.getName().equals("dossier")) {
                        made.incrementAndGet();
                        Objects.requireNonNull(gate.get()).await();
                    }
                    try {
                        return method.invoke(served.open(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @Test
    void theStateBeforeIsShownUntilTheNewOneIsThere() {
        Snapshots snapshots = new Snapshots(slow(), Duration.ZERO);
        Snapshot first = snapshots.current();
        assertThat(first.version()).isEqualTo("one");
        assertThat(snapshots.current()).isSameAs(first);
        assertThat(made).hasValue(1);

        CountDownLatch closed = new CountDownLatch(1);
        gate.set(closed);
        version.set("two");
        for (int asked = 0; asked < 20; asked++) {
            assertThat(snapshots.current()).isSameAs(first);
        }
        closed.countDown();
        Snapshot second = first;
        while (second == first) {
            second = snapshots.current();
        }
        assertThat(second.version()).isEqualTo("two");
        assertThat(made).as("made once for all who asked").hasValue(2);
    }

    @Test
    void whoCanWaitSeesEachChangeAtOnce() {
        Snapshots snapshots = new Snapshots(slow(), Duration.ofMinutes(5));
        for (String state : new String[] {"one", "two", "three"}) {
            version.set(state);
            assertThat(snapshots.current().version()).isEqualTo(state);
        }
        assertThat(made).hasValue(3);
    }

    @Test
    void whatFailsIsToldAndTriedAgain() {
        AtomicInteger failures = new AtomicInteger(1);
        OpenCase slow = slow();
        OpenCase failing = (OpenCase) Proxy.newProxyInstance(
                OpenCase.class.getClassLoader(), new Class<?>[] {OpenCase.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("dossier") && failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("the disk is gone");
                    }
                    return method.invoke(slow, arguments);
                });
        Snapshots snapshots = new Snapshots(failing, Duration.ZERO);
        assertThatThrownBy(snapshots::current).hasMessage("the disk is gone");
        assertThat(snapshots.current().version()).isEqualTo("one");
    }
}
