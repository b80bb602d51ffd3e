package org.rashomon.casefile;

import java.util.List;

/**
 * What verifying a case found.
 *
 * @param articles how many were checked
 * @param revisions of articles
 * @param analyses of revisions
 * @param originals captured files
 * @param corrections undone ones included
 * @param broken what is not as it was written, and where; empty for a whole case
 */
public record Verification(
        int articles, int revisions, int analyses, int originals, int corrections, List<Finding> broken) {
    public Verification {
        broken = List.copyOf(broken);
    }

    /**
     * Something broken.
     *
     * @param where the row or file
     * @param what is wrong with it
     */
    public record Finding(String where, String what) {
        @Override
        public String toString() {
            return where + ": " + what;
        }
    }

    /**
     * Checks every hash, span and link of a case and its chain of custody. Nothing is changed.
     *
     * @param place a folder, or the address of a database
     * @throws CaseException where there is no case, or one of a newer version
     */
    public static Verification of(String place) {
        try (Database database = Database.look(place)) {
            return new Verifier(database).verify();
        } catch (CaseException e) {
            if (e.kind() != CaseException.Kind.DAMAGED) {
                throw e;
            }
            // too broken to look into
            return new Verification(0, 0, 0, 0, 0, List.of(new Finding(place, String.valueOf(e.getMessage()))));
        }
    }
}
