package org.rashomon.server.pages;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Added;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Served;
import org.rashomon.server.jobs.Input;
import org.rashomon.server.jobs.Job;
import org.rashomon.server.jobs.Jobs;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Adding articles: files, or one text that is pasted. */
final class AddPages {
    private static final int JOBS_SHOWN = 10;
    private static final int REJECTS_SHOWN = 200;

    private final Jobs jobs;
    private final long largest;

    AddPages(Jobs jobs, long largest) {
        this.jobs = jobs;
        this.largest = largest;
    }

    Served form(Visit visit) {
        List<Job> latest = new ArrayList<>(jobs.all());
        Collections.reverse(latest);
        return new Served.Add(
                visit.frame("Add articles"),
                "At most " + Jobs.MOST_INPUTS + " files and " + (largest >> 20) + " MB at once.",
                latest.stream()
                        .filter(job -> job.kind() == Job.Kind.ADD)
                        .limit(JOBS_SHOWN)
                        .map(job -> new Served.JobLine(
                                new Link(
                                        "/jobs/" + job.id(),
                                        Statements.plural(job.inputs(), "file", "files") + " handed in"),
                                progress(job)))
                        .toList());
    }

    /** What was handed in; empty where nothing was. */
    static List<Input> inputs(Context context) throws IOException {
        List<Input> inputs = new ArrayList<>();
        String text = context.formParam("text");
        if (text != null && !text.isBlank()) {
            inputs.add(pasted(context, text));
        }
        for (UploadedFile file : context.uploadedFiles("files")) {
            try (InputStream content = file.content()) {
                byte[] bytes = content.readAllBytes();
                if (bytes.length > 0) {
                    inputs.add(new Input(file.filename(), bytes));
                }
            }
        }
        return inputs;
    }

    private static Input pasted(Context context, String text) {
        ObjectNode record = JsonMapper.shared().createObjectNode();
        record.put("text", text.replace("\r\n", "\n"));
        for (String field : List.of("title", "outlet", "date", "url")) {
            String value = context.formParam(field);
            if (value != null && !value.isBlank()) {
                record.put(field, value.strip());
            }
        }
        return new Input(
                "pasted-" + org.rashomon.text.Hashes.sha256(text).substring(0, 12) + ".jsonl",
                (record + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Served job(Visit visit, Job job) {
        return new Served.JobPage(
                visit.frame("Adding articles", new Link("/add", "Add articles")),
                job.id(),
                job.isOver(),
                progress(job),
                came(job.added()),
                job.rejects().stream().limit(REJECTS_SHOWN).toList());
    }

    private static String progress(Job job) {
        return switch (job.state()) {
            case WAITING -> "Waiting for others to be done.";
            case RUNNING -> "At work: " + job.progress() + ".";
            case DONE ->
                "Done" + (job.rejects().isEmpty() ? "." : ", " + job.rejects().size() + " turned away.");
            case FAILED -> "Failed: " + job.failure();
        };
    }

    private static List<String> came(@Nullable Added added) {
        if (added == null) {
            return List.of();
        }
        List<String> came = new ArrayList<>();
        count(came, added.added(), "new article", "new articles");
        count(came, added.revised(), "article in a new revision", "articles in a new revision");
        count(came, added.unchanged(), "article that was there already", "articles that were there already");
        count(came, added.renewed(), "article analysed anew", "articles analysed anew");
        count(
                came,
                added.duplicates().size(),
                "document that came twice, kept once",
                "documents that came twice, kept once");
        added.textOnly().forEach(file -> came.add(file + " is not in English: kept as text without claims"));
        return came;
    }

    private static void count(List<String> came, int number, String one, String many) {
        if (number > 0) {
            came.add(Statements.plural(number, one, many));
        }
    }
}
