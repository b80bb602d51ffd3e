package org.rashomon.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Cases;
import org.rashomon.casefile.OpenCase;
import org.rashomon.casefile.users.User;
import org.rashomon.server.access.Passwords;
import org.rashomon.server.access.Tokens;
import org.rashomon.service.ConfigurationException;
import org.rashomon.service.OneLine;
import org.rashomon.service.ReadService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rashomon user ACTION [NAME] --case DIR}. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        header = "Says who may open a served case, by a password or, for programs, a token.",
        description = {
            "",
            "As soon as a case has a user, whoever opens it by rashomon serve has to sign in. What a role may do:",
            "  reader  see, search and take away",
            "  editor  add articles and correct, too",
            "  admin   say who may come, too, on the page Users"
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rashomon user add ana --role admin --case hospital",
            "  rashomon user list --case hospital",
            "  rashomon user password ana --case hospital",
            "  rashomon user remove odo --case hospital",
            "  rashomon user token importer --role editor --case hospital",
            "",
            "The password is asked for. A token is what a program shows (Authorization: Bearer …); it is told once, and only its hash is kept. While the case is served, use its page Users instead. Whoever may write in the folder of the case"
                    + " may use this command.",
            "",
            "Exit codes: 0 done, 1 failure, 2 wrong usage or no case there."
        })
final class UserCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "ACTION",
            description = "add, list, role, password, remove, or token for a program.")
    private String action = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Whom; for all but list.")
    private @Nullable String name;

    @Option(
            names = "--case",
            paramLabel = "DIR",
            required = true,
            description = "The case: its folder, or postgres://…; add makes one where there is none.")
    private String place = "";

    @Option(names = "--role", paramLabel = "ROLE", description = "For add, role and token: reader, editor or admin.")
    private @Nullable String role;

    @Option(
            names = "--stdin",
            description = "The password is the first line of standard input, for scripts; else it is asked for.")
    private boolean stdin;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (!List.of("add", "list", "role", "password", "remove", "token").contains(action)) {
            throw new ConfigurationException(
                    "there is no \"user " + action + "\"; there are add, list, role, password, remove and token");
        }
        if (action.equals("list") ? name != null : name == null) {
            throw new ConfigurationException("user " + action + ": give " + (name == null ? "a NAME" : "no NAME"));
        }
        boolean needsRole = List.of("add", "role", "token").contains(action);
        if (needsRole ? role == null || !User.ROLES.contains(role) : role != null) {
            throw new ConfigurationException("user " + action + ": give "
                    + (needsRole ? "--role with one of " + String.join(", ", User.ROLES) : "no --role"));
        }
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        try (OpenCase open = open()) {
            screen.println(done(open));
        }
        Screen.close(screen);
        return Main.DONE;
    }

    private OpenCase open() {
        var workshop = ReadService.of("rules").workshop();
        return switch (action) {
            case "list" -> Cases.look(place, workshop);
            case "add", "token" -> Cases.open(place, workshop);
            default -> Cases.existing(place, workshop);
        };
    }

    private String done(OpenCase open) {
        if (action.equals("list")) {
            return open.users().isEmpty()
                    ? "no users: rashomon serve asks for no password"
                    : String.join(
                            System.lineSeparator(),
                            open.users().stream()
                                    .map(user -> String.format(
                                            Locale.ROOT,
                                            "%-6s  %s%s",
                                            user.role(),
                                            user.name(),
                                            Tokens.isOfToken(user.secret()) ? " (token)" : ""))
                                    .toList());
        }
        String asked = Objects.requireNonNull(name).strip();
        Optional<User> known = open.users().stream()
                .filter(user -> user.name().equalsIgnoreCase(asked))
                .findFirst();
        if (action.equals("add") || action.equals("token")) {
            return added(open, asked, known);
        }
        User user = known.orElseThrow(() -> new ConfigurationException(
                "there is no user \"" + OneLine.of(asked) + "\" in the case; \"user list\" tells who there is"));
        if (action.equals("password") && Tokens.isOfToken(user.secret())) {
            throw new ConfigurationException(
                    user.name() + " is a program with a token; remove it and make another with \"user token\"");
        }
        switch (action) {
            case "remove" -> open.forget(user.name());
            case "role" -> open.keep(new User(user.name(), Objects.requireNonNull(role), user.secret()));
            default -> open.keep(new User(user.name(), user.role(), secret(user.name())));
        }
        return user.name()
                + switch (action) {
                    case "remove" -> " removed";
                    case "role" -> " is " + role + " now";
                    default -> ": password changed";
                };
    }

    private String added(OpenCase open, String asked, Optional<User> known) {
        if (known.isPresent()) {
            throw new ConfigurationException(
                    "there is a user " + known.get().name() + " already; see \"user role\" and \"user password\"");
        }
        if (!Passwords.isName(asked)) {
            throw new ConfigurationException("\"" + OneLine.of(asked)
                    + "\" is no name: 40 letters, digits, blanks and . _ @ ' - at most, the first a letter or digit");
        }
        if (action.equals("token")) {
            String token = Tokens.create();
            open.keep(new User(asked, Objects.requireNonNull(role), Tokens.hash(token)));
            return token;
        }
        open.keep(new User(asked, Objects.requireNonNull(role), secret(asked)));
        return asked + " added as " + role;
    }

    private String secret(String user) {
        String password = stdin ? line() : asked(user);
        Passwords.fault(user, password).ifPresent(fault -> {
            throw new ConfigurationException(fault);
        });
        return Passwords.hash(password);
    }

    private static String line() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // it does up to Java 21; later ones read what is piped in, which is as good
    private static String asked(String user) {
        Console console = System.console();
        if (console == null) {
            throw new ConfigurationException("there is no terminal to ask for the password on; give --stdin");
        }
        char[] first = console.readPassword("Password for %s: ", OneLine.of(user));
        char[] again = console.readPassword("Once more: ");
        if (first == null || again == null || !java.util.Arrays.equals(first, again)) {
            throw new ConfigurationException("the two passwords differ; nothing was changed");
        }
        return new String(first);
    }
}
