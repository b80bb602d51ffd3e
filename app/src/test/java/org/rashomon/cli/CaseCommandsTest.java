package org.rashomon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.casefile.Anchor;
import org.rashomon.casefile.Draft;
import org.rashomon.casefile.OpenCase;
import org.rashomon.service.CaseService;
import org.rashomon.service.ReadService;

/** Cases from the command line. */
class CaseCommandsTest {
    @TempDir
    Path temp;

    private final ReadService service = ReadService.of("rules");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path inputs = Path.of("");
    private String kept = "";

    @BeforeEach
    void lay() throws IOException {
        inputs = Files.createDirectories(temp.resolve("in"));
        kept = temp.resolve("case").toString();
        Files.writeString(inputs.resolve("a.txt"), "Ana Lund said the ferry had sunk off Veldin.\n");
        Files.writeString(inputs.resolve("b.txt"), "The mayor of Ostrel denied that the bridge was closed.\n");
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        return Main.run(
                Main.commandLine((reader, actors) -> service)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err)),
                args);
    }

    private int read(String dossier) {
        return run(
                "read",
                inputs.toString(),
                "--case",
                kept,
                "--out",
                temp.resolve(dossier).toString());
    }

    @Test
    void aCaseGrowsKeepsCorrectionsAndIsWhole() throws IOException {
        assertThat(read("one")).isZero();
        assertThat(out.toString()).contains("2 new, 0 with another text, 0 there already; the case holds 2");
        assertThat(run("read", inputs.toString(), "--out", temp.resolve("plain").toString()))
                .isZero();
        for (String table : new String[] {"articles", "claims", "actors", "stories"}) {
            assertThat(temp.resolve("one/" + table + ".jsonl"))
                    .hasSameTextualContentAs(temp.resolve("plain/" + table + ".jsonl"));
        }
        try (OpenCase open = CaseService.open(kept, service)) {
            String claim = open.dossier().analyses().get(0).claims().get(0).id();
            open.correct(
                    Draft.speaker(Anchor.ofClaim(open.dossier(), claim).orElseThrow(), "Ilse Marrow", null), "R. Vey");
        }
        Files.writeString(inputs.resolve("c.txt"), "Ana Lund denied that the ferry had sunk.\n");
        assertThat(read("two")).isZero();
        assertThat(out.toString()).contains("1 new, 0 with another text, 2 there already; the case holds 3");
        assertThat(temp.resolve("two/claims.jsonl")).content().contains("Ilse Marrow");
        Files.writeString(inputs.resolve("a.txt"), "Ana Lund said the ferry had sunk off Veldin at night.\n");
        assertThat(read("two")).isZero();
        assertThat(out.toString())
                .contains(
                        "0 new, 1 with another text, 2 there already; the case holds 3", "1 correction rests on words");
        assertThat(run("verify", "--case", kept)).isZero();
        assertThat(out.toString()).contains("3 articles, 4 revisions", "the case is whole");
        Path lines = temp.resolve("corrections.jsonl");
        assertThat(run("export", "corrections", "--case", kept, "--out", lines.toString()))
                .isZero();
        assertThat(lines)
                .content()
                .contains("\"state\":\"orphan\"", "\"kind\":\"speaker\"", "\"before\":[", "\"author\":\"R. Vey\"");
        Path tables = temp.resolve("tables");
        assertThat(run("export", "jsonl", "--case", kept, "--out", tables.toString()))
                .isZero();
        assertThat(tables.resolve("claims.jsonl")).hasSameTextualContentAs(temp.resolve("two/claims.jsonl"));
    }

    @Test
    void aPartIsTakenToOtherTools() throws IOException {
        assertThat(read("one")).isZero();
        String story;
        try (OpenCase open = CaseService.open(kept, service)) {
            story = open.dossier().comparison().stories().get(0).id();
        }
        for (String kind : new String[] {"csv", "jsonld", "geojson", "brat", "jsonl", "html"}) {
            Path to = temp.resolve(kind);
            assertThat(run("export", kind, "--case", kept, "--story", story, "--out", to.toString()))
                    .as(err.toString())
                    .isZero();
            assertThat(out.toString()).contains("1 articles written");
            assertThat(to.resolve("manifest.json")).exists();
        }
        assertThat(temp.resolve("csv/claims.csv"))
                .content()
                .contains("Ana Lund")
                .doesNotContain("Ostrel");
        for (String[] wrong : new String[][] {
            {"csv", "--story", "s-none"},
            {"csv", "--incident", "i-none"},
            {"corrections", "--story", story},
            {"csv", "--story", story, "--incident", "i-none"}
        }) {
            List<String> args = new java.util.ArrayList<>(List.of("export", "--case", kept));
            args.addAll(List.of(wrong));
            args.addAll(List.of("--out", temp.resolve("none").toString()));
            assertThat(run(args.toArray(String[]::new)))
                    .as(String.join(" ", wrong))
                    .isEqualTo(2);
        }
        assertThat(err.toString())
                .contains("there is no story \"s-none\" in the case")
                .contains("not both");
        assertThat(temp.resolve("none")).doesNotExist();
    }

    @Test
    void aCaseGoesToAnotherMachine() throws IOException {
        assertThat(read("one")).isZero();
        try (OpenCase open = CaseService.open(kept, service)) {
            String claim = open.dossier().analyses().get(0).claims().get(0).id();
            open.correct(
                    Draft.speaker(Anchor.ofClaim(open.dossier(), claim).orElseThrow(), "Ilse Marrow", null), "R. Vey");
        }
        Path bundle = temp.resolve("case.zip");
        assertThat(run("export", "bundle", "--case", kept, "--out", bundle.toString()))
                .isZero();
        String far = temp.resolve("far/case").toString();
        assertThat(run("import", bundle.toString(), "--case", far))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("2 articles, 2 originals and 1 corrections imported", "the case is whole");
        assertThat(run("verify", "--case", far)).isZero();
        assertThat(run(
                        "export",
                        "corrections",
                        "--case",
                        far,
                        "--out",
                        temp.resolve("c.jsonl").toString()))
                .isZero();
        assertThat(temp.resolve("c.jsonl")).content().contains("Ilse Marrow", "\"state\":\"live\"");
        // what other tools see is there, too
        Path again = temp.resolve("again.zip");
        assertThat(run("export", "bundle", "--case", far, "--out", again.toString()))
                .isZero();
        assertThat(again).hasSameBinaryContentAs(bundle);
        assertThat(run("import", bundle.toString(), "--case", far)).isEqualTo(2);
        assertThat(err.toString()).contains("holds a case already");
        assertThat(run(
                        "import",
                        inputs.resolve("a.txt").toString(),
                        "--case",
                        temp.resolve("x").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("a.txt: it is no ZIP");
        assertThat(run("export", "bundle", "--case", kept, "--story", "s", "--out", again.toString()))
                .isEqualTo(2);
    }

    @Test
    void whatIsMissingOrUnknownIsNamed() {
        assertThat(run("verify", "--case", temp.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("holds no case");
        assertThat(run(
                        "export",
                        "jsonl",
                        "--case",
                        inputs.toString(),
                        "--out",
                        temp.resolve("x").toString()))
                .isEqualTo(2);
        assertThat(run(
                        "export",
                        "poems",
                        "--case",
                        kept,
                        "--out",
                        temp.resolve("x").toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "there is no export \"poems\"; there are brat, bundle, corrections, csv, geojson, html, jsonl, jsonld");
        assertThat(run(
                        "read",
                        inputs.toString(),
                        "--case",
                        inputs.resolve("a.txt").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("is a file; a case is a folder");
    }

    private int user(String password, String... args) {
        java.io.InputStream before = System.in;
        System.setIn(
                new java.io.ByteArrayInputStream((password + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        try {
            List<String> all = new java.util.ArrayList<>(List.of("user"));
            all.addAll(List.of(args));
            all.addAll(List.of("--case", kept));
            err.getBuffer().setLength(0);
            return run(all.toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void usersAreNamedBeforeTheCaseIsServedToOthers() {
        assertThat(user("", "list")).isEqualTo(Main.USAGE);
        assertThat(run("serve", "--case", kept, "--host", "0.0.0.0", "--port", "0"))
                .isEqualTo(Main.USAGE);
        assertThat(err.toString()).contains("rashomon user add", "RASHOMON_TOKEN");
        assertThat(user("lantern gravel tin", "add", "Ana", "--role", "admin", "--stdin"))
                .isZero();
        assertThat(out.toString()).contains("Ana added as admin").doesNotContain("lantern");
        assertThat(user("lantern gravel tin", "add", "odo", "--role", "reader", "--stdin"))
                .isZero();
        assertThat(user("", "role", "ODO", "--role", "editor")).isZero();
        assertThat(user("another lantern", "password", "odo", "--stdin")).isZero();
        assertThat(user("", "list")).isZero();
        assertThat(out.toString().lines()).containsExactly("admin   Ana", "editor  odo");
        assertThat(user("", "remove", "Odo")).isZero();
        assertThat(user("", "list")).isZero();
        assertThat(out.toString().lines()).containsExactly("admin   Ana");
        assertThat(user("", "token", "importer", "--role", "reader")).isZero();
        String token = out.toString().strip();
        assertThat(token).matches("rashomon_[0-9a-f]{64}");
        assertThat(user("", "list")).isZero();
        assertThat(out.toString().lines()).containsExactly("admin   Ana", "reader  importer (token)");
        assertThat(user("another lantern", "password", "importer", "--stdin")).isEqualTo(Main.USAGE);
        assertThat(user("", "remove", "importer")).isZero();
        for (String[] wrong : new String[][] {
            {"token", "bea"},
            {"token", "Ana", "--role", "reader"},
            {"add", "ana", "--role", "reader", "--stdin"},
            {"add", "<b>", "--role", "reader", "--stdin"},
            {"add", "bea", "--stdin"},
            {"add", "bea", "--role", "owner", "--stdin"},
            {"list", "bea"},
            {"remove"},
            {"remove", "bea"},
            {"remove", "Ana", "--role", "admin"},
            {"rename", "Ana"}
        }) {
            assertThat(user("lantern gravel tin", wrong))
                    .as(String.join(" ", wrong))
                    .isEqualTo(Main.USAGE);
            assertThat(err.toString().lines().count()).as(err.toString()).isEqualTo(1);
        }
        assertThat(user("short", "password", "Ana", "--stdin")).isEqualTo(Main.USAGE);
        assertThat(user("", "list")).isZero();
        assertThat(out.toString().lines()).containsExactly("admin   Ana");
    }
}
