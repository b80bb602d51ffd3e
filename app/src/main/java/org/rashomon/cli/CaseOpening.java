package org.rashomon.cli;

import java.util.Locale;
import org.rashomon.casefile.CaseException;
import org.rashomon.casefile.Cases;
import org.rashomon.casefile.OpenCase;
import org.rashomon.service.ReadService;
import org.rashomon.service.StoreException;

/** Opens the case that a command is told of. */
final class CaseOpening {
    private CaseOpening() {}

    static OpenCase open(String place, ReadService service) {
        try {
            return Cases.open(place, service.workshop());
        } catch (CaseException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
    }

    static OpenCase existing(String place, ReadService service) {
        try {
            return Cases.existing(place, service.workshop());
        } catch (CaseException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
    }

    static String count(int number, String one, String many) {
        return String.format(Locale.ROOT, "%d %s", number, number == 1 ? one : many);
    }
}
