package org.rashomon.ingest.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Span;

/**
 * Takes apart what stands before the first sentence inside one line: the date, the headline again, the wire's name, a dateline
 * (<em>Wed 05 Apr 2017 Headline. CITY (Wire) - First sentence</em>), and a teaser that the text repeats at once.
 */
final class Opening {
    /** No opening is longer than this; later text is not looked at. */
    private static final int REACH = 700;

    private static final int DATELINE_REACH = 120;
    private static final int LEAST_TITLE = 12;
    private static final String CAPS = "\\p{Lu}[\\p{Lu}.'’-]{1,20}";
    private static final String NAME = "\\p{Lu}[\\p{L}.'’-]{1,20}";
    private static final String DASH = " ?(?:--?|–|—|:)(?= |$|\\p{Lu}|[\"“‘])";

    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
                    + "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";

    private static final Pattern CAPS_DATELINE = Pattern.compile(CAPS + "(?:[ /]" + CAPS + "){0,4}"
            + "(?:, ?[\\p{L}\\d.]{1,15}(?: [\\p{L}\\d.]{1,15}){0,2}){0,2}(?: ?\\([^()]{2,40}\\))?" + DASH);
    private static final Pattern WIRE_DATELINE = Pattern.compile(NAME + "(?:[ /]" + NAME + "){0,3}"
            + "(?:, ?[\\p{L}\\d.]{1,15}(?: [\\p{L}\\d.]{1,15}){0,2}){0,2} ?\\((?<wire>[^()]{2,30})\\)(?:" + DASH
            + ")?");
    /** A place and a day with its month: no sentence begins so before a dash. */
    private static final Pattern DATED = Pattern.compile(NAME + "(?:[ /]" + NAME + "){0,3}(?:, " + NAME + "(?: " + NAME
            + "){0,2})?, (?:\\d{1,2} " + MONTH + "|" + MONTH + " \\d{1,2})(?:,? \\d{4})?(?: ?\\([^()]{2,40}\\))?"
            + " ?(?:--?|–|—)(?= |$|\\p{Lu}|[\"“‘])");

    private static final Pattern WIRE_FIRST = Pattern.compile("\\(?(?<wire>\\p{L}[\\p{L} /.-]{1,25}?)\\)?" + DASH);
    private static final Pattern PLACES_FIRST = Pattern.compile(NAME + "(?: " + NAME + "){0,3}" + DASH);
    private static final Pattern LABEL = Pattern.compile(
            "(?:first )?(?:published|posted|updated|last updated|last modified|publication date|date of publication|date)"
                    + "(?: on| at)?:? {1,2}(?=\\S)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UPDATED = Pattern.compile("\\(updated [^()]{4,40}\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHORT_URL =
            Pattern.compile("get short url(?: \\d{1,6}){0,5}", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEND = Pattern.compile("(?:SEND |SHARE )?http\\S{6,80}(?= )");
    private static final Pattern TOPIC = Pattern.compile("Topic [^().]{3,80}\\(\\d{1,5}\\)(?: \\d{1,6}){0,4}(?= )");
    private static final Pattern NAMES = Pattern.compile("(?:By )?" + NAME + "(?: (?:and )?" + NAME
            + "){1,7}(?<! (?:Sen|Gov|Rep|Gen|Lt|Col|Dr|Mr|Mrs|Ms|Sgt|Maj|Capt|Adm|Prof|St|Jr|Sr))\\.(?= |$)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final FurnitureLexicon lexicon;
    private final Furniture furniture;

    Opening(FurnitureLexicon lexicon, Furniture furniture) {
        this.lexicon = lexicon;
        this.furniture = furniture;
    }

    /**
     * What an opening holds.
     *
     * @param rest where the first sentence begins; null when the line is all opening
     */
    record Parsed(
            List<Piece> pieces,
            @Nullable Span rest,
            @Nullable PublicationDate published) {}

    /** Takes apart the start of {@code line}, the first line of running text; {@code title} is the headline where known. */
    Parsed parse(String text, Span line, @Nullable String title) {
        List<Piece> pieces = new ArrayList<>();
        PublicationDate published = null;
        int at = line.start();
        boolean titled = title == null;
        boolean opened = false;
        for (boolean again = true; again && at < line.end() && at - line.start() < REACH; ) {
            int start = at;
            Step step = step(text, new Span(at, line.end()), titled ? null : title, opened);
            if (step != null) {
                titled |= step.role == BlockRole.HEADLINE;
                opened = true;
                published = published != null || step.day == null ? published : step.day;
                pieces.add(new Piece(new Span(start, step.end), step.role));
                at = skipSpace(text, step.end, line.end());
            }
            again = step != null;
        }
        Span rest = at < line.end() ? new Span(at, line.end()) : null;
        if (rest == null) {
            return new Parsed(pieces, null, published);
        }
        int repeated = repeatedAt(text, rest);
        if (repeated > 0) {
            Furniture.addTrimmed(text, rest.start(), repeated, BlockRole.QUOTE, pieces);
            rest = new Span(repeated, rest.end());
        }
        return new Parsed(pieces, rest, published);
    }

    /** Where a dateline at the start of {@code line} ends, or -1. */
    int datelineEnd(String text, Span line) {
        int end = Math.min(line.end(), line.start() + DATELINE_REACH);
        for (Pattern pattern : List.of(CAPS_DATELINE, WIRE_DATELINE, DATED, WIRE_FIRST, PLACES_FIRST)) {
            Matcher matcher = pattern.matcher(text).region(line.start(), end).useTransparentBounds(true);
            if (matcher.lookingAt() && stands(pattern, matcher)) {
                return matcher.end();
            }
        }
        return -1;
    }

    private boolean stands(Pattern pattern, Matcher matcher) {
        String found = matcher.group();
        if (pattern == WIRE_DATELINE || pattern == WIRE_FIRST) {
            return lexicon.isAgency(Furniture.core(Sentences.fold(matcher.group("wire"))));
        }
        String core = Furniture.core(Sentences.fold(found));
        if (pattern == PLACES_FIRST) {
            return !found.endsWith(":")
                    && java.util.Arrays.stream(core.split(" ")).allMatch(lexicon::isPlace);
        }
        // A speaker in a transcript (INSKEEP:) and a label (BREAKING:) are no places.
        return !found.endsWith(":") || found.contains("(") || lexicon.isPlace(core.split("[,(/]")[0].strip());
    }

    private record Step(int end, BlockRole role, @Nullable PublicationDate day) {}

    private @Nullable Step step(String text, Span rest, @Nullable String title, boolean opened) {
        int start = rest.start();
        int end = Math.min(rest.end(), start + REACH);
        Matcher label = LABEL.matcher(text).region(start, end);
        boolean labelled = label.lookingAt();
        int agencyFirst = agencyEnd(text, start, end);
        int dateAt = labelled ? label.end() : start;
        if (agencyFirst > 0 && Dates.at(text, skipSpace(text, agencyFirst, end)).isPresent()) {
            return new Step(agencyFirst, BlockRole.BYLINE, null);
        }
        Optional<Dates.Found> date = Dates.at(text, dateAt);
        if (date.isPresent()
                && date.get().end() < rest.end()
                && (opened || labelled || !readsOn(text, date.get().end()))) {
            Step day = day(date.get());
            int byline = title == null ? -1 : bylineBefore(text, day.end, end, title);
            return byline > 0 ? new Step(byline, BlockRole.DATELINE, day.day) : day;
        }
        if (title != null) {
            int after = titleEnd(text, start, rest.end(), title);
            if (after > 0 && !goesOn(text, after, rest.end())) {
                return new Step(after, BlockRole.HEADLINE, null);
            }
        }
        for (Pattern pattern : List.of(UPDATED, SHORT_URL, SEND, TOPIC)) {
            Matcher matcher = pattern.matcher(text).region(start, end);
            if (opened && matcher.lookingAt()) {
                return new Step(matcher.end(), pattern == UPDATED ? BlockRole.DATELINE : BlockRole.FURNITURE, null);
            }
        }
        int dateline = datelineEnd(text, rest);
        if (dateline > 0) {
            return new Step(dateline, BlockRole.DATELINE, null);
        }
        return opened ? afterOpening(text, rest, end) : null;
    }

    /** Wire names, menus, bylines and bare cities, which need a date or headline before them to be what they seem. */
    private @Nullable Step afterOpening(String text, Span rest, int end) {
        int start = rest.start();
        int agency = agencyEnd(text, start, end);
        if (agency > 0) {
            return new Step(agency, BlockRole.BYLINE, null);
        }
        int menu = menuEnd(text, start, end);
        if (menu > 0) {
            return new Step(menu, BlockRole.FURNITURE, null);
        }
        Matcher names = NAMES.matcher(text).region(start, end).useTransparentBounds(true);
        if (names.lookingAt() && names.end() < rest.end()) {
            return new Step(names.end(), BlockRole.BYLINE, null);
        }
        int word = wordEnd(text, start, end);
        boolean caps = word - start > 3
                && text.substring(start, word)
                        .equals(text.substring(start, word).toUpperCase(java.util.Locale.ROOT));
        return caps && lexicon.isPlace(Sentences.fold(text.substring(start, word)))
                ? new Step(word, BlockRole.DATELINE, null)
                : null;
    }

    private static Step day(Dates.Found found) {
        PublicationDate day = found.day() == null ? null : new PublicationDate(found.day(), null, Imprint.Origin.TEXT);
        return new Step(found.end(), BlockRole.DATELINE, day);
    }

    /** Whether a sentence goes on after the date that begins it: <em>9 June 2014 was a day …, April 7 2018 attack …</em>. */
    private static boolean readsOn(String text, int end) {
        int next = skipSpace(text, end, text.length());
        return next < text.length()
                && (Character.isLowerCase(text.charAt(next)) || ",;".indexOf(text.charAt(next)) >= 0);
    }

    /**
     * Whether the sentence that begins with the words of the headline goes on behind them: <em>Rebels shelled clinic, the army said; Marsh
     * Front denies that …</em>. A byline does not.
     */
    private static boolean goesOn(String text, int end, int lineEnd) {
        int next = skipSpace(text, end, lineEnd);
        return next < lineEnd
                && ".!?".indexOf(text.charAt(end - 1)) < 0
                && (Character.isLowerCase(text.charAt(next)) || ",;:".indexOf(text.charAt(next)) >= 0)
                && !text.startsWith("by ", next);
    }

    /** <em>by Name Name</em> between the date and the headline. */
    private static int bylineBefore(String text, int start, int end, String title) {
        int at = skipSpace(text, start, end);
        if (!text.startsWith("by ", at)) {
            return -1;
        }
        int limit = Math.min(end, at + 120);
        for (int i = at + 3; i < limit; i++) {
            if (text.charAt(i - 1) == ' ' && titleEnd(text, i, end, title) > 0) {
                return i - 1;
            }
        }
        return -1;
    }

    /**
     * Where the headline that begins at {@code start} ends, its stop included, or -1. Punctuation does not count; a site's name
     * after the headline may be missing from the text.
     */
    static int titleEnd(String text, int start, int end, String title) {
        String whole = Sentences.letters(title);
        String bare = Sentences.letters(title.split(" [-|–—] (?=[^-|–—]*$)| - Region - ")[0]);
        for (String wanted : List.of(whole, bare)) {
            int matched = matchEnd(text, start, end, wanted);
            if (wanted.length() >= LEAST_TITLE && matched > 0) {
                return matched;
            }
        }
        // The stated title may have a word more than the text: a kicker, a source, the site's name.
        String[] words = title.strip().split("\\s+");
        for (int fewer = words.length - 1; fewer >= words.length * 4 / 5 && fewer > 4; fewer--) {
            String wanted = Sentences.letters(String.join(" ", List.of(words).subList(0, fewer)));
            int matched = matchEnd(text, start, end, wanted);
            if (matched > 0) {
                return matched;
            }
        }
        return -1;
    }

    /** Where the letters of {@code wanted} end in the text, a stop and closing marks included, or -1. */
    private static int matchEnd(String text, int start, int end, String wanted) {
        int length = wanted.length();
        int matched = 0;
        int at = start;
        while (at < end && matched < length) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c)) {
                if (Character.toLowerCase(c) != wanted.charAt(matched)) {
                    return -1;
                }
                matched++;
            }
            at++;
        }
        if (matched < length || (at < end && Character.isLetterOrDigit(text.charAt(at)))) {
            return -1;
        }
        while (at < end && ".!?\"”’'".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private int agencyEnd(String text, int start, int end) {
        int found = -1;
        int at = start;
        for (int words = 0; words < 3 && at < end; words++) {
            int wordEnd = wordEnd(text, at, end);
            String phrase = text.substring(start, wordEnd);
            boolean capital = Character.isUpperCase(text.charAt(start));
            int next = skipSpace(text, wordEnd, end);
            boolean opens =
                    next < end && (Character.isUpperCase(text.charAt(next)) || Character.isDigit(text.charAt(next)));
            if (capital && opens && lexicon.isAgency(Sentences.fold(phrase))) {
                found = wordEnd;
            }
            at = next;
        }
        return found;
    }

    /** The end of a run of at least two menu words and the counts after them, or -1. */
    private int menuEnd(String text, int start, int end) {
        int at = start;
        int menus = 0;
        int last = -1;
        while (at < end) {
            int wordEnd = wordEnd(text, at, end);
            String word = text.substring(at, wordEnd);
            boolean menu = Character.isUpperCase(word.charAt(0)) && furniture.menuWords(word) == 1;
            if (!menu && !(menus > 0 && NUMBER.matcher(word).matches())) {
                break;
            }
            menus += menu ? 1 : 0;
            last = wordEnd;
            at = skipSpace(text, wordEnd, end);
        }
        return menus >= 2 ? last : -1;
    }

    /** Where the text begins again with the words that it began with, all that lies between being repeated; else -1. */
    private static int repeatedAt(String text, Span rest) {
        int probe = 30;
        if (rest.length() < 3 * probe) {
            return -1;
        }
        String opening = text.substring(rest.start(), rest.start() + probe);
        int limit = Math.min(rest.end(), rest.start() + REACH + probe);
        int again = text.substring(rest.start() + probe, limit).indexOf(opening);
        if (again < 0) {
            return -1;
        }
        int at = rest.start() + probe + again;
        int length = at - rest.start();
        while (length > 0 && !Character.isLetterOrDigit(text.charAt(rest.start() + length - 1))) {
            length--;
        }
        return text.regionMatches(true, rest.start(), text, at, length) ? at : -1;
    }

    private static int wordEnd(String text, int start, int end) {
        int at = start;
        while (at < end && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipSpace(String text, int at, int end) {
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
