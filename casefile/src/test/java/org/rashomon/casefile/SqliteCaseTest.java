package org.rashomon.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.rashomon.casefile.CaseException.Kind;

/** A case in a folder. */
final class SqliteCaseTest extends CaseContract {
    @Override
    String place() {
        return scratch.resolve("case").toString();
    }

    @Test
    void whatIsNoCaseSaysSo() throws IOException {
        Path file = Files.writeString(scratch.resolve("file"), "x");
        Path folder = Files.createDirectories(scratch.resolve("folder"));
        Path text = Files.createDirectories(scratch.resolve("text"));
        Files.writeString(
                text.resolve(Database.FILE),
                "This is no database, and it is long enough to be taken for one.".repeat(20));
        refused(file, Kind.NO_CASE, "is a file");
        refused(folder, Kind.NO_CASE, "holds no case");
        refused(text, Kind.DAMAGED, "is no case but another file");
        assertThatThrownBy(() -> Verification.of(folder.toString())).hasMessageContaining("holds no case");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aCaseOfANewerVersionIsLeftAlone() {
        Path made = scratch.resolve("newer");
        Cases.open(made.toString(), new Bench("1")).close();
        try (Database database = Database.open(made.toString(), false)) {
            database.write(handle -> handle.execute("UPDATE meta SET value = '99' WHERE name = 'format'"));
        }
        refused(made, Kind.NEWER, "newer version of the program (format 99, this one knows 3)");
    }

    private static void refused(Path place, Kind kind, String words) {
        assertThatThrownBy(() -> Cases.existing(place.toString(), new Bench("1")))
                .isInstanceOfSatisfying(
                        CaseException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(words);
    }
}
