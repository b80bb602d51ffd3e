package org.rashomon.server.pages;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.feeds.FeedLog;
import org.rashomon.export.Templates;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.page.Judging;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Served;
import org.rashomon.export.page.SitePage.Frame;
import org.rashomon.export.page.Tools;
import org.rashomon.model.claims.Act;
import org.rashomon.server.access.Guard;
import org.rashomon.server.access.Role;
import org.rashomon.server.access.Sessions;
import org.rashomon.server.access.Visitor;
import org.rashomon.server.view.Snapshot;

/** One request of a browser: who asks, what stands around the answer, and whether a form is its own. */
final class Visit {
    static final String AUTHOR = "rashomon-name";
    private static final int LONGEST_NAME = 80;

    private final Context context;
    private final Snapshot snapshot;
    private final FeedLog watching;
    private final Sessions sessions;
    private final Templates templates;
    private final String usualAuthor;

    Visit(
            Context context,
            Snapshot snapshot,
            FeedLog watching,
            Sessions sessions,
            Templates templates,
            String usualAuthor) {
        this.context = context;
        this.snapshot = snapshot;
        this.watching = watching;
        this.sessions = sessions;
        this.templates = templates;
        this.usualAuthor = usualAuthor;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    private String session() {
        return Objects.requireNonNull(context.<String>attribute(Guard.SESSION));
    }

    /** Whether the form was made for this browser. */
    boolean isOwnForm() {
        return sessions.isCsrf(session(), context.formParam("csrf"));
    }

    /** Something to be said on the next page. */
    void tell(String notice) {
        sessions.tell(session(), notice);
    }

    /** Who asks, as it is known. */
    Visitor visitor() {
        return visitor(context);
    }

    static Visitor visitor(Context context) {
        return Objects.requireNonNull(context.<Visitor>attribute(Guard.VISITOR), "only those who are known come here");
    }

    Sessions sessions() {
        return sessions;
    }

    /** Who corrects: whoever signed in; else as the form says, else as it said last, else whose program it is. */
    String author() {
        String known = visitor().name();
        return known == null ? toldAuthor() : known;
    }

    private String toldAuthor() {
        String told = context.formParam("author");
        String known = told == null || told.isBlank() ? context.cookie(AUTHOR) : told;
        String name = known == null || known.isBlank() ? usualAuthor : decoded(known);
        String plain = name.strip().replaceAll("[\\p{Cntrl}]+", " ");
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }

    private static String decoded(String name) {
        try {
            return java.net.URLDecoder.decode(name.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    /** Remembers who corrects. */
    void keepAuthor() {
        if (visitor().name() != null) {
            return;
        }
        String name = java.net.URLEncoder.encode(author(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
        context.res()
                .addHeader("Set-Cookie", AUTHOR + "=" + name + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000");
    }

    /** The frame of a page that only a server has. */
    Frame frame(String title, Link... crumbs) {
        return new Frame(
                title, "/", "/pages/", List.of(crumbs), snapshot.statements().madeBy());
    }

    void show(Served page) {
        show(page.template(), page, List.of(), Judging.Choices.NONE, context.path());
    }

    /**
     * @param names known in the article of the page
     * @param choices what its forms choose from
     */
    void show(String template, Object page, List<String> names, Judging.Choices choices, String here) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("page", page);
        parameters.put("tools", tools(names, choices, here));
        context.contentType("text/html; charset=utf-8").result(templates.render(template, parameters));
    }

    private Tools tools(List<String> names, Judging.Choices choices, String here) {
        List<Link> acts = new ArrayList<>();
        for (Act act : Act.values()) {
            acts.add(new Link(act.name(), Statements.verb(act)));
        }
        int live = (int) snapshot.corrections().stream()
                .filter(one -> one.state() == org.rashomon.casefile.Correction.State.LIVE)
                .count();
        return new Tools(
                snapshot.statements().title(),
                parts(snapshot.doubts().size(), visitor().role()),
                part(here),
                context.path(),
                sessions.csrf(session()),
                orEmpty(context.path().equals("/search") ? context.queryParam("q") : null),
                author(),
                new Tools.Rights(
                        visitor().name(), sessions.isClosed(), visitor().role().may(Role.EDITOR)),
                snapshot.doubts().size(),
                live,
                snapshot.human(),
                acts,
                names,
                snapshot.judgements().judging(),
                choices,
                part(here).equals("/") ? WatchedPanel.of(watching, snapshot) : null,
                sessions.told(session()).orElse(null));
    }

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : words;
    }

    /** No part is named that the role may not see. */
    private static List<Link> parts(int doubts, Role role) {
        List<Link> parts = new ArrayList<>(List.of(
                new Link("/", "Case"),
                new Link("/pages/incidents.html", "Incidents"),
                new Link("/pages/stories.html", "Stories"),
                new Link("/pages/speakers.html", "Speakers"),
                new Link("/pages/outlets.html", "Outlets"),
                new Link("/pages/agreements.html", "Agreements"),
                new Link("/pages/articles.html", "Articles"),
                new Link("/map", "Map")));
        if (role.may(Role.EDITOR)) {
            parts.add(new Link("/check", doubts == 0 ? "To check" : "To check " + doubts));
            parts.add(new Link("/add", "Add"));
        }
        parts.add(new Link("/corrections", "Corrections"));
        parts.add(new Link("/export", "Export"));
        if (role.may(Role.ADMIN)) {
            parts.add(new Link("/users", "Users"));
        }
        parts.add(new Link("/about", "About"));
        return parts;
    }

    /** The part of the navigation that a path belongs to. */
    private static String part(String path) {
        if (!path.startsWith("/pages/")) {
            return path.equals("/index.html") ? "/" : path;
        }
        String file = path.substring("/pages/".length());
        for (String kind : List.of("incident", "speaker", "outlet", "agreement", "article")) {
            if (file.startsWith(kind)) {
                return "/pages/" + kind + "s.html";
            }
        }
        return file.startsWith("stor") ? "/pages/stories.html" : path;
    }
}
