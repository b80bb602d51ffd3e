package org.rashomon.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or some body that can speak, act or be accused.
 *
 * @param id stable across articles: {@code gov:SY} for registered actors, {@code person:john-kerry} for names met in text
 * @param name display name
 * @param aliases other names
 * @param country ISO 3166-1 alpha-2 code, or {@code x-} and a name for a state that no table has, or null
 * @param wikidata item id, or null
 */
public record Actor(
        String id,
        String name,
        ActorType type,
        List<String> aliases,
        @Nullable String country,
        @Nullable String wikidata) {
    public Actor {
        aliases = List.copyOf(aliases);
    }
}
