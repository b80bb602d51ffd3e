package org.rashomon.ingest.office;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * How the second machine is started.
 *
 * @param classPath of the module {@code office}, as {@code java -cp} takes it
 * @param main the class that listens there
 * @param heapMegabytes the most memory that documents may take in it
 */
public record Launch(String classPath, String main, int heapMegabytes) {
    private static final String MAIN = "org.rashomon.office.Listener";
    private static final int HEAP_MEGABYTES = 512;
    /** A resource of the module that tells its parsers' versions. */
    private static final String VERSIONS = "org/rashomon/office/parsers.properties";

    /** That of the module, within the usual memory. */
    public static Launch of(String classPath) {
        return new Launch(classPath, MAIN, HEAP_MEGABYTES);
    }

    /** Names and versions of the parsers, as the module states them; empty where it states none. */
    public Map<String, String> parsers() {
        Map<String, String> versions = new TreeMap<>();
        for (Path entry : entries()) {
            Properties stated = new Properties();
            try {
                if (Files.isDirectory(entry) && Files.exists(entry.resolve(VERSIONS))) {
                    try (InputStream in = Files.newInputStream(entry.resolve(VERSIONS))) {
                        stated.load(in);
                    }
                } else if (Files.isRegularFile(entry)) {
                    try (ZipFile jar = new ZipFile(entry.toFile())) {
                        ZipEntry resource = jar.getEntry(VERSIONS);
                        if (resource != null) {
                            stated.load(jar.getInputStream(resource));
                        }
                    }
                }
            } catch (IOException e) {
                continue; // no jar: the second machine will say so if it needs it
            }
            stated.stringPropertyNames().forEach(name -> versions.put(name, stated.getProperty(name)));
            if (!versions.isEmpty()) {
                break;
            }
        }
        return versions;
    }

    private List<Path> entries() {
        List<Path> entries = new ArrayList<>();
        for (String entry : classPath.split(Pattern.quote(File.pathSeparator))) {
            if (entry.endsWith("*")) {
                Path folder = Path.of(entry.substring(0, entry.length() - 1));
                entries.addAll(jars(folder));
            } else if (!entry.isBlank()) {
                entries.add(Path.of(entry));
            }
        }
        return entries;
    }

    /** None where there is no such folder. */
    private static List<Path> jars(Path folder) {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            found.forEach(jars::add);
        } catch (IOException e) {
            return List.of();
        }
        return jars;
    }

    /**
     * The command.
     *
     * @param folder the only one in which it keeps anything
     */
    List<String> command(Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-Xss4m",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ErrorFile=" + folder.resolve("error"),
                "-XX:-CreateCoredumpOnCrash",
                "-Xshare:auto",
                "-Xlog:cds*=off",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Duser.language=en",
                "-Duser.timezone=UTC",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                "-cp",
                absolute() + File.pathSeparator + own(),
                main);
    }

    /** The second machine stands in a folder of its own. */
    private String absolute() {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(Pattern.quote(File.pathSeparator))) {
            if (!entry.isBlank()) {
                entries.add(
                        entry.endsWith("*")
                                ? Path.of(entry.substring(0, entry.length() - 1))
                                                .toAbsolutePath() + File.separator + "*"
                                : Path.of(entry).toAbsolutePath().toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    /** Where this class lies: both machines then speak the same version of the same language. */
    private static String own() {
        CodeSource source = Launch.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? ""
                    : Path.of(source.getLocation().toURI()).toAbsolutePath().toString();
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
