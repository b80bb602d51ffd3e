package org.rashomon.ingest.pages.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Byline;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.ingest.blocks.Sentences;

/**
 * Who wrote or supplied an article: the line as the page prints it beside the headline, else as its metadata give it; the people in it;
 * the wire.
 *
 * @param byline null where the page states none
 * @param credit null where no wire is named
 */
record PageAuthors(
        @Nullable String byline,
        List<String> authors,
        @Nullable String credit) {
    private static final int LONGEST = 140;
    private static final int MOST_AUTHORS = 20;
    private static final String[] AUTHOR_META = {
        "author",
        "byl",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "citation_author",
        "article:author",
        "og:article:author",
        "article_author",
        "author.name",
        "dcsext.author",
        "cxenseparse:author",
        "cxenseparse:recs:author",
        "byline"
    };
    private static final Pattern BYLINE_BOX = Pattern.compile(
            "by-?line|authors?(?![a-z]*-?(?:bio|desc|box-text))|p-author|contributor", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_BYLINE = Pattern.compile(
            "(?i)follow|biography|more (?:articles|stories|from)|view (?:more|all|author)|about the author|share|comment|e-?mail|subscribe|^\\W*$|^\\d|min(?:ute)?s? read$");
    /** What is left of a day, a time, an account or an address at the end of a byline. */
    private static final Pattern TAIL = Pattern.compile(
            "(?i)(?:[\\s|•·,–—/:-]+(?:published|posted|updated|on|at|\\d{1,2} min(?:ute)?s? read|@\\w+|\\S+@\\S+))*[\\s|•·,–—/:-]*$");

    private static final Pattern SHORT_DAY = Pattern.compile("\\b\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2}\\b.*$");

    static PageAuthors of(
            LinkedData linked,
            Markup markup,
            MetaTags meta,
            List<Sighted.Line> lines,
            @Nullable String outlet,
            boolean wirePublishes) {
        List<LinkedData.Named> named = Stream.of("author", "creator")
                .map(linked::named)
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElseGet(markup::authors);
        List<String> structured = named.stream()
                .map(LinkedData.Named::name)
                .filter(PageAuthors::isStated)
                .toList();
        List<String> metas = meta.all(AUTHOR_META).stream()
                .filter(PageAuthors::isStated)
                .distinct()
                .toList();
        Optional<String> printed = printed(lines);
        List<String> first = !structured.isEmpty() ? structured : metas.isEmpty() ? List.of() : metas.subList(0, 1);
        String byline = printed.orElseGet(() -> first.isEmpty() ? null : String.join(", ", first));
        List<String> shown = printed.map(List::of).map(PageAuthors::read).orElse(List.of());
        List<String> authors = new ArrayList<>();
        for (List<String> source : List.of(fuller(people(named), shown), read(structured), shown, read(metas))) {
            if (authors.isEmpty()) {
                authors.addAll(Byline.people(source, outlet));
            }
        }
        String own = outlet == null ? null : Byline.wire(outlet).orElse(null);
        String credit = Stream.of(
                        printed.stream(),
                        structured.stream(),
                        linked.named("sourceOrganization").stream().map(LinkedData.Named::name),
                        wirePublishes
                                ? linked.named("publisher").stream().map(LinkedData.Named::name)
                                : Stream.<String>empty(),
                        metas.stream())
                .flatMap(stream -> stream)
                .map(text -> Byline.read(text).credit())
                .filter(wire -> wire != null && !wire.equals(own))
                .findFirst()
                .orElse(null);
        return new PageAuthors(byline, authors.stream().limit(MOST_AUTHORS).toList(), credit);
    }

    /** The printed names where they are those of metadata and more, or the same in better letters. */
    private static List<String> fuller(List<String> stated, List<String> shown) {
        List<String> folded = shown.stream().map(Sentences::letters).toList();
        return stated.stream().map(Sentences::letters).allMatch(folded::contains) ? shown : stated;
    }

    private static boolean isStated(String name) {
        return name.length() <= LONGEST
                && !name.contains("://")
                && !name.startsWith("@")
                && !name.startsWith("/")
                && name.chars().anyMatch(Character::isLetter);
    }

    /** One name where markup says that a person bears it, though it be a first name only. */
    private static List<String> people(List<LinkedData.Named> named) {
        Set<String> people = new LinkedHashSet<>();
        for (LinkedData.Named one : named) {
            Byline read = Byline.read(one.name());
            boolean plain = one.type().equalsIgnoreCase("Person") && Byline.isPerson(one.name());
            people.addAll(plain ? List.of(one.name()) : one.isBody() ? List.of() : read.authors());
        }
        return List.copyOf(people.stream().toList());
    }

    private static List<String> read(List<String> stated) {
        Set<String> people = new LinkedHashSet<>();
        stated.forEach(text -> people.addAll(Byline.read(text).authors()));
        return List.copyOf(people.stream().toList());
    }

    /** The byline in sight: a line that opens like one, else one in a box that is named so. */
    private static Optional<String> printed(List<Sighted.Line> lines) {
        List<String> boxed = new ArrayList<>();
        for (Sighted.Line line : lines) {
            String text = bare(line.text());
            if (line.prose() || text.length() > LONGEST || text.length() < 3) {
                continue;
            }
            boolean opens = Byline.opensLikeOne(text);
            boolean box = BYLINE_BOX.matcher(line.near()).find()
                    && !NO_BYLINE.matcher(text).find();
            if (opens && (box || !Byline.read(text).equals(Byline.NONE))) {
                return Optional.of(text);
            }
            if (box && isMostlyNames(text)) {
                boxed.add(text);
            }
        }
        return boxed.stream().findFirst();
    }

    /** Whether names and wires make up most of a line. */
    private static boolean isMostlyNames(String text) {
        Byline read = Byline.read(text);
        int named = read.authors().stream().mapToInt(String::length).sum();
        boolean wire = read.credit() != null && text.length() < LONGEST / 2;
        return wire || named * 2 > text.length();
    }

    /** A line without the day and what stands beside it. */
    private static String bare(String line) {
        List<Dates.Found> dates = Dates.in(line, Dates.Order.UNKNOWN);
        String text = dates.isEmpty() ? line : line.substring(0, dates.get(0).start());
        return TAIL.matcher(SHORT_DAY.matcher(text).replaceFirst(""))
                .replaceFirst("")
                .strip();
    }
}
