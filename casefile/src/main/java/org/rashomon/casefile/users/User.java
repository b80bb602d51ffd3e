package org.rashomon.casefile.users;

import java.util.List;

/**
 * Somebody who may open a case.
 *
 * @param name as it is typed to sign in, and stands beside corrections
 * @param role one of {@link #ROLES}
 * @param secret what a password is checked against; never the password
 */
public record User(String name, String role, String secret) {
    /** What a user may be, each with all that those before it may do. */
    public static final List<String> ROLES = List.of("reader", "editor", "admin");

    public User {
        if (name.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("a user has a name and a secret");
        }
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException("there is no role " + role + "; there are " + ROLES);
        }
    }

    /** What is printed of one holds no secret. */
    @Override
    public String toString() {
        return name + " (" + role + ")";
    }
}
