package org.rashomon.server.access;

import java.util.Locale;
import java.util.Optional;

/** What somebody may do; each may do what those before it may. */
public enum Role {
    /** Sees the case, searches it and takes it away. */
    READER,
    /** Adds articles and corrects. */
    EDITOR,
    /** Says who else may come. */
    ADMIN;

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that a word names. */
    public static Optional<Role> of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Whether it may do what this one may. */
    public boolean may(Role least) {
        return compareTo(least) >= 0;
    }
}
