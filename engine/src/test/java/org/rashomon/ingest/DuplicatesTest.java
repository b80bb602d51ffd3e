package org.rashomon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;

class DuplicatesTest {
    private static final String BODY =
            "The harbour council of Port Ellery said on Monday that the ferry would run again.";

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private static List<ReadResult> read(Path... inputs) {
        List<ReadResult> results = new ArrayList<>();
        Readers.standard().read(List.of(inputs), InputStream.nullInputStream(), results::add);
        return results;
    }

    private static List<String> ids(List<ReadResult> results) {
        return results.stream()
                .filter(ReadResult.Read.class::isInstance)
                .map(result -> ((ReadResult.Read) result).article())
                .map(Article::id)
                .toList();
    }

    @Test
    void oneTextInTwoPapersFoldersIsTwoArticles() throws IOException {
        file("herald/1.txt", BODY);
        file("ledger/1.txt", BODY);
        file("post/1.txt", BODY);
        List<String> ids = ids(read(folder));
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
        // The same ids from the folders given one by one, and for the first of them whatever else is read.
        assertThat(ids(read(folder.resolve("herald"), folder.resolve("ledger"), folder.resolve("post"))))
                .isEqualTo(ids);
        assertThat(ids(read(folder.resolve("herald")))).containsExactly(ids.get(0));
        assertThat(ids(read(folder.resolve("herald"), folder.resolve("post")))).containsExactly(ids.get(0), ids.get(2));
    }

    @Test
    void onePathIsReadOnce() throws IOException {
        Path file = file("herald/1.txt", BODY);
        file("herald/2.txt", "Later. " + BODY);
        Path home = folder.resolve("herald");
        assertThat(read(file, file)).hasSize(2).last().isEqualTo(new ReadResult.Duplicate("1.txt", "1.txt"));
        assertThat(read(home, file)).hasSize(3).last().isEqualTo(new ReadResult.Duplicate("1.txt", "1.txt"));
        assertThat(read(home, home)).hasSize(3).last().isInstanceOf(ReadResult.Duplicate.class);
    }

    @Test
    void oneTextTwiceInOneFolderOrAtOneAddressIsADuplicate() throws IOException {
        file("herald/1.txt", BODY);
        file("herald/2.txt", BODY);
        assertThat(read(folder)).last().isEqualTo(new ReadResult.Duplicate("herald/2.txt", "herald/1.txt"));
        file("ledger/2029-03-07.txt", BODY);
        Path copy = file("ledger/copy.txt", BODY);
        assertThat(read(folder.resolve("ledger")))
                .as("a copy under a name that states no day")
                .last()
                .isEqualTo(new ReadResult.Duplicate(copy.getFileName().toString(), "2029-03-07.txt"));
        String record = "{\"url\": \"https://post.example/1\", \"text\": \"" + BODY + "\"}";
        Path one = file("monday/a.jsonl", record + "\n" + record);
        Path other = file("topic/a.jsonl", record);
        assertThat(read(one, other))
                .hasSize(3)
                .endsWith(
                        new ReadResult.Duplicate("a.jsonl#2", "a.jsonl#1"),
                        new ReadResult.Duplicate("a.jsonl#1", "a.jsonl#1"));
    }

    @Test
    void anIdOfTheInputsOwnIsOfItsFile() throws IOException {
        Path one = file("herald/a.csv", "id,title,text\n1,A,\"" + BODY + "\"\n1,B,\"Later. " + BODY + "\"\n");
        Path other = file("ledger/a.csv", "id,title,text\n1,A,\"Not so. " + BODY + "\"\n");
        List<ReadResult> results = read(one, other);
        assertThat(results.get(1)).isInstanceOf(Rejected.class);
        Article second = ((ReadResult.Read) results.get(2)).article();
        assertThat(second.id()).isNotEqualTo("1");
        assertThat(second.notes()).singleElement().asString().contains("id \"1\" is taken by a.csv#2");
    }
}
