package org.rashomon.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.users.User;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.Imprint;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;
import org.rashomon.model.Run;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.text.Hashes;
import tools.jackson.core.type.TypeReference;

/** The statements: rows from records and back. What stands in a digest stands here once, for those who write and those who verify. */
final class Store {
    private static final int PART = 1 << 20;
    private static final TypeReference<List<Block>> BLOCKS = new TypeReference<>() {};
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};
    private static final String REVISION =
            "r.article, r.number, r.file, r.imprint, r.blocks, r.notes, r.content, r.sha256, r.capture, r.read_at, r.position";

    private Store() {}

    /** Where an article stood, to know it again. */
    record Origin(
            String id,
            String given,
            String home,
            String path,
            String part,
            @Nullable String url) {}

    /** An article that may be the one that is read. */
    record Known(Origin origin, Kept revision) {}

    /** A row of {@code revision}. */
    record Kept(
            String article,
            int number,
            String file,
            String imprint,
            String blocks,
            String notes,
            String content,
            String sha256,
            String capture,
            String readAt,
            int position) {
        Article toArticle() {
            return new Article(
                    article,
                    file,
                    Json.read(imprint, Imprint.class),
                    content,
                    Json.read(blocks, BLOCKS),
                    Json.read(notes, STRINGS),
                    sha256);
        }

        String digest(Origin origin) {
            return Chain.digest(
                    origin.id,
                    origin.given,
                    origin.home,
                    origin.path,
                    origin.part,
                    origin.url,
                    number,
                    file,
                    imprint,
                    blocks,
                    notes,
                    sha256,
                    capture,
                    readAt);
        }

        static Kept of(ResultSet rows) throws SQLException {
            return new Kept(
                    rows.getString("article"),
                    rows.getInt("number"),
                    rows.getString("file"),
                    rows.getString("imprint"),
                    rows.getString("blocks"),
                    rows.getString("notes"),
                    rows.getString("content"),
                    rows.getString("sha256"),
                    rows.getString("capture"),
                    rows.getString("read_at"),
                    rows.getInt("position"));
        }
    }

    /** A row of {@code analysis} with its revision. */
    record Made(Kept revision, String run, String body, String madeAt, int position) {
        ArticleAnalysis toAnalysis() {
            return Json.analysis(revision.toArticle(), body);
        }
    }

    /** What a correction says, beside who and when. */
    record Said(
            List<Anchor> anchors,
            List<String> values,
            List<Actor> actors,
            @Nullable String note,
            List<String> before) {}

    /** A row of {@code correction}, with its undoing. */
    record Corrected(
            String id,
            String kind,
            String body,
            String author,
            String madeAt,
            int position,
            @Nullable String undoneBy,
            @Nullable String undoneAt) {
        Said said() {
            return Json.read(body, Said.class);
        }

        Correction toCorrection() {
            Said said = said();
            return new Correction(
                    id,
                    new Draft(Draft.Kind.valueOf(kind), said.anchors, said.values, said.note),
                    said.before,
                    author,
                    Instant.parse(madeAt),
                    undoneBy == null ? Correction.State.LIVE : Correction.State.UNDONE,
                    null,
                    undoneBy,
                    undoneAt == null ? null : Instant.parse(undoneAt));
        }

        String digest() {
            return Chain.digest(id, kind, body, author, madeAt);
        }
    }

    // articles

    /**
     * Those that may be the article of a text: of the same input's id or address, or in the same file where the text is the same or the file
     * is one article's. Other articles of one file are no candidates, so that a record of a long archive costs no more than one of a short one.
     */
    static List<Known> known(Handle handle, Origin origin, String sha256) {
        return handle.createQuery(
                        "SELECT a.id, a.given_id, a.home, a.path, a.part, a.url, " + REVISION
                                + " FROM article a JOIN revision r ON r.article = a.id WHERE a.id IN ("
                                + "SELECT id FROM article WHERE given_id = :given"
                                + " UNION SELECT id FROM article WHERE url = :url"
                                + " UNION SELECT o.id FROM revision s JOIN article o ON o.id = s.article"
                                + " WHERE s.sha256 = :sha256 AND o.path = :path AND o.path <> ''"
                                + (origin.part.isEmpty()
                                        ? " UNION SELECT id FROM article WHERE path = :path AND path <> '' AND part = ''"
                                        : "")
                                + ") AND r.number = (SELECT max(x.number) FROM revision x WHERE x.article = a.id) ORDER BY a.position")
                .bind("given", origin.given)
                .bind("path", origin.path)
                .bind("url", origin.url)
                .bind("sha256", sha256)
                .map((rows, context) -> new Known(origin(rows), Kept.of(rows)))
                .list();
    }

    static Origin origin(ResultSet rows) throws SQLException {
        return new Origin(
                rows.getString("id"),
                rows.getString("given_id"),
                rows.getString("home"),
                rows.getString("path"),
                rows.getString("part"),
                rows.getString("url"));
    }

    static boolean isTaken(Handle handle, String id) {
        return handle.createQuery("SELECT count(*) FROM article WHERE id = ?")
                        .bind(0, id)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Keeps a revision, and its article where it is the first. */
    static Kept keep(Handle handle, Origin origin, int number, Article article, String capture) {
        String at = Chain.now();
        Kept row = new Kept(
                origin.id,
                number,
                article.file(),
                Json.write(article.imprint()),
                Json.write(article.blocks()),
                Json.write(article.notes()),
                article.text(),
                article.sha256(),
                capture,
                at,
                0);
        int position = Chain.append(handle, Chain.Kind.READ, origin.id + "#" + number, row.digest(origin), at);
        if (number == 1) {
            handle.execute(
                    "INSERT INTO article (id, given_id, home, path, part, url, position) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    origin.id,
                    origin.given,
                    origin.home,
                    origin.path,
                    origin.part,
                    origin.url,
                    position);
        }
        handle.execute(
                "INSERT INTO revision (article, number, file, imprint, blocks, notes, content, sha256, capture, read_at, position)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.article,
                number,
                row.file,
                row.imprint,
                row.blocks,
                row.notes,
                row.content,
                row.sha256,
                capture,
                at,
                position);
        return row;
    }

    static List<Kept> revisions(Handle handle, String article) {
        return handle.createQuery("SELECT " + REVISION + " FROM revision r WHERE r.article = ? ORDER BY r.number")
                .bind(0, article)
                .map((rows, context) -> Kept.of(rows))
                .list();
    }

    /** The run that analysed each revision of an article last. */
    static Map<Integer, String> runs(Handle handle, String article) {
        Map<Integer, String> runs = new java.util.TreeMap<>();
        handle.createQuery("SELECT revision, run FROM analysis WHERE article = ? ORDER BY position")
                .bind(0, article)
                .map((rows, context) -> Map.entry(rows.getInt(1), rows.getString(2)))
                .forEach(entry -> runs.put(entry.getKey(), entry.getValue()));
        return runs;
    }

    // captures

    /** The hash of a file's bytes. */
    static String hash(Path file) {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Keeps the bytes of a file where they are not kept yet; false where they are others than their hash by now. */
    static boolean capture(Handle handle, Path file, String hash) {
        boolean there = handle.createQuery("SELECT count(*) FROM capture WHERE sha256 = ?")
                        .bind(0, hash)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (there) {
            return true;
        }
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            handle.execute("INSERT INTO capture (sha256, bytes) VALUES (?, ?)", hash, Files.size(file));
            int number = 0;
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                handle.execute(
                        "INSERT INTO capture_part (sha256, number, content) VALUES (?, ?, ?)", hash, number++, part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest()).equals(hash);
    }

    static byte[] captured(Handle handle, String hash) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        handle.createQuery("SELECT content FROM capture_part WHERE sha256 = ? ORDER BY number")
                .bind(0, hash)
                .map((rows, context) -> rows.getBytes(1))
                .forEach(part -> bytes.write(part, 0, part.length));
        return bytes.toByteArray();
    }

    // analyses

    static String id(Run run) {
        return Hashes.id("run", run.version(), run.reader(), Json.write(run.digests()), Json.write(run.parsers()));
    }

    static void keep(Handle handle, Run run) {
        handle.execute(
                "INSERT INTO run (id, version, reader, digests, parsers) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                id(run),
                run.version(),
                run.reader(),
                Json.write(run.digests()),
                Json.write(run.parsers()));
    }

    static Run run(String version, String reader, String digests, String parsers) {
        return new Run(version, reader, Json.read(digests, NAMES), Json.read(parsers, NAMES));
    }

    /** The run of the latest analysis. */
    static Optional<Run> lastRun(Handle handle, int upTo) {
        return handle.createQuery(
                        "SELECT r.version, r.reader, r.digests, r.parsers FROM analysis a JOIN run r ON r.id = a.run"
                                + " WHERE a.position <= ? ORDER BY a.position DESC LIMIT 1")
                .bind(0, upTo)
                .map((rows, context) -> run(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)))
                .findOne();
    }

    /** Replaces the tables that other tools see; those that are the same stay untouched. */
    static void publish(Handle handle, Map<String, List<String>> tables) {
        tables.forEach((kind, rows) -> {
            List<String> before = handle.createQuery("SELECT body FROM item WHERE kind = ? ORDER BY number")
                    .bind(0, kind)
                    .mapTo(String.class)
                    .list();
            if (!before.equals(rows)) {
                handle.execute("DELETE FROM item WHERE kind = ?", kind);
                var batch = handle.prepareBatch("INSERT INTO item (kind, number, body) VALUES (?, ?, ${json})"
                        .replace("${json}", json(handle)));
                int number = 0;
                for (String row : rows) {
                    batch.bind(0, kind).bind(1, number++).bind(2, row).add();
                }
                if (number > 0) {
                    batch.execute();
                }
            }
        });
    }

    /** How a value of JSON is bound. */
    private static String json(Handle handle) {
        try {
            boolean sqlite = handle.getConnection()
                    .getMetaData()
                    .getDatabaseProductName()
                    .startsWith("SQLite");
            return sqlite ? "?" : "CAST(? AS JSON)";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String digest(String article, int revision, String run, String body, String madeAt) {
        return Chain.digest(article, revision, run, Hashes.sha256(body), madeAt);
    }

    /** Keeps an analysis; an older one of the same run goes. */
    static void keep(Handle handle, String article, int revision, String run, ArticleAnalysis analysis) {
        String body = Json.body(analysis);
        String at = Chain.now();
        int position = Chain.append(
                handle,
                Chain.Kind.ANALYSED,
                article + "#" + revision + " " + run,
                digest(article, revision, run, body, at),
                at);
        handle.execute("DELETE FROM analysis WHERE article = ? AND revision = ? AND run = ?", article, revision, run);
        handle.execute(
                "INSERT INTO analysis (article, revision, run, body, made_at, position) VALUES (?, ?, ?, ?, ?, ?)",
                article,
                revision,
                run,
                body,
                at,
                position);
    }

    /** The analyses that hold at a place in the chain, of those that came after another place, by article. */
    static org.jdbi.v3.core.result.ResultIterable<Made> analyses(Handle handle, int after, int upTo) {
        return handle.createQuery("SELECT " + REVISION
                        + ", a.run AS run, a.body AS body, a.made_at AS made_at, a.position AS analysed FROM analysis a"
                        + " JOIN article t ON t.id = a.article"
                        + " JOIN revision r ON r.article = a.article AND r.number = a.revision"
                        + " WHERE a.position > :after AND a.position ="
                        + " (SELECT max(x.position) FROM analysis x WHERE x.article = a.article AND x.position <= :upTo)"
                        + " ORDER BY t.position")
                .bind("after", after)
                .bind("upTo", upTo)
                .map((rows, context) -> new Made(
                        Kept.of(rows),
                        rows.getString("run"),
                        rows.getString("body"),
                        rows.getString("made_at"),
                        rows.getInt("analysed")));
    }

    /** The run that made the latest analysis of every article; empty where it is not known that one did. */
    static String renewedBy(Handle handle) {
        return handle.createQuery("SELECT value FROM meta WHERE name = 'run'")
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    /** Notes that every article is analysed by this run, or by none with {@code ""}. */
    static void renewed(Handle handle, String run) {
        if (!renewedBy(handle).equals(run)) {
            handle.execute("DELETE FROM meta WHERE name = 'run'");
            handle.execute("INSERT INTO meta (name, value) VALUES ('run', ?)", run);
        }
    }

    /** Latest revisions that another run analysed last, or none. */
    static List<Kept> stale(Handle handle, String run) {
        return handle.createQuery("SELECT " + REVISION + " FROM article t JOIN revision r ON r.article = t.id"
                        + " WHERE r.number = (SELECT max(x.number) FROM revision x WHERE x.article = t.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM analysis a WHERE a.article = t.id AND a.revision = r.number AND a.run = :run"
                        + " AND a.position = (SELECT max(x.position) FROM analysis x WHERE x.article = t.id))"
                        + " ORDER BY t.position")
                .bind("run", run)
                .map((rows, context) -> Kept.of(rows))
                .list();
    }

    // what was not read

    static void keep(Handle handle, ReadResult result) {
        String source;
        if (result instanceof Rejected rejected) {
            source = rejected.source();
        } else if (result instanceof ReadResult.Skipped skipped) {
            source = skipped.source();
        } else {
            return;
        }
        String kind = result instanceof Rejected ? "rejected" : "skipped";
        String body = Json.write(result);
        Optional<String> before = handle.createQuery("SELECT body FROM unread WHERE source = ? AND kind = ?")
                .bind(0, source)
                .bind(1, kind)
                .mapTo(String.class)
                .findOne();
        if (before.filter(body::equals).isPresent()) {
            return;
        }
        int position = Chain.append(
                handle, Chain.Kind.UNREAD, kind + " " + source, Chain.digest(source, kind, body), Chain.now());
        handle.execute("DELETE FROM unread WHERE source = ? AND kind = ?", source, kind);
        handle.execute(
                "INSERT INTO unread (source, kind, body, position) VALUES (?, ?, ?, ?)", source, kind, body, position);
    }

    static List<Rejected> rejected(Handle handle, int upTo) {
        return unread(handle, "rejected", upTo).stream()
                .map(body -> Json.read(body, Rejected.class))
                .toList();
    }

    static List<ReadResult.Skipped> skipped(Handle handle, int upTo) {
        return unread(handle, "skipped", upTo).stream()
                .map(body -> Json.read(body, ReadResult.Skipped.class))
                .toList();
    }

    /** Those of which no later revision was read. */
    private static List<String> unread(Handle handle, String kind, int upTo) {
        return handle.createQuery(
                        "SELECT u.body FROM unread u WHERE u.kind = :kind AND u.position <= :upTo AND NOT EXISTS"
                                + " (SELECT 1 FROM revision r WHERE r.file = u.source AND r.position > u.position) ORDER BY u.position")
                .bind("kind", kind)
                .bind("upTo", upTo)
                .mapTo(String.class)
                .list();
    }

    // corrections

    static List<Corrected> corrections(Handle handle, int upTo) {
        return handle.createQuery(
                        "SELECT c.id, c.kind, c.body, c.author, c.made_at, c.position, u.author AS undone_by, u.made_at AS undone_at"
                                + " FROM correction c LEFT JOIN undoing u ON u.correction = c.id AND u.position <= :upTo"
                                + " WHERE c.position <= :upTo ORDER BY c.position")
                .bind("upTo", upTo)
                .map((rows, context) -> new Corrected(
                        rows.getString("id"),
                        rows.getString("kind"),
                        rows.getString("body"),
                        rows.getString("author"),
                        rows.getString("made_at"),
                        rows.getInt("position"),
                        rows.getString("undone_by"),
                        rows.getString("undone_at")))
                .list();
    }

    static Corrected keep(Handle handle, Draft.Kind kind, Said said, String author) {
        String at = Chain.now();
        String body = Json.write(said);
        String id = Hashes.id("k", Chain.head(handle).hash(), kind, body, author, at);
        Corrected row = new Corrected(id, kind.name(), body, author, at, 0, null, null);
        int position = Chain.append(handle, Chain.Kind.CORRECTED, id, row.digest(), at);
        handle.execute(
                "INSERT INTO correction (id, kind, body, author, made_at, position) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                kind.name(),
                body,
                author,
                at,
                position);
        return row;
    }

    static void undo(Handle handle, String correction, String author) {
        String at = Chain.now();
        int position = Chain.append(handle, Chain.Kind.UNDONE, correction, Chain.digest(correction, author, at), at);
        handle.execute(
                "INSERT INTO undoing (correction, author, made_at, position) VALUES (?, ?, ?, ?)",
                correction,
                author,
                at,
                position);
    }

    // users

    static List<User> users(Handle handle) {
        return handle.createQuery("SELECT name, role, secret FROM account ORDER BY name")
                .map((rows, context) ->
                        new User(rows.getString("name"), rows.getString("role"), rows.getString("secret")))
                .list();
    }

    static void keep(Handle handle, User user) {
        handle.execute(
                "INSERT INTO account (name, role, secret, made_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET role = excluded.role, secret = excluded.secret",
                user.name(),
                user.role(),
                user.secret(),
                Chain.now());
    }

    static void forget(Handle handle, String user) {
        handle.execute("DELETE FROM account WHERE name = ?", user);
    }
}
