package org.rashomon.server.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.DossierTables;
import org.rashomon.export.Templates;
import org.rashomon.export.page.Judging;
import org.rashomon.export.page.Served;
import org.rashomon.export.page.SitePage;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.server.access.Guard;
import org.rashomon.server.access.Sessions;
import org.rashomon.server.exports.ExportFiles;
import org.rashomon.server.jobs.Input;
import org.rashomon.server.jobs.Job;
import org.rashomon.server.jobs.Jobs;
import org.rashomon.server.jobs.TooManyException;
import org.rashomon.server.view.Snapshot;
import org.rashomon.server.view.Snapshots;

/** The routes of the pages. */
public final class PageRoutes {
    private final Snapshots snapshots;
    private final Sessions sessions;
    private final Jobs jobs;
    private final String usualAuthor;
    private final Templates templates = new Templates();
    private final Assets assets = new Assets();
    private final CorrectionPages corrections;
    private final JudgingForms judging;
    private final AddPages adding;
    private final AccountPages accounts;

    /**
     * @param usualAuthor who corrects where nobody says a name
     * @param largest bytes of a request
     */
    public PageRoutes(Snapshots snapshots, Sessions sessions, Jobs jobs, String usualAuthor, long largest) {
        this.snapshots = snapshots;
        this.sessions = sessions;
        this.jobs = jobs;
        this.usualAuthor = usualAuthor;
        this.corrections = new CorrectionPages(snapshots);
        this.judging = new JudgingForms(snapshots);
        this.accounts = new AccountPages(snapshots, sessions, templates);
        this.adding = new AddPages(jobs, largest);
    }

    /** Adds them. */
    public void register(RoutesConfig routes) {
        routes.get("/", page(visit -> front(visit)));
        routes.get("/index.html", page(visit -> front(visit)));
        routes.get("/pages/{file}", context -> sitePage(visit(context), context));
        routes.get(
                "/check", context -> visit(context).show(corrections.check(visit(context), context.queryParam("at"))));
        routes.get("/search", context -> {
            Visit visit = visit(context);
            visit.show(SearchPages.search(visit, context.queryParam("q"), context.queryParam("from")));
        });
        routes.get("/corrections", page(visit -> visit.show(corrections.list(visit))));
        routes.get("/add", page(visit -> visit.show(adding.form(visit))));
        routes.get("/jobs/{id}", context -> job(visit(context), context));
        routes.get("/export", page(visit -> visit.show(ExportPage.of(visit))));
        routes.get("/export/bundle.zip", this::bundle);
        routes.get("/export/{file}", context -> export(visit(context), context));
        routes.get("/compare", context -> compare(visit(context), context));
        routes.get("/timeline", context -> chart(context, ChartPages::timeline));
        routes.get("/lineage", context -> chart(context, ChartPages::lineage));
        routes.get(
                "/map",
                context -> chart(context, (visit, story) -> ChartPages.map(visit, story, context.queryParam("mark"))));
        routes.get("/about", page(visit -> visit.show(AboutPage.of(visit))));
        routes.post("/check", form((visit, context) -> settle(visit, context)));
        routes.post("/corrections", form((visit, context) -> correct(visit, context)));
        routes.post("/corrections/incident", form((visit, context) -> incident(visit, context)));
        routes.post("/corrections/relation", form((visit, context) -> relation(visit, context)));
        routes.post("/corrections/brat", form((visit, context) -> {
            visit.keepAuthor();
            visit.show(BratImport.of(visit, context, snapshots.open()));
        }));
        routes.post("/corrections/{id}/undo", form((visit, context) -> undo(visit, context)));
        routes.post("/add", form((visit, context) -> add(visit, context)));
        routes.get("/login", accounts::login);
        routes.post("/login", accounts::enter);
        routes.get("/account", page(visit -> accounts.own(visit)));
        routes.post("/account", form((visit, context) -> accounts.changeOwn(visit, context)));
        routes.post("/logout", form((visit, context) -> accounts.leave(context)));
        routes.get("/users", page(visit -> accounts.users(visit)));
        routes.post("/users", form((visit, context) -> accounts.change(visit, context)));
        assets.register(routes);
    }

    /** Says on a page of ours that something is not there or failed. */
    public void problem(Context context, String title, String words) {
        if (context.attribute(Guard.VISITOR) == null) {
            // whoever is not known is told no more than that
            context.contentType("text/plain; charset=utf-8").result(title + ". " + words);
            return;
        }
        Visit visit = visit(context);
        visit.show(new Served.Problem(visit.frame(title), words));
    }

    @FunctionalInterface
    private interface Showing {
        void show(Visit visit) throws IOException;
    }

    @FunctionalInterface
    private interface Doing {
        void answer(Visit visit, Context context) throws IOException;
    }

    private Visit visit(Context context) {
        return new Visit(context, snapshots.current(), snapshots.open().feedLog(), sessions, templates, usualAuthor);
    }

    private Handler page(Showing showing) {
        return context -> showing.show(visit(context));
    }

    /** A form is answered only where it was made for this browser. */
    private Handler form(Doing doing) {
        return context -> {
            Visit visit = visit(context);
            if (!visit.isOwnForm()) {
                context.status(HttpStatus.FORBIDDEN);
                visit.show(
                        new Served.Problem(
                                visit.frame("Not done"),
                                "This form was not made for your browser, or the server was started anew since. Go back, load the page again and send it once more."));
                return;
            }
            doing.answer(visit, context);
        };
    }

    private static void front(Visit visit) {
        SitePage page = visit.snapshot().front();
        visit.show(page.template(), page, List.of(), Judging.Choices.NONE, "/");
    }

    private static void sitePage(Visit visit, Context context) {
        Optional<SitePage> page = visit.snapshot().page(context.pathParam("file"));
        if (page.isEmpty()) {
            context.status(HttpStatus.NOT_FOUND);
            visit.show(
                    new Served.Problem(
                            visit.frame("Not here"),
                            "There is no such page in the case as it is now. Incidents and stories get another address when what they hold changes; the lists have the present ones."));
            return;
        }
        String file = context.pathParam("file");
        List<String> names = List.of();
        Judging.Choices choices = Judging.Choices.NONE;
        if (page.get() instanceof SitePage.ArticlePage) {
            Optional<String> article = visit.snapshot()
                    .articleOfPage(file)
                    .map(one -> one.article().id());
            names = article.map(visit.snapshot()::names).orElse(names);
            choices = article.map(visit.snapshot().judgements()::ofArticle).orElse(choices);
        } else if (page.get() instanceof SitePage.IncidentPage incident) {
            choices = visit.snapshot()
                    .incident(incident.card().id())
                    .map(visit.snapshot().judgements()::ofIncident)
                    .orElse(choices);
        }
        if (page.get() instanceof SitePage.StoryPage) {
            choices = visit.snapshot()
                    .storyOfPage(file)
                    .map(story -> visit.snapshot().judgements().ofStory(story.id()))
                    .orElse(choices);
        }
        visit.show(page.get().template(), page.get(), names, choices, context.path());
    }

    private static void compare(Visit visit, Context context) {
        Optional<Served> page = ComparePage.of(visit, context.queryParam("a"), context.queryParam("b"));
        if (page.isEmpty()) {
            context.status(HttpStatus.NOT_FOUND);
        }
        visit.show(
                page.orElseGet(
                        () -> new Served.Problem(
                                visit.frame("Not here"),
                                "Two different articles of the case are needed to lay side by side. Choose them on the page of their story.")));
    }

    private void chart(Context context, BiFunction<Visit, @Nullable String, Optional<Served>> chart) {
        Visit visit = visit(context);
        Optional<Served> page = chart.apply(visit, context.queryParam("story"));
        if (page.isEmpty()) {
            context.status(HttpStatus.NOT_FOUND);
        }
        visit.show(page.orElseGet(() -> new Served.Problem(
                visit.frame("Not here"),
                "There is no such story or mark in the case as it is now. Charts start from the page of a story.")));
    }

    private void job(Visit visit, Context context) {
        Optional<Job> job = jobs.find(context.pathParam("id"));
        if (job.isEmpty()) {
            context.status(HttpStatus.NOT_FOUND);
            visit.show(new Served.Problem(
                    visit.frame("Not here"), "There is no such lot of articles, or it is long over."));
            return;
        }
        visit.show(adding.job(visit, job.get()));
    }

    private void settle(Visit visit, Context context) {
        visit.keepAuthor();
        String at = param(context, "at");
        int place = at.matches("\\d{1,6}") ? Integer.parseInt(at) : 0;
        int next = corrections.settle(
                visit, param(context, "id"), param(context, "answer"), param(context, "other"), place);
        seeOther(context, "/check?at=" + next);
    }

    private void correct(Visit visit, Context context) {
        visit.keepAuthor();
        Optional<String> page = corrections.correct(
                visit,
                param(context, "claim"),
                param(context, "kind"),
                new CorrectionPages.Form(
                        param(context, "speaker"),
                        param(context, "act"),
                        param(context, "target"),
                        param(context, "incident"),
                        param(context, "note")));
        seeOther(context, page.orElse("/corrections"));
    }

    private void incident(Visit visit, Context context) {
        visit.keepAuthor();
        String id = param(context, "incident");
        String page = param(context, "kind").equals("MERGE")
                ? judging.merge(visit, id, param(context, "other"), param(context, "note"))
                : judging.split(
                        visit, id, context.formParams("article"), context.formParams("place"), param(context, "note"));
        seeOther(context, page);
    }

    private void relation(Visit visit, Context context) {
        visit.keepAuthor();
        judging.relation(visit, param(context, "verdict"), param(context, "note"));
        seeOther(context, own(param(context, "back")));
    }

    /** An address of a page of ours, whatever a form says. */
    private static String own(String back) {
        return back.matches("/pages/[\\w.-]+(#[\\w-]+)?") ? back : "/corrections";
    }

    private void undo(Visit visit, Context context) {
        corrections.undo(visit, context.pathParam("id"));
        seeOther(context, param(context, "back").equals("/check") ? "/check" : "/corrections");
    }

    private void add(Visit visit, Context context) throws IOException {
        List<Input> inputs = AddPages.inputs(context);
        if (inputs.isEmpty()) {
            visit.tell("Nothing was handed in: choose a file, or paste a text.");
            seeOther(context, "/add");
            return;
        }
        try {
            seeOther(context, "/jobs/" + jobs.submit(inputs).id());
        } catch (TooManyException e) {
            visit.tell(String.valueOf(e.getMessage()));
            seeOther(context, "/add");
        }
    }

    private void bundle(Context context) throws IOException {
        context.contentType("application/zip")
                .header("Content-Disposition", "attachment; filename=\"bundle.zip\"")
                .result(ExportFiles.bundle(snapshots.open()));
    }

    private void export(Visit visit, Context context) throws IOException {
        String file = context.pathParam("file");
        Snapshot snapshot = visit.snapshot();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String table = file.endsWith(".jsonl") ? file.substring(0, file.length() - ".jsonl".length()) : "";
        String format = file.endsWith(".zip") ? file.substring(0, file.length() - ".zip".length()) : file;
        String of = context.queryParam("of");
        if (file.equals("taken")) {
            format = String.valueOf(context.queryParam("format"));
            file = format + ".zip";
        }
        Optional<ExportFiles.Kind> kind = ExportFiles.kind(format).filter(ExportFiles.Kind::parts);
        Optional<Dossier> part = ExportFiles.part(snapshot, of == null ? "" : of);
        if (kind.isPresent() && part.isPresent()) {
            ExportFiles.write(snapshots.open(), snapshot, kind.get(), part.get(), out);
            context.contentType("application/zip");
        } else if (file.equals("dossier.zip")) {
            ExportFiles.dossier(snapshot, out);
            context.contentType("application/zip");
        } else if (table.equals("corrections")) {
            ExportFiles.corrections(snapshots.open(), out);
            context.contentType("application/jsonl");
        } else if (DossierTables.NAMES.contains(table)) {
            ExportFiles.table(snapshot, table, out);
            context.contentType("application/jsonl");
        } else {
            context.status(HttpStatus.NOT_FOUND);
            visit.show(new Served.Problem(visit.frame("Not here"), "There is no such file to be had."));
            return;
        }
        context.header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .result(out.toByteArray());
    }

    private static String param(Context context, String name) {
        @Nullable String value = context.formParam(name);
        return value == null ? "" : value;
    }

    private static void seeOther(Context context, String to) {
        context.redirect(to, HttpStatus.SEE_OTHER);
    }
}
