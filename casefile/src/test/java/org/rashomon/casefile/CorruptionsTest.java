package org.rashomon.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damage of thirty kinds, one at a time, each done to a whole case and each found. */
class CorruptionsTest {
    @TempDir
    static Path scratch = Path.of("");

    private static Path whole = Path.of("");

    /** A case with two revisions of an article, two runs, a correction that holds and one undone, and a rejected input. */
    @BeforeAll
    static void make() throws IOException {
        whole = Bench.corrected(scratch);
        try (OpenCase later = Cases.existing(whole.toString(), new Bench("2"))) {
            later.add(List.of(), line -> {});
        }
    }

    @Test
    void aWholeCaseGivesNone() {
        Verification found = Verification.of(whole.toString());
        assertThat(found.broken()).isEmpty();
        assertThat(List.of(
                        found.articles(), found.revisions(), found.analyses(), found.originals(), found.corrections()))
                .containsExactly(4, 5, 9, 5, 2);
    }

    /** What is done, and words of where or what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "UPDATE capture_part SET content = CAST('x' AS BLOB) WHERE number = 0 => its bytes are others",
                "DELETE FROM capture_part WHERE number = 0 => its bytes are others",
                "UPDATE capture SET bytes = bytes + 1 => bytes and not",
                "DELETE FROM capture WHERE sha256 = (SELECT capture FROM revision ORDER BY position LIMIT 1) => is missing",
                "INSERT INTO capture VALUES ('00', 0) => no article was read from it",
                "UPDATE revision SET content = content || '.' => its text is another one than its hash says",
                "UPDATE revision SET content = content || '.', sha256 = 'ab' WHERE number = 1 => is not what was kept",
                "UPDATE revision SET imprint = '{\"authors\":[],\"outlet\":\"The Harn Echo\",\"outletFrom\":\"META\"}' => is not what was kept",
                "UPDATE revision SET blocks = '[]' WHERE number = 2 => is not what was kept",
                "UPDATE revision SET blocks = 'none' WHERE number = 2 => cannot be read",
                "UPDATE revision SET read_at = '2020-01-01T00:00:00Z' WHERE number = 2 => is of another time",
                "UPDATE revision SET file = 'other.txt' WHERE number = 1 => is not what was kept",
                "DELETE FROM revision WHERE number = 2 => its revision is missing",
                "DELETE FROM revision WHERE number = 1 AND article IN (SELECT article FROM revision WHERE number = 2) => is missing before it",
                "UPDATE article SET url = 'https://harn.example/' => is not what was kept",
                "DELETE FROM article WHERE position = (SELECT min(position) FROM article) => its article is missing",
                "UPDATE analysis SET body = replace(body, 'ACCUSE', 'DENY') => is not what was kept",
                "UPDATE analysis SET body = substr(body, 1, 100) => cannot be read",
                "UPDATE analysis SET body = replace(body, '\"start\":0,\"end\":', '\"start\":0,\"end\":99999') => ends after the text",
                "UPDATE analysis SET run = (SELECT id FROM run WHERE version = '2') WHERE revision = 1 AND article IN (SELECT article FROM revision WHERE number = 2) => no event tells",
                "DELETE FROM analysis WHERE position = (SELECT max(position) FROM analysis) => what came with it is missing",
                "DELETE FROM run WHERE id = (SELECT min(id) FROM run) => its run is missing",
                "UPDATE run SET version = '3' => is not what its id was made of",
                "UPDATE unread SET body = '{}' => is not what was kept",
                "UPDATE correction SET author = 'nobody' => is not what was kept",
                "UPDATE correction SET body = replace(body, 'Ilse Marrow', 'Ilse Harrow') => is not what was kept",
                "UPDATE correction SET body = replace(body, '\"exact\":\"', '\"exact\":\"x') => do not stand where it says",
                "DELETE FROM correction WHERE kind = 'NOTE' => there is no such correction",
                "DELETE FROM undoing => what came with it is missing",
                "UPDATE event SET at = '2020-01-01T00:00:00Z' WHERE position = 3 => is not what its hash was made of",
                "DELETE FROM event WHERE position = 4 => are missing",
                "DELETE FROM event WHERE position = (SELECT max(position) FROM event) => says that it ends at",
                "UPDATE event SET previous = hash WHERE position = 5 => does not follow",
                "UPDATE meta SET value = '1 ab' WHERE name = 'head' => says that it ends at",
                "DROP TABLE undoing => cannot be read",
            })
    void eachIsFound(String damage, String said) throws IOException {
        Path broken = copy();
        damage(broken, damage);
        assertThat(Verification.of(broken.toString()).broken())
                .as(damage)
                .anySatisfy(finding -> assertThat(finding.toString()).contains(said));
    }

    /** Bytes in the middle of the file. */
    @Test
    void soIsAPageThatTheDiskLost() throws IOException {
        Path broken = copy();
        try (RandomAccessFile file =
                new RandomAccessFile(broken.resolve(Database.FILE).toFile(), "rw")) {
            long page = 4096;
            for (long at = 8 * page; at < Math.min(file.length(), 40 * page); at += page) {
                file.seek(at);
                file.write(new byte[(int) page]);
            }
        }
        assertThat(Verification.of(broken.toString()).broken()).isNotEmpty();
    }

    private static Path copy() throws IOException {
        Path folder = Files.createTempDirectory(scratch, "broken");
        Files.copy(whole.resolve(Database.FILE), folder.resolve(Database.FILE));
        return folder;
    }

    /** By a connection that knows no foreign keys, as that of another tool may be. */
    private static void damage(Path folder, String statement) {
        var source = new org.sqlite.SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve(Database.FILE));
        org.jdbi.v3.core.Jdbi.create(source).useHandle(handle -> handle.execute(statement));
    }
}
