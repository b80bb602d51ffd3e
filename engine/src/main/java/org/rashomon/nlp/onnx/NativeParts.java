package org.rashomon.nlp.onnx;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The native parts of the trained reader: ONNX Runtime and the tokenizer.
 *
 * <p>Left to themselves their libraries unpack them into places of their own choice, and leave files there: the tokenizer's and JNA, which it
 * asks for graphics cards, in the home folder; ONNX Runtime in the folder for temporary files. Here all get one new folder that nobody else may
 * read, where {@link NativeFolders} finds room. It is removed as soon as they are loaded, so that a program that is killed leaves nothing either; of
 * one that is killed while it loads, and where a loaded file cannot be removed (Windows), a later run removes the folder. ONNX Runtime makes an
 * empty folder besides, and removes it at the end.
 */
public final class NativeParts {
    private static final String PREFIX = "rashomon-native-";
    /** A folder as old as this belongs to no program that is still loading. */
    private static final Duration OLD = Duration.ofHours(1);

    private static final String ONNX_RUNTIME_FOLDER = "onnxruntime.native.path";
    private static final String TOKENIZER_FOLDER = "ENGINE_CACHE_DIR";
    private static final String JNA_FOLDER = "jna.tmpdir";

    private static boolean loaded;
    private static @Nullable String failure;

    private NativeParts() {}

    /**
     * A native part.
     *
     * @param name what people know it as
     */
    record Part(String name, Loading loading) {}

    /** Loads a part, for which it may use a private folder. */
    @FunctionalInterface
    interface Loading {
        void from(Path folder) throws IOException;
    }

    private static final List<Part> ALL =
            List.of(new Part("onnxruntime", NativeParts::onnxRuntime), new Part("tokenizers", NativeParts::tokenizer));

    /**
     * Loads both parts, once for all readers.
     *
     * @throws NativePartException when one cannot be loaded on this machine; then every later call says the same
     * @throws ModelException when there is no place to unpack them to
     */
    public static synchronized void load() {
        if (failure != null) {
            throw new NativePartException(failure, null);
        }
        if (!loaded) {
            // The tokenizer's library asks a server for its usage counter, and for builds for graphics cards, unless it
            // is told that there is none.
            System.setProperty("ai.djl.offline", "true");
            try {
                load(ALL);
            } catch (NativePartException e) {
                failure = e.getMessage();
                throw e;
            }
            loaded = true;
        }
    }

    /** Loads the parts in order, from a folder that is removed afterwards. */
    static void load(List<Part> parts) {
        Path folder = NativeFolders.make(PREFIX + owner());
        sweep(folder.resolveSibling("."), Instant.now().minus(OLD));
        Thread atExit = new Thread(() -> delete(folder), "rashomon-native-clean-up");
        Runtime.getRuntime().addShutdownHook(atExit);
        // These belong to the libraries, which others in this Java machine may use: what was set stays, what is set
        // here is taken back.
        List<String> ours = Stream.of(TOKENIZER_FOLDER, JNA_FOLDER, ONNX_RUNTIME_FOLDER)
                .filter(property -> System.getProperty(property) == null)
                .toList();
        try {
            ours.forEach(property -> System.setProperty(property, folder.toString()));
            parts.forEach(part -> load(part, folder));
        } finally {
            ours.forEach(System::clearProperty);
            delete(folder);
        }
    }

    private static void load(Part part, Path folder) {
        try {
            part.loading().from(folder);
        } catch (IOException e) {
            throw unpackable(e);
        } catch (LinkageError | RuntimeException | AssertionError e) {
            // a library that finds nothing for the machine says so in any of these ways
            throw new NativePartException(
                    "the trained reader cannot run: its native part %s cannot be loaded on %s (%s): %s"
                            .formatted(
                                    part.name(),
                                    System.getProperty("os.name"),
                                    System.getProperty("os.arch"),
                                    reason(e)),
                    e);
        }
    }

    private static ModelException unpackable(IOException e) {
        return NativeFolders.none(System.getProperty("java.io.tmpdir") + " (" + e.getMessage() + ")", e);
    }

    /** What went wrong at the bottom, without the lines that a library may add. */
    private static String reason(Throwable e) {
        Throwable bottom = e;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        String message = bottom.getMessage();
        return message == null
                ? bottom.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }

    private static void tokenizer(Path folder) {
        // unpacks itself to where TOKENIZER_FOLDER says
        LibUtils.checkStatus();
    }

    private static void onnxRuntime(Path folder) throws IOException {
        if (folder.toString().equals(System.getProperty(ONNX_RUNTIME_FOLDER)) && !unpacked(folder)) {
            // its jar holds nothing for this machine, where it may have been installed: the library looks for itself
            System.clearProperty(ONNX_RUNTIME_FOLDER);
        }
        OrtEnvironment.getEnvironment();
    }

    /** Unpacks ONNX Runtime; false where its jar holds nothing for this machine. */
    private static boolean unpacked(Path folder) throws IOException {
        String place = "/ai/onnxruntime/native/" + machine() + "/";
        boolean found = false;
        for (String part : List.of("onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_shared")) {
            String file = System.mapLibraryName(part).replace("jnilib", "dylib");
            try (InputStream stream = OrtEnvironment.class.getResourceAsStream(place + file)) {
                if (stream != null) {
                    Files.copy(stream, folder.resolve(file));
                    found = true;
                }
            }
        }
        return found;
    }

    /** As ONNX Runtime names machines: {@code linux-x64}, {@code osx-aarch64}. */
    private static String machine() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String name = system.startsWith("mac") ? "osx" : system.startsWith("win") ? "win" : system;
        return name + "-" + (processor.equals("amd64") || processor.equals("x86_64") ? "x64" : processor);
    }

    /** In a folder's name: this process, and among which processes its number counts. */
    private static String owner() {
        return numbering() + "-" + ProcessHandle.current().pid() + "-";
    }

    private static String numbering() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid"))
                    .toString()
                    .replaceAll("\\D", "");
        } catch (IOException | UnsupportedOperationException e) {
            return "0"; // no containers here, or none that can be told apart
        }
    }

    /** Whether the process of the folder with this name has ended; that of another container may live. */
    private static boolean isOfTheDead(String name) {
        String[] parts = name.substring(PREFIX.length()).split("-");
        return parts.length == 3
                && parts[0].equals(numbering())
                && parts[1].matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(parts[1])).isEmpty();
    }

    /** Removes what runs that were killed left in {@code parent}, or had to leave; files that are still loaded resist. */
    static void sweep(Path parent, Instant before) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : left) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && (isOfTheDead(String.valueOf(folder.getFileName()))
                                || Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS)
                                        .toInstant()
                                        .isBefore(before))) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            leftBehind(parent, e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> inside = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(inside::add);
            for (Path path : inside) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            leftBehind(folder, e);
        }
    }

    private static void leftBehind(Path path, IOException e) {
        System.getLogger(NativeParts.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + path, e);
    }
}
