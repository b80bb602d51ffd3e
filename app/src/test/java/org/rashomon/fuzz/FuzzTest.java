package org.rashomon.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.service.Limits;
import org.rashomon.service.NothingReadException;
import org.rashomon.service.Progress;
import org.rashomon.service.ReadService;
import org.rashomon.service.Summary;

/**
 * Reads damaged documents, from the files to the dossier: nothing may break, take too long, point outside its text, or come out otherwise the second
 * time. A document on which something did is kept in {@code app/target/fuzz}; it becomes a fixture.
 *
 * <p>CONTRIBUTING.md has the command that does so for an hour, with seeds of one's own.
 */
class FuzzTest {
    private static final int BATCH = 40;
    /** Two batches of the examples in each build. */
    private static final int BATCHES = Integer.getInteger("fuzz.batches", 6);

    private static final Duration LONGEST = Duration.ofMinutes(Integer.getInteger("fuzz.minutes", 1));
    private static final long SEED = Long.getLong("fuzz.seed", 20_310_305L);
    private static final Path SEEDS = Path.of(System.getProperty("fuzz.seeds", "../examples"));
    private static final String READER = System.getProperty("fuzz.reader", "rules");
    /** Processor time of one damaged document, some hundred times what is usual. */
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(30), 0);

    @TempDir
    Path temp;

    @Test
    void damagedDocumentsAreReadOrRejected() throws IOException {
        boolean short_ = System.getProperty("fuzz.minutes") == null;
        Mutator mutator = Mutator.of(SEEDS, SEED);
        ReadService service = ReadService.of(READER).within(LIMITS);
        Instant end = Instant.now().plus(LONGEST);
        int documents = 0;
        int articles = 0;
        for (int batch = 0; (batch < BATCHES || !short_) && Instant.now().isBefore(end); batch++) {
            Path folder = Files.createDirectory(temp.resolve("batch-" + batch));
            for (int i = 0; i < BATCH; i++) {
                Mutator.Document document = mutator.next(documents++);
                Files.write(folder.resolve(document.name()), document.bytes());
            }
            articles += check(service, folder, batch % 3 == 0);
            delete(folder);
        }
        assertThat(articles).as("of damaged documents that are still articles").isPositive();
        if (!short_) {
            System.out.printf("%d documents, %d articles, seed %d%n", documents, articles, SEED);
        }
    }

    /** The number of articles that were read. */
    private int check(ReadService service, Path folder, boolean twice) throws IOException {
        Path out = temp.resolve("out");
        Optional<Summary> summary;
        try {
            summary = read(service, folder, out);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("broke on " + kept(folder), e);
        }
        if (summary.isEmpty()) {
            return 0;
        }
        List<String> wrong = new ArrayList<>(TableSpans.wrong(out));
        summary.get().rejected().stream()
                .filter(reject -> reject.fault() != null || reject.reason().contains("processor time"))
                .forEach(reject -> wrong.add(reject.source() + ": " + reject.reason()
                        + (reject.fault() == null ? "" : "\n" + reject.fault().trace())));
        if (twice) {
            Path again = temp.resolve("again");
            read(service, folder, again);
            wrong.addAll(differences(out, again));
            delete(again);
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError("wrong on " + kept(folder) + ":\n" + String.join("\n", wrong));
        }
        delete(out);
        return summary.get().articles();
    }

    private static Optional<Summary> read(ReadService service, Path folder, Path out) {
        try {
            return Optional.of(service.read(List.of(folder), out, service.formats(), Progress.none()));
        } catch (NothingReadException e) {
            assertThat(out.resolve("faults.log")).doesNotExist();
            return Optional.empty();
        }
    }

    private static List<String> differences(Path one, Path other) throws IOException {
        List<String> different = new ArrayList<>();
        try (Stream<Path> files = Files.list(one)) {
            for (Path file : files.sorted().toList()) {
                if (Files.mismatch(file, other.resolve(file.getFileName())) >= 0) {
                    different.add(file.getFileName() + " has other bytes the second time");
                }
            }
        }
        return different;
    }

    private static Path kept(Path folder) throws IOException {
        Path kept = Files.createDirectories(Path.of("target", "fuzz")).resolve(folder.getFileName());
        delete(kept);
        Files.createDirectory(kept);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, kept.resolve(file.getFileName()));
            }
        }
        return kept.toAbsolutePath();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
