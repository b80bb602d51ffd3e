package org.rashomon.server.access;

/**
 * Somebody who signs in by a password, or a program that shows a token.
 *
 * @param secret what {@link Passwords} made of the password, or {@link Tokens} of the token
 */
public record Account(String name, Role role, String secret) {
    /** Whether it is a program's, which signs in nowhere. */
    public boolean isProgram() {
        return Tokens.isOfToken(secret);
    }

    /** What is printed of one holds no secret. */
    @Override
    public String toString() {
        return name + " (" + role.word() + ")";
    }
}
