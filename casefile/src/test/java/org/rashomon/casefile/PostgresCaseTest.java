package org.rashomon.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rashomon.casefile.bundle.BundleReader;

/** A case in a PostgreSQL database, one for each test. */
final class PostgresCaseTest extends CaseContract {
    private static @Nullable EmbeddedPostgres server;
    private static int databases;

    private @Nullable String place;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        Objects.requireNonNull(server).close();
    }

    @Override
    String place() {
        if (place == null) {
            place = fresh();
        }
        return place;
    }

    private static String fresh() {
        EmbeddedPostgres running = Objects.requireNonNull(server);
        String name = "case" + ++databases;
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "postgres://localhost:" + running.getPort() + "/" + name + "?user=postgres";
    }

    /** All but times, and what is made of them. */
    private static final List<String> SAME = List.of(
            "SELECT id, given_id, home, path, part, url FROM article",
            "SELECT article, number, file, imprint, blocks, notes, content, sha256, capture FROM revision",
            "SELECT article, revision, run, body FROM analysis",
            "SELECT id, version, reader, digests, parsers FROM run",
            "SELECT sha256, bytes FROM capture",
            "SELECT sha256, number, content FROM capture_part",
            "SELECT source, kind, body FROM unread",
            "SELECT kind, body, author FROM correction",
            "SELECT position, kind FROM event",
            "SELECT kind, number, body FROM item",
            "SELECT id, outlet, speaker, act, number FROM (SELECT a.id, a.outlet, c.speaker, c.act, c.number FROM articles a, claims c) x");

    @Test
    void bothDatabasesHoldTheSame() {
        Path inputs = Bench.four(scratch.resolve("both"));
        String folder = scratch.resolve("lite").toString();
        String database = fresh();
        assertThat(dump(folder, inputs)).isEqualTo(dump(database, inputs));
    }

    @Test
    void aBundleGoesFromOneToTheOther() throws IOException {
        String folder = scratch.resolve("lite-bundled").toString();
        try (OpenCase made = Cases.open(folder, new Bench("1"))) {
            made.add(List.of(Bench.four(scratch.resolve("bundled"))), line -> {});
        }
        Path first = scratch.resolve("first.zip");
        Path second = scratch.resolve("second.zip");
        BundleTest.written(folder, first);
        String database = fresh();
        assertThat(BundleReader.read(first, database)).isEqualTo(Verification.of(database));
        assertThat(Verification.of(database).broken()).isEmpty();
        BundleTest.written(database, second);
        assertThat(second).hasSameBinaryContentAs(first);
        assertThatThrownBy(() -> BundleReader.read(first, database)).hasMessageContaining("holds a case already");
    }

    private static List<String> dump(String at, Path inputs) {
        try (OpenCase made = Cases.open(at, new Bench("1"))) {
            made.add(List.of(inputs), line -> {});
            Anchor anchor = Anchor.ofClaim(
                            made.dossier(),
                            made.dossier().analyses().get(0).claims().get(0).id())
                    .orElseThrow();
            made.correct(Draft.speaker(anchor, "Ilse Marrow", null), "R. Vey");
            made.publish(Map.of(
                    "articles", List.of("{\"id\":\"a\",\"outlet\":null}"),
                    "claims", List.of("{\"id\":\"c\",\"speaker\":{\"name\":\"Ilse Ménard\"},\"act\":\"DENY\"}")));
        }
        try (Database database = Database.look(at)) {
            return database.read(handle -> SAME.stream()
                    .flatMap(query -> handle
                            .createQuery(query)
                            .map((rows, context) -> {
                                StringBuilder line = new StringBuilder(query.substring(query.lastIndexOf(' ')));
                                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                                    Object value = rows.getObject(i);
                                    line.append('|')
                                            .append(
                                                    value instanceof byte[] bytes
                                                            ? new String(bytes, StandardCharsets.ISO_8859_1)
                                                            : value);
                                }
                                return line.toString();
                            })
                            .list()
                            .stream())
                    .sorted()
                    .toList());
        }
    }
}
