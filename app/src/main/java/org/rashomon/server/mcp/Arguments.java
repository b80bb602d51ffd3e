package org.rashomon.server.mcp;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a tool is called with. */
final class Arguments {
    private static final int LONGEST = 400;

    private final Map<String, Object> given;

    Arguments(@Nullable Map<String, Object> given) {
        this.given = given == null ? Map.of() : given;
    }

    /** An argument that need not be there; empty also where it is blank. */
    Optional<String> text(String name) {
        return given.get(name) instanceof String words && !words.isBlank()
                ? Optional.of(words.length() > LONGEST ? words.substring(0, LONGEST) : words.strip())
                : Optional.empty();
    }

    /** @throws ToolException when it is not there */
    String required(String name) {
        return text(name).orElseThrow(() -> new ToolException("Give " + name + "."));
    }

    int number(String name, int usual, int most) {
        return given.get(name) instanceof Number number ? Math.max(0, Math.min(most, number.intValue())) : usual;
    }

    /** How many to list. */
    int limit() {
        return Math.max(1, number("limit", 20, 50));
    }

    int offset() {
        return number("offset", 0, 1_000_000);
    }
}
