package org.rashomon.ingest.formats.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.ingest.draft.DocumentReader.Sink;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.formats.records.LanguageTags;
import org.rashomon.ingest.pages.Fragment;
import org.rashomon.ingest.pages.Surroundings;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;

/**
 * One item of a feed, of whatever kind.
 *
 * @param whole the paragraphs of what the feed gives as the item's content; empty where it gives none
 * @param teaser the paragraphs of what it gives as summary or description
 * @param published as stated, or null
 * @param changed the last change as stated, or null
 */
record FeedItem(
        @Nullable String outlet,
        @Nullable String title,
        @Nullable String url,
        @Nullable String published,
        @Nullable String changed,
        List<String> authors,
        @Nullable String language,
        List<Draft.Part> whole,
        List<Draft.Part> teaser) {
    /** Words; a description of fewer is a teaser for the linked page. */
    private static final int LONGEST_TEASER = 80;

    /** Feeds mean markup where anything in a value looks like it, whatever its vocabulary. */
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^<>]{0,2000}>");

    private static final Pattern GOES_ON = Pattern.compile(
            "(?:…|\\.\\.\\.|\\[…]|\\[\\.\\.\\.]|&hellip;|\\[&#8230;]|(?:read more|continue reading|full story)\\W{0,4})$",
            Pattern.CASE_INSENSITIVE);

    /** What a system of weblogs writes under each item. */
    private static final Pattern SIGNATURE = Pattern.compile(
            "\\bappeared first on\\b|^(?:comments?|\\d+ (?:points|comments?))\\W*$", Pattern.CASE_INSENSITIVE);

    /** Hands the item's article to {@code sink}. What it links to is not fetched. */
    void give(String place, Sink sink) {
        List<String> notes = new ArrayList<>();
        List<Draft.Part> parts = words(whole) >= words(teaser) ? whole : teaser;
        boolean described = parts == teaser || whole.equals(teaser);
        if (words(parts) == 0) {
            if (title == null || title.isBlank()) {
                sink.rejected(place, "the item has neither text nor title; what it links to is not fetched");
                return;
            }
            parts = List.of(new Draft.Part(String.valueOf(line(title)), null));
            notes.add("a headline only; the feed gives no text, and the linked page was not fetched");
        } else if (goesOn(parts)) {
            notes.add("the feed gives the beginning only; the linked page was not fetched");
        } else if (described && words(parts) < LONGEST_TEASER) {
            notes.add("the feed gives a description only; the linked page was not fetched");
        }
        Draft draft = new Draft(place, null, imprint(notes), parts, notes);
        sink.article(described ? draft : described(draft));
    }

    /** With the description that the feed gives beside the text; the beginning of the text, cut short, is none. */
    private Draft described(Draft draft) {
        Surroundings around = Surroundings.of(draft);
        teaser.stream()
                .filter(part -> part.role() != BlockRole.CAPTION)
                .flatMap(part -> Stream.of(part.text().split("\\n\\s*\\n")))
                .filter(line -> !line.isBlank() && !SIGNATURE.matcher(line).find())
                .forEach(line -> around.standfirst("description", line));
        return around.draft();
    }

    private static boolean goesOn(List<Draft.Part> parts) {
        String last = parts.get(parts.size() - 1).text().strip();
        return GOES_ON.matcher(last.substring(Math.max(0, last.length() - 40))).find();
    }

    private Imprint imprint(List<String> notes) {
        List<String> names = authors.stream()
                .map(Fragment::line)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return Imprint.builder()
                .outlet(line(outlet), Imprint.Origin.FEED)
                .title(line(title))
                .url(url)
                .published(date(notes))
                .byline(names.isEmpty() ? null : String.join(", ", names))
                .authors(names.size() > 1 ? names : List.of())
                .language(
                        Optional.ofNullable(language).flatMap(LanguageTags::of).orElse(null))
                .build();
    }

    private @Nullable PublicationDate date(List<String> notes) {
        Optional<PublicationDate> day = read(published);
        if (day.isPresent()) {
            return day.get();
        }
        if (published != null) {
            notes.add("the date \"" + published.strip() + "\" cannot be read, and is left out");
            return null;
        }
        Optional<PublicationDate> last = read(changed);
        last.ifPresent(date -> notes.add("dated by its last change; the feed states no other day"));
        return last.orElse(null);
    }

    private static Optional<PublicationDate> read(@Nullable String stated) {
        return Optional.ofNullable(stated).flatMap(text -> Dates.parse(text, Imprint.Origin.FEED));
    }

    private static @Nullable String line(@Nullable String text) {
        return text == null || text.isBlank() ? null : Fragment.line(text).strip();
    }

    private static int words(List<Draft.Part> parts) {
        return parts.stream()
                .filter(part -> part.role() != BlockRole.CAPTION)
                .mapToInt(
                        part -> part.text().isBlank() ? 0 : part.text().strip().split("\\s+").length)
                .sum();
    }

    /** The paragraphs of a value that may be markup, as feeds say it or not. */
    static List<Draft.Part> parts(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return List.of();
        }
        return TAG.matcher(value).find()
                ? Fragment.parts(value)
                : List.of(new Draft.Part(Fragment.line(value).strip(), null));
    }
}
