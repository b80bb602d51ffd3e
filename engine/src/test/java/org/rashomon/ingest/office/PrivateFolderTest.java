package org.rashomon.ingest.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @TempDir
    private Path place;

    private Path folder(String name) throws IOException {
        return Files.createDirectory(place.resolve(name));
    }

    @Test
    void removesWhatKilledProgramsLeftAndNothingElse() throws IOException {
        Path left = folder("rashomon-office-1");
        Files.createFile(left.resolve("lock"));
        Files.createDirectories(left.resolve("a/b"));
        Path old = folder("rashomon-office-2");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(600)));
        Path begun = folder("rashomon-office-3");
        Path other = folder("rashomon-native-1");
        Path elsewhere = folder("elsewhere");
        Files.createFile(elsewhere.resolve("lock"));
        Path link = Files.createSymbolicLink(place.resolve("rashomon-office-4"), elsewhere);

        PrivateFolder.sweep(place);

        assertThat(left).doesNotExist();
        assertThat(old).doesNotExist();
        assertThat(begun).exists();
        assertThat(other).exists();
        assertThat(link).exists();
        assertThat(elsewhere.resolve("lock")).exists();
    }

    @Test
    void leavesThoseAloneThatSomebodyHolds() throws IOException {
        Path held = folder("rashomon-office-1");
        try (FileChannel channel =
                FileChannel.open(held.resolve("lock"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            assertThat(channel.lock().isValid()).isTrue();
            PrivateFolder.sweep(place);
            assertThat(held).exists();
        }
    }

    @Test
    void itsOwnIsRemovedWhenItIsClosed() throws IOException {
        PrivateFolder made = PrivateFolder.make();
        Files.writeString(made.path().resolve("left"), "x");
        PrivateFolder.make().close();
        assertThat(made.path()).exists();
        made.close();
        assertThat(made.path()).doesNotExist();
    }
}
