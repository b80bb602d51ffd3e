package org.rashomon.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.export.DossierWriters;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;
import org.rashomon.model.Run;
import org.rashomon.model.Span;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.dossier.Story;
import org.rashomon.pipeline.StepException;

class ReadServiceTest {
    @TempDir
    Path temp;

    @Test
    void analysesComeInTheOrderOfTheInput() throws IOException {
        ReadService service = service(article -> {
            // The first takes longest, so that workers finish out of order.
            LockSupport.parkNanos(article.id().equals("a0") ? 60_000_000L : 0);
            return analysis(article);
        });
        Summary summary = service.read(List.of(Path.of("x")), temp.resolve("out"), List.of("jsonl"), Progress.none());
        assertThat(summary.articles()).isEqualTo(40);
        List<String> lines = Files.readAllLines(temp.resolve("out/articles.jsonl"));
        assertThat(lines).hasSize(40);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).startsWith("{\"id\":\"a" + i + "\"");
        }
    }

    @Test
    void anArticleOnWhichTheAnalysisBreaksIsRejectedAndTheRestIsRead() {
        ReadService service = service(article -> {
            if (article.id().equals("a7")) {
                throw new IllegalStateException("a seventh article");
            }
            return analysis(article);
        });
        Summary summary = service.read(List.of(Path.of("x")), temp.resolve("out"), service.formats(), Progress.none());
        assertThat(summary.articles()).isEqualTo(39);
        assertThat(summary.rejected()).anySatisfy(rejected -> {
            assertThat(rejected.source()).isEqualTo("a7.txt");
            assertThat(rejected.reason()).contains("a seventh article").contains("report");
        });
        assertThat(summary.faults()).contains(temp.resolve("out/faults.log"));
        assertThat(temp.resolve("out/faults.log"))
                .content()
                .startsWith("# rashomon-faults/1\n# version 0-test, reader none;")
                .contains(
                        "\n== a7.txt, step \"analysis\"\njava.lang.IllegalStateException: a seventh article\n\tat ",
                        "ReadServiceTest")
                .doesNotContain("photo-only.html");
        assertThat(temp.resolve("out/manifest.json")).content().contains("\"faults.log\"", "a seventh article");
    }

    @Test
    void theStepThatBreaksIsNamed() throws IOException {
        ReadService service = service(article -> {
            if (article.id().equals("a7")) {
                throw new StepException("claims", article.file(), new IllegalStateException("an empty span"));
            }
            return analysis(article);
        });
        Summary summary = service.read(List.of(Path.of("x")), temp.resolve("out"), service.formats(), Progress.none());
        assertThat(summary.articles()).isEqualTo(39);
        assertThat(summary.rejected().get(1).reason())
                .startsWith("the step \"claims\" broke (java.lang.IllegalStateException: an empty span)");
        assertThat(Files.readString(temp.resolve("out/faults.log")))
                .contains("\n== a7.txt, step \"claims\"\njava.lang.IllegalStateException: an empty span\n");
    }

    @Test
    void aRunWithoutFaultsHasNoLogOfThem() throws IOException {
        Path out = temp.resolve("out");
        ReadService broken = service(article -> {
            throw new IllegalStateException("every article");
        });
        assertThatThrownBy(() -> broken.read(List.of(Path.of("x")), out, broken.formats(), Progress.none()))
                .isInstanceOf(NothingReadException.class)
                .hasMessageContaining("Where the program broke is told in " + out.resolve("faults.log"));
        assertThat(out).isDirectoryContaining(file -> file.endsWith("faults.log"));
        assertThat(Files.readString(out.resolve("faults.log")).split("\n== ")).hasSize(41);
        // the log of that run, which no manifest claims, is ours to remove
        ReadService whole = service(ReadServiceTest::analysis);
        Summary summary = whole.read(List.of(Path.of("x")), out, whole.formats(), Progress.none());
        assertThat(summary.faults()).isEmpty();
        assertThat(out.resolve("faults.log")).doesNotExist();
        assertThat(out.resolve("index.html")).exists();
    }

    @Test
    void anOlderDossierStaysBesideTheFaultsOfARunThatWroteNone() throws IOException {
        Path out = temp.resolve("out");
        ReadService whole = service(ReadServiceTest::analysis);
        whole.read(List.of(Path.of("x")), out, whole.formats(), Progress.none());
        String manifest = Files.readString(out.resolve("manifest.json"));
        ReadService broken = service(article -> {
            throw new IllegalStateException("every article");
        });
        assertThatThrownBy(() -> broken.read(List.of(Path.of("x")), out, broken.formats(), Progress.none()))
                .isInstanceOf(NothingReadException.class);
        assertThat(out.resolve("manifest.json")).hasContent(manifest);
        assertThat(out.resolve("faults.log")).exists();
    }

    @Test
    void aFileOfThatNameThatIsNotOursIsNeverReplaced() throws IOException {
        Path out = Files.createDirectory(temp.resolve("out"));
        Files.writeString(out.resolve("faults.log"), "my own notes\n");
        ReadService broken = service(article -> {
            throw new IllegalStateException("every article");
        });
        assertThatThrownBy(() -> broken.read(List.of(Path.of("x")), out, broken.formats(), Progress.none()))
                .isInstanceOf(NothingReadException.class)
                .hasMessageNotContaining("faults.log");
        assertThat(out.resolve("faults.log")).hasContent("my own notes");
        ReadService whole = service(ReadServiceTest::analysis);
        whole.read(List.of(Path.of("x")), out, whole.formats(), Progress.none());
        assertThat(out.resolve("faults.log")).hasContent("my own notes");
    }

    @Test
    void ofADefectThatStrikesEveryArticleTheFirstTracesAreKept() {
        Rejects rejects = new Rejects();
        for (int i = 0; i < 250; i++) {
            rejects.add(Rejected.broken(i + ".txt", "claims", new IllegalStateException("every article")));
            rejects.add(new Rejected(i + ".png", "no text"));
        }
        assertThat(rejects.all()).hasSize(500);
        assertThat(rejects.all().stream().filter(reject -> reject.fault() != null))
                .hasSize(100);
    }

    @Test
    void unknownFormatsAreNamed() {
        assertThatThrownBy(() -> service(ReadServiceTest::analysis)
                        .read(List.of(Path.of("x")), temp.resolve("out"), List.of("docx"), Progress.none()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("docx")
                .hasMessageContaining("jsonl, html");
    }

    private static ReadService service(java.util.function.Function<Article, ArticleAnalysis> analyse) {
        return new ReadService(
                (inputs, sink) -> {
                    IntStream.range(0, 40).forEach(i -> sink.accept(new ReadResult.Read(article("a" + i))));
                    sink.accept(new Rejected("photo-only.html", "no text"));
                },
                analyse,
                ReadServiceTest::compare,
                new Run("0-test", "none", Map.of()),
                DossierWriters.standard());
    }

    private static Comparison compare(List<ArticleAnalysis> analyses) {
        Map<String, String> storyOf = new TreeMap<>();
        List<Story> stories = analyses.stream()
                .map(analysis -> {
                    String id = analysis.article().id();
                    storyOf.put(id, "s" + id);
                    return new Story("s" + id, "Story " + id, List.of(id), null, List.of());
                })
                .toList();
        return new Comparison(
                analyses, stories, List.of(), List.of(), List.of(), List.of(), List.of(), storyOf, Map.of(), Map.of(),
                Map.of());
    }

    private static Article article(String id) {
        return new Article(
                id,
                id + ".txt",
                Imprint.NONE,
                "Words.",
                List.of(new Block(new Span(0, 6), BlockRole.BODY)),
                List.of(),
                "0");
    }

    private static ArticleAnalysis analysis(Article article) {
        return new ArticleAnalysis(
                article, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }
}
