package org.rashomon.casefile;

/** Opens cases. */
public final class Cases {
    private Cases() {}

    /**
     * Opens a case to read and to change it, and makes it where there is none. One process at a time may.
     *
     * @param place a folder, or the address of a PostgreSQL database ({@code postgres://…})
     * @throws CaseException when it cannot be opened; the message says what to do
     */
    public static OpenCase open(String place, Workshop workshop) {
        return new StoredCase(Database.open(place, true), workshop, place);
    }

    /**
     * Opens a case that is there, to read and to change it.
     *
     * @throws CaseException also where there is none
     */
    public static OpenCase existing(String place, Workshop workshop) {
        return new StoredCase(Database.open(place, false), workshop, place);
    }

    /**
     * Opens a case that is there to read it only, also while another process changes it; it is seen as it is now. Changing it fails.
     *
     * @throws CaseException also where there is none
     */
    public static OpenCase look(String place, Workshop workshop) {
        return new StoredCase(Database.look(place), workshop, place);
    }
}
