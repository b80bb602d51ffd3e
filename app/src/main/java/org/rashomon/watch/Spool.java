package org.rashomon.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rashomon.casefile.Database;
import org.rashomon.text.Hashes;
import org.rashomon.watch.fetch.Fetched;
import org.rashomon.watch.fetch.Warc;

/** Where fetched pages lie until they are in the case. Names are made of letters and digits, whatever an address holds. */
final class Spool implements AutoCloseable {
    private static final String FOLDER = ".rashomon-watching";
    /** Only what bears such a name is ever removed. */
    private static final Pattern OURS = Pattern.compile("[a-z0-9-]{1,60}-[0-9a-f]{12}\\.warc");

    private static final int LONGEST = 40;

    private final Path folder;
    private final Map<Path, String> addresses = new HashMap<>();

    private Spool(Path folder) {
        this.folder = folder;
    }

    /** In the folder of a case, or among temporary files where the case lies in a database. What an earlier one left is removed. */
    static Spool of(String place) {
        try {
            if (Database.isPostgres(place)) {
                return new Spool(Files.createTempDirectory("rashomon-watch"));
            }
            Spool spool =
                    new Spool(Path.of(place).resolve(FOLDER).toAbsolutePath().normalize());
            spool.close();
            Files.createDirectories(spool.folder);
            return spool;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param page by which it is known from look to look */
    void lay(URI page, Fetched answer) {
        try {
            Path file = folder.resolve(host(page)).resolve(name(page));
            Files.createDirectories(folder.resolve(host(page)));
            Files.write(file, Warc.of(answer));
            addresses.put(file, answer.address().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isEmpty() {
        return addresses.isEmpty();
    }

    /** What to add, where something is. */
    List<Path> inputs() {
        return List.of(folder);
    }

    /** By file, where it was fetched from. */
    Map<Path, String> addresses() {
        return Map.copyOf(addresses);
    }

    private static String host(URI page) {
        String host = plain(page.getHost(), "[^a-z0-9.]+").replaceFirst("^\\.+", "");
        return page.getPort() < 0 ? host : host + "-" + page.getPort();
    }

    static String name(URI page) {
        String path = page.getPath() == null ? "" : page.getPath().replaceFirst("/+$", "");
        String last = plain(path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.x?html?$", ""), "[^a-z0-9]+");
        String shortened = last.length() > LONGEST ? last.substring(0, LONGEST) : last;
        return (shortened.isEmpty() ? "page" : shortened) + "-"
                + Hashes.sha256(page.toString()).substring(0, 12) + ".warc";
    }

    private static String plain(String text, String foreign) {
        return text.toLowerCase(Locale.ROOT).replaceAll(foreign, "-").replaceAll("^-+|-+$", "");
    }

    @Override
    public void close() {
        addresses.clear();
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (OURS.matcher(path.getFileName().toString()).matches() || isEmpty(path)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.findAny().isEmpty();
        }
    }
}
