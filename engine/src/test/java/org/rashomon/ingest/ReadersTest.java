package org.rashomon.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.draft.Source;
import org.rashomon.model.Article;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;

class ReadersTest {
    private static final String BODY =
            "The harbour council of Port Ellery said on Monday that the ferry would run again.\n\n"
                    + "“We have repaired the pier,” council leader Ada Brandt told reporters.";

    @TempDir
    Path folder;

    private List<ReadResult> read(Path... inputs) {
        List<ReadResult> results = new ArrayList<>();
        Readers.standard().read(List.of(inputs), InputStream.nullInputStream(), results::add);
        return results;
    }

    private Article article(ReadResult result) {
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).article();
    }

    private Article only(Path input) {
        List<ReadResult> results = read(input);
        assertThat(results).hasSize(1);
        return article(results.get(0));
    }

    private Rejected onlyRejected(Path input) {
        List<ReadResult> results = read(input);
        assertThat(results).hasSize(1);
        assertThat(results.get(0)).isInstanceOf(Rejected.class);
        return (Rejected) results.get(0);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void textKeepsItsCharactersSoThatOffsetsIntoTheFileHold() throws IOException {
        String text = " Ferry to run again\n\n\n" + BODY + "\n";
        Article article = only(file("ferry.txt", text));
        assertThat(article.text()).isEqualTo(text);
        assertThat(article.title()).isEqualTo("Ferry to run again");
        assertThat(article.file()).isEqualTo("ferry.txt");
        assertThat(article.outlet()).isNull();
        assertThat(article.published()).isNull();
        assertThat(article.id()).startsWith("a-");
    }

    @Test
    void jsonLinesGiveOneArticleALineWithWhatTheyState() throws IOException {
        Path input = file(
                "two.jsonl",
                "{\"id\":\"x1\",\"outlet\":\"Ellery Post\",\"title\":\"Ferry to run again\",\"date\":\"2021-03-08\",\"url\":\"https://post.example/1\","
                        + "\"language\":\"en\",\"extra\":[1],\"text\":\"The ferry of Port Ellery will run again, the council said on Monday.\"}\n\n"
                        + "{\"published\":\"2021-03-09T10:00:00Z\",\"date\":\"some day\",\"text\":\"The pier was closed again on Tuesday, a guard told this paper.\"}\n");
        List<ReadResult> results = read(input);
        assertThat(results).hasSize(2);
        Article first = article(results.get(0));
        assertThat(first.id()).isEqualTo("x1");
        assertThat(first.file()).isEqualTo("two.jsonl#1");
        assertThat(first.outlet()).isEqualTo("Ellery Post");
        assertThat(first.language()).isEqualTo("en");
        assertThat(first.url()).isEqualTo("https://post.example/1");
        assertThat(first.published()).isNotNull();
        assertThat(first.published().from()).isEqualTo(Imprint.Origin.GIVEN);
        assertThat(first.published().day()).hasToString("2021-03-08");
        Article second = article(results.get(1));
        assertThat(second.file()).isEqualTo("two.jsonl#3");
        assertThat(second.published()).isNotNull();
        assertThat(second.published().time()).isNotNull();
    }

    @Test
    void malformedDateIsNoDateAndNoReasonToReject() throws IOException {
        Article article = only(file(
                "a.jsonl",
                "{\"date\":\"31/31/2021\",\"text\":\"The ferry will run again, the council of Ellery said.\"}"));
        assertThat(article.published()).isNull();
    }

    @Test
    void foldersAreReadByNameAndFilesNamedRelativeToThem() throws IOException {
        Files.createDirectories(folder.resolve("b"));
        file("b/second.txt", "Second\n\n" + BODY);
        file("a.txt", "First\n\n" + BODY);
        file(".hidden", "not read");
        List<ReadResult> results = read(folder);
        assertThat(results).extracting(r -> article(r).file()).containsExactly("a.txt", "b/second.txt");
    }

    /** A reader that takes every document and breaks behind the first article of one that is named so. */
    private record Breaking() implements DocumentReader {
        @Override
        public boolean recognises(Source.Head head) {
            return true;
        }

        @Override
        public void read(Source source, Sink sink) {
            sink.article(Draft.ofText("", BODY));
            if (source.head().name().startsWith("broken")) {
                throw new IllegalStateException("a defect");
            }
        }
    }

    @Test
    void aDocumentOnWhichAReaderBreaksIsRejectedWithItsTraceAndTheRestIsRead() throws IOException {
        List<ReadResult> results = new ArrayList<>();
        List<Path> inputs = List.of(file("broken.txt", "one"), file("whole.txt", "two"));
        new Readers(List.of(new Breaking())).read(inputs, InputStream.nullInputStream(), results::add);
        assertThat(results).hasSize(3);
        assertThat(article(results.get(0)).file()).isEqualTo("broken.txt");
        Rejected broken = (Rejected) results.get(1);
        assertThat(broken.source()).isEqualTo("broken.txt");
        assertThat(broken.reason()).contains("step \"reading\"", "a defect", "report");
        assertThat(broken.fault()).isNotNull();
        assertThat(broken.fault().trace()).contains("ReadersTest$Breaking.read");
        assertThat(results.get(2)).isInstanceOf(ReadResult.Duplicate.class); // the same words as in the first
    }

    @Test
    void whatTheSinkThrowsIsNoFaultOfADocument() throws IOException {
        Path input = file("a.txt", BODY);
        IllegalStateException own = new IllegalStateException("the sink is full");
        assertThatThrownBy(() -> Readers.standard().read(List.of(input), result -> {
                    throw own;
                }))
                .isSameAs(own);
    }

    @Test
    void standardInputIsAnInput() {
        List<ReadResult> results = new ArrayList<>();
        InputStream in = new ByteArrayInputStream(BODY.getBytes(UTF_8));
        Readers.standard().read(List.of(Path.of("-")), in, results::add);
        assertThat(article(results.get(0)).file()).isEqualTo("-");
    }

    @Test
    void contentTellsTheKindWhateverTheName() throws IOException {
        Article html = only(file(
                "page.txt",
                "<!DOCTYPE html><html><head><title>Ferry to run again</title></head><body><p>"
                        + BODY.replace("\n\n", "</p><p>") + "</p></body></html>"));
        assertThat(html.text()).doesNotContain("<p>");
        Article packed = only(Files.write(folder.resolve("a.html"), gzip(BODY.getBytes(UTF_8))));
        assertThat(packed.text()).isEqualTo(BODY);
        Article lines = only(file("lines.txt", "{\"text\":\"The ferry will run again, the council of Ellery said.\"}"));
        assertThat(lines.file()).isEqualTo("lines.txt#1");
    }

    @Test
    void charsetsByMarkDeclarationAndGuess() throws IOException {
        String text = "Der Rat von Höhn sagte am Montag, die Fähre fahre wieder: „Wir sind so weit“.";
        for (Charset set : List.of(UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16LE)) {
            Path path = Files.write(folder.resolve(set + ".txt"), text.getBytes(set));
            assertThat(only(path).text()).as(set.name()).isEqualTo(text);
        }
        byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
        assertThat(only(Files.write(folder.resolve("m.txt"), marked)).text()).isEqualTo(text);
        String page =
                "<html><head><meta charset=\"windows-1251\"></head><body><p>Совет порта Эллери заявил, что паром снова будет ходить с понедельника.</p></body></html>";
        Path declared = Files.write(folder.resolve("c.html"), page.getBytes(Charset.forName("windows-1251")));
        assertThat(only(declared).text()).contains("Совет порта Эллери");
    }

    @Test
    void invalidUtf8KeepsTheRestOfTheText() throws IOException {
        byte[] bytes = ("Ferry “runs” again, said the “council” of “Ellery” on Monday.").getBytes(UTF_8);
        bytes[8] = (byte) 0xFF;
        byte[] many =
                (new String(bytes, StandardCharsets.ISO_8859_1) + " ").repeat(1).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(only(Files.write(folder.resolve("bad.txt"), many)).text()).contains("council");
    }

    @Test
    void emojiCombiningMarksAndRightToLeftTextSurvive() throws IOException {
        String text =
                "The family 👩‍👩‍👧 of Zoe\u0301 said 🇸🇾 “مَرحبًا” and “שָׁלוֹם”, a clerk of Ellery told the paper on Monday.";
        Article article = only(file("e.txt", text));
        assertThat(article.text()).isEqualTo(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC));
    }

    @Test
    void fileNameDatesAndAmbiguousOnes() throws IOException {
        Article named = only(file("2016-09-30-ferry.txt", BODY));
        assertThat(named.published()).isNotNull();
        assertThat(named.published().from()).isEqualTo(Imprint.Origin.FILENAME);
        assertThat(only(file("20169930-ferry.txt", BODY + " ")).published()).isNull();
    }

    @Test
    void duplicatesAreNamedWithTheirFirst() throws IOException {
        file("a.txt", BODY);
        file("b.txt", BODY);
        List<ReadResult> results = read(folder);
        assertThat(results.get(1)).isEqualTo(new ReadResult.Duplicate("b.txt", "a.txt"));
    }

    @Test
    void oneIdForTwoTextsNamesBothPlaces() throws IOException {
        Path path = file(
                "ids.jsonl",
                "{\"id\":7,\"text\":\"The ferry runs again, the council said.\"}\n{\"id\":7,\"text\":\"The ferry is late, the council said.\"}\n");
        Rejected rejected = (Rejected) read(path).get(1);
        assertThat(rejected.source()).isEqualTo("ids.jsonl#2");
        assertThat(rejected.reason()).contains("\"7\"", "ids.jsonl#1", "another id");
    }

    @Test
    void damagedLinesAreRejectedAndTheOthersRead() throws IOException {
        Path path = file(
                "mixed.jsonl",
                "{\"text\":\"The ferry runs again, the council said.\"}\nno json\n[1]\n{\"title\":\"only\"}\n{\"text\":\"The pier is safe, a guard said.\"}");
        List<ReadResult> results = read(path);
        assertThat(results).hasSize(5);
        assertThat(results.subList(1, 4)).allSatisfy(r -> assertThat(r).isInstanceOf(Rejected.class));
        assertThat(((Rejected) results.get(1)).source()).isEqualTo("mixed.jsonl#2");
        assertThat(((Rejected) results.get(1)).reason()).contains("no JSON");
        assertThat(((Rejected) results.get(3)).reason()).contains("\"text\"");
        assertThat(article(results.get(4)).file()).isEqualTo("mixed.jsonl#5");
    }

    @Test
    void manyLinesGiveManyArticles() throws IOException {
        int lines = 20_000;
        Path path = folder.resolve("many.jsonl");
        try (java.io.Writer out = Files.newBufferedWriter(path)) {
            for (int line = 0; line < lines; line++) {
                out.write("{\"text\":\"Ferry number " + line
                        + " runs again, the council of Port Ellery said on Monday.\"}\n");
            }
        }
        AtomicInteger read = new AtomicInteger();
        Readers.standard().read(List.of(path), result -> read.addAndGet(result instanceof ReadResult.Read ? 1 : 0));
        assertThat(read).hasValue(lines);
    }

    @Test
    void emptyFile() throws IOException {
        assertThat(onlyRejected(file("empty.txt", "")).reason()).contains("empty");
        assertThat(onlyRejected(file("blank.txt", " \n\n ")).reason()).contains("no text");
    }

    @Test
    void hugeFileIsRejectedWithoutReadingIt() throws IOException {
        Path path = file("huge.txt", BODY);
        try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
            sparse.setLength(200_000_000);
        }
        Rejected rejected = onlyRejected(path);
        assertThat(rejected.source()).isEqualTo("huge.txt");
    }

    @Test
    void hugeTextWithoutZeroBytesNamesTheLimit() throws IOException {
        Path path = Files.write(
                folder.resolve("big.txt"),
                "The ferry runs again. ".repeat(1_000_000).getBytes(UTF_8));
        assertThat(onlyRejected(path).reason()).contains("20 MB", "JSONL");
    }

    @Test
    void imageNamedText() throws IOException {
        Path path =
                Files.write(folder.resolve("photo.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        assertThat(onlyRejected(path).reason()).contains("PNG").contains("convert");
    }

    @Test
    void truncatedGzip() throws IOException {
        byte[] random = new byte[50_000];
        new java.util.Random(7).nextBytes(random);
        byte[] whole = gzip((BODY + java.util.HexFormat.of().formatHex(random)).getBytes(UTF_8));
        Path path = Files.write(folder.resolve("cut.txt.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(onlyRejected(path).reason()).contains("gzip").contains("fetch");
    }

    @Test
    void gzipBomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            byte[] chunk = "{\"text\": \"".getBytes(UTF_8);
            gzip.write(chunk);
            byte[] filler = "a".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 100; i++) {
                gzip.write(filler);
            }
        }
        Path path = Files.write(folder.resolve("bomb.jsonl.gz"), out.toByteArray());
        assertThat(onlyRejected(path).reason()).contains("gzip").contains("times");
    }

    @Test
    void deeplyNestedPage() throws IOException {
        String page = "<html><body>" + "<div>".repeat(100_000) + "<p>" + BODY + "</p>" + "</div>".repeat(100_000)
                + "</body></html>";
        Path path = file("deep.html", page);
        Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> assertThat(read(path)).hasSize(1));
    }

    @Test
    void hugeSingleLine() throws IOException {
        Path text = file("line.txt", "The council of Port Ellery said (AP) the ferry runs » again, ".repeat(85_000));
        Path page = file(
                "line.html",
                "<html><body><p>" + "The council said the ferry runs again, ".repeat(130_000) + "</p></body></html>");
        Path spaces = file("spaces.txt", "Ferry" + " ".repeat(5_000_000) + "runs again, the council said.");
        Path capitals = file("capitals.txt", "FERRY/".repeat(800_000));
        Assertions.assertTimeout(Duration.ofSeconds(30), () -> {
            for (Path path : List.of(text, page, spaces, capitals)) {
                assertThat(read(path)).hasSize(1);
            }
        });
    }

    @Test
    void symbolicLinkLoopIsReportedOnce() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("inner"));
        file("inner/a.txt", BODY);
        Files.createSymbolicLink(inner.resolve("loop"), folder);
        List<ReadResult> results = read(folder);
        assertThat(results).hasSize(2);
        assertThat(((ReadResult.Duplicate) results.get(1)).source()).isEqualTo("inner/loop/");
    }

    @Test
    void danglingLinkAndMissingFile() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("gone.txt"), folder.resolve("nowhere.txt"));
        assertThat(onlyRejected(link).reason()).contains("does not exist");
        Path never = folder.resolve("never.txt");
        assertThat(onlyRejected(never))
                .isEqualTo(new Rejected(never.toString(), "there is no such file; check the path"));
    }

    @Test
    void unreadableFileDoesNotStopTheOthers() throws IOException {
        file("a.txt", BODY);
        Path locked = file("b.txt", BODY + " More.");
        file("c.txt", BODY + " Most.");
        assertThat(locked.toFile().setReadable(false)).isTrue();
        // Root may read all files; everybody else gets a rejection and the rest.
        List<ReadResult> results = read(folder);
        assertThat(results).hasSize(3);
        if (!Files.isReadable(locked)) {
            assertThat(((Rejected) results.get(1)).reason()).contains("permission");
        }
        assertThat(article(results.get(2)).file()).isEqualTo("c.txt");
    }

    @Test
    void menusAreNoArticle() throws IOException {
        String menus = "Home\nNews\nWorld\nSport\nContact us\nPrivacy Policy\nHarbour life\nShare\n";
        assertThat(onlyRejected(file("menu.txt", menus)).reason()).contains("no article text found");
        String page = "<html><head><title>Ellery Post</title></head><body><h1>The Ellery Post front page</h1><ul>"
                + "<li><a href='/a'>Harbour and ferries</a></li><li><a href='/b'>Council and taxes</a></li></ul><nav>Home</nav></body></html>";
        assertThat(onlyRejected(file("menu.html", page)).reason()).contains("no article text found");
    }

    @Test
    void sameInputGivesTheSameArticles() throws IOException {
        file("a.txt", "First\n\n" + BODY);
        file("b.html", "<html><body><h1>Ferry to run again soon</h1><p>" + BODY + "</p></body></html>");
        assertThat(read(folder)).isEqualTo(read(folder));
        assertThat(read(folder))
                .allSatisfy(r -> assertThat(article(r).blocks()).anyMatch(b -> b.role() == BlockRole.BODY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: "Pier lost"~date: 2029-03-07~author: Lena Holt     | Pier lost | 2029-03-07 | Lena Holt
            title: Pier lost~date: 7 March 2029~tags:~  - a~  - b     | Pier lost | 2029-03-07 | -
            layout: post~authors: [Lena Holt, Abel Norin]             | -         | -          | Lena Holt, Abel Norin
            """)
    void fieldsBeforeATextAreNoneOfIt(String fields, String title, String day, String byline) {
        Article article = article(
                "---\n" + fields.replace('~', '\n') + "\n---\n\nThe council denied that it had known of the piles.\n");
        assertThat(article.text().strip()).isEqualTo("The council denied that it had known of the piles.");
        assertThat(String.valueOf(article.title())).isEqualTo(title.equals("-") ? "null" : title);
        assertThat(String.valueOf(article.published())).contains(day.equals("-") ? "null" : day);
        assertThat(String.valueOf(article.imprint().byline())).isEqualTo(byline.equals("-") ? "null" : byline);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ---~The mayor said this: nothing was known, and nobody asked.~---~The council denied that it had known.~
            ---~title: Pier lost~The council denied that it had known of the piles.~
            ~---~title: Pier lost~---~The council denied that it had known of the piles.~
            """)
    void otherLinesOfDashesPartNothing(String text) {
        assertThat(article(text.replace('~', '\n')).text()).contains("The council denied that it had known", "---");
    }

    @Test
    void aStrayZeroIsNoSignOfBinaryData() {
        String text = "The council denied on Monday\0 that it had known of the piles, and said so twice.";
        assertThat(article(text).text()).isEqualTo(text.replace("\0", ""));
    }

    private static Article article(String text) {
        List<Article> articles = new ArrayList<>();
        Readers.standard()
                .read(
                        "a.md",
                        new java.io.ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        result -> {
                            assertThat(result).isInstanceOf(ReadResult.Read.class);
                            articles.add(((ReadResult.Read) result).article());
                        });
        return articles.get(0);
    }
}
