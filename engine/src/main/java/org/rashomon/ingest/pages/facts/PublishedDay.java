package org.rashomon.ingest.pages.facts;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;

/**
 * The day on which the page says that its article was published: the first that its metadata give, told in the page's own zone. Metadata
 * often give a moment in UTC; the day that the page prints, or the zone that it shows elsewhere, says which day that was for its readers.
 * Without metadata it is the day that the page prints beside its headline.
 */
final class PublishedDay {
    /** Names of meta elements, letters only, in the order of trust; each pattern is one degree of it. */
    private static final List<Pattern> DATE_NAMES = List.of(
            Pattern.compile(
                    "(?:og)?(?:article)?(?:date)?(?:first)?publish(?:ed|ing)?(?:time|date|at|on)?|(?:og)?datepublished|ogpubdate|originalpublicationdate|dcsextarticlefirstpublished"),
            Pattern.compile(
                    ".*(?:pub(?:lish(?:ed)?|lication)?_?(?:date|time)|publishedat).*|publishdate|(?:dc|dcterms)(?:date)?issued|(?:dc|dcterms)?date"
                            + "|sailthrudate|cxenseparse(?:recs)?publishtime|citation(?:online|publication)?date|.*articledate.*|.*postdate|daterelease|displaydate|pdate|dateposted"),
            Pattern.compile("(?:dc|dcterms)?(?:date)?created?|datecreated|creationdate"));

    private static final Pattern NOT_NAMES = Pattern.compile(
            "modif|updat|expir|unpub|embargo|last|copyright|founding|premium|video|event|birth|publisher");
    private static final Pattern MODIFIED = Pattern.compile(
            "(?:article)?modified(?:time)?|(?:og)?updated(?:time)?|datemodified|lastmod|dcmodified|revisiondate|datelastpubbed");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern ADDRESS_DAY = Pattern.compile("/(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})(?:/|$|-)");
    private static final int MOST_STATED = 100;
    private static final Set<String> MONTH_FIRST_LANDS = Set.of("US", "PH");

    /** A statement of metadata. */
    private record Stated(String text, Imprint.Origin from) {}

    private final Dates.Order order;
    private final List<Stated> stated = new ArrayList<>();
    private final Set<LocalDate> modified = new LinkedHashSet<>();
    private final PrintedDays printed;
    private final List<String> notes = new ArrayList<>();
    private final @Nullable String address;

    PublishedDay(
            Document page,
            LinkedData linked,
            MetaTags meta,
            List<Sighted.Line> lines,
            @Nullable String address,
            @Nullable String language) {
        this.address = address;
        linked.strings("datePublished").forEach(text -> stated.add(new Stated(text, Imprint.Origin.JSON_LD)));
        for (Pattern names : DATE_NAMES) {
            Map<String, List<String>> found = meta.matching(name -> isNamed(names, name));
            found.values().forEach(values -> values.forEach(text -> stated.add(new Stated(text, Imprint.Origin.META))));
        }
        linked.strings("dateCreated").forEach(text -> stated.add(new Stated(text, Imprint.Origin.JSON_LD)));
        Stream.concat(
                        linked.strings("dateModified").stream(),
                        meta.matching(name -> isNamed(MODIFIED, name)).values().stream()
                                .flatMap(List::stream))
                .flatMap(text -> Dates.parse(text, Imprint.Origin.META).stream())
                .forEach(date -> modified.add(date.day()));
        order = order(language, lines);
        page.select("[itemprop~=(?i)^datePublished$]:not(meta):not(time)").stream()
                .filter(element -> element.closest("[class*=comment]") == null)
                .limit(1)
                .forEach(this::addProperty);
        printed = new PrintedDays(lines, order);
    }

    private static boolean isNamed(Pattern names, String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return names.matcher(letters).matches()
                && (names == MODIFIED || !NOT_NAMES.matcher(letters).find());
    }

    private void addProperty(Element element) {
        String content = element.hasAttr("content") ? element.attr("content") : element.text();
        stated.add(new Stated(content.strip(), Imprint.Origin.META));
    }

    /** What could not be read of what is given, a sentence each. */
    List<String> notes() {
        return notes;
    }

    Optional<PublicationDate> published() {
        List<PublicationDate> dates = new ArrayList<>();
        for (Stated one : stated.stream().limit(MOST_STATED).toList()) {
            Optional<PublicationDate> date = Dates.parse(one.text(), one.from(), order);
            date.ifPresentOrElse(dates::add, () -> unread(one.text()));
        }
        if (dates.isEmpty()) {
            return inSight().or(this::ofAddress);
        }
        PublicationDate first = dates.get(0);
        Optional<PublicationDate> told = asPrinted(first);
        return told.isPresent() ? told : Optional.of(inOwnZone(first, dates));
    }

    private void unread(String text) {
        if (DIGIT.matcher(text).find() && notes.size() < 2) {
            String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
            String note = "a date of publication in the page's metadata could not be read: " + shown;
            if (!notes.contains(note)) {
                notes.add(note);
            }
        }
    }

    private Optional<PublicationDate> inSight() {
        Optional<PublicationDate> shown = printed.first().map(PrintedDays.Printed::date);
        if (shown.isEmpty() && printed.unclear() != null) {
            notes.add("the day that the page prints can be read in two ways, or no calendar has it: "
                    + printed.unclear());
        }
        return shown;
    }

    /** The day in the page's own address: what its system filed it under. */
    private Optional<PublicationDate> ofAddress() {
        Matcher found = ADDRESS_DAY.matcher(address == null ? "" : address);
        return found.find()
                ? Dates.parse(String.join("-", found.group(1), found.group(2), found.group(3)), Imprint.Origin.META)
                : Optional.empty();
    }

    /** The printed day where it is a day from the stated one: the page's readers count by it. */
    private Optional<PublicationDate> asPrinted(PublicationDate date) {
        Optional<PrintedDays.Printed> same = printed.all()
                .filter(one -> one.day().equals(date.day()))
                .max(Comparator.comparing(PrintedDays.Printed::sure));
        Optional<PrintedDays.Printed> near = printed.all()
                .filter(one -> one.from() == Imprint.Origin.TEXT)
                .filter(one -> Math.abs(ChronoUnit.DAYS.between(one.day(), date.day())) == 1)
                .filter(one -> one.sure() == PrintedDays.Sureness.LABELLED || !modified.contains(one.day()))
                .max(Comparator.comparing(PrintedDays.Printed::sure));
        return near.filter(
                        one -> same.isEmpty() || one.sure().compareTo(same.get().sure()) > 0)
                .map(one -> new PublicationDate(one.day(), one.time() != null ? one.time() : date.time(), one.from()));
    }

    /** The date with the day that its moment has where the page is made. */
    private PublicationDate inOwnZone(PublicationDate date, List<PublicationDate> others) {
        OffsetDateTime time = date.time();
        if (time == null || !time.getOffset().equals(ZoneOffset.UTC)) {
            return date;
        }
        return Stream.of(sameMoment(time, others), sameMinute(time), ofStamps())
                .flatMap(Optional::stream)
                .findFirst()
                .map(time::withOffsetSameInstant)
                .map(own -> new PublicationDate(own.toLocalDate(), own, date.from()))
                .orElse(date);
    }

    private static Optional<ZoneOffset> sameMoment(OffsetDateTime time, List<PublicationDate> others) {
        return others.stream()
                .map(PublicationDate::time)
                .filter(other -> other != null && !other.getOffset().equals(ZoneOffset.UTC))
                .filter(other -> Math.abs(Duration.between(other, time).toSeconds()) < 60)
                .map(OffsetDateTime::getOffset)
                .findFirst();
    }

    /** A stamp without a zone that shows the same minute some hours away is the same moment on the page's clock. */
    private Optional<ZoneOffset> sameMinute(OffsetDateTime time) {
        return stated.stream()
                .filter(one -> Dates.parse(one.text(), one.from(), order)
                        .filter(date -> date.time() == null)
                        .isPresent())
                .flatMap(one -> local(one.text()).stream())
                .flatMap(there -> offset(time.toLocalDateTime(), there).stream())
                .findFirst();
    }

    /** A time element that gives a moment in UTC and shows it on the page's clock. */
    private Optional<ZoneOffset> ofStamps() {
        for (Sighted.Stamp stamp : printed.stamps()) {
            Optional<ZoneOffset> offset = Dates.parse(stamp.datetime(), Imprint.Origin.META)
                    .map(PublicationDate::time)
                    .filter(time -> time.getOffset().equals(ZoneOffset.UTC))
                    .flatMap(time -> local(stamp.text()).flatMap(there -> offset(time.toLocalDateTime(), there)));
            if (offset.isPresent()) {
                return offset;
            }
        }
        return Optional.empty();
    }

    /** The day and time of day that a text shows. */
    private Optional<LocalDateTime> local(String text) {
        for (Dates.Found found : Dates.in(text.replaceFirst("(?<=\\d)T(?=\\d)", " "), order)) {
            LocalDate day = found.day();
            LocalTime clock = found.clock();
            if (day != null && clock != null) {
                return Optional.of(day.atTime(clock));
            }
        }
        return Optional.empty();
    }

    private static Optional<ZoneOffset> offset(LocalDateTime utc, LocalDateTime local) {
        long minutes = Duration.between(utc.truncatedTo(ChronoUnit.MINUTES), local.truncatedTo(ChronoUnit.MINUTES))
                .toMinutes();
        boolean possible = minutes != 0 && minutes % 30 == 0 && Math.abs(minutes) <= 14 * 60;
        return possible ? Optional.of(ZoneOffset.ofTotalSeconds((int) minutes * 60)) : Optional.empty();
    }

    /** How the page writes days in figures: as its other days show, else as its language's lands do. */
    private static Dates.Order order(@Nullable String language, List<Sighted.Line> lines) {
        Matcher figures = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}").matcher("");
        for (Sighted.Line line : lines) {
            figures.reset(line.text());
            while (figures.find()) {
                Dates.Order shown = Dates.order(figures.group());
                if (shown != Dates.Order.UNKNOWN) {
                    return shown;
                }
            }
        }
        Locale locale = Locale.forLanguageTag(language == null ? "" : language);
        if (MONTH_FIRST_LANDS.contains(locale.getCountry())) {
            return Dates.Order.MONTH_FIRST;
        }
        boolean english = locale.getLanguage().equals("en");
        boolean known = english
                ? !locale.getCountry().isEmpty() && !locale.getCountry().equals("CA")
                : !locale.getLanguage().isEmpty();
        return known ? Dates.Order.DAY_FIRST : Dates.Order.UNKNOWN;
    }
}
