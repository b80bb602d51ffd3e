package org.rashomon.annotate;

/** What the program knows by its own tables, made once for all tests. */
final class Known {
    static final ActorRegistry ACTORS = ActorRegistry.standard();
    static final Places PLACES = Places.standard();
    static final NameLexicon NAMES = NameLexicon.of(ACTORS, PLACES);

    private Known() {}
}
