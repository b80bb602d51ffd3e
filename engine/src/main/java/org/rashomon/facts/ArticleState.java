package org.rashomon.facts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A state that no table knows, as an article writes it; one of both is there. */
public record ArticleState(@Nullable String name, @Nullable String adjective) {
    /** What it is called where only one word will do. */
    public String display() {
        return name != null ? name : Objects.requireNonNull(adjective);
    }
}
