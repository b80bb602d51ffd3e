package org.rashomon.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed at any moment, many times over one case: each time the case is whole, and what was acknowledged is there. */
class KillsTest {
    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final int SEED = Integer.getInteger("kills.seed", 11);
    private static final int LONGEST_MILLIS = 400;
    private static final int NEW = 12;

    @TempDir
    Path scratch = Path.of("");

    @Test
    void eachTimeTheCaseIsWhole() throws IOException, InterruptedException {
        Path inputs = Files.createDirectories(scratch.resolve("in"));
        Path place = scratch.resolve("case");
        Random random = new Random(SEED);
        Set<String> made = new HashSet<>();
        Set<String> undone = new HashSet<>();
        int reach = LONGEST_MILLIS;
        for (int i = 0; i < KILLS; i++) {
            for (int j = 0; j < NEW; j++) {
                Files.writeString(
                        inputs.resolve("more-" + i + "-" + j + ".txt"),
                        "The mayor of Harn denied on day " + i + " that the mill was sold " + j + " times.\n");
            }
            // another text of one that was read before
            Files.writeString(inputs.resolve("more-0-0.txt"), "The mayor of Harn resigned on day " + i + ".\n");
            Path said = scratch.resolve("said" + i);
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KeepsAdding.class.getName(),
                            place.toString(),
                            inputs.toString())
                    .redirectOutput(said.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (i % 2 == 0) {
                // at any moment of starting and reading
                Thread.sleep(random.nextInt(reach));
            } else {
                // or of correcting, and reading again
                long begun = System.nanoTime();
                while (Files.size(said) == 0 && process.isAlive()) {
                    Thread.sleep(5);
                }
                reach = (int) Math.max(reach / 2, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
                Thread.sleep(random.nextInt(LONGEST_MILLIS));
            }
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            for (String line : whole(said)) {
                (line.startsWith("correction ") ? made : line.startsWith("undone ") ? undone : new HashSet<String>())
                        .add(line.substring(line.indexOf(' ') + 1));
            }
            check(place, made, undone, i);
        }
        assertThat(undone).as("corrections made and undone while being killed").isNotEmpty();
        System.out.println(KILLS + " kills, " + made.size() + " corrections acknowledged, " + undone.size()
                + " undone: whole each time");
    }

    private static void check(Path place, Set<String> made, Set<String> undone, int kill) {
        try (OpenCase kept = Cases.open(place.toString(), new PlainBench())) {
            Set<String> there = new HashSet<>();
            Set<String> gone = new HashSet<>();
            for (Correction correction : kept.corrections()) {
                there.add(correction.id());
                if (correction.state() == Correction.State.UNDONE) {
                    gone.add(correction.id());
                }
            }
            assertThat(there).as("after kill " + kill).containsAll(made);
            assertThat(gone).as("after kill " + kill).containsAll(undone);
        }
        assertThat(Verification.of(place.toString()).broken())
                .as("after kill " + kill)
                .isEmpty();
    }

    /** The lines that were written to their ends. */
    private static List<String> whole(Path said) throws IOException {
        String text = Files.readString(said);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
