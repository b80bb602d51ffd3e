package org.rashomon.server.access;

/**
 * Somebody who signs in by a password.
 *
 * @param secret what {@link Passwords} made of the password
 */
public record Account(String name, Role role, String secret) {
    /** What is printed of one holds no secret. */
    @Override
    public String toString() {
        return name + " (" + role.word() + ")";
    }
}
