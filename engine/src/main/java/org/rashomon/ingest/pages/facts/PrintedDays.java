package org.rashomon.ingest.pages.facts;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Byline;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;

/** The days that a page prints around its headline, without those of updates and those that its text tells of. */
final class PrintedDays {
    private static final Pattern UPDATE_WORDS = Pattern.compile(
            "updat|modif|revis|correct|edited|aktualis|actuali|aggiorn|обновл|last\\s|expires|until",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UPDATE_NAMES = Pattern.compile(
            "date-?(?:modified|updated)|modified|last-?(?:mod|upd)|entry-updated|[_-]updated|update-?(?:time|date)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PUBLISHED_WORDS = Pattern.compile(
            "(?:publi[scz]|posted|veröffentlicht|diterbitkan|опубликован|original|erschienen|기사입력|released)\\p{L}*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PUBLISHED_NAMES = Pattern.compile(
            "publish|pub-?date|posted|post-?(?:date|time)|entry-date|date-?created|dateline", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE_BOX = Pattern.compile(
            "date|time|publish|posted|by-?line|author|meta|stamp|credit|info", Pattern.CASE_INSENSITIVE);
    private static final Pattern BYLINE_BOX = Pattern.compile(
            "publish|posted|by-?line|author|meta|stamp|credit|post-?(?:date|time|info)|article-?(?:date|time|info)|entry-?(?:date|time)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOCK = Pattern.compile("\\d:\\d\\d");
    private static final int MOST_WORDS_BESIDE = 5;
    private static final int MOST_WORDS_IN_BOX = 20;
    private static final int LABEL_REACH = 30;

    /** How surely a printed day is that of publication. */
    enum Sureness {
        /** It stands there. */
        SHOWN,
        /** It stands in a byline or with a time of day. */
        BESIDE,
        /** The page calls it so. */
        LABELLED
    }

    /**
     * A day that the page prints.
     *
     * @param from TEXT; META where only the attribute of a time element gives it
     */
    record Printed(LocalDate day, @Nullable OffsetDateTime time, Sureness sure, Imprint.Origin from) {
        PublicationDate date() {
            return new PublicationDate(day, time, from);
        }
    }

    private final Dates.Order order;
    private final List<Printed> days = new ArrayList<>();
    private final List<Sighted.Stamp> stamps = new ArrayList<>();
    private @Nullable String unclear;
    /** Whether the text has begun; a day among its paragraphs is one that it tells of, unless it stands where papers print theirs. */
    private boolean inText;

    PrintedDays(List<Sighted.Line> lines, Dates.Order order) {
        this.order = order;
        for (Sighted.Line line : lines) {
            see(line);
            inText |= line.prose() && !line.before();
        }
    }

    /** The surest one, of like ones the first. */
    Optional<Printed> first() {
        return all().max(Comparator.comparing(Printed::sure));
    }

    /** In the page's order, the last first, so that {@code max} gives the first of those alike. */
    Stream<Printed> all() {
        List<Printed> backwards = new ArrayList<>(days);
        java.util.Collections.reverse(backwards);
        return backwards.stream();
    }

    /** The time elements that give a moment. */
    List<Sighted.Stamp> stamps() {
        return stamps;
    }

    /** A day that can be read in two ways, or that no calendar has; null where each can be read. */
    @Nullable
    String unclear() {
        return unclear;
    }

    private void see(Sighted.Line line) {
        line.times().stream().filter(stamp -> !stamp.datetime().isEmpty()).forEach(stamps::add);
        if (!line.prose()) {
            seeText(line);
        }
        if (line.before()) {
            return;
        }
        for (Sighted.Stamp stamp : line.times()) {
            if (!isUpdate(stamp) && Dates.in(stamp.text(), order).isEmpty()) {
                boolean named = PUBLISHED_NAMES.matcher(stamp.names()).find();
                Dates.parse(stamp.datetime(), Imprint.Origin.META, order)
                        .ifPresent(date -> days.add(new Printed(
                                date.day(),
                                date.time(),
                                named ? Sureness.LABELLED : Sureness.SHOWN,
                                Imprint.Origin.META)));
            }
        }
    }

    private static boolean isUpdate(Sighted.Stamp stamp) {
        return UPDATE_NAMES.matcher(stamp.names()).find()
                || UPDATE_WORDS.matcher(label(stamp.before())).find()
                || UPDATE_WORDS.matcher(stamp.text()).find();
    }

    private void seeText(Sighted.Line line) {
        String text = line.text();
        List<Dates.Found> found = Dates.in(text, order);
        boolean single = found.size() == 1;
        boolean boxed = (inText ? BYLINE_BOX : DATE_BOX).matcher(line.names()).find();
        int from = 0;
        for (Dates.Found date : found) {
            String label = label(text.substring(from, date.start()));
            from = date.end();
            boolean update = UPDATE_WORDS.matcher(label).find();
            boolean named = !update && (PUBLISHED_WORDS.matcher(label).find() || isLabelledBehind(text, date));
            if (update
                    || (!named && single && UPDATE_NAMES.matcher(line.names()).find())) {
                continue;
            }
            int words = wordsBeside(text, date);
            boolean alone = words <= (boxed ? MOST_WORDS_IN_BOX : MOST_WORDS_BESIDE);
            boolean stands = named || (alone && (boxed || !(line.before() || inText)));
            LocalDate day = date.day();
            if (stands && day == null) {
                unclear = unclear == null ? text.substring(date.start(), date.end()) : unclear;
            } else if (stands && day != null) {
                boolean called = named || (single && isNamedPublished(line.names()));
                Sureness sure = called ? Sureness.LABELLED : sureness(line, text, date);
                days.add(new Printed(day, date.time(), sure, Imprint.Origin.TEXT));
            }
        }
    }

    /** {@code entry-date published updated} is what one system writes for the day of publication, and for that of an update. */
    private static boolean isNamedPublished(String names) {
        return PUBLISHED_NAMES.matcher(names).find() && !names.contains("updated");
    }

    private static boolean isLabelledBehind(String text, Dates.Found date) {
        int end = Math.min(text.length(), date.end() + LABEL_REACH / 2);
        return text.indexOf(':', date.end()) > 0
                && PUBLISHED_WORDS.matcher(text.substring(date.end(), end)).find();
    }

    private static Sureness sureness(Sighted.Line line, String text, Dates.Found date) {
        boolean beside =
                CLOCK.matcher(text.substring(date.start(), date.end())).find() || Byline.opensLikeOne(line.text());
        return beside ? Sureness.BESIDE : Sureness.SHOWN;
    }

    /** The words right before a date, which label it. */
    private static String label(String text) {
        return text.length() > LABEL_REACH ? text.substring(text.length() - LABEL_REACH) : text;
    }

    private static int wordsBeside(String text, Dates.Found date) {
        String rest = text.substring(0, date.start()) + " " + text.substring(date.end());
        int words = 0;
        for (String word : rest.split("[^\\p{L}]+")) {
            words += word.length() > 2 ? 1 : 0;
        }
        return words;
    }
}
