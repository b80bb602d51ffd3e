package org.rashomon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.export.DossierWriters;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Run;
import org.rashomon.pipeline.ArticlePipeline;
import org.rashomon.pipeline.ComparisonPipeline;
import org.rashomon.service.ReadService;
import picocli.CommandLine;

class MainTest {
    private static final String REPORT = """
            The mayor of Ostrel said on Monday that the bridge was closed.

            A harbour official denied that any ship had been turned away from Ostrel.
            """;
    private static ReadService service = ReadService.of("rules");

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void load() {
        service = ReadService.of("rules");
    }

    @Test
    void doneIsZeroAndTellsWhereThePageIs() throws IOException {
        Path file = Files.writeString(temp.resolve("late edition.txt"), REPORT);
        assertThat(run("read", file.toString(), "--out", temp.resolve("out").toString()))
                .isZero();
        assertThat(out.toString()).contains("1 article read").contains("index.html");
        assertThat(temp.resolve("out/index.html")).exists();
        assertThat(temp.resolve("out/claims.jsonl")).exists();
    }

    @Test
    void aServerThatOthersCouldReachWithoutATokenIsNotStarted() {
        String place = temp.resolve("case").toString();
        assertThat(run("serve", "--case", place, "--host", "0.0.0.0")).isEqualTo(2);
        assertThat(err.toString()).contains("--host 0.0.0.0").contains("RASHOMON_TOKEN");
        assertThat(run("serve", "--case", place, "--host", "0.0.0.0", "--token", "short"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--token: too short");
        assertThat(run("serve", "--case", place, "--port", "70000")).isEqualTo(2);
        assertThat(run("mcp")).isEqualTo(2);
        assertThat(err.toString()).contains("Give a case");
        assertThat(temp.resolve("case")).doesNotExist();
    }

    @Test
    void aClaimIsExplainedByItsId() throws IOException {
        Path file = Files.writeString(temp.resolve("a.txt"), "Ana Lund said the ferry had sunk off Veldin.\n");
        Path dossier = temp.resolve("out");
        assertThat(run("read", file.toString(), "--out", dossier.toString())).isZero();
        String claim =
                Files.readString(dossier.resolve("claims.jsonl")).replaceAll("(?s).*?\"id\":\"(c-[^\"]+)\".*", "$1");

        assertThat(run("read", file.toString(), "--explain", claim)).isZero();
        assertThat(out.toString())
                .contains(
                        claim,
                        "Ana Lund [said] the ferry had sunk off Veldin",
                        "act         assert, by cue",
                        "speaker     Ana Lund (named), for the words \u201cAna Lund\u201d, by name",
                        "found by    the rules",
                        "built       subject first");

        assertThat(run("read", file.toString(), "--explain", "c-nowhere")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--explain: there is no claim \"c-nowhere\"")
                .contains("1 article was read");
    }

    @Test
    void whyNotListsWhatIsLeftOutAndWritesNothing() throws IOException {
        Path page = Files.writeString(
                temp.resolve("page.html"),
                "<!DOCTYPE html><html><head><title>Ferry to run again in the spring</title></head><body><nav>Home News</nav><h1>Ferry to run again in"
                        + " the spring</h1><p>" + REPORT.strip()
                        + "</p><div class=\"promo\"><a href=\"/m\">Museum to be sold</a></div><p>" + REPORT.strip()
                        + "</p><p>Advertisement</p></body></html>");
        assertThat(run("read", page.toString(), "--why-not")).isZero();
        assertThat(out.toString())
                .contains(
                        "page.html",
                        "  <nav> (html > body > nav)\n    Home News",
                        "  class name 'promo' (html > body > div.promo)\n    Museum to be sold",
                        "kept, but not read",
                        "    Advertisement",
                        "left out or not read");
        assertThat(temp.resolve("dossier")).doesNotExist();
    }

    @Test
    void whyNotEndsAsReadDoesWhereDocumentsAreRejected() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("in"));
        Files.writeString(folder.resolve("good.txt"), REPORT);
        assertThat(run("read", folder.toString(), "--why-not")).isZero();
        Files.writeString(folder.resolve("empty.txt"), "");
        assertThat(run("read", folder.toString(), "--why-not")).isEqualTo(3);
        assertThat(run("read", folder.resolve("empty.txt").toString(), "--why-not"))
                .isEqualTo(1);
        assertThat(run("read", folder.toString(), "--why-not", "--columns", "colour=x"))
                .isEqualTo(2);
    }

    @Test
    void aFileSystemThatTakesNoFilesIsNamed() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(Path.of("/proc")));
        Path file = Files.writeString(temp.resolve("a.txt"), REPORT);
        assertThat(run("read", file.toString(), "--out", "/proc/dossier")).isEqualTo(2);
        assertThat(err.toString()).contains("--out: /proc takes no files");
    }

    @Test
    void rejectsGiveThreeAndTheReason() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("in"));
        Files.writeString(folder.resolve("good.txt"), REPORT);
        Files.writeString(folder.resolve("empty.txt"), "");
        assertThat(run("read", folder.toString(), "--out", temp.resolve("out").toString()))
                .isEqualTo(3);
        assertThat(out.toString()).contains("1 article read, 1 rejected: ").contains("empty.txt: the file is empty");
        assertThat(temp.resolve("out/articles.jsonl")).isNotEmptyFile();
    }

    @Test
    void anArticleBeforeWhoseFirstSourceNothingStandsIsRead() throws IOException {
        Path blank = Files.writeString(temp.resolve("a.txt"), " The army said the rebels denied the strike.\n");
        Path lines = Files.writeString(temp.resolve("b.jsonl"), """
                {"text":"\\n\\nThe army said it denied the strike."}
                {"text":"\\n\\nThe Monitor said it could not come."}
                {"id": "w1", "title": "Army denies the strike on Keldra", "text": "Army denies the strike on Keldra\\n\\nThe Monitor said it could not establish who carried out the strike."}
                """);
        for (String reader : new String[] {"rules", "learned"}) {
            Path dossier = temp.resolve(reader);
            assertThat(run("read", blank.toString(), lines.toString(), "--reader", reader, "--out", dossier.toString()))
                    .isZero();
            assertThat(Files.readAllLines(dossier.resolve("articles.jsonl"))).hasSize(4);
            assertThat(Files.readString(dossier.resolve("claims.jsonl")))
                    .contains(
                            "\"via\":[\"The army\"]", "\"speakerStatus\":\"unnamed\",\"speakerLabel\":\"The Monitor\"");
        }
    }

    @Test
    void anArticleOnWhichTheProgramBreaksIsNamedWithTheStepAndTheTraceIsKept() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("in"));
        Files.writeString(folder.resolve("bad.txt"), REPORT + "\nThe pier is shut.\n");
        Files.writeString(folder.resolve("good.txt"), REPORT);
        Path dossier = temp.resolve("out");
        try (ArticlePipeline rules = ArticlePipeline.rules()) {
            ReadService breaking = new ReadService(
                    Readers.standard()::read,
                    article -> {
                        if (article.file().equals("bad.txt")) {
                            throw new IllegalStateException("a defect");
                        }
                        return rules.analyse(article);
                    },
                    ComparisonPipeline::compare,
                    new Run("0-test", "rules", Map.of()),
                    DossierWriters.standard());
            assertThat(run(breaking, "read", folder.toString(), "--out", dossier.toString()))
                    .isEqualTo(3);
        }
        assertThat(out.toString())
                .contains(
                        "1 article read, 1 rejected: bad.txt: the step \"analysis\" broke (",
                        "Where the program broke is told in " + dossier.resolve("faults.log") + ": please report it");
        assertThat(dossier.resolve("faults.log")).content().contains("== bad.txt", "a defect", "MainTest");
        assertThat(dossier.resolve("index.html")).content().contains("bad.txt");
    }

    @Test
    void whenNoInputCanBeReadNothingIsWrittenAndEachIsNamed() throws IOException {
        Path empty = Files.writeString(temp.resolve("empty.txt"), "");
        Path missing = temp.resolve("missing.txt");
        Path out = temp.resolve("out");
        assertThat(run("read", missing.toString(), empty.toString(), "--out", out.toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith("rashomon: no article could be read, and no dossier was written:")
                .contains(missing + ": ", "empty.txt: the file is empty");
        assertThat(out).doesNotExist();
    }

    @Test
    void aFolderWithoutDocumentsIsNamed() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("nothing here"));
        Path out = temp.resolve("out");
        assertThat(run("read", folder.toString(), "--out", out.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no document was found in " + folder);
        assertThat(out).doesNotExist();
    }

    @Test
    void anOlderDossierStaysWhenNothingIsRead() throws IOException {
        Path file = Files.writeString(temp.resolve("a.txt"), REPORT);
        Path out = temp.resolve("out");
        assertThat(run("read", file.toString(), "--out", out.toString())).isZero();
        byte[] claims = Files.readAllBytes(out.resolve("claims.jsonl"));
        assertThat(run("read", temp.resolve("missing.txt").toString(), "--out", out.toString()))
                .isEqualTo(1);
        assertThat(out.resolve("claims.jsonl")).hasBinaryContent(claims);
        assertThat(out.resolve("manifest.json")).content().contains("\"complete\" : true");
    }

    @Test
    void anArticleInAnotherLanguageIsKeptAsTextAndSaidToBe() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("two"));
        Files.writeString(folder.resolve("a.txt"), REPORT);
        Files.writeString(
                folder.resolve("b.txt"),
                "Le ministère de la Torvie a déclaré mardi que ses avions n'avaient pas survolé l'hôpital et que le conseil devait"
                        + " montrer qui l'avait fait. Le président Dasko said : « Nous ne mentons pas ».\n");
        Path dossier = temp.resolve("out");
        assertThat(run("read", folder.toString(), "--out", dossier.toString())).isZero();
        assertThat(out.toString())
                .contains("2 articles read", "1 is not in English, kept as text without claims: b.txt");
        assertThat(dossier.resolve("claims.jsonl")).content().doesNotContain("Torvie", "mentons");
        assertThat(dossier.resolve("articles.jsonl")).content().contains("\"reading\":\"text\"", "survolé");
        assertThat(dossier.resolve("index.html")).content().contains("not in English: kept as text");
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        Path file = Files.writeString(temp.resolve("a.txt"), REPORT);
        for (String name : new String[] {"one", "two"}) {
            run("read", file.toString(), "--out", temp.resolve(name).toString());
        }
        try (var files = Files.list(temp.resolve("one"))) {
            for (Path one : files.toList()) {
                assertThat(one).hasSameBinaryContentAs(temp.resolve("two").resolve(one.getFileName()));
            }
        }
    }

    @Test
    void aDossierAmongItsOwnInputsIsPassedOverAndComesOutTheSame() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("paper"));
        Files.writeString(folder.resolve("a.txt"), REPORT);
        Path dossier = folder.resolve("dossier");
        assertThat(run("read", folder.toString(), "--out", dossier.toString())).isEqualTo(Main.DONE);
        byte[] first = Files.readAllBytes(dossier.resolve("manifest.json"));
        assertThat(run("read", folder.toString(), "--out", dossier.toString())).isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("Passed over: dossier/");
        assertThat(dossier.resolve("manifest.json")).hasBinaryContent(first);
    }

    @Test
    void onlyTheFormatsAskedForAreWritten() throws IOException {
        Path file = Files.writeString(temp.resolve("a.txt"), REPORT);
        run("read", file.toString(), "--out", temp.resolve("out").toString(), "--format", "jsonl");
        assertThat(temp.resolve("out/index.html")).doesNotExist();
        assertThat(temp.resolve("out/claims.jsonl")).exists();
    }

    @Test
    void wrongUsageIsTwo() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("read")).isEqualTo(2);
        assertThat(run("read", "--nonsense", "x")).isEqualTo(2);
        Path file = Files.writeString(temp.resolve("a.txt"), REPORT);
        assertThat(run("read", file.toString(), "--out", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--out: " + file + " is a file");
    }

    @Test
    void aTableOfOnesOwnTellsWhoSpeaks() throws IOException {
        Path actors = Files.writeString(temp.resolve("mine.tsv"), """
                # slug\tname\ttype\tstate\twikidata\taliases\tgender\toffices
                \tTorvia\tstate\tQT\t\tcapital:Orvela|adjective:Torvian|adjective:Torvians
                \tMila Ossen\tperson\tQT\t\t\tf\tforeign minister@QT:2024-03-01..2030-02-28
                \tDarro Quend\tperson\tQT\t\t\tm\tforeign minister@QT:2030-03-01..
                kestrin-relief\tKestrin Relief Council\torganisation\tQT\t\tKRC
                """);
        Path article = Files.writeString(
                temp.resolve("paper.jsonl"),
                "{\"id\": \"a\", \"date\": \"2031-05-04\", \"text\": \"The Torvian foreign minister said that the bridge was"
                        + " closed.\\n\\nThe KRC denied that it had closed the bridge.\\n\\nThe Torvian defence ministry said that no"
                        + " planes had flown.\"}\n");
        Path dossier = temp.resolve("out");
        assertThat(run(
                        "read",
                        article.toString(),
                        "--actors",
                        actors.toString(),
                        "--reader",
                        "rules",
                        "--out",
                        dossier.toString()))
                .isZero();
        assertThat(dossier.resolve("claims.jsonl"))
                .content()
                .contains("\"id\":\"person:darro-quend\"", "\"id\":\"org:kestrin-relief\"")
                .contains("\"id\":\"org:qt-defence-ministry\"")
                .doesNotContain("mila-ossen");
    }

    @Test
    void aBadLineOfATableIsToldWithItsPlaceAndARemedy() throws IOException {
        Path actors = Files.writeString(temp.resolve("mine.tsv"), "# mine\n\tMila Ossen\tminister\n");
        Path file = Files.writeString(temp.resolve("a.txt"), REPORT);
        assertThat(run("read", file.toString(), "--actors", actors.toString(), "--reader", "rules"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--actors: " + actors + ", line 2: \"minister\" is no type; write person, organisation,");
    }

    @Test
    void helpShowsExamplesAndExitCodes() {
        assertThat(run("read", "--help")).isZero();
        assertThat(out.toString()).contains("Examples:", "Exit codes:", "--format", "--actors mine.tsv");
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("rashomon 0.");
    }

    private int run(String... args) {
        return run(service, args);
    }

    private int run(ReadService rules, String... args) {
        CommandLine line = Main.commandLine((reader, actors) ->
                actors == null && !"learned".equals(reader) ? rules : ReadService.of(reader, actors));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }
}
