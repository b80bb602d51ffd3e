package org.rashomon.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.export.DossierWriter;
import org.rashomon.model.Run;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.dossier.Dossier;

class DossierFolderTest {
    private static final Dossier EMPTY = new Dossier(
            new Run("0-test", "none", Map.of()),
            new Comparison(
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of(),
                    Map.of(), Map.of()),
            List.of());

    @TempDir
    Path temp;

    @Test
    void theManifestHoldsTheHashOfEveryFile() throws IOException {
        Path out = temp.resolve("out");
        new DossierFolder(out).write(EMPTY, List.of(writer("a.txt", "words")));
        assertThat(Files.readString(out.resolve("manifest.json")))
                .contains("\"complete\" : true", "a.txt", org.rashomon.text.Hashes.sha256("words"));
        assertThat(names(temp)).containsExactly("out");
    }

    @Test
    void anOlderDossierIsReplacedAndForeignFilesStay() throws IOException {
        Path out = temp.resolve("out");
        new DossierFolder(out).write(EMPTY, List.of(writer("a.txt", "old"), writer("gone.txt", "old")));
        Files.writeString(out.resolve("mine.txt"), "not yours");
        new DossierFolder(out).write(EMPTY, List.of(writer("a.txt", "new")));
        assertThat(names(out)).containsExactly("a.txt", "manifest.json", "mine.txt");
        assertThat(out.resolve("a.txt")).hasContent("new");
        assertThat(out.resolve("mine.txt")).hasContent("not yours");
    }

    /** A dossier of many pages has a folder in its own. */
    @Test
    void filesInAFolderAreReplacedToo() throws IOException {
        Path out = temp.resolve("out");
        new DossierFolder(out).write(EMPTY, List.of(writer("pages/a.html", "old"), writer("pages/gone.html", "old")));
        Files.writeString(out.resolve("pages/mine.txt"), "mine");
        assertThat(Files.readString(out.resolve("manifest.json"))).contains("pages/gone.html");
        new DossierFolder(out).write(EMPTY, List.of(writer("pages/a.html", "new")));
        assertThat(names(out)).containsExactly("manifest.json", "pages");
        assertThat(names(out.resolve("pages"))).containsExactly("a.html", "mine.txt");
        assertThat(out.resolve("pages/a.html")).hasContent("new");
        new DossierFolder(out).write(EMPTY, List.of(writer("index.html", "one page")));
        assertThat(names(out)).containsExactly("index.html", "manifest.json", "pages");
        assertThat(names(out.resolve("pages"))).containsExactly("mine.txt");
        assertThat(names(temp)).containsExactly("out");
    }

    @Test
    void filesInAFolderChangePlacesOneByOneAndComeBack() throws IOException {
        Path out = temp.resolve("out");
        new DossierFolder(out).write(EMPTY, List.of(writer("pages/a.html", "old")));
        String manifest = Files.readString(out.resolve("manifest.json"));
        Path draft = temp.resolve("draft");
        Files.createDirectories(draft.resolve("pages"));
        Files.writeString(draft.resolve("pages/a.html"), "new");
        Files.writeString(draft.resolve("pages/b.html"), "new");
        // no manifest: its move fails, which is the last
        assertThatThrownBy(() -> new Replacement(out).oneByOne(draft, List.of("pages/a.html", "pages/b.html")))
                .isInstanceOf(IOException.class);
        assertThat(names(out)).containsExactly("manifest.json", "pages");
        assertThat(names(out.resolve("pages"))).containsExactly("a.html");
        assertThat(out.resolve("pages/a.html")).hasContent("old");
        assertThat(out.resolve("manifest.json")).hasContent(manifest);
    }

    @Test
    void aForeignFileInThePlaceOfAFolderIsNeverReplaced() throws IOException {
        Path out = Files.createDirectory(temp.resolve("out"));
        Files.writeString(out.resolve("pages"), "my own pages");
        assertThatThrownBy(() -> new DossierFolder(out).write(EMPTY, List.of(writer("pages/a.html", "dossier"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("pages is there already");
        assertThat(out.resolve("pages")).hasContent("my own pages");
    }

    @Test
    void aManifestThatNamesFilesElsewhereClaimsNone() throws IOException {
        Path out = Files.createDirectory(temp.resolve("out"));
        Files.writeString(
                out.resolve("manifest.json"),
                Manifest.unfinished(
                        List.of("../a.txt", "pages/../../b.txt", "/etc/c", "pages/x/d.txt", "pages/e.html")));
        assertThat(Manifest.files(out)).containsExactly("manifest.json", "pages/e.html");
    }

    @Test
    void aForeignFileOfTheSameNameIsNeverReplaced() throws IOException {
        Path out = Files.createDirectory(temp.resolve("out"));
        Files.writeString(out.resolve("index.html"), "my own page");
        assertThatThrownBy(() -> new DossierFolder(out).write(EMPTY, List.of(writer("index.html", "dossier"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--out")
                .hasMessageContaining("index.html");
        assertThat(out.resolve("index.html")).hasContent("my own page");
        assertThat(names(out)).containsExactly("index.html");
    }

    @Test
    void aFullDiskLeavesWhatWasThereBefore() throws IOException {
        Path out = temp.resolve("out");
        new DossierFolder(out).write(EMPTY, List.of(writer("a.txt", "old")));
        String manifest = Files.readString(out.resolve("manifest.json"));
        assertThatThrownBy(() -> new DossierFolder(out).write(EMPTY, List.of(writer("a.txt", "half"), fullDisk())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("full")
                .hasMessageContaining(out.toString())
                .hasMessageContaining("Free some space");
        assertThat(out.resolve("a.txt")).hasContent("old");
        assertThat(out.resolve("manifest.json")).hasContent(manifest);
        assertThat(names(out)).containsExactly("a.txt", "manifest.json");
    }

    @Test
    void aFullDiskLeavesNoNewFolder() throws IOException {
        Path out = temp.resolve("deep/out");
        assertThatThrownBy(() -> new DossierFolder(out).write(EMPTY, List.of(writer("a.txt", "half"), fullDisk())))
                .isInstanceOf(StoreException.class);
        assertThat(out).doesNotExist();
    }

    /** The real thing, where the machine lets us mount a small disk. */
    @Test
    void aRealFullDiskIsReported() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(temp.resolve("disk"));
        assumeTrue(
                runs("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()),
                "needs the right to mount a tmpfs");
        try {
            Path out = disk.resolve("out");
            assertThatThrownBy(() ->
                            new DossierFolder(out).write(EMPTY, List.of(writer("a.txt", "x".repeat(1_000_000)))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is full");
            assertThat(names(disk)).isEmpty();
        } finally {
            assertThat(runs("umount", disk.toString())).isTrue();
        }
    }

    @Test
    void whatIsNotOursFollowsAnExchange() throws IOException {
        Path out = older("old");
        Files.createDirectories(out.resolve("notes/deep"));
        Files.writeString(out.resolve("notes/deep/mine.txt"), "mine");
        Files.createSymbolicLink(out.resolve("link"), Path.of("nowhere"));
        new DossierFolder(out).write(EMPTY, List.of(writer("b.txt", "new")));
        assertThat(names(out)).containsExactly("b.txt", "link", "manifest.json", "notes");
        assertThat(out.resolve("notes/deep/mine.txt")).hasContent("mine");
        assertThat(names(temp)).containsExactly("out");
    }

    @Test
    void aSymbolicLinkToAFolderStaysOne() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Path out = Files.createSymbolicLink(temp.resolve("out"), elsewhere);
        new DossierFolder(out).write(EMPTY, List.of(writer("a.txt", "old"), writer("gone.txt", "old")));
        new DossierFolder(out).write(EMPTY, List.of(writer("a.txt", "new")));
        assertThat(out).isSymbolicLink();
        assertThat(names(elsewhere)).containsExactly("a.txt", "manifest.json");
        assertThat(elsewhere.resolve("a.txt")).hasContent("new");
        assertThat(names(temp)).containsExactly("elsewhere", "out");
    }

    /** As where the folder may not change its name: each file by itself, and the old ones back when one fails. */
    @Test
    void oneByOneTheOldFilesComeBackWhenANewOneFails() throws IOException {
        Path out = older("old");
        Map<String, String> before = contents(out);
        Path draft = Files.createDirectory(temp.resolve("draft"));
        Files.writeString(draft.resolve("a.txt"), "new");
        Files.writeString(draft.resolve("c.txt"), "new");
        // no manifest: its move fails, which is the last
        assertThatThrownBy(() -> new Replacement(out).oneByOne(draft, List.of("a.txt", "c.txt")))
                .isInstanceOf(IOException.class);
        assertThat(contents(out)).isEqualTo(before);
    }

    @Test
    void whatAKilledRunLeftIsClearedAndTheOldDossierPutBack() throws IOException {
        Path out = older("old");
        Map<String, String> before = contents(out);
        // killed between two files
        Path kept = Files.createDirectory(out.resolve(Replacement.KEPT));
        for (String file : List.of("a.txt", "manifest.json")) {
            Files.createLink(kept.resolve(file), out.resolve(file));
        }
        Files.delete(out.resolve("a.txt"));
        Files.writeString(out.resolve("a.txt"), "new");
        Files.writeString(out.resolve("c.txt"), "new");
        Files.delete(out.resolve("manifest.json"));
        Files.writeString(out.resolve("manifest.json"), Manifest.unfinished(List.of("a.txt", "c.txt")));
        // killed while it wrote, once beside the folder and once, of an older version, in it
        String tag = org.rashomon.text.Hashes.sha256("out").substring(0, 8);
        for (Path draft :
                List.of(temp.resolve(".rashomon-writing-" + tag + "-123"), out.resolve(".rashomon-writing-9"))) {
            Files.writeString(Files.createDirectory(draft).resolve("half.txt"), "half");
        }
        // killed right after an exchange: the old folder, in which something is not ours
        Path swapped = Files.createDirectory(temp.resolve(".rashomon-replaced-" + tag + "-77"));
        Files.writeString(swapped.resolve("manifest.json"), Manifest.unfinished(List.of("z.txt")));
        Files.writeString(swapped.resolve("z.txt"), "ours");
        Files.writeString(swapped.resolve("mine.txt"), "mine");
        Path another = Files.createDirectory(temp.resolve(".rashomon-writing-00000000-5"));

        new DossierFolder(out).lock().close();

        assertThat(Files.readString(out.resolve("mine.txt"))).isEqualTo("mine");
        Files.delete(out.resolve("mine.txt"));
        assertThat(contents(out)).isEqualTo(before);
        assertThat(names(temp)).containsExactly(another.getFileName().toString(), "out");
    }

    @Test
    void twoRunsAreKeptApartAndADeadOneIsNoObstacle() throws IOException {
        Path out = older("old");
        DossierFolder folder = new DossierFolder(out);
        FolderLock lock = folder.lock();
        assertThatThrownBy(() -> new DossierFolder(out).lock())
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("another run", out.toString(), "--out");
        lock.close();
        assertThat(names(temp)).containsExactly("out");
        Files.writeString(
                temp.resolve(".rashomon-lock-"
                        + org.rashomon.text.Hashes.sha256(out.toString()).substring(0, 16)),
                "99999\n");
        folder.lock().close();
        assertThat(names(temp)).containsExactly("out");
    }

    @Test
    void whatTheDiskSaidIsFoundUnderOtherWords() throws IOException {
        Path out = older("old");
        Map<String, String> before = contents(out);
        DossierWriter template = new DossierWriter() {
            @Override
            public String format() {
                return "html";
            }

            @Override
            public void write(Dossier dossier, Path folder) {
                throw new IllegalStateException(
                        "cannot render", new FileSystemException("index.html", null, "No space left on device"));
            }
        };
        assertThatThrownBy(() -> new DossierFolder(out).write(EMPTY, List.of(template)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is full; no dossier was written");
        assertThat(contents(out)).isEqualTo(before);
    }

    private Path older(String words) throws IOException {
        Path out = temp.resolve("out");
        new DossierFolder(out).write(EMPTY, List.of(writer("a.txt", words)));
        return out;
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new java.util.TreeMap<>();
        for (String name : names(folder)) {
            contents.put(name, Files.readString(folder.resolve(name)));
        }
        return contents;
    }

    @Test
    void aFolderThatIsAFileIsAWrongSetting() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "x");
        assertThatThrownBy(() -> new DossierFolder(file).check())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> new DossierFolder(file.resolve("below")).check())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be made");
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // no such program here
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static DossierWriter writer(String name, String content) {
        return new DossierWriter() {
            @Override
            public String format() {
                return name;
            }

            @Override
            public void write(Dossier dossier, Path folder) throws IOException {
                Files.createDirectories(folder.resolve(name).getParent());
                Files.writeString(folder.resolve(name), content);
            }
        };
    }

    private static DossierWriter fullDisk() {
        return new DossierWriter() {
            @Override
            public String format() {
                return "full";
            }

            @Override
            public void write(Dossier dossier, Path folder) throws IOException {
                throw new FileSystemException(folder.toString(), null, "No space left on device");
            }
        };
    }
}
