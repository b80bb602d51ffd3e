package org.rashomon.ingest.formats.wires;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.BadInputException;

/**
 * Whether an item of a news agency may be used: not when it is withdrawn or withheld, nor under embargo. A run that gives the same bytes
 * for the same input cannot ask a clock: an embargo has ended where the item's own version is later than it, or where the user says what
 * time it is to be read as of.
 */
public final class Release {
    private final @Nullable OffsetDateTime asOf;

    /** {@code asOf} is what counts as now, or null. */
    public Release(@Nullable OffsetDateTime asOf) {
        this.asOf = asOf;
    }

    /**
     * @param status of publication, as ninjs and NewsML-G2 name it ({@code usable}, {@code withheld}, {@code canceled}), or null
     * @param embargo as stated, or null
     * @param version when this version of the item was made, as stated, or null
     * @throws BadInputException when it may not be used, with the reason
     */
    void check(@Nullable String status, @Nullable String embargo, @Nullable String version) {
        String stated = status == null ? "" : status.toLowerCase(Locale.ROOT).replaceFirst("^stat:", "");
        if (stated.startsWith("cancel")) {
            throw new BadInputException("the item is canceled by its agency (pubstatus \"" + status
                    + "\") and may not be used; leave it out");
        }
        if (stated.equals("withheld")) {
            throw new BadInputException("the item is withheld by its agency (pubstatus \"" + status
                    + "\") until further notice; leave it out");
        }
        if (embargo != null && !embargo.isBlank() && !hasEnded(embargo, version)) {
            throw new BadInputException("the item is under embargo until " + embargo.strip()
                    + "; read it from then on with --as-of " + embargo.strip());
        }
    }

    private boolean hasEnded(String embargo, @Nullable String version) {
        Optional<OffsetDateTime> until = time(embargo);
        if (until.isEmpty()) {
            return false;
        }
        boolean madeLater =
                time(version).filter(made -> made.isAfter(until.get())).isPresent();
        return madeLater || (asOf != null && !asOf.isBefore(until.get()));
    }

    private static Optional<OffsetDateTime> time(@Nullable String stated) {
        try {
            return stated == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(stated.strip().replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
