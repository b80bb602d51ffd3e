package org.rashomon.casefile;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Verification.Finding;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Stance;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.text.Hashes;

/** Goes through a case row by row. Each table is checked although another cannot be read. */
final class Verifier {
    /** A damaged file may have a finding for each row. */
    private static final int MOST = 1_000;

    private final Database database;
    private final List<Finding> broken = new ArrayList<>();

    /** Events by their positions. */
    private final Map<Integer, Chain.Event> events = new LinkedHashMap<>();
    /** Positions of the events whose rows are there. */
    private final Set<Integer> matched = new HashSet<>();

    private final Map<String, Integer> counts = new HashMap<>();
    /** Lengths of texts by article and number, to hold spans against. */
    private final Set<String> texts = new HashSet<>();

    Verifier(Database database) {
        this.database = database;
    }

    Verification verify() {
        section("the file", this::file);
        section("events", this::chain);
        section("runs", this::runs);
        section("originals", this::captures);
        section("articles", this::articles);
        section("revisions", this::revisions);
        section("analyses", this::analyses);
        section("inputs not read", this::unread);
        section("corrections", this::corrections);
        section("undone corrections", this::undoings);
        section("chain of custody", this::custody);
        return new Verification(
                count("articles"),
                count("revisions"),
                count("analyses"),
                count("originals"),
                count("corrections"),
                broken.stream().limit(MOST).toList());
    }

    private void section(String name, Runnable checks) {
        try {
            checks.run();
        } catch (CaseException e) {
            broken(name, "cannot be read to the end (" + e.getMessage() + ")");
        }
    }

    private void broken(String where, String what) {
        broken.add(new Finding(where, what));
    }

    private void check(boolean holds, String where, String what) {
        if (!holds) {
            broken(where, what);
        }
    }

    private void counted(String table) {
        counts.merge(table, 1, Integer::sum);
    }

    private int count(String table) {
        return counts.getOrDefault(table, 0);
    }

    private void file() {
        database.ownChecks().forEach(line -> broken(Database.FILE, line));
    }

    private void chain() {
        database.read(handle -> {
            String[] previous = {Chain.ROOT};
            int[] next = {1};
            handle.createQuery(
                            "SELECT position, kind, subject, digest, at, previous, hash FROM event ORDER BY position")
                    .map((rows, context) -> new Chain.Event(
                            rows.getInt(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7)))
                    .forEach(event -> {
                        String where = "event " + event.position();
                        check(
                                event.position() == next[0],
                                where,
                                "events before it are missing, from " + next[0] + " on");
                        check(event.previous().equals(previous[0]), where, "does not follow from the event before it");
                        check(event.hash().equals(event.computed()), where, "is not what its hash was made of");
                        check(
                                Stream.of(Chain.Kind.values())
                                        .anyMatch(kind -> kind.name().equals(event.kind())),
                                where,
                                "is of no known kind: " + event.kind());
                        check(isTime(event.at()), where, "has no time: " + event.at());
                        events.put(event.position(), event);
                        previous[0] = event.hash();
                        next[0] = event.position() + 1;
                    });
            String head = handle.createQuery("SELECT value FROM meta WHERE name = 'head'")
                    .mapTo(String.class)
                    .findOne()
                    .orElse("");
            String end = next[0] == 1 ? "" : (next[0] - 1) + " " + previous[0];
            check(
                    head.equals(end),
                    "chain of custody",
                    "ends at event " + (next[0] - 1) + ", and the case says that it ends at "
                            + (head.isEmpty() ? "none" : head.split(" ")[0]));
            return true;
        });
    }

    private static boolean isTime(String at) {
        try {
            Instant.parse(at);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Holds a row against the event that it came with. */
    private void came(String where, Chain.Kind kind, String subject, int position, String digest, @Nullable String at) {
        Chain.Event event = events.get(position);
        if (event == null
                || !event.kind().equals(kind.name())
                || !event.subject().equals(subject)) {
            broken(where, "no event tells where it came from (position " + position + ")");
            return;
        }
        matched.add(position);
        check(event.digest().equals(digest), where, "is not what was kept: its digest is another one");
        check(at == null || at.equals(event.at()), where, "is of another time than its event");
    }

    private void runs() {
        database.read(handle -> {
            handle.createQuery("SELECT id, version, reader, digests, parsers FROM run ORDER BY id")
                    .map((rows, context) -> List.of(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5)))
                    .forEach(row -> {
                        String where = "run " + row.get(0);
                        check(
                                row.get(0).equals(Hashes.id("run", row.get(1), row.get(2), row.get(3), row.get(4))),
                                where,
                                "is not what its id was made of");
                        readable(where, () -> Store.run(row.get(1), row.get(2), row.get(3), row.get(4)));
                    });
            return true;
        });
    }

    private <T> @Nullable T readable(String where, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            broken(
                    where,
                    "cannot be read: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return null;
        }
    }

    private void captures() {
        database.read(handle -> {
            handle.createQuery("SELECT sha256, bytes FROM capture ORDER BY sha256")
                    .map((rows, context) -> Map.entry(rows.getString(1), rows.getLong(2)))
                    .list()
                    .forEach(row -> {
                        String where = "original " + row.getKey();
                        counted("originals");
                        java.security.MessageDigest digest = Store.sha256();
                        long[] read = {0, 0};
                        handle.createQuery("SELECT number, content FROM capture_part WHERE sha256 = ? ORDER BY number")
                                .bind(0, row.getKey())
                                .map((rows, context) -> Map.entry(rows.getInt(1), rows.getBytes(2)))
                                .forEach(part -> {
                                    check(
                                            part.getKey() == read[1]++,
                                            where,
                                            "parts are missing before " + part.getKey());
                                    digest.update(part.getValue());
                                    read[0] += part.getValue().length;
                                });
                        check(
                                read[0] == row.getValue(),
                                where,
                                "holds " + read[0] + " bytes and not " + row.getValue());
                        check(
                                java.util.HexFormat.of()
                                        .formatHex(digest.digest())
                                        .equals(row.getKey()),
                                where,
                                "its bytes are others than were read");
                    });
            orphanRows(
                    handle,
                    "SELECT sha256 FROM capture_part WHERE sha256 NOT IN (SELECT sha256 FROM capture)",
                    "original ",
                    "parts of an original that is missing");
            orphanRows(
                    handle,
                    "SELECT sha256 FROM capture WHERE sha256 NOT IN (SELECT capture FROM revision)",
                    "original ",
                    "no article was read from it");
            return true;
        });
    }

    private void orphanRows(org.jdbi.v3.core.Handle handle, String query, String where, String what) {
        handle.createQuery(query).mapTo(String.class).set().forEach(id -> broken(where + id, what));
    }

    private void articles() {
        database.read(handle -> {
            handle.createQuery("SELECT id, position FROM article ORDER BY position")
                    .map((rows, context) -> Map.entry(rows.getString(1), rows.getInt(2)))
                    .forEach(row -> {
                        counted("articles");
                        Chain.Event event = events.get(row.getValue());
                        check(
                                event != null && event.subject().equals(row.getKey() + "#1"),
                                "article " + row.getKey(),
                                "no event tells where it came from");
                    });
            orphanRows(
                    handle,
                    "SELECT id FROM article WHERE id NOT IN (SELECT article FROM revision WHERE number = 1)",
                    "article ",
                    "its first revision is missing");
            orphanRows(
                    handle,
                    "SELECT id FROM article WHERE id NOT IN (SELECT article FROM analysis)",
                    "article ",
                    "it has no analysis");
            return true;
        });
    }

    private void revisions() {
        database.read(handle -> {
            Map<String, Integer> numbers = new HashMap<>();
            handle.createQuery("SELECT a.id, a.given_id, a.home, a.path, a.part, a.url,"
                            + " r.article, r.number, r.file, r.imprint, r.blocks, r.notes, r.content, r.sha256, r.capture, r.read_at, r.position"
                            + " FROM revision r LEFT JOIN article a ON a.id = r.article ORDER BY r.article, r.number")
                    .map((rows, context) -> new Store.Known(Store.origin(rows), Store.Kept.of(rows)))
                    .forEach(row -> revision(row, numbers));
            orphanRows(
                    handle,
                    "SELECT article FROM revision WHERE capture NOT IN (SELECT sha256 FROM capture)",
                    "article ",
                    "the original that it was read from is missing");
            return true;
        });
    }

    private void revision(Store.Known row, Map<String, Integer> numbers) {
        Store.Kept kept = row.revision();
        String where = "article " + kept.article() + ", revision " + kept.number();
        counted("revisions");
        int number = numbers.merge(kept.article(), 1, Integer::sum);
        check(kept.number() == number, where, "revision " + number + " is missing before it");
        numbers.put(kept.article(), kept.number());
        if (row.origin().id() == null) {
            broken(where, "its article is missing");
            return;
        }
        check(kept.sha256().equals(Hashes.sha256(kept.content())), where, "its text is another one than its hash says");
        came(
                where,
                Chain.Kind.READ,
                kept.article() + "#" + kept.number(),
                kept.position(),
                kept.digest(row.origin()),
                kept.readAt());
        if (readable(where, kept::toArticle) != null) {
            texts.add(kept.article() + "#" + kept.number());
        }
    }

    private void analyses() {
        database.read(handle -> {
            handle.createQuery(
                            "SELECT a.article AS article, a.revision AS revision, a.run AS run, a.body AS body, a.made_at AS made_at,"
                                    + " a.position AS analysed, n.id AS known FROM analysis a LEFT JOIN run n ON n.id = a.run ORDER BY a.position")
                    .map((rows, context) -> new String[] {
                        rows.getString("article"),
                        rows.getString("revision"),
                        rows.getString("run"),
                        rows.getString("body"),
                        rows.getString("made_at"),
                        rows.getString("analysed"),
                        rows.getString("known")
                    })
                    .forEach(row -> analysis(handle, row));
            return true;
        });
    }

    private void analysis(org.jdbi.v3.core.Handle handle, String[] row) {
        String article = row[0];
        int number = Integer.parseInt(row[1]);
        String where = "analysis of " + article + ", revision " + number + ", by " + row[2];
        counted("analyses");
        check(row[6] != null, where, "its run is missing");
        came(
                where,
                Chain.Kind.ANALYSED,
                article + "#" + number + " " + row[2],
                Integer.parseInt(row[5]),
                Store.digest(article, number, row[2], row[3], row[4]),
                row[4]);
        if (!texts.contains(article + "#" + number)) {
            broken(where, "its revision is missing or cannot be read");
            return;
        }
        Article text = Store.revisions(handle, article).stream()
                .filter(kept -> kept.number() == number)
                .map(Store.Kept::toArticle)
                .findFirst()
                .orElseThrow();
        ArticleAnalysis analysis = readable(where, () -> Json.analysis(text, row[3]));
        if (analysis != null) {
            within(analysis, where);
        }
    }

    /** Every span within the text, every link to something that is there. */
    private void within(ArticleAnalysis analysis, String where) {
        Article article = analysis.article();
        int length = article.text().length();
        Set<String> claims = new HashSet<>();
        analysis.claims().forEach(claim -> claims.add(claim.id()));
        check(claims.size() == analysis.claims().size(), where, "two claims have one id");
        spans(analysis)
                .filter(span -> span.end() > length)
                .findFirst()
                .ifPresent(span -> broken(where, span + " ends after the text, which has " + length));
        for (Claim claim : analysis.claims()) {
            check(
                    claim.article().equals(article.id()),
                    where,
                    "claim " + claim.id() + " is of article " + claim.article());
        }
        Stream<String> linked = Stream.of(
                        analysis.figures().stream().map(figure -> figure.claim()),
                        analysis.incidentMentions().stream().map(mention -> mention.claim()),
                        analysis.agreementMentions().stream().map(mention -> mention.claim()),
                        analysis.agreementStatements().stream().map(statement -> statement.claim()))
                .flatMap(links -> links)
                .filter(Objects::nonNull);
        linked.filter(claim -> !claims.contains(claim))
                .distinct()
                .forEach(claim -> broken(where, "something belongs to claim " + claim + ", which is missing"));
        int sentences = analysis.sentences().size();
        boolean sentenced = analysis.incidentMentions().stream().allMatch(mention -> mention.sentence() < sentences)
                && analysis.agreementMentions().stream().allMatch(mention -> mention.sentence() < sentences);
        check(sentenced, where, "something stands in a sentence that is missing");
        boolean blocked = analysis.sentences().stream()
                .allMatch(sentence -> sentence.block() < article.blocks().size());
        check(blocked, where, "a sentence stands in a paragraph that is missing");
    }

    private static Stream<Span> spans(ArticleAnalysis analysis) {
        return Stream.of(
                        analysis.sentences().stream().map(sentence -> sentence.span()),
                        analysis.mentions().stream().map(Mention::span),
                        analysis.times().stream().map(time -> time.span()),
                        analysis.claims().stream().map(Claim::extent),
                        analysis.claims().stream()
                                .flatMap(claim -> claim.stances().stream())
                                .map(Stance::spans)
                                .flatMap(List::stream),
                        analysis.figures().stream().map(figure -> figure.span()),
                        analysis.incidentMentions().stream().map(mention -> mention.span()),
                        analysis.agreementMentions().stream().map(mention -> mention.span()),
                        analysis.agreementStatements().stream().map(statement -> statement.span()))
                .flatMap(spans -> spans);
    }

    private void unread() {
        database.read(handle -> {
            handle.createQuery("SELECT source, kind, body, position FROM unread ORDER BY position")
                    .map((rows, context) ->
                            new String[] {rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)})
                    .forEach(row -> came(
                            row[1] + " input " + row[0],
                            Chain.Kind.UNREAD,
                            row[1] + " " + row[0],
                            Integer.parseInt(row[3]),
                            Chain.digest(row[0], row[1], row[2]),
                            null));
            return true;
        });
    }

    private void corrections() {
        database.read(handle -> {
            for (Store.Corrected row : Store.corrections(handle, Integer.MAX_VALUE)) {
                String where = "correction " + row.id();
                counted("corrections");
                came(where, Chain.Kind.CORRECTED, row.id(), row.position(), row.digest(), row.madeAt());
                Correction correction = readable(where, row::toCorrection);
                if (correction != null) {
                    correction.draft().anchors().forEach(anchor -> anchored(handle, where, anchor));
                }
            }
            return true;
        });
    }

    /** The words have to stand in a text that the case holds. */
    private void anchored(org.jdbi.v3.core.Handle handle, String where, Anchor anchor) {
        List<Store.Kept> same = Store.revisions(handle, anchor.article()).stream()
                .filter(kept -> kept.sha256().equals(anchor.sha256()))
                .toList();
        check(
                !same.isEmpty(),
                where,
                "the text that it rests on is not in the case (article " + anchor.article() + ")");
        same.forEach(kept -> check(
                anchor.span().end() <= kept.content().length()
                        && anchor.span().in(kept.content()).equals(anchor.exact()),
                where,
                "its words do not stand where it says, in article " + anchor.article()));
    }

    private void undoings() {
        database.read(handle -> {
            handle.createQuery(
                            "SELECT u.correction, u.author, u.made_at, u.position, c.id FROM undoing u LEFT JOIN correction c ON c.id = u.correction")
                    .map((rows, context) -> new String[] {
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5)
                    })
                    .forEach(row -> {
                        String where = "undoing of " + row[0];
                        check(row[4] != null, where, "there is no such correction");
                        came(
                                where,
                                Chain.Kind.UNDONE,
                                row[0],
                                Integer.parseInt(row[3]),
                                Chain.digest(row[0], row[1], row[2]),
                                row[2]);
                    });
            return true;
        });
    }

    /** Every event has left its row, but for analyses and unread inputs that a later event of the same subject replaced. */
    private void custody() {
        Map<String, Integer> latest = new HashMap<>();
        events.values().forEach(event -> latest.put(event.kind() + " " + event.subject(), event.position()));
        events.values().stream()
                .filter(event -> !matched.contains(event.position()))
                .filter(event -> Objects.equals(latest.get(event.kind() + " " + event.subject()), event.position())
                        || event.kind().equals(Chain.Kind.READ.name()))
                .forEach(event -> broken(
                        "event " + event.position(),
                        "what came with it is missing: " + event.kind().toLowerCase(java.util.Locale.ROOT) + " "
                                + event.subject()));
    }
}
