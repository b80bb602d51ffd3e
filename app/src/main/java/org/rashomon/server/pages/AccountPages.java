package org.rashomon.server.pages;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.users.User;
import org.rashomon.export.Templates;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Served;
import org.rashomon.export.page.SitePage.Frame;
import org.rashomon.server.access.Account;
import org.rashomon.server.access.Accounts;
import org.rashomon.server.access.Guard;
import org.rashomon.server.access.Passwords;
import org.rashomon.server.access.Role;
import org.rashomon.server.access.Sessions;
import org.rashomon.server.view.Snapshots;

/** Signing in and out, one's own password, and who else may come. */
final class AccountPages {
    private static final List<Link> ROLES = List.of(
            new Link(Role.READER.word(), "reader: sees, searches and takes away"),
            new Link(Role.EDITOR.word(), "editor: adds articles and corrects, too"),
            new Link(Role.ADMIN.word(), "admin: says who may come, too"));

    private final Snapshots snapshots;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Templates templates;
    /** One change of users at a time, so that the last admin stays. */
    private final Object changing = new Object();

    AccountPages(Snapshots snapshots, Sessions sessions, Templates templates) {
        this.snapshots = snapshots;
        this.sessions = sessions;
        this.accounts = sessions.accounts();
        this.templates = templates;
    }

    // signing in

    void login(Context context) {
        show(context, "");
    }

    private void show(Context context, String fault) {
        Frame frame = new Frame("Sign in", "/", "/pages/", List.of(), "");
        Served.Login page = new Served.Login(frame, fault, !accounts.all().isEmpty(), sessions.hasToken());
        context.contentType("text/html; charset=utf-8")
                .result(templates.render(
                        page.template(), Map.of("page", page, "csrf", sessions.csrf(session(context)))));
    }

    void enter(Context context) {
        if (!sessions.isCsrf(session(context), context.formParam("csrf"))) {
            refuse(context, HttpStatus.FORBIDDEN, "This form was not made for your browser. Send it once more.");
            return;
        }
        String token = context.formParam("token");
        if (token != null) {
            if (sessions.isToken(token)) {
                admit(context, null);
            } else {
                refuse(context, HttpStatus.FORBIDDEN, "That is not the token of this server.");
            }
            return;
        }
        String name = param(context, "name");
        switch (accounts.check(name, param(context, "password"))) {
            case RIGHT -> admit(context, accounts.find(name).map(Account::name).orElseThrow());
            case WRONG -> refuse(context, HttpStatus.FORBIDDEN, "There is no such name with that password.");
            case WAIT -> refuse(context, HttpStatus.TOO_MANY_REQUESTS, "Too often wrong for that name. Wait a minute.");
        }
    }

    private void refuse(Context context, HttpStatus status, String fault) {
        context.status(status);
        show(context, fault);
    }

    private void admit(Context context, @Nullable String user) {
        // a new name, so that one that was given away before is worth nothing
        String fresh = sessions.create();
        sessions.admit(fresh, user);
        context.res().addHeader("Set-Cookie", Guard.setCookie(fresh));
        context.redirect("/", HttpStatus.SEE_OTHER);
    }

    void leave(Context context) {
        sessions.dismiss(session(context));
        context.redirect("/login", HttpStatus.SEE_OTHER);
    }

    // one's own

    void own(Visit visit) {
        String name = visit.visitor().name();
        visit.show(new Served.Account(
                visit.frame("Your account"),
                name == null ? "" : name,
                visit.visitor().role().word(),
                Passwords.SHORTEST));
    }

    void changeOwn(Visit visit, Context context) {
        String name = visit.visitor().name();
        String password = param(context, "password");
        Optional<String> fault = name == null
                ? Optional.of("Nobody signed in by a name: there is no password to change.")
                : Passwords.fault(name, password);
        if (name != null && fault.isEmpty()) {
            fault = switch (accounts.check(name, param(context, "old"))) {
                case RIGHT -> Optional.empty();
                case WRONG -> Optional.of("The present password is another one.");
                case WAIT -> Optional.of("Too often wrong. Wait a minute.");
            };
        }
        if (name != null && fault.isEmpty()) {
            synchronized (changing) {
                accounts.find(name).ifPresent(account -> keep(account.name(), account.role(), password));
            }
            sessions.dismissOthers(name, session(context));
        }
        visit.tell(fault.orElse("The password is changed. Other browsers have to sign in again."));
        context.redirect("/account", HttpStatus.SEE_OTHER);
    }

    private void keep(String name, Role role, String password) {
        store(new User(name, role.word(), Passwords.hash(password)));
    }

    private void store(User user) {
        snapshots.open().keep(user);
        accounts.reload();
    }

    // everybody's

    void users(Visit visit) {
        String self = visit.visitor().name();
        List<Served.UserLine> lines = accounts.all().stream()
                .map(account -> new Served.UserLine(
                        account.name(), account.role().word(), account.name().equals(self), account.isProgram()))
                .toList();
        visit.show(new Served.Users(visit.frame("Users"), lines, ROLES, Passwords.SHORTEST, lines.isEmpty()));
    }

    void change(Visit visit, Context context) {
        String name = param(context, "name").strip();
        String password = param(context, "password");
        Optional<Role> role = Role.of(param(context, "role"));
        synchronized (changing) {
            Optional<Account> known = accounts.find(name);
            visit.tell(
                    switch (param(context, "do")) {
                        case "add" -> added(name, known, role, password);
                        case "role" ->
                            known.isEmpty() || role.isEmpty()
                                    ? "There is no such user or role."
                                    : given(known.get(), role.get());
                        case "password" ->
                            known.map(account -> renewed(account, password)).orElse("There is no such user.");
                        case "remove" -> known.map(this::removed).orElse("There is no such user.");
                        default -> "That cannot be done here.";
                    });
        }
        context.redirect("/users", HttpStatus.SEE_OTHER);
    }

    private String added(String name, Optional<Account> known, Optional<Role> role, String password) {
        if (known.isPresent()) {
            return "There is a user of that name.";
        }
        if (!Passwords.isName(name) || role.isEmpty()) {
            return "A name has 40 letters, digits, blanks and . _ @ ' - at most; and a role is needed.";
        }
        if (accounts.all().isEmpty() && role.get() != Role.ADMIN) {
            return "The first user is an admin: nobody could add others.";
        }
        Optional<String> fault = Passwords.fault(name, password);
        if (fault.isPresent()) {
            return fault.get();
        }
        keep(name, role.get(), password);
        return name + " is added. Tell them the password by another way than this server.";
    }

    private String given(Account account, Role role) {
        if (isLastAdmin(account) && role != Role.ADMIN) {
            return "The last admin stays one.";
        }
        store(new User(account.name(), role.word(), account.secret()));
        return account.name() + " is " + role.word() + " now.";
    }

    private String renewed(Account account, String password) {
        if (account.isProgram()) {
            return account.name() + " is a program; it has a token and no password.";
        }
        Optional<String> fault = Passwords.fault(account.name(), password);
        if (fault.isPresent()) {
            return fault.get();
        }
        keep(account.name(), account.role(), password);
        sessions.dismissOthers(account.name(), "");
        return "The password of " + account.name() + " is changed; every browser has to sign in again.";
    }

    private String removed(Account account) {
        if (isLastAdmin(account)) {
            return "The last admin stays.";
        }
        snapshots.open().forget(account.name());
        accounts.reload();
        sessions.dismissOthers(account.name(), "");
        return account.name() + " may not come any more. What was corrected keeps the name.";
    }

    private boolean isLastAdmin(Account account) {
        return account.role() == Role.ADMIN
                && !account.isProgram()
                && accounts.all().stream()
                                .filter(one -> one.role() == Role.ADMIN && !one.isProgram())
                                .count()
                        == 1;
    }

    private static String session(Context context) {
        return Objects.requireNonNull(context.<String>attribute(Guard.SESSION));
    }

    private static String param(Context context, String name) {
        @Nullable String value = context.formParam(name);
        return value == null ? "" : value;
    }
}
