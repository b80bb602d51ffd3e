package org.rashomon.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Byline;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;

/**
 * What the text's own head says of it: its byline, the wire in its dateline, and the dateline's day.
 *
 * @param byline the first byline before the first paragraph, as printed
 * @param credit the wire that a byline, a dateline, or brackets at the end of the text name
 * @param published the day of a dateline that has one (<em>KELDRA, March 7, 2029 (AFP) –</em>)
 * @param partOfDay the day of a dateline that gives no year
 */
record HeadFacts(
        @Nullable String byline,
        @Nullable String credit,
        @Nullable PublicationDate published,
        @Nullable String partOfDay) {
    private static final int LONGEST = 140;
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]{2,40})\\)");
    private static final Pattern PART_OF_DAY = Pattern.compile(
            "\\b(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\\.? \\d{1,2}|\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6})\\b");

    static HeadFacts of(String text, List<Block> blocks) {
        String byline = null;
        String credit = null;
        PublicationDate published = null;
        String partOfDay = null;
        boolean head = true;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            head &= block.role() != BlockRole.BODY;
            boolean last = i == blocks.size() - 1;
            if (block.span().length() > LONGEST || !(head || last)) {
                continue;
            }
            String line = block.span().in(text);
            if (block.role() == BlockRole.BYLINE) {
                byline = byline == null && head ? line : byline;
                credit = credit == null ? wire(line) : credit;
            } else if (block.role() == BlockRole.DATELINE && head) {
                credit = credit == null ? wireInBrackets(line) : credit;
                List<Dates.Found> days = namesPlace(line) ? Dates.in(line, Dates.Order.UNKNOWN) : List.of();
                Optional<PublicationDate> day = days.stream()
                        .filter(found -> found.day() != null)
                        .map(found -> new PublicationDate(found.day(), found.time(), Imprint.Origin.DATELINE))
                        .findFirst();
                published = published == null ? day.orElse(null) : published;
                Matcher part = PART_OF_DAY.matcher(line);
                partOfDay = partOfDay == null && days.isEmpty() && part.find() ? part.group() : partOfDay;
            }
        }
        return new HeadFacts(byline, credit, published, partOfDay);
    }

    /** A dateline says where as well; a line that is a day alone is the text's. */
    private static boolean namesPlace(String line) {
        return Character.isUpperCase(line.charAt(0)) && line.matches("(?s)\\p{Lu}[\\p{L} .'’/-]{2,40}[,(].*");
    }

    private static @Nullable String wire(String line) {
        String inBrackets = wireInBrackets(line);
        return inBrackets != null ? inBrackets : Byline.read(line).credit();
    }

    private static @Nullable String wireInBrackets(String line) {
        return BRACKETS.matcher(line)
                .results()
                .flatMap(found -> Byline.wire(found.group(1)).stream())
                .findFirst()
                .orElse(null);
    }

    /** What is stated, with what the head says where nothing is; a stated byline is read for its names and its wire. A wire does not credit itself. */
    Imprint completed(Imprint stated) {
        String line = stated.byline() != null ? stated.byline() : byline;
        Byline read = line == null ? Byline.NONE : Byline.read(line);
        String wire = Optional.ofNullable(stated.credit())
                .or(() -> Optional.ofNullable(read.credit()))
                .orElse(credit);
        String own =
                stated.outlet() == null ? null : Byline.wire(stated.outlet()).orElse(null);
        return stated.toBuilder()
                .byline(line)
                .authors(stated.authors().isEmpty() ? Byline.people(read.authors(), stated.outlet()) : stated.authors())
                .credit(wire != null && wire.equals(own) ? null : wire)
                .build();
    }

    /** The notes, with one on a dateline's day that has no year where no other day is known. */
    List<String> noted(List<String> notes, @Nullable PublicationDate known) {
        if (partOfDay == null || known != null) {
            return notes;
        }
        List<String> all = new ArrayList<>(notes);
        all.add("the dateline's day has no year: " + partOfDay);
        return all;
    }
}
