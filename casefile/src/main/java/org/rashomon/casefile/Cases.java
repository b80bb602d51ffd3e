package org.rashomon.casefile;

/** Opens cases. */
public final class Cases {
    private Cases() {}

    /**
     * Opens a case to read and to change it, and makes it where there is none. One process at a time may.
     *
     * @param place a folder
     * @throws CaseException when it cannot be opened; the message says what to do
     */
    public static OpenCase open(String place, Workshop workshop) {
        return later(place, workshop);
    }

    /**
     * Opens a case that is there, to read and to change it.
     *
     * @throws CaseException also where there is none
     */
    public static OpenCase existing(String place, Workshop workshop) {
        return later(place, workshop);
    }

    private static OpenCase later(String place, Workshop workshop) {
        if (workshop.run().version().isEmpty()) {
            throw new CaseException(CaseException.Kind.NO_CASE, place + ": no version", null);
        }
        throw new CaseException(CaseException.Kind.NO_CASE, place + ": cases are not kept yet", null);
    }
}
