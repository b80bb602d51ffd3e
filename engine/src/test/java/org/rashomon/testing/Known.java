package org.rashomon.testing;

import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.places.Places;
import org.rashomon.facts.ActorRegistry;

/** What the program knows by its own tables, made once for all tests. */
public final class Known {
    public static final ActorRegistry ACTORS = ActorRegistry.standard();
    public static final Places PLACES = Places.standard();
    public static final NameLexicon NAMES = NameLexicon.of(ACTORS, PLACES.gazetteer());

    private Known() {}
}
