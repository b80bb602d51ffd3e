package org.rashomon.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.DossierTables;
import org.rashomon.server.jobs.Input;
import org.rashomon.server.jobs.Job;
import org.rashomon.server.jobs.Jobs;
import org.rashomon.server.jobs.TooManyException;
import org.rashomon.server.view.Snapshot;
import org.rashomon.server.view.Snapshots;
import org.rashomon.text.Hashes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes under {@code /api/v1}, and {@code /openapi.json}. */
public final class RestRoutes {
    private static final int USUAL = 100;
    private static final int MOST = 500;
    private static final int ID = 16;
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Kinds of content that articles are sent as, and the name that such a file gets; its kind is told by its content. */
    private static final Map<String, String> KINDS = Map.of(
            "application/json", "sent.json",
            "application/jsonl", "sent.jsonl",
            "application/x-ndjson", "sent.jsonl",
            "text/plain", "sent.txt",
            "text/html", "sent.html",
            "application/xml", "sent.xml",
            "application/gzip", "sent.gz",
            "application/pdf", "sent.pdf",
            "application/octet-stream", "sent");

    private final Snapshots snapshots;
    private final Jobs jobs;
    private final JobEvents events;
    private final ExportRoutes exports;
    private final String openapi = read();

    public RestRoutes(Snapshots snapshots, Jobs jobs) {
        this.snapshots = snapshots;
        this.jobs = jobs;
        this.events = new JobEvents(jobs);
        this.exports = new ExportRoutes(snapshots, jobs);
    }

    /** Adds them. */
    public void register(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> problem.answer(context));
        routes.get(
                "/openapi.json",
                context -> cached(context, Hashes.sha256(openapi).substring(0, ID), () -> openapi));
        routes.get("/api/v1/jobs/{id}", this::job);
        routes.get("/api/v1/jobs/{id}/events", events::answer);
        routes.post("/api/v1/articles", this::add);
        exports.register(routes);
        for (String table : DossierTables.NAMES) {
            routes.get("/api/v1/" + table, context -> list(context, table));
            routes.get("/api/v1/" + table + "/{id}", context -> item(context, table));
        }
    }

    /** Ends what is still being told. */
    public void close() {
        events.close();
    }

    private void list(Context context, String table) {
        Snapshot snapshot = snapshots.current();
        Set<String> unknown = new TreeSet<>(context.queryParamMap().keySet());
        unknown.removeAll(Filters.NAMES);
        unknown.removeAll(Set.of("cursor", "limit"));
        if (!unknown.isEmpty()) {
            throw Problem.of(
                    400,
                    "There is no parameter " + String.join(", ", unknown) + "; there are "
                            + String.join(", ", Filters.NAMES) + ", cursor and limit.");
        }
        int limit = limit(context.queryParam("limit"));
        int from = offset(context.queryParam("cursor"), snapshot);
        Filters filters = Filters.of(context::queryParam);
        String tag = Hashes.sha256(snapshot.version() + " " + context.path() + "?" + context.queryString())
                .substring(0, ID);
        cached(context, tag, () -> {
            List<ObjectNode> rows = filters.rows(snapshot, table);
            Evidence evidence = new Evidence(snapshot.index());
            int first = Math.min(from, rows.size());
            int last = Math.min(rows.size(), first + limit);
            ObjectNode answer = JSON.createObjectNode();
            ArrayNode data = answer.putArray("data");
            rows.subList(first, last).forEach(row -> data.add(withId(table, evidence.with(table, row))));
            answer.put("total", rows.size());
            answer.put("version", snapshot.version());
            if (last < rows.size()) {
                answer.put("next", next(context, cursor(snapshot, last)));
            } else {
                answer.putNull("next");
            }
            return answer.toString();
        });
    }

    private static int limit(@Nullable String asked) {
        if (asked == null) {
            return USUAL;
        }
        if (!asked.matches("[1-9]\\d{0,2}") || Integer.parseInt(asked) > MOST) {
            throw Problem.of(400, "limit: a number from 1 to " + MOST);
        }
        return Integer.parseInt(asked);
    }

    private static String cursor(Snapshot snapshot, int offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((offset + ":" + snapshot.version()).getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(@Nullable String cursor, Snapshot snapshot) {
        if (cursor == null) {
            return 0;
        }
        String[] parts;
        try {
            parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(":", 2);
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "cursor: not one that this server gave");
        }
        if (parts.length != 2 || !parts[0].matches("\\d{1,9}")) {
            throw Problem.of(400, "cursor: not one that this server gave");
        }
        if (!parts[1].equals(snapshot.version())) {
            throw Problem.of(410, "The case has changed since this list was begun; ask again from its start.");
        }
        return Integer.parseInt(parts[0]);
    }

    private static String next(Context context, String cursor) {
        StringBuilder query = new StringBuilder();
        context.queryParamMap().forEach((name, values) -> {
            if (!name.equals("cursor")) {
                values.forEach(value -> query.append(name)
                        .append('=')
                        .append(Evidence.encoded(value))
                        .append('&'));
            }
        });
        return context.path() + "?" + query + "cursor=" + cursor;
    }

    private void item(Context context, String table) {
        Snapshot snapshot = snapshots.current();
        String id = context.pathParam("id");
        ObjectNode row = snapshot.row(table, id, one -> idOf(table, one))
                .orElseThrow(() -> Problem.of(
                        404,
                        "There is no " + id + " among the " + table
                                + " of the case as it is now. Ids are made of content: what changed has another."));
        String tag = Hashes.sha256(snapshot.version() + " " + context.path()).substring(0, ID);
        cached(
                context,
                tag,
                () -> withId(table, new Evidence(snapshot.index()).with(table, row))
                        .toString());
    }

    /** Rows that have no id of their own get one of their content. */
    static String idOf(String table, ObjectNode row) {
        return switch (table) {
            case "relations" -> made("r", row, "a", "b", "kind", "slot", "incident", "agreement");
            case "lineage" -> made("l", row, "from", "to", "kind");
            case "omissions" -> made("o", row, "outlet", "article", "claim", "incident");
            default -> row.get("id").asString();
        };
    }

    private static String made(String prefix, ObjectNode row, String... fields) {
        StringBuilder content = new StringBuilder();
        for (String field : fields) {
            content.append(row.get(field)).append('\t');
        }
        return prefix + "-" + Hashes.sha256(content.toString()).substring(0, ID);
    }

    private static ObjectNode withId(String table, ObjectNode row) {
        if (row.has("id")) {
            return row;
        }
        ObjectNode first = JSON.createObjectNode();
        first.put("id", idOf(table, row));
        first.setAll(row);
        return first;
    }

    @FunctionalInterface
    private interface Body {
        String make();
    }

    /** Answers 304 where the client has it already. */
    private static void cached(Context context, String tag, Body body) {
        String etag = "\"" + tag + "\"";
        context.header("ETag", etag).header("Cache-Control", "no-cache");
        String known = context.header("If-None-Match");
        if (known != null && List.of(known.split("\\s*,\\s*")).contains(etag)) {
            context.status(304);
            return;
        }
        context.contentType("application/json; charset=utf-8").result(body.make());
    }

    /** That it is taken; its address tells how far it is. */
    static void accepted(Context context, Job job) {
        context.status(202)
                .header("Location", "/api/v1/jobs/" + job.id())
                .contentType("application/json; charset=utf-8")
                .result(json(job).toString());
    }

    private void add(Context context) throws IOException {
        List<Input> inputs = inputs(context);
        if (inputs.isEmpty()) {
            throw Problem.of(400, "Nothing was sent: articles in the body, or as files of a form.");
        }
        Job job;
        try {
            job = jobs.submit(inputs);
        } catch (TooManyException e) {
            throw Problem.of(429, String.valueOf(e.getMessage()));
        }
        accepted(context, job);
    }

    private static List<Input> inputs(Context context) throws IOException {
        String type = context.contentType() == null
                ? "application/octet-stream"
                : context.contentType().split(";")[0].strip().toLowerCase(Locale.ROOT);
        List<Input> inputs = new ArrayList<>();
        if (type.equals("multipart/form-data")) {
            for (UploadedFile file : context.uploadedFiles()) {
                try (InputStream content = file.content()) {
                    inputs.add(new Input(file.filename(), content.readAllBytes()));
                }
            }
        } else if (KINDS.containsKey(type)) {
            byte[] bytes = context.bodyAsBytes();
            if (bytes.length > 0) {
                inputs.add(new Input(Objects.requireNonNull(KINDS.get(type)), bytes));
            }
        } else {
            throw Problem.of(415, type + ": send multipart/form-data or one of " + new TreeSet<>(KINDS.keySet()));
        }
        return inputs;
    }

    private void job(Context context) {
        Job job = jobs.find(context.pathParam("id"))
                .orElseThrow(() -> Problem.of(404, "There is no such job, or it is long over."));
        context.contentType("application/json; charset=utf-8").result(json(job).toString());
    }

    static ObjectNode json(Job job) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", job.id())
                .put("kind", job.kind().name().toLowerCase(Locale.ROOT))
                .put("state", job.state().name().toLowerCase(Locale.ROOT))
                .put("inputs", job.inputs())
                .put("progress", job.progress())
                .put("failure", job.failure());
        Job.Taken taken = job.taken();
        if (taken == null) {
            json.putNull("file");
        } else {
            json.putObject("file")
                    .put("href", "/api/v1/jobs/" + job.id() + "/file")
                    .put("name", taken.name())
                    .put("type", taken.type())
                    .put("bytes", taken.bytes())
                    .put("sha256", taken.sha256());
        }
        if (job.added() == null) {
            json.putNull("result");
        } else {
            ObjectNode result = json.putObject("result");
            result.put("added", job.added().added())
                    .put("revised", job.added().revised())
                    .put("unchanged", job.added().unchanged())
                    .put("renewed", job.added().renewed())
                    .put("duplicates", job.added().duplicates().size());
            ArrayNode rejected = result.putArray("rejected");
            job.added()
                    .rejected()
                    .forEach(one ->
                            rejected.addObject().put("source", one.source()).put("reason", one.reason()));
        }
        return json;
    }

    private static String read() {
        try (InputStream in = RestRoutes.class.getResourceAsStream("openapi.json")) {
            return new String(
                    Objects.requireNonNull(in, "openapi.json is missing from the program's jar")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
