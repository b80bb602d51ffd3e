package org.rashomon.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.server.exports.ExportFiles;
import org.rashomon.server.jobs.Job;
import org.rashomon.server.jobs.Jobs;
import org.rashomon.server.jobs.TooManyException;
import org.rashomon.server.view.Snapshot;
import org.rashomon.server.view.Snapshots;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Exports for programs: what kinds there are, a job that writes one, and the file it made. */
final class ExportRoutes {
    private final Snapshots snapshots;
    private final Jobs jobs;

    ExportRoutes(Snapshots snapshots, Jobs jobs) {
        this.snapshots = snapshots;
        this.jobs = jobs;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/exports", ExportRoutes::kinds);
        // apart, since it needs another role
        routes.post("/api/v1/exports/bundle", context -> export(context, ExportFiles.BUNDLE));
        routes.post("/api/v1/exports/{kind}", context -> {
            String kind = context.pathParam("kind");
            if (kind.equals(ExportFiles.BUNDLE)) {
                throw none(kind);
            }
            export(context, kind);
        });
        routes.get("/api/v1/jobs/{id}/file", this::file);
    }

    private static void kinds(Context context) {
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode data = answer.putArray("data");
        for (ExportFiles.Kind kind : ExportFiles.kinds()) {
            data.addObject()
                    .put("kind", kind.name())
                    .put("file", kind.file())
                    .put("type", kind.type())
                    .put("holds", kind.what())
                    .put("loses", kind.loses().isEmpty() ? null : kind.loses())
                    .put("parts", kind.parts());
        }
        context.contentType("application/json; charset=utf-8").result(answer.toString());
    }

    private static Problem none(String kind) {
        return Problem.of(404, "There is no export " + kind + "; GET /api/v1/exports tells which there are.");
    }

    private void export(Context context, String name) {
        ExportFiles.Kind kind = ExportFiles.kind(name).orElseThrow(() -> none(name));
        Set<String> unknown = new TreeSet<>(context.queryParamMap().keySet());
        unknown.removeAll(Set.of("story", "incident"));
        String of = of(context.queryParam("story"), context.queryParam("incident"));
        if (!unknown.isEmpty() || of == null) {
            throw Problem.of(400, "Give story or incident, one of them, or neither; there is no other parameter.");
        }
        if (!of.isEmpty() && !kind.parts()) {
            throw Problem.of(400, name + " is of all of the case; leave out story and incident.");
        }
        Snapshot snapshot = snapshots.current();
        Dossier part = ExportFiles.part(snapshot, of)
                .orElseThrow(() -> Problem.of(
                        404,
                        "There is no such " + of.replaceFirst(":.*", "")
                                + " in the case as it is now. Ids are made of content: what changed has another."));
        try {
            RestRoutes.accepted(
                    context,
                    jobs.export(
                            kind.file(),
                            kind.type(),
                            out -> ExportFiles.write(snapshots.open(), snapshot, kind, part, out)));
        } catch (TooManyException e) {
            throw Problem.of(429, String.valueOf(e.getMessage()));
        }
    }

    /** Which part is asked for; null where two are. */
    private static @Nullable String of(@Nullable String story, @Nullable String incident) {
        if (story != null && incident != null) {
            return null;
        }
        return story != null ? "story:" + story : incident != null ? "incident:" + incident : "";
    }

    private void file(Context context) throws IOException {
        Job.Taken taken = jobs.find(context.pathParam("id"))
                .map(Job::taken)
                .filter(one -> Files.isReadable(one.path()))
                .orElseThrow(
                        () -> Problem.of(404, "There is no such file: its job is not done, failed, or is long over."));
        context.header("Content-Disposition", "attachment; filename=\"" + taken.name() + "\"")
                .header("Content-Length", String.valueOf(taken.bytes()))
                .header("ETag", "\"" + taken.sha256() + "\"")
                .contentType(taken.type())
                .result(Files.newInputStream(taken.path()));
    }
}
