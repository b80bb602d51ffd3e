package org.rashomon.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rashomon.service.Progress;

/** One line on the terminal that tells how far a run is; silent where standard error is no terminal. */
final class ProgressLine implements AutoCloseable {
    private static final int WIDTH = 28;
    private static final long NANOS_BETWEEN = 80_000_000L;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream screen;
    private final boolean shown;
    private final long files;
    private long seen;
    private String last = "";
    private long drawn;
    private volatile boolean closed;

    ProgressLine(PrintStream screen, boolean shown, long files) {
        this.screen = screen;
        this.shown = shown;
        this.files = files;
    }

    /** On standard error; the launcher tells whether that is a terminal. */
    static ProgressLine onTerminal(List<Path> inputs) {
        boolean shown = Boolean.getBoolean("rashomon.terminal");
        return new ProgressLine(System.err, shown, shown ? count(inputs) : 0);
    }

    Progress listener() {
        if (!shown) {
            return Progress.none();
        }
        return new Progress() {
            @Override
            public void begins(Phase phase) {
                draw(
                        switch (phase) {
                            case READING -> "reading";
                            case COMPARING -> "comparing";
                            case WRITING -> "writing the dossier";
                        });
            }

            @Override
            public void document(String source, int read, int rejected) {
                int line = source.indexOf('#');
                String file = line < 0 ? source : source.substring(0, line);
                if (!file.equals(last)) {
                    last = file;
                    seen++;
                }
                if (System.nanoTime() - drawn > NANOS_BETWEEN) {
                    draw(bar() + String.format(Locale.ROOT, "%d read, %d rejected", read, rejected));
                    drawn = System.nanoTime();
                }
            }
        };
    }

    /** A bar where several files tell how long the way is. */
    private String bar() {
        if (files < 2) {
            return "";
        }
        int full = (int) Math.min(WIDTH, WIDTH * seen / files);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] ";
    }

    private void draw(String words) {
        if (closed) {
            return;
        }
        screen.print(CLEAR + words);
        screen.flush();
    }

    @Override
    public void close() {
        closed = true;
        if (shown) {
            screen.print(CLEAR);
            screen.flush();
        }
    }

    private static long count(List<Path> inputs) {
        long files = 0;
        for (Path input : inputs) {
            try (Stream<Path> below = Files.walk(input)) {
                files += below.filter(Files::isRegularFile).count();
            } catch (IOException | java.io.UncheckedIOException e) {
                files++; // the readers will say what is wrong with it
            }
        }
        return files;
    }
}
