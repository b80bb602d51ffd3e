package org.rashomon.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;

/** Lists what is left out of articles, and what in them no claim may rest on, with the reasons. */
public final class WhyNot {
    /** A stretch is told whole up to so many characters, then by its beginning and its end. */
    private static final int LONGEST = 600;

    private final Consumer<String> lines;
    private @Nullable String place;
    private int told;
    private int articles;
    private int rejected;

    private WhyNot(Consumer<String> lines) {
        this.lines = lines;
    }

    /**
     * What was told.
     *
     * @param stretches left out of articles, or not read in them
     * @param rejected documents that give no article
     */
    public record Told(int articles, int stretches, int rejected) {}

    /**
     * Reads the inputs and tells, for each, what is left out.
     *
     * @param inputs as {@link ReadService#read} takes them
     * @param columns as {@link ReadService#told} takes them, and {@code asOf}
     * @param lines takes each line for people
     * @throws ConfigurationException when there is no such fact or {@code asOf} is no time
     */
    public static Told list(
            List<Path> inputs, Map<String, String> columns, @Nullable String asOf, Consumer<String> lines) {
        WhyNot list = new WhyNot(lines);
        ReadService.readers(columns, asOf).read(inputs, System.in, list::result, list::leftOut);
        return new Told(list.articles, list.told, list.rejected);
    }

    private void result(ReadResult result) {
        articles += result instanceof ReadResult.Read ? 1 : 0;
        rejected += result instanceof Rejected ? 1 : 0;
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
