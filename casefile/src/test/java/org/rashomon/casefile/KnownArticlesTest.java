package org.rashomon.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.text.Hashes;

/** How many articles are looked at for one that is read: those that it may be, and not all of its file. */
class KnownArticlesTest {
    private static final int MANY = 60;

    @TempDir
    private Path scratch;

    private Path archive = Path.of("");

    @BeforeEach
    void anArchiveOfManyRecords() throws IOException {
        archive = Files.writeString(
                scratch.resolve("archive.jsonl"),
                IntStream.range(0, MANY).mapToObj(KnownArticlesTest::row).collect(Collectors.joining("\n")));
        try (OpenCase open = Cases.open(place(), new PlainBench())) {
            assertThat(open.add(List.of(archive), line -> {}).added()).isEqualTo(MANY);
        }
    }

    private String place() {
        return scratch.resolve("case").toString();
    }

    private static String row(int number) {
        return "{\"id\": \"r" + number + "\", \"url\": \"https://harn.example/" + number + "\", \"text\": \""
                + text(number) + "\"}";
    }

    private static String text(int number) {
        return "The mill at Orrel stood still on day " + number + ", the miller said.";
    }

    private List<String> known(String given, String path, String part, String url, String text) {
        try (Database database = Database.look(place())) {
            return database
                    .read(handle -> Store.known(
                            handle, new Store.Origin(given, given, "elsewhere", path, part, url), Hashes.sha256(text)))
                    .stream()
                    .map(known -> known.origin().id())
                    .toList();
        }
    }

    @Test
    void aNewRecordOfTheFileMeetsNone() {
        assertThat(known("new", archive.toString(), "#99", "https://harn.example/99", "Something new."))
                .isEmpty();
    }

    @Test
    void oneThatIsThereMeetsItselfBySomethingOfItsOwn() {
        assertThat(known("r7", "", "", "https://harn.example/none", "Another text."))
                .containsExactly("r7");
        assertThat(known("x", "", "", "https://harn.example/7", "Another text."))
                .containsExactly("r7");
        assertThat(known("x", archive.toString(), "#8", "https://harn.example/none", text(7)))
                .containsExactly("r7");
        assertThat(known("x", "/other/file", "#8", "https://harn.example/none", text(7)))
                .isEmpty();
    }

    @Test
    void aFileOfOneArticleIsKnownByItsPath() throws IOException {
        Path single = Files.writeString(scratch.resolve("single.txt"), "The bridge at Orrel is shut.\n");
        try (OpenCase open = Cases.open(place(), new PlainBench())) {
            open.add(List.of(single), line -> {});
        }
        assertThat(known("x", single.toString(), "", "https://harn.example/none", "Another text."))
                .hasSize(1);
        assertThat(known("x", single.toString(), "#2", "https://harn.example/none", "Another text."))
                .isEmpty();
    }
}
