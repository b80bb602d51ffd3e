package org.rashomon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Article;

/** What the desk makes of two files is what comes of them here, where each is read by itself. */
class AdmissionTest {
    @TempDir
    Path scratch;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # folder | id | text | folder | id | text | articles
            north | x | The bridge fell on Monday. | north | x | The bridge fell on Monday. | 1
            north | x | The bridge fell on Monday. | south | x | The bridge fell on Monday. | 2
            north | x | The bridge fell on Monday. | north | x | The bridge held on Monday. | 2
            north | x | The bridge fell on Monday. | south | x | The bridge held on Monday. | 2
            north | x | The bridge fell on Monday. | south | y | The bridge fell on Monday. | 2
            """)
    void asOnADesk(String one, String id, String text, String other, String otherId, String otherText, int articles)
            throws Exception {
        Path first = written(one + "/1.jsonl", id, text);
        Path second = written(other + "/2.jsonl", otherId, otherText);
        List<String> desk = new ArrayList<>();
        Local.articles(first, second).forEach(article -> desk.add(article.id() + " " + article.notes()));
        assertThat(desk).hasSize(articles);
        List<Taken> taken = new ArrayList<>();
        for (Documents.Document document : List.of(
                new Documents.Document(0, first.toString(), "1.jsonl", String.valueOf(first.getParent())),
                new Documents.Document(1, second.toString(), "2.jsonl", String.valueOf(second.getParent())))) {
            Documents.read(document, new org.apache.hadoop.conf.Configuration()).forEachRemaining(taken::add);
        }
        List<String> here = new ArrayList<>();
        taken.stream()
                .collect(java.util.stream.Collectors.groupingBy(Taken::id))
                .values()
                .forEach(group -> Admission.admit(group).stream()
                        .filter(admitted -> admitted.kind() == Taken.Kind.READ)
                        .map(admitted -> org.rashomon.casefile.Json.read(admitted.article(), Article.class))
                        .forEach(article -> here.add(article.id() + " " + article.notes())));
        assertThat(here.stream().map(AdmissionTest::withoutPath))
                .containsExactlyInAnyOrderElementsOf(
                        desk.stream().map(AdmissionTest::withoutPath).toList());
    }

    private static String withoutPath(String line) {
        return line.replaceAll("taken by \\S*?([12]\\.jsonl)", "taken by $1");
    }

    private Path written(String name, String id, String text) throws Exception {
        Path file = scratch.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "{\"id\": \"" + id + "\", \"text\": \"" + text + "\"}\n");
    }
}
