package org.rashomon.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.rashomon.casefile.OpenCase;
import org.rashomon.server.access.Account;
import org.rashomon.server.access.Accounts;
import org.rashomon.server.access.Addresses;
import org.rashomon.server.access.Guard;
import org.rashomon.server.access.Role;
import org.rashomon.server.access.Routes;
import org.rashomon.server.access.Sessions;
import org.rashomon.server.access.Visitor;
import org.rashomon.server.jobs.Jobs;
import org.rashomon.server.mcp.McpEndpoint;
import org.rashomon.server.pages.PageRoutes;
import org.rashomon.server.rest.Problem;
import org.rashomon.server.rest.RestRoutes;
import org.rashomon.server.view.Snapshots;

/** A case that is served until it is closed. The case itself stays open, and is the caller's to close. */
public final class CaseServer implements AutoCloseable {
    private static final int THREADS = 80;
    private static final int IN_MEMORY_MB = 1;

    private final Javalin javalin;
    private final Jobs jobs;
    private final McpEndpoint mcp;
    private final RestRoutes rest;

    private CaseServer(Javalin javalin, Jobs jobs, McpEndpoint mcp, RestRoutes rest) {
        this.javalin = javalin;
        this.jobs = jobs;
        this.mcp = mcp;
        this.rest = rest;
    }

    /**
     * Starts to serve a case.
     *
     * @throws IllegalArgumentException when others could reach it and neither a token nor a password is asked for
     */
    public static CaseServer start(OpenCase open, ServerSettings settings) {
        Accounts accounts = new Accounts(() -> accounts(open), Clock.systemUTC());
        Sessions sessions = new Sessions(settings.token(), accounts, Clock.systemUTC());
        if (!sessions.isClosed() && !Addresses.isLoopback(settings.host())) {
            throw new IllegalArgumentException(
                    "Others can reach " + settings.host() + ": a user with a password, or a token, is needed first.");
        }
        Snapshots snapshots = new Snapshots(open);
        snapshots.current();
        Addresses addresses = new Addresses(settings.host(), settings.names());
        Jobs jobs = new Jobs(open);
        PageRoutes pages = new PageRoutes(snapshots, sessions, jobs, settings.author(), settings.largest());
        RestRoutes rest = new RestRoutes(snapshots, jobs);
        McpEndpoint mcp = new McpEndpoint(snapshots);
        Guard guard = new Guard(addresses, sessions, settings.largest());
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings);
            config.jetty.modifyServletContextHandler(handler -> {
                FilterHolder filter = new FilterHolder(guard);
                filter.setAsyncSupported(true);
                handler.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
                ServletHolder holder = new ServletHolder(mcp);
                holder.setAsyncSupported(true);
                handler.addServlet(holder, "/mcp");
            });
            config.routes.beforeMatched(CaseServer::roles);
            pages.register(config.routes);
            rest.register(config.routes);
            // Javalin would answer it with bare words
            config.routes.exception(ForbiddenResponse.class, (e, context) -> failed(e, context, pages));
            config.routes.exception(Exception.class, (e, context) -> failed(e, context, pages));
            for (int status : List.of(404, 405, 413)) {
                config.routes.error(status, "*", context -> missing(context, status, pages));
            }
        });
        javalin.start();
        addresses.port(javalin.port());
        return new CaseServer(javalin, jobs, mcp, rest);
    }

    private static List<Account> accounts(OpenCase open) {
        return open.users().stream()
                .map(user -> new Account(user.name(), Role.of(user.role()).orElseThrow(), user.secret()))
                .toList();
    }

    /** By the route that an address was matched with, so that no spelling of an address leads around it. */
    private static void roles(Context context) {
        Endpoint route = context.endpoints().matchedHttpEndpoint();
        String path = route == null ? "" : route.path;
        Visitor visitor = context.attribute(Guard.VISITOR);
        boolean may = visitor == null
                ? Routes.ALL
                        .find(context.method().name(), path)
                        .filter(row -> row.least() == null)
                        .isPresent()
                : Routes.ALL.mayCome(visitor, context.method().name(), path);
        if (!may) {
            throw new ForbiddenResponse("This needs another role than "
                    + (visitor == null ? "none" : visitor.role().word()) + ".");
        }
    }

    /** Whether every route has its row, for the test that walks them. */
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(one -> one.endpoint.method + " " + one.endpoint.path)
                .toList();
    }

    private static void configure(JavalinConfig config, ServerSettings settings) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = settings.largest();
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.threadPool = new QueuedThreadPool(THREADS);
        config.jetty.multipartConfig.maxFileSize(settings.largest(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(settings.largest(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(IN_MEMORY_MB, SizeUnit.MB);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
        });
    }

    private static void failed(Exception e, Context context, PageRoutes pages) {
        if (e instanceof HttpResponseException said) {
            context.status(said.getStatus());
            tell(context, said.getStatus(), String.valueOf(said.getMessage()), pages);
            return;
        }
        System.getLogger(CaseServer.class.getName())
                .log(System.Logger.Level.ERROR, context.method() + " " + context.path(), e);
        context.status(500);
        tell(
                context,
                500,
                "A defect of the program; what it was doing stands in its own words on its terminal.",
                pages);
    }

    private static void missing(Context context, int status, PageRoutes pages) {
        String said = context.result();
        if (said == null
                || said.isEmpty()
                || said.startsWith("Endpoint")
                || said.startsWith("Not Found")
                || said.startsWith("Method not allowed")) {
            tell(
                    context,
                    status,
                    switch (status) {
                        case 405 -> "That cannot be done here.";
                        case 413 -> "That is more than is taken at once.";
                        default -> "There is nothing at this address.";
                    },
                    pages);
        }
    }

    private static void tell(Context context, int status, String words, PageRoutes pages) {
        if (context.path().startsWith("/api/")) {
            Problem.of(status, words).answer(context);
        } else {
            pages.problem(context, status == 404 ? "Not here" : "Not done", words);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        rest.close();
        mcp.close();
        javalin.stop();
        jobs.close();
    }
}
