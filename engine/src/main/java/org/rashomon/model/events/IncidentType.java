package org.rashomon.model.events;

/** ACLED sub-event types, so far as incidents are told apart here (ACLED Codebook 2023). */
public enum IncidentType {
    AIR_STRIKE("Air/drone strike"),
    SHELLING("Shelling/artillery/missile attack"),
    CLASH("Armed clash"),
    BOMBING("Remote explosive/landmine/IED"),
    SUICIDE_BOMBING("Suicide bomb"),
    CHEMICAL_ATTACK("Chemical weapon"),
    ABDUCTION("Abduction/forced disappearance"),
    ARREST("Arrests"),
    /** Killing or other attack whose means are not told. */
    ATTACK("Attack"),
    SEXUAL_VIOLENCE("Sexual violence"),
    DISPLACEMENT("Displacement"),
    PROTEST("Protest"),
    RIOT("Mob violence"),
    LOOTING("Looting/property destruction");

    private final String label;

    IncidentType(String label) {
        this.label = label;
    }

    /** The ACLED name, as in the {@code type} column. */
    public String label() {
        return label;
    }
}
