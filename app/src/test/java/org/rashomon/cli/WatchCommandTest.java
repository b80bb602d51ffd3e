package org.rashomon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.casefile.OpenCase;
import org.rashomon.service.CaseService;
import org.rashomon.service.ReadService;
import org.rashomon.watch.LocalServer;
import org.rashomon.watch.LocalServer.Answer;

/** The command, from a list of feeds to a case, with the examples as a paper's pages. */
@Timeout(120)
class WatchCommandTest {
    private static final ReadService SERVICE = ReadService.of("rules");
    private static final List<String> PAGES =
            List.of("caul-courier-2023-03-15.html", "ksna-2023-03-14-hospital.html", "torvia-today-2023-03-15.html");

    @TempDir
    Path temp = Path.of("");

    private final LocalServer server = new LocalServer();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path list = Path.of("");

    @BeforeEach
    void lay() throws IOException {
        for (String page : PAGES) {
            byte[] bytes = Files.readAllBytes(Path.of("../examples", page));
            server.at(
                    "/" + page,
                    Answer.of("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + bytes.length, bytes));
        }
        String items = PAGES.stream()
                .map(page -> "<item><link>http://127.0.0.1:" + server.port() + "/" + page + "</link></item>")
                .collect(Collectors.joining());
        server.at(
                "/rss",
                Answer.text(
                        "text/xml",
                        "<rss version=\"2.0\"><channel><title>All of Dorvan</title>" + items + "</channel></rss>"));
        list = temp.resolve("feeds.opml");
        Files.writeString(list, opml("/rss"));
    }

    private String opml(String... paths) {
        return "<opml version=\"2.0\"><body>"
                + Stream.of(paths)
                        .map(path -> "<outline xmlUrl=\"http://127.0.0.1:" + server.port() + path + "\"/>")
                        .collect(Collectors.joining())
                + "</body></opml>";
    }

    @AfterEach
    void close() {
        server.close();
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(
                Main.commandLine((reader, actors) -> SERVICE)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err)),
                args);
    }

    private int watch(String... more) {
        List<String> args = Stream.concat(
                        Stream.of(
                                "watch",
                                list.toString(),
                                "--case",
                                temp.resolve("case").toString(),
                                "--once",
                                "--delay",
                                "0s"),
                        Stream.of(more))
                .toList();
        return run(args.toArray(String[]::new));
    }

    @Test
    void oneLookReadsThePagesAsReadDoes() throws IOException {
        assertThat(watch("--allow-private", "127.0.0.1:" + server.port()))
                .as(out.toString() + err)
                .isZero();
        assertThat(out.toString())
                .contains("All of Dorvan: 3 pages, 3 asked, 3 new, 0 with another text")
                .contains("1 feed asked; 3 pages asked; 3 new articles, 0 with another text");
        List<String> arguments = new java.util.ArrayList<>(List.of("read"));
        PAGES.forEach(page -> arguments.add("../examples/" + page));
        arguments.addAll(List.of(
                "--case",
                temp.resolve("read").toString(),
                "--out",
                temp.resolve("out").toString()));
        run(arguments.toArray(String[]::new));
        try (OpenCase watched = CaseService.open(temp.resolve("case").toString(), SERVICE);
                OpenCase read = CaseService.open(temp.resolve("read").toString(), SERVICE)) {
            assertThat(texts(watched)).containsExactlyElementsOf(texts(read));
            assertThat(watched.dossier().comparison().relations())
                    .hasSameSizeAs(read.dossier().comparison().relations());
            String id = watched.dossier().analyses().get(0).article().id();
            assertThat(new String(watched.original(id).orElseThrow(), StandardCharsets.ISO_8859_1))
                    .endsWith(new String(
                                    Files.readAllBytes(Path.of("../examples", PAGES.get(0))),
                                    StandardCharsets.ISO_8859_1)
                            + "\r\n\r\n");
        }
        assertThat(watch("--allow-private", "127.0.0.1:" + server.port())).isZero();
        assertThat(out.toString()).contains("0 new articles");
        assertThat(run("verify", "--case", temp.resolve("case").toString())).isZero();
    }

    private static List<String> texts(OpenCase open) {
        return open.dossier().analyses().stream()
                .map(analysis -> analysis.article().text())
                .sorted()
                .toList();
    }

    @Test
    void thisMachineIsNotAskedUnlessThatIsSaid() {
        assertThat(watch()).isEqualTo(Main.FAILURE);
        assertThat(out.toString()).contains("127.0.0.1 is 127.0.0.1, an address that is not public");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void someFeedsThatFailAreTold() throws IOException {
        Files.writeString(list, opml("/rss", "/none"));
        assertThat(watch("--allow-private", "127.0.0.1:" + server.port())).isEqualTo(Main.REJECTS);
        assertThat(out.toString())
                .contains("/none: failed: the server answers with status 404", "2 feeds asked, 1 failed");
    }

    @Test
    void aCaseThatSomebodyHasIsLeftToHim() {
        try (OpenCase had = CaseService.open(temp.resolve("case").toString(), SERVICE)) {
            assertThat(had.corrections()).isEmpty();
            assertThat(watch("--allow-private", "127.0.0.1:" + server.port())).isEqualTo(Main.FAILURE);
        }
        assertThat(err.toString()).contains("another process has the case");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void wrongUseIsTold() {
        assertThat(run("watch", temp.resolve("none.opml").toString(), "--once")).isEqualTo(Main.USAGE);
        assertThat(run("watch", list.toString(), "--every", "5s")).isEqualTo(Main.USAGE);
        assertThat(run("watch", list.toString(), "--every", "soon")).isEqualTo(Main.USAGE);
        assertThat(run("watch", list.toString(), "--once", "--most", "0")).isEqualTo(Main.USAGE);
        assertThat(run("watch", list.toString(), "--once", "--allow", "http://x.example/"))
                .isEqualTo(Main.USAGE);
        assertThat(run("watch", list.toString(), "--once", "--allow-private", "10.0.0.1"))
                .isEqualTo(Main.USAGE);
        assertThat(server.requests()).isEmpty();
    }
}
