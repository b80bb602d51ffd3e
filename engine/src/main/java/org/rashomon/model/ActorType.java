package org.rashomon.model;

/** Kinds of actor. */
public enum ActorType {
    PERSON("person"),
    GOVERNMENT("government"),
    ORGANISATION("organisation"),
    ARMED_GROUP("armed group"),
    OUTLET("outlet");

    private final String label;

    ActorType(String label) {
        this.label = label;
    }

    /** The word of the {@code type} column. */
    public String label() {
        return label;
    }
}
