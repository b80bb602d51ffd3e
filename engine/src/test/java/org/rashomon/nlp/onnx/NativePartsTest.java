package org.rashomon.nlp.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rashomon.nlp.onnx.NativeParts.Loading;
import org.rashomon.nlp.onnx.NativeParts.Part;

class NativePartsTest {
    @TempDir
    Path temp;

    private final List<Path> folders = new ArrayList<>();

    /** Ways in which a library tells that it has nothing for a machine. */
    static List<Arguments> missing() {
        Loading linker = folder -> System.loadLibrary("rashomon_absent");
        Loading noLibrary = folder -> System.load(
                Files.writeString(folder.resolve("libdamaged.so"), "no library").toString());
        Loading starting = folder -> assertThat(Starting.LOADED).isTrue();
        Loading wrapped = folder -> {
            throw new EngineException(
                    "not loaded", new UnsatisfiedLinkError("no build for this machine\nsee the manual"));
        };
        Loading asserting = folder -> {
            throw new AssertionError("no version found");
        };
        return List.of(
                Arguments.of("the linker finds no library", linker, "no rashomon_absent in java.library.path"),
                Arguments.of("the linker is given no library", noLibrary, "libdamaged.so"),
                Arguments.of("a class that cannot start", starting, "Unsupported processor"),
                Arguments.of(
                        "an exception around the linker's error, of two lines", wrapped, "no build for this machine"),
                Arguments.of("an assertion", asserting, "no version found"));
    }

    /** A class that finds out while it starts that the machine will not do, as those of ONNX Runtime do. */
    private static final class Starting {
        static final boolean LOADED = load();

        private static boolean load() {
            throw new IllegalStateException("Unsupported processor");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("missing")
    void whatCannotBeLoadedIsNamedInOneLineWithMachineAndReason(String way, Loading loading, String reason) {
        assertThatThrownBy(() -> NativeParts.load(List.of(new Part("abacus", noting(loading)))))
                .isInstanceOf(NativePartException.class)
                .hasMessageContainingAll(
                        "native part abacus cannot be loaded on ",
                        System.getProperty("os.name") + " (" + System.getProperty("os.arch") + ")",
                        reason)
                .message()
                .hasLineCount(1);
        assertThat(folders).hasSize(1).allSatisfy(folder -> assertThat(folder).doesNotExist());
    }

    @Test
    void whereThereIsNoRoomTheMessageSaysWhatHelps() {
        Loading full = folder -> {
            throw new IOException("No space left on device");
        };
        assertThatThrownBy(() -> NativeParts.load(List.of(new Part("abacus", noting(full)))))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("No space left on device", "-Djava.io.tmpdir");
        assertThat(folders).hasSize(1).allSatisfy(folder -> assertThat(folder).doesNotExist());
    }

    @Test
    void allPartsGetOnePrivateFolderThatIsGoneAfterwards() {
        Loading leaving = folder -> {
            Path deep = Files.createDirectories(folder.resolve("a/b"));
            Files.writeString(deep.resolve("left.so"), "");
            assertThat(System.getProperty("jna.tmpdir")).isEqualTo(folder.toString());
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                        .isEqualTo("rwx------");
            }
        };
        NativeParts.load(List.of(new Part("one", noting(leaving)), new Part("two", noting(leaving))));
        assertThat(folders).hasSize(2);
        assertThat(folders.get(0)).isEqualTo(folders.get(1)).doesNotExist();
        for (String property : List.of("jna.tmpdir", "ENGINE_CACHE_DIR", "onnxruntime.native.path")) {
            assertThat(System.getProperty(property)).as(property).isNull();
        }
    }

    @Test
    void aFolderThatAUserChoseIsLeftToTheUser() {
        System.setProperty("jna.tmpdir", temp.toString());
        try {
            NativeParts.load(List.of(new Part(
                    "abacus",
                    folder -> assertThat(System.getProperty("jna.tmpdir")).isEqualTo(temp.toString()))));
            assertThat(System.getProperty("jna.tmpdir")).isEqualTo(temp.toString());
        } finally {
            System.clearProperty("jna.tmpdir");
        }
        assertThat(temp).isDirectory();
    }

    @Test
    void theRealPartsAreLoadedOnceForAll() {
        assertThatCode(() -> {
                    NativeParts.load();
                    NativeParts.load();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void onlyOldFoldersOfOursAreSwept() throws IOException {
        Instant now = Instant.now();
        Path old = aged(Files.createDirectory(temp.resolve("rashomon-native-1")), now.minusSeconds(7200));
        Path young = aged(Files.createDirectory(temp.resolve("rashomon-native-2")), now);
        Path other = aged(Files.createDirectory(temp.resolve("rashomon-notes")), now.minusSeconds(7200));
        Path target = Files.createDirectory(temp.resolve("elsewhere"));
        Path kept = Files.writeString(target.resolve("kept.txt"), "");
        aged(target, now.minusSeconds(7200));
        Files.createSymbolicLink(temp.resolve("rashomon-native-3"), target);
        NativeParts.sweep(temp, now.minusSeconds(3600));
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(other).exists();
        assertThat(kept).exists();
    }

    private static Path aged(Path path, Instant time) throws IOException {
        return Files.setLastModifiedTime(path, FileTime.from(time));
    }

    private Loading noting(Loading loading) {
        return folder -> {
            folders.add(folder);
            loading.from(folder);
        };
    }
}
