package org.rashomon.server.access;

import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param name of the account, a person's or a program's; null where nobody need sign in, or the token was shown
 */
public record Visitor(@Nullable String name, Role role) {
    /** Where nobody need sign in, whoever comes is the owner of the machine. */
    static final Visitor OWNER = new Visitor(null, Role.ADMIN);
    /** A program, or a browser, that showed the token. It says nothing of who else may come. */
    static final Visitor TOKEN = new Visitor(null, Role.EDITOR);
}
