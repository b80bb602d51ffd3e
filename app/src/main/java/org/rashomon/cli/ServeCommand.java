package org.rashomon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Added;
import org.rashomon.casefile.OpenCase;
import org.rashomon.server.CaseServer;
import org.rashomon.server.ServerSettings;
import org.rashomon.server.access.Addresses;
import org.rashomon.service.CaseService;
import org.rashomon.service.ConfigurationException;
import org.rashomon.service.OneLine;
import org.rashomon.service.Progress;
import org.rashomon.service.ReadService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rashomon serve [PATH...] [--case DIR] [--port 8080]}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        header = "Serves a case as web pages, REST and MCP on this machine.",
        description = {
            "",
            "What PATH names is added to the case first; what it holds already is left as it is, and so are corrections. Pages are at"
                    + " http://127.0.0.1:8080/, REST is described at /openapi.json, MCP answers at /mcp."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rashomon serve examples",
            "  rashomon serve --case hospital --port 9000",
            "  rashomon user add ana --role admin --case hospital",
            "  rashomon serve --case hospital --host 0.0.0.0 --name desk.example",
            "",
            "Only this machine is answered unless --host says otherwise, and then only to whoever signs in or shows the token. The server"
                    + " speaks plain HTTP: put a proxy with TLS before it. docs/security.md tells what is promised.",
            "",
            "Exit codes: 0 ended by a signal or the terminal, 1 failure, 2 wrong usage."
        })
final class ServeCommand implements Callable<Integer> {
    private static final int REJECTS_SHOWN = 20;

    private final BiFunction<@Nullable String, @Nullable Path, ReadService> service;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files and folders to add first, as for rashomon read.")
    private List<Path> inputs = List.of();

    @Option(
            names = "--case",
            paramLabel = "DIR",
            defaultValue = "dossier/case",
            description = "The folder of the case; made where it is not there (default: ${DEFAULT-VALUE}).")
    private String place = "dossier/case";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Where to listen (default: ${DEFAULT-VALUE}); 0 takes any that is free.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "What to listen on (default: ${DEFAULT-VALUE}). Any but this machine needs a user with a password, or"
                            + " a token, first.")
    private String host = "127.0.0.1";

    @Option(
            names = "--name",
            paramLabel = "HOST",
            split = ",",
            description = "Further names that browsers call the server by; requests for other names are refused.")
    private List<String> names = List.of();

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:RASHOMON_TOKEN}",
            description =
                    "What programs show, 16 letters or more; it may do what an editor may. Others on this machine can see it on the command line: better set"
                            + " RASHOMON_TOKEN.")
    private @Nullable String token;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            description = "Who corrects where nobody says a name (default: the user).")
    private String author = String.valueOf(System.getProperty("user.name"));

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Spec
    private @Nullable CommandSpec spec;

    ServeCommand(BiFunction<@Nullable String, @Nullable Path, ReadService> service) {
        this.service = service;
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerSettings settings = settings();
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        ReadService reading = engine.of(service);
        try (ProgressLine line = ProgressLine.onTerminal(inputs)) {
            return serve(screen, settings, CaseService.open(place, reading, line.listener()), line);
        }
    }

    private int serve(PrintWriter screen, ServerSettings settings, OpenCase open, ProgressLine line)
            throws InterruptedException {
        CaseServer server;
        try {
            Progress told = line.listener();
            Added added = null;
            if (!inputs.isEmpty()) {
                told.begins(Progress.Phase.READING);
                added = open.add(inputs, words -> {});
            }
            told.begins(Progress.Phase.COMPARING);
            server = CaseServer.start(open, settings);
            // what is added from here on is told on its page
            line.close();
            if (added != null) {
                say(screen, added);
            }
        } catch (RuntimeException e) {
            open.close();
            if (isTaken(e)) {
                throw new ConfigurationException(
                        "--port: " + port + " is taken or may not be used; choose another, or 0 for any that is free");
            }
            throw e;
        }
        // whatever ends the program, what is under way ends first
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            open.close();
        }));
        screen.println("Case " + OneLine.of(place) + ": "
                + count(open.dossier().analyses().size(), "article", "articles"));
        screen.println("Open http://" + shownHost() + ":" + server.port()
                + "/  (REST: /openapi.json, MCP: /mcp; Ctrl-C ends it)");
        screen.flush();
        new CountDownLatch(1).await();
        return Main.DONE;
    }

    private String shownHost() {
        return host.equals("0.0.0.0") || host.equals("::") ? (names.isEmpty() ? host : names.get(0)) : host;
    }

    private static boolean isTaken(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.net.BindException || cause instanceof java.net.SocketException) {
                return true;
            }
        }
        return false;
    }

    private ServerSettings settings() {
        String shown = token == null || token.isBlank() ? null : token.strip();
        if (shown != null && shown.length() < 16) {
            throw new ConfigurationException("--token: too short to keep others out; 16 letters or more");
        }
        if (port < 0 || port > 65535) {
            throw new ConfigurationException("--port: a number from 0 to 65535");
        }
        if (shown == null && !Addresses.isLoopback(host) && !CaseService.hasUsers(place)) {
            throw new ConfigurationException("--host " + host
                    + ": others could read and change the case. Add a user with a password first (rashomon user add), or set"
                    + " a token (RASHOMON_TOKEN)");
        }
        return new ServerSettings(host, port, names, shown, author, ServerSettings.USUAL_LARGEST);
    }

    private static void say(PrintWriter screen, Added added) {
        screen.println(String.format(
                Locale.ROOT,
                "%s: %d new, %d in a new revision, %d there already",
                count(added.articles(), "article read", "articles read"),
                added.added(),
                added.revised(),
                added.unchanged()));
        added.rejected().stream()
                .limit(REJECTS_SHOWN)
                .forEach(reject ->
                        screen.println("  rejected: " + OneLine.of(reject.source() + ": " + reject.reason())));
        if (added.rejected().size() > REJECTS_SHOWN) {
            screen.println("  and " + (added.rejected().size() - REJECTS_SHOWN) + " more");
        }
        screen.flush();
    }

    private static String count(int number, String one, String many) {
        return String.format(Locale.ROOT, "%d %s", number, number == 1 ? one : many);
    }
}
