package org.rashomon.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rashomon.office.Zipped.p;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.ingest.OfficeParsers;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;

/** Files that cannot be read, and such as want to break what reads them: each gives one line, the rest is read, and nothing is left behind. */
class HostileDocumentsTest {
    private static final String GOOD =
            "The Kestrian army denied on Monday that its forces had shelled the bridge at Ellery.";

    @TempDir
    private Path folder;

    private final Readers readers = Readers.standard().with(OfficeParsers.at(System.getProperty("java.class.path")));

    /** A name, its bytes, and words of the reason; a number begins each name, so that good ones stand between them. */
    private static Map<String, byte[]> hostile() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] word = Zipped.word(p(GOOD)).bytes();
        files.put(
                "encrypted.pdf|encrypted PDF document; open it with its password",
                new Pages().paragraph(GOOD).locked("x").bytes());
        files.put("cut.pdf|damaged PDF document", Arrays.copyOf("%PDF-1.7\n%nothing more".getBytes(ISO_8859_1), 400));
        files.put(
                "pages without text.pdf|without a text layer, scanned",
                new Pages().page().bytes());
        files.put("dies.pdf|needs more than 512 MB of memory", memoryBomb());
        files.put("cut.docx|damaged office document", Arrays.copyOf(word, word.length / 2));
        files.put("without directory.docx|the archive ends early", Arrays.copyOf(word, word.length - 30));
        files.put(
                "entity.docx|damaged office document (bad XML",
                Zipped.word("")
                        .part(
                                "word/document.xml",
                                "<!DOCTYPE a [<!ENTITY b \"c\">]><w:document xmlns:w=\"w\">&b;</w:document>")
                        .bytes());
        files.put(
                "deep.docx|nested more than",
                Zipped.word("<w:p>" + "<w:x>".repeat(5000) + "</w:x>".repeat(5000) + "</w:p>")
                        .bytes());
        files.put(
                "empty.docx|no text in this Word document", Zipped.word(p(" ")).bytes());
        files.put(
                "bomb.docx|unpacks to more than 200 times its size",
                Zipped.word(p(GOOD))
                        .part("word/media/x.bin", new byte[90_000_000])
                        .bytes());
        files.put("locked.docx|encrypted office document", oldKind("EncryptedPackage"));
        files.put("old.doc|Word document of the old kind (DOC)", oldKind("WordDocument"));
        files.put(
                "empty.odt|no text in this OpenDocument text",
                Zipped.open("<text:p/>").bytes());
        files.put("cut.rtf|damaged RTF document", ("{\\rtf1 " + GOOD).getBytes(ISO_8859_1));
        files.put(
                "deep.rtf|damaged RTF document",
                ("{\\rtf1 " + "{".repeat(100_000) + "}".repeat(100_000) + "}").getBytes(ISO_8859_1));
        files.put(
                "cut.msg|damaged office document",
                Arrays.copyOf(new OutlookFile().body(GOOD).bytes(), 700));
        files.put(
                "empty.msg|a message without a text",
                new OutlookFile().subject("x").from("y").bytes());
        files.put("nothing.pdf|the file is empty", new byte[0]);
        return files;
    }

    private static byte[] oldKind(String entry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[5000]), entry);
            files.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    /** A word of a gigabyte, packed: a block of it that ends at a byte is written again and again. */
    private static byte[] memoryBomb() {
        Deflater deflater = new Deflater(9, true);
        byte[] words = new byte[1_000_000];
        Arrays.fill(words, (byte) '(');
        deflater.setInput(words);
        byte[] block = new byte[10_000];
        int length = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
        deflater.end();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(new byte[] {0x78, (byte) 0xDA});
        for (int i = 0; i < 1000; i++) {
            packed.write(block, 0, length);
        }
        return pdf("<</Filter/FlateDecode/Length " + packed.size() + ">>", packed.toByteArray(), "", List.of());
    }

    /** Forms that are drawn twice each by the next, thirty deep: a thousand million in all. */
    static byte[] endless() {
        List<String> forms = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String draws = i == 0 ? "BT (x) Tj ET" : "/F Do /F Do";
            String resources = i == 0 ? "" : "/Resources<</XObject<</F " + (4 + i) + " 0 R>>>>";
            forms.add("<</Type/XObject/Subtype/Form/BBox[0 0 9 9]" + resources + "/Length " + draws.length()
                    + ">>\nstream\n" + draws + "\nendstream");
        }
        String draws = "/F Do";
        return pdf(
                "<</Length " + draws.length() + ">>",
                draws.getBytes(ISO_8859_1),
                "/Resources<</XObject<</F 34 0 R>>>>",
                forms);
    }

    /** Objects from five on are {@code more}; without a table of places, which readers make up for. */
    private static byte[] pdf(String dictionary, byte[] content, String resources, List<String> more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                ("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R" + resources
                                + ">>\nendobj\n4 0 obj\n" + dictionary
                                + "\nstream\n")
                        .getBytes(ISO_8859_1));
        out.writeBytes(content);
        out.writeBytes("\nendstream\nendobj\n".getBytes(ISO_8859_1));
        for (int i = 0; i < more.size(); i++) {
            out.writeBytes(((5 + i) + " 0 obj\n" + more.get(i) + "\nendobj\n").getBytes(ISO_8859_1));
        }
        out.writeBytes("trailer\n<</Root 1 0 R/Size 40>>\n%%EOF\n".getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    private static List<ReadResult> read(Readers readers, Path folder) {
        List<ReadResult> results = new ArrayList<>();
        readers.read(List.of(folder), results::add);
        return results;
    }

    private static List<Path> leftBehind() throws IOException {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "rashomon-office-*")) {
            found.forEach(left::add);
        }
        return left;
    }

    /** The second machines; nothing else is started here. */
    private static List<ProcessHandle> machines() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
    }

    @Test
    void eachGivesOneLineAndTheRestIsRead() throws IOException {
        List<Path> before = leftBehind();
        int number = 10;
        for (Map.Entry<String, byte[]> file : hostile().entrySet()) {
            String name = file.getKey().replaceFirst("\\|.*", "");
            Files.write(folder.resolve(number + " " + name), file.getValue());
            Files.write(
                    folder.resolve(number + " then.rtf"),
                    ("{\\rtf1 " + GOOD.replace("Monday", "day " + number) + "\\par}").getBytes(UTF_8));
            number++;
        }
        List<ReadResult> results = read(readers, folder);
        List<String> reasons = results.stream()
                .filter(Rejected.class::isInstance)
                .map(Rejected.class::cast)
                .map(rejected -> rejected.source() + "|" + rejected.reason())
                .toList();
        List<String> names = new ArrayList<>(hostile().keySet());
        assertThat(reasons).hasSameSizeAs(names);
        for (int i = 0; i < names.size(); i++) {
            String[] wanted = names.get(i).split("\\|");
            assertThat(reasons.get(i)).contains(wanted[0]).contains(wanted[1]).contains(";");
        }
        assertThat(results.stream().filter(ReadResult.Read.class::isInstance)).hasSize(names.size());
        assertThat(leftBehind()).isEqualTo(before);
        assertThat(machines()).isEmpty();
    }

    @Test
    void oneThatWorksForEverIsStopped() throws IOException {
        List<Path> before = leftBehind();
        Files.write(folder.resolve("1.pdf"), endless());
        Files.write(folder.resolve("2.pdf"), new Pages().paragraph(GOOD).bytes());
        List<ReadResult> results = read(readers.within(Duration.ofSeconds(40)), folder);
        assertThat(results).hasSize(2);
        assertThat(results.get(0))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .contains("longer than 4 seconds of processor time")
                                .contains("--deadline"));
        assertThat(results.get(1)).isInstanceOf(ReadResult.Read.class);
        assertThat(leftBehind()).isEqualTo(before);
    }

    @Test
    void twoThousandPagesAreRead() throws IOException {
        Pages pages = new Pages();
        for (int page = 1; page <= 2000; page++) {
            if (page > 1) {
                pages.page();
            }
            pages.set(72, 800, 9, "The Ellery Gazette")
                    .paragraph(GOOD.replace("Monday", "day " + page))
                    .set(290, 40, 9, "Page " + page);
        }
        Files.write(folder.resolve("long.pdf"), pages.bytes());
        List<ReadResult> results = read(readers, folder);
        assertThat(results)
                .singleElement()
                .isInstanceOfSatisfying(
                        ReadResult.Read.class,
                        read -> assertThat(read.article().text())
                                .contains("day 1 that")
                                .contains("day 2000 that")
                                .doesNotContain("Gazette")
                                .doesNotContain("Page "));
    }

    /** From outside, between two documents and in the midst of one. */
    @Test
    void aMachineThatIsKilledIsReplaced() throws IOException {
        List<Path> before = leftBehind();
        for (int i = 1; i <= 3; i++) {
            Files.write(
                    folder.resolve(i + ".pdf"),
                    new Pages().paragraph(GOOD.replace("Monday", "day " + i)).bytes());
        }
        List<Article> articles = new ArrayList<>();
        readers.read(List.of(folder), result -> {
            assertThat(result).isInstanceOf(ReadResult.Read.class);
            articles.add(((ReadResult.Read) result).article());
            assertThat(machines()).hasSize(1);
            machines().forEach(ProcessHandle::destroyForcibly);
        });
        assertThat(articles).hasSize(3);
        assertThat(leftBehind()).isEqualTo(before);
    }

    @Test
    void oneMachineServesAllOfARunAndNoneIsStartedWithoutNeed() throws IOException {
        for (int i = 1; i <= 5; i++) {
            Files.write(
                    folder.resolve(i + ".pdf"),
                    new Pages().paragraph(GOOD.replace("Monday", "day " + i)).bytes());
        }
        Files.writeString(folder.resolve("0.txt"), GOOD);
        List<Long> pids = new ArrayList<>();
        readers.read(
                List.of(folder),
                result -> pids.add(machines().stream()
                        .mapToLong(ProcessHandle::pid)
                        .findFirst()
                        .orElse(0)));
        assertThat(pids.get(0)).isZero();
        assertThat(pids.subList(1, 6)).doesNotContain(0L);
        assertThat(pids.stream().distinct()).hasSize(2);
        assertThat(machines()).isEmpty();
    }

    @Test
    void twoRunsAtOnceDoNotDisturbEachOther() throws Exception {
        Files.write(folder.resolve("1.pdf"), new Pages().paragraph(GOOD).bytes());
        List<Integer> counts = IntStream.range(0, 2)
                .parallel()
                .mapToObj(any -> read(readers, folder).size())
                .toList();
        assertThat(counts).containsExactly(1, 1);
    }

    @Test
    void aModuleThatIsNotThereIsSaidToBe() throws IOException {
        Files.write(folder.resolve("1.pdf"), new Pages().paragraph(GOOD).bytes());
        assertThat(read(
                        Readers.standard()
                                .with(OfficeParsers.at(folder.resolve("nowhere").toString())),
                        folder))
                .singleElement()
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .contains("does not start")
                                .contains("build the program again"));
        assertThat(read(Readers.standard(), folder))
                .singleElement()
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("a PDF document"));
    }
}
