package org.rashomon.service;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.Readers;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;

/** Lists what is left out of articles, and what in them no claim may rest on, with the reasons. */
public final class WhyNot {
    /** A stretch is told whole up to so many characters, then by its beginning and its end. */
    private static final int LONGEST = 600;

    private final Consumer<String> lines;
    private @Nullable String place;
    private int told;

    private WhyNot(Consumer<String> lines) {
        this.lines = lines;
    }

    /**
     * Reads the inputs and tells, for each, what is left out.
     *
     * @param inputs as {@link ReadService#read} takes them
     * @param lines takes each line for people
     * @return how many stretches were told
     */
    public static int list(List<Path> inputs, Consumer<String> lines) {
        WhyNot list = new WhyNot(lines);
        OfficeModule.with(Readers.standard()).read(inputs, System.in, list::result, list::leftOut);
        return list.told;
    }

    private void result(ReadResult result) {
        if (result instanceof Rejected rejected) {
            at(rejected.source());
            lines.accept("  all of it: " + rejected.reason());
        }
    }

    private void leftOut(ReadResult.LeftOut stretch) {
        at(stretch.place());
        lines.accept("  " + stretch.reason() + " (" + stretch.where() + ")");
        lines.accept("    " + shortened(stretch.text()));
        told++;
    }

    private void at(String where) {
        if (!where.equals(place)) {
            place = where;
            lines.accept(where);
        }
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int half = LONGEST / 2;
        return line.substring(0, half) + " … (" + (line.length() - 2 * half) + " characters) … "
                + line.substring(line.length() - half);
    }
}
