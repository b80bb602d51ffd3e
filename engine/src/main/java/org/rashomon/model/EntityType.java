package org.rashomon.model;

/** Types of named mentions (CoNLL-2003, with NORP from OntoNotes). */
public enum EntityType {
    PER,
    ORG,
    LOC,
    /** Nationalities, religious and political groups: <em>Syrian, Houthis, Republicans</em>. */
    NORP,
    MISC
}
