package org.rashomon.ingest.formats.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.formats.records.FieldNames.Fact;
import org.rashomon.ingest.pages.Fragment;
import org.rashomon.ingest.pages.Surroundings;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;

/** Makes drafts of records: a row of a table, an object of a JSON file. What a record does not state stays null. */
public final class RecordDrafts {
    /** {@code [+1234 chars]}: how an interface for news says that it gives the beginning only. */
    private static final Pattern CUT = Pattern.compile("\\s*(?:…|\\.\\.\\.)?\\s*\\[\\+(\\d+) chars]\\s*$");

    /** What stands for a text that is not there. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\W*(?:(?:content |article |text )?(?:removed|deleted|redacted|unavailable|not available)|null|none|nan|n/a|undefined|no (?:content|text|description|title)(?: available)?)\\W*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WHOLE_PAGE = Pattern.compile("<html[\\s>]|<body[\\s>]", Pattern.CASE_INSENSITIVE);

    private final FieldNames names;

    public RecordDrafts(FieldNames names) {
        this.names = names;
    }

    /** The field that holds a whole web page as the article's text, if the record has one. */
    public Optional<String> page(ArticleRecord record) {
        return first(record, Fact.TEXT, text -> true)
                .filter(text -> WHOLE_PAGE.matcher(text).find());
    }

    /** Whether a field of the record is known to hold its text. */
    public boolean holdsText(ArticleRecord record) {
        return first(record, Fact.TEXT, text -> true).isPresent();
    }

    /**
     * The record's article.
     *
     * @throws BadInputException when no field holds a text
     */
    public Draft draft(ArticleRecord record, String place) {
        List<String> notes = new ArrayList<>();
        String text = body(record, notes);
        Imprint imprint = imprint(record, notes);
        Draft draft = new Draft(place, first(record, Fact.ID, id -> true).orElse(null), imprint, parts(text), notes);
        return around(record, draft);
    }

    /** {@code text} with what a record says that stands around it. */
    public Draft around(ArticleRecord record, String text, List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        Imprint imprint = imprint(record, all);
        return around(record, new Draft("", null, imprint, List.of(new Draft.Part(text, null)), all));
    }

    /** With what the record holds around the text: what sums it up, what corrects it. */
    private Draft around(ArticleRecord record, Draft draft) {
        Surroundings around = Surroundings.of(draft);
        for (Fact fact : List.of(Fact.STANDFIRST, Fact.SUMMARY)) {
            names.of(fact)
                    .forEach(name -> record.text(name)
                            .filter(text -> !PLACEHOLDER.matcher(text).matches())
                            .ifPresent(text -> around.standfirst(name, text)));
        }
        names.of(Fact.CORRECTION).forEach(name -> record.list(name).forEach(text -> around.correction(name, text)));
        return around.draft();
    }

    /** What the record states beside its text. */
    public Imprint imprint(ArticleRecord record, List<String> notes) {
        List<String> authors = authors(record);
        return Imprint.builder()
                .outlet(first(record, Fact.OUTLET, RecordDrafts::isName).orElse(null), Imprint.Origin.GIVEN)
                .url(url(record))
                .title(first(record, Fact.TITLE, title -> true)
                        .map(Fragment::line)
                        .orElse(null))
                .published(published(record, notes))
                .byline(authors.isEmpty() ? null : String.join(", ", authors))
                .authors(authors.size() > 1 ? authors : List.of())
                .language(first(record, Fact.LANGUAGE, tag -> true)
                        .flatMap(LanguageTags::of)
                        .orElse(null))
                .build();
    }

    private String body(ArticleRecord record, List<String> notes) {
        Optional<String> text = first(record, Fact.TEXT, stated -> true);
        if (text.isEmpty() && isOfArticle(record)) {
            text = names.of(Fact.SUMMARY).stream()
                    .flatMap(name -> record.text(name).stream())
                    .filter(summary -> !PLACEHOLDER.matcher(summary).matches())
                    .max(Comparator.comparingInt(String::length));
            text.ifPresent(summary -> notes.add("a summary only; the record has no text of the article"));
        }
        if (text.isEmpty() && isRemoved(record)) {
            throw new BadInputException(
                    "the record holds a placeholder for its text (\"[Removed]\" or the like): who supplied it took the article away; leave it out");
        }
        String stated = text.orElseThrow(
                () -> new BadInputException(
                        "the record has no \"text\", \"body\", \"content\" or the like; tell the field that holds it: --columns text=NAME"));
        Matcher cut = CUT.matcher(stated.substring(Math.max(0, stated.length() - 60)));
        if (cut.find()) {
            notes.add("cut off by who supplied it, who says that " + cut.group(1) + " more characters follow");
            return stated.substring(0, Math.max(0, stated.length() - 60) + cut.start());
        }
        return stated;
    }

    /** A description with a title, and an address or a day, is that of an article; things of other kinds have descriptions, too. */
    private boolean isOfArticle(ArticleRecord record) {
        return first(record, Fact.TITLE, title -> true).isPresent()
                && (first(record, Fact.URL, RecordDrafts::isAddress).isPresent()
                        || first(record, Fact.PUBLISHED, date -> true).isPresent());
    }

    private static List<Draft.Part> parts(String text) {
        return Fragment.isMarkup(text) ? Fragment.parts(text) : List.of(new Draft.Part(text, null));
    }

    /** An address of the article; the address of its source or a bare name is none. */
    private @Nullable String url(ArticleRecord record) {
        return first(record, Fact.URL, RecordDrafts::isAddress)
                .or(() -> record.text("url"))
                .orElse(null);
    }

    private List<String> authors(ArticleRecord record) {
        return names.of(Fact.BYLINE).stream()
                .map(record::list)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private @Nullable PublicationDate published(ArticleRecord record, List<String> notes) {
        Optional<String> unread = Optional.empty();
        for (String name : names.of(Fact.PUBLISHED)) {
            Optional<String> stated = record.date(name);
            Optional<PublicationDate> date = stated.flatMap(text -> Dates.parse(text, Imprint.Origin.GIVEN));
            if (date.isPresent()) {
                return date.get();
            }
            unread = unread.or(() -> stated);
        }
        unread.ifPresent(text -> notes.add("the date \"" + shortened(text) + "\" cannot be read, and is left out"));
        return null;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private Optional<String> first(ArticleRecord record, Fact fact, Predicate<String> fits) {
        return names.of(fact).stream()
                .flatMap(name -> (fact == Fact.TEXT ? record.body(name) : record.text(name)).stream())
                .filter(text -> !PLACEHOLDER.matcher(text).matches())
                .filter(fits)
                .findFirst();
    }

    /** Whether the record says in brackets that its text was taken away. */
    private boolean isRemoved(ArticleRecord record) {
        return names.of(Fact.TEXT).stream()
                .flatMap(name -> record.text(name).stream())
                .anyMatch(text -> PLACEHOLDER.matcher(text).matches());
    }

    private static boolean isName(String outlet) {
        return !outlet.contains("://") && outlet.length() <= 120;
    }

    private static boolean isAddress(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }
}
