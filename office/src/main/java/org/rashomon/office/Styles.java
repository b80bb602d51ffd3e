package org.rashomon.office;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The styles of a document, each of which may rest on another. */
abstract class Styles implements Xml.Visitor {
    /** Longer than any chain that is meant; a style that rests on itself ends there. */
    private static final int DEEPEST = 12;

    private final Map<String, String> parents = new HashMap<>();
    /** The style whose element is open, or null. */
    protected @Nullable String style;

    /** Notes what a style rests on; the first that is told counts. */
    protected final void restsOn(String child, String parent) {
        parents.putIfAbsent(child, parent);
    }

    /** What the style tells, else what the one tells that it rests on, and so on. */
    protected final <T> Optional<T> first(@Nullable String name, Function<String, @Nullable T> telling) {
        String at = name;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            T told = telling.apply(at);
            if (told != null) {
                return Optional.of(told);
            }
            at = parents.get(at);
        }
        return Optional.empty();
    }

    @Override
    public final void end(String name) {
        if (name.equals("style")) {
            style = null;
        }
    }

    @Override
    public final void text(String text) {}
}
