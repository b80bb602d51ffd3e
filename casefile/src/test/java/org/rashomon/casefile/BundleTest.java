package org.rashomon.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.casefile.bundle.BundleReader;
import org.rashomon.casefile.bundle.BundleWriter;
import org.rashomon.text.Hashes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case that travels as one file, and files that only pretend to be one. */
class BundleTest {
    private static final String MANIFEST = "manifest-sha256.txt";

    @TempDir
    static Path scratch = Path.of("");

    private static Path whole = Path.of("");
    private static Path bundle = Path.of("");

    @TempDir
    Path there = Path.of("");

    /** A case with two revisions of an article, a correction that holds and one undone. */
    @BeforeAll
    static void make() throws IOException {
        whole = Bench.corrected(scratch);
        bundle = scratch.resolve("whole.zip");
        written(whole.toString(), bundle);
    }

    static BundleWriter.Summary written(String place, Path to) throws IOException {
        try (OpenCase open = Cases.look(place, new Bench("1"));
                OutputStream out = Files.newOutputStream(to)) {
            return BundleWriter.write(
                    place, open.version(), Map.of("claims", List.of("{}")), List.of("{\"id\":\"k\"}"), out);
        }
    }

    @Test
    void aCaseIsTheSameElsewhere() throws IOException {
        Path place = there.resolve("far/away/case");
        Verification found = BundleReader.read(bundle, place.toString());
        assertThat(found).isEqualTo(Verification.of(whole.toString()));
        assertThat(found.broken()).isEmpty();
        assertThat(found.corrections()).isEqualTo(2);
        try (OpenCase here = Cases.look(whole.toString(), new Bench("1"));
                OpenCase far = Cases.existing(place.toString(), new Bench("1"))) {
            assertThat(far.version()).isEqualTo(here.version());
            assertThat(far.dossier()).isEqualTo(here.dossier());
            assertThat(far.corrections()).isEqualTo(here.corrections());
            for (var analysis : here.dossier().analyses()) {
                String id = analysis.article().id();
                assertThat(far.original(id)).hasValue(here.original(id).orElseThrow());
                assertThat(far.revisions(id)).isEqualTo(here.revisions(id));
            }
        }
        // and on from there
        Path again = there.resolve("again.zip");
        BundleWriter.Summary summary = written(place.toString(), again);
        assertThat(again).hasSameBinaryContentAs(bundle);
        assertThat(summary.articles()).isEqualTo(4);
        assertThat(summary.originals()).isEqualTo(5);
        assertThatThrownBy(() -> BundleReader.read(bundle, place.toString()))
                .hasMessageContaining("holds a case already");
        try (Stream<Path> left = Files.list(there.resolve("far/away"))) {
            assertThat(left).containsExactly(place);
        }
    }

    @Test
    void whatIsInItIsToldToAnybody() throws IOException {
        Map<String, byte[]> files = files(bundle);
        JsonNode crate = JsonMapper.shared().readTree(files.get("ro-crate-metadata.json"));
        Map<String, JsonNode> entities = new TreeMap<>();
        crate.path("@graph").forEach(entity -> entities.put(entity.path("@id").asString(), entity));
        assertThat(java.util.Objects.requireNonNull(entities.get("ro-crate-metadata.json"))
                        .path("conformsTo")
                        .path("@id")
                        .asString())
                .isEqualTo("https://w3id.org/ro/crate/1.1");
        for (String name : files.keySet()) {
            byte[] bytes = java.util.Objects.requireNonNull(files.get(name));
            if (!name.equals(MANIFEST) && !name.equals("ro-crate-metadata.json")) {
                JsonNode entity = java.util.Objects.requireNonNull(entities.get(name), name);
                assertThat(entity.path("sha256").asString()).isEqualTo(Hashes.sha256(bytes));
                assertThat(entity.path("contentSize").asString()).isEqualTo(String.valueOf(bytes.length));
            }
        }
        assertThat(new String(files.get(MANIFEST), StandardCharsets.UTF_8).lines())
                .hasSize(files.size() - 1);
    }

    private static Map<String, byte[]> files(Path zip) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().<ZipEntry>map(one -> one).toList()) {
                files.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    private static void text(Map<String, byte[]> files, String name, String from, String to) {
        String text = new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        files.put(name, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    /** As somebody does who knows how. */
    private static void signed(Map<String, byte[]> files) {
        files.remove(MANIFEST);
        files.put(
                MANIFEST,
                files.entrySet().stream()
                        .map(file -> Hashes.sha256(file.getValue()) + "  " + file.getKey() + "\n")
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String original(Map<String, byte[]> files) {
        return files.keySet().stream()
                .filter(name -> name.startsWith("originals/"))
                .findFirst()
                .orElseThrow();
    }

    private static Arguments hostile(String said, Consumer<Map<String, byte[]>> change) {
        return Arguments.of(said, change);
    }

    static Stream<Arguments> hostile() {
        byte[] evil = "evil".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                hostile("../evil.txt: a bundle has no file of such a name", files -> files.put("../evil.txt", evil)),
                hostile("/etc/cron.d/x: a bundle has no file", files -> files.put("/etc/cron.d/x", evil)),
                hostile("C:\\x: a bundle has no file", files -> files.put("C:\\x", evil)),
                hostile("originals/../../x: a bundle has no", files -> files.put("originals/../../x", evil)),
                hostile("case/../run.jsonl: a bundle has no", files -> files.put("case/../run.jsonl", evil)),
                hostile("case/: a bundle has no file", files -> files.put("case/", new byte[0])),
                hostile("?[31mred: a bundle has no file", files -> files.put("\u001b[31mred", evil)),
                hostile(
                        "tables/more.jsonl: the manifest does not name it",
                        files -> files.put("tables/more.jsonl", evil)),
                hostile(": its bytes are not those of the manifest", files -> files.put(original(files), evil)),
                hostile(
                        "case/correction.jsonl: its bytes are not those",
                        files -> text(files, "case/correction.jsonl", "R. Vey", "S. Vey")),
                hostile(": its name is not the hash of its bytes", files -> {
                    files.put(original(files), evil);
                    signed(files);
                }),
                hostile(": it is missing", files -> files.remove(original(files))),
                hostile(": it is missing", files -> {
                    files.remove(original(files));
                    signed(files);
                }),
                hostile("no row of case/capture.jsonl names it", files -> {
                    files.put("originals/" + Hashes.sha256(evil), evil);
                    signed(files);
                }),
                hostile("case/event.jsonl: it is missing", files -> files.remove("case/event.jsonl")),
                hostile("case/undoing.jsonl: it is missing", files -> {
                    files.remove("case/undoing.jsonl");
                    signed(files);
                }),
                hostile("manifest-sha256.txt: it is missing", files -> files.remove(MANIFEST)),
                hostile("manifest-sha256.txt: line 1 is no checksum", files -> files.put(MANIFEST, evil)),
                hostile("the case in it is broken: ", files -> {
                    text(files, "case/correction.jsonl", "Ilse Marrow", "Ilse Barrow");
                    signed(files);
                }),
                hostile("the case in it is broken: ", files -> {
                    files.put("case/undoing.jsonl", new byte[0]);
                    signed(files);
                }),
                hostile("case/event.jsonl: line 1 cannot be read", files -> {
                    files.put("case/event.jsonl", evil);
                    signed(files);
                }),
                hostile("case/event.jsonl: a row has no number \"position\"", files -> {
                    text(files, "case/event.jsonl", "\"position\":1,", "\"position\":\"1; DROP TABLE event\",");
                    signed(files);
                }),
                hostile("case/run.jsonl: a row has no text", files -> {
                    text(files, "case/run.jsonl", "\"version\":\"1\"", "\"version\":{\"a\":1}");
                    signed(files);
                }),
                hostile("case/revision.jsonl: its rows do not fit together", files -> {
                    text(files, "case/revision.jsonl", "\"position\":3,", "\"position\":1,");
                    signed(files);
                }),
                hostile("newer version of the program (format 99", files -> {
                    text(files, "case/meta.jsonl", "\"format\",\"value\":\"3\"", "\"format\",\"value\":\"99\"");
                    signed(files);
                }),
                hostile("case/meta.jsonl: it tells no format", files -> {
                    text(files, "case/meta.jsonl", "\"format\"", "\"form\"");
                    signed(files);
                }),
                hostile("case/analysis.jsonl: line 1 cannot be read", files -> {
                    files.put("case/analysis.jsonl", HexFormat.of().parseHex("7bff7d"));
                    signed(files);
                }));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileBundleIsRefused(String said, Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> files = files(bundle);
        change.accept(files);
        refused(zipped(files), said);
    }

    private static byte[] zipped(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private void refused(byte[] bytes, String said) throws IOException {
        Path file = Files.write(there.resolve("hostile.zip"), bytes);
        Path place = there.resolve("case");
        assertThatThrownBy(() -> BundleReader.read(file, place.toString()))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining(said)
                .hasMessageStartingWith(file.toString())
                .message()
                .satisfies(words -> assertThat(words.lines()).hasSize(1))
                .doesNotContain("\u001b");
        try (Stream<Path> left = Files.walk(there)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(file);
        }
        assertThat(place).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 20_000})
    void aPieceOfABundleIsNone(int length) throws IOException {
        byte[] all = Files.readAllBytes(bundle);
        refused(java.util.Arrays.copyOf(all, length), "it is no ZIP, or a damaged one");
    }

    @Test
    void aBombIsLeftAlone() throws IOException {
        Map<String, byte[]> files = files(bundle);
        files.put("tables/claims.jsonl", new byte[300 << 20]);
        refused(zipped(files), "tables/claims.jsonl: with it the bundle holds more than 100 times its own size");
    }

    @Test
    void aFileThatIsThereTwiceIsRefused() throws IOException {
        Map<String, byte[]> files = files(bundle);
        files.put("case/rum.jsonl", files.getOrDefault("case/run.jsonl", new byte[0]));
        byte[] bytes = zipped(files);
        byte[] name = "case/rum.jsonl".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + name.length < bytes.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + name.length, name, 0, name.length)) {
                bytes[i + 7] = 'n';
            }
        }
        refused(bytes, "case/run.jsonl: it is there twice");
    }

    @Test
    void whatIsNoFileIsNamed() {
        assertThatThrownBy(() -> BundleReader.read(
                        there.resolve("none.zip"), there.resolve("case").toString()))
                .isInstanceOfSatisfying(
                        CaseException.class, e -> assertThat(e.kind()).isEqualTo(CaseException.Kind.NO_CASE))
                .hasMessageContaining("none.zip is no file");
    }
}
