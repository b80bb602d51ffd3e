package org.rashomon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Added;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;
import org.rashomon.service.CaseSummary;
import org.rashomon.service.ConfigurationException;
import org.rashomon.service.Limits;
import org.rashomon.service.OneLine;
import org.rashomon.service.ReadService;
import org.rashomon.service.Summary;
import org.rashomon.service.WhyNot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rashomon read PATH... [--case DIR] [--out DIR] [--format html,jsonl] [--actors FILE] [--explain CLAIM] [--why-not]}. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        header = "Reads articles, compares them and writes a dossier.",
        description = {
            "",
            "The dossier is a page, index.html, that opens without a server, and tables as JSON Lines for other programs."
                    + " More than sixty articles are a front page and a folder of linked pages. The same input gives the same"
                    + " bytes."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rashomon read articles/",
            "  rashomon read monday.html \"late edition.txt\" wire.jsonl.gz --out case1",
            "  zcat archive.jsonl.gz | rashomon read - --out case2 --format jsonl",
            "  rashomon read articles/ --actors mine.tsv",
            "  rashomon read today/ --case case1 --out dossier",
            "  rashomon read articles/ --explain c-48d83cecfbe014f9",
            "  rashomon read page.html --why-not",
            "",
            "A .jsonl file holds one article an object: \"text\" is required; \"id\", \"outlet\", \"title\", \"url\","
                    + " \"date\" and \"language\" may be there. Nothing that an input does not state is made up.",
            "",
            "Exit codes: 0 done, 1 failure (no article could be read, or the disk failed), 2 wrong usage,"
                    + " 3 done, but some inputs were rejected."
        })
final class ReadCommand implements Callable<Integer> {
    private static final int REJECTS_SHOWN = 20;

    private final BiFunction<@Nullable String, @Nullable Path, ReadService> service;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "File, folder or - (standard input): text, web pages, JSON and JSONL, tables, feeds, exports of news"
                            + " archives, ninjs, NewsML and NITF, WARC, MHTML and e-mail, PDF, DOCX, ODT, RTF and MSG, each also"
                            + " gzipped. The README tells all.")
    private List<Path> inputs = List.of();

    @Option(
            names = "--case",
            paramLabel = "DIR",
            description =
                    "A case to read into, which keeps what was read before and what people corrected: a folder, made when missing,"
                            + " or postgres://…. The dossier is then that of the whole case. docs/case.md tells all.")
    private @Nullable String place;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "dossier",
            description =
                    "Where the dossier goes (default: ${DEFAULT-VALUE}). An older dossier there is replaced; other files"
                            + " are left alone.")
    private Path out = Path.of("dossier");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "What to write: html, jsonl, or both, parted by a comma (default: both).")
    private @Nullable List<String> formats;

    @Option(
            names = "--reader",
            paramLabel = "READER",
            description =
                    "What finds who says what: learned (trained weights; the default) or rules (needs no weights, finds less).")
    private @Nullable String reader;

    @Option(
            names = "--actors",
            paramLabel = "FILE",
            description =
                    "People, bodies and states of your own, over those of the program: one a line, in columns parted by tabs:"
                            + " slug, name, type (person, organisation, armed-group, outlet, state), state, wikidata, aliases,"
                            + " gender, offices. The first three are enough; docs/actors.md tells the rest.")
    private @Nullable Path actors;

    @Option(
            names = "--columns",
            paramLabel = "FACT=NAME",
            split = ",",
            description =
                    "Which column of a table, or field of a JSON record, holds what, where the program does not know its name:"
                            + " text=Body,outlet=Paper. Facts are text, summary, standfirst, correction, title, outlet, published, url, id, language, byline.")
    private Map<String, String> columns = Map.of();

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "News under embargo until this time or an earlier one are read, too: 2029-03-07T06:00:00Z. Without it none"
                            + " is read of which nothing says that its embargo has ended.")
    private @Nullable String asOf;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "How many articles are analysed at once (default: one a core, and less where memory is short). Each job takes some 64 MB"
                            + " for articles of usual length; one of a million letters takes 200 MB while it lasts.")
    private @Nullable Integer jobs;

    @Option(
            names = "--deadline",
            paramLabel = "SECONDS",
            description =
                    "Seconds of processor time that one document may take, to be read and again to be analysed (default: 600). One that takes"
                            + " longer is rejected; an office document may take a tenth to be parsed.")
    private @Nullable Long deadline;

    @Option(
            names = "--explain",
            paramLabel = "CLAIM",
            description =
                    "Tells how the program comes to the claim of this id, as claims.jsonl has it, and writes nothing.")
    private @Nullable String explained;

    @Option(
            names = "--why-not",
            description =
                    "Lists what is left out of each article, and what in it is not read for claims, with the reason and where"
                            + " it stands, and writes nothing.")
    private boolean whyNot;

    @Spec
    private @Nullable CommandSpec spec;

    ReadCommand(BiFunction<@Nullable String, @Nullable Path, ReadService> service) {
        this.service = service;
    }

    @Override
    public Integer call() {
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        if (whyNot) {
            return whyNot(screen);
        }
        ReadService reading = service.apply(reader, actors).told(columns, asOf).within(limits());
        if (explained != null) {
            try (ProgressLine progress = ProgressLine.onTerminal(inputs)) {
                reading.explain(inputs, explained, progress.listener()).stream()
                        .map(OneLine::of)
                        .forEach(screen::println);
            }
            Screen.close(screen);
            return Main.DONE;
        }
        List<String> chosen = formats == null ? reading.formats() : formats;
        Summary summary;
        CaseSummary kept = null;
        try (ProgressLine progress = ProgressLine.onTerminal(inputs)) {
            if (place == null) {
                summary = reading.read(inputs, out, chosen, progress.listener());
            } else {
                kept = reading.read(inputs, place, out, chosen, progress.listener());
                summary = kept.whole();
            }
        }
        screen.println(counts(summary));
        summary.rejected().stream()
                .skip(1)
                .limit(REJECTS_SHOWN - 1L)
                .forEach(reject -> screen.println("  " + said(reject)));
        if (summary.rejected().size() > REJECTS_SHOWN) {
            screen.println("  and " + (summary.rejected().size() - REJECTS_SHOWN) + " more, listed in "
                    + OneLine.of(String.valueOf(out.resolve("manifest.json"))));
        }
        if (!summary.duplicates().isEmpty()) {
            screen.println(duplicates(summary.duplicates()));
        }
        summary.skipped().stream()
                .limit(REJECTS_SHOWN)
                .forEach(part -> screen.println("Passed over: " + OneLine.of(part.source() + ": " + part.reason())));
        if (!summary.textOnly().isEmpty()) {
            screen.println(textOnly(summary.textOnly()));
        }
        summary.faults()
                .ifPresent(file -> screen.println("Where the program broke is told in "
                        + OneLine.of(String.valueOf(file)) + ": please report it with the inputs that it names"));
        if (kept != null) {
            screen.println(inCase(kept));
        }
        summary.fallback().ifPresent(reason -> screen.println("Read by rules, which find less: " + reason));
        screen.println(found(summary));
        Screen.close(screen);
        return summary.rejected().isEmpty() ? Main.DONE : Main.REJECTS;
    }

    /** <em>3 new, 1 with another text, 16 there already; the case holds 23</em>. */
    private static String inCase(CaseSummary kept) {
        Added added = kept.added();
        String renewed = added.renewed() == 0
                ? ""
                : "\n" + added.renewed() + " analysed anew, since another version or reader had analysed them";
        String orphans = kept.orphans() == 0
                ? ""
                : "\n" + kept.orphans() + (kept.orphans() == 1 ? " correction rests" : " corrections rest")
                        + " on words that are not there any more: \"export corrections\" lists them as orphans";
        return String.format(
                        Locale.ROOT,
                        "%d new, %d with another text, %d there already; the case holds %d",
                        added.added(),
                        added.revised(),
                        added.unchanged(),
                        kept.all())
                + renewed
                + orphans;
    }

    private int whyNot(PrintWriter screen) {
        WhyNot.Told told = WhyNot.list(inputs, columns, asOf, screen::println);
        int stretches = told.stretches();
        screen.println(
                stretches == 0
                        ? told.rejected() == 0 ? "Nothing is left out." : "Of what was read nothing is left out."
                        : stretches + (stretches == 1 ? " stretch" : " stretches") + " left out or not read");
        Screen.close(screen);
        if (told.rejected() == 0) {
            return Main.DONE;
        }
        return told.articles() == 0 ? Main.FAILURE : Main.REJECTS;
    }

    private Limits limits() {
        Limits usual = Limits.usual();
        if (jobs != null && jobs < 1) {
            throw new ConfigurationException("--jobs: needs a number above zero");
        }
        return new Limits(
                deadline == null ? usual.deadline() : Duration.ofSeconds(deadline), jobs == null ? usual.jobs() : jobs);
    }

    /** <em>2 are not in English, kept as text without claims: a.txt, b.html</em>. */
    private static String textOnly(List<String> files) {
        String more = files.size() > REJECTS_SHOWN ? " and " + (files.size() - REJECTS_SHOWN) + " more" : "";
        return files.size() + (files.size() == 1 ? " is" : " are") + " not in English, kept as text without claims: "
                + String.join(
                        ", ",
                        files.stream().limit(REJECTS_SHOWN).map(OneLine::of).toList()) + more;
    }

    /** <em>1 was read before, kept once: b.txt (as a.txt)</em>. */
    private static String duplicates(List<ReadResult.Duplicate> duplicates) {
        String more = duplicates.size() > REJECTS_SHOWN ? " and " + (duplicates.size() - REJECTS_SHOWN) + " more" : "";
        return duplicates.size() + (duplicates.size() == 1 ? " was" : " were") + " read before, kept once: "
                + duplicates.stream()
                        .limit(REJECTS_SHOWN)
                        .map(duplicate -> OneLine.of(duplicate.source() + " (as " + duplicate.of() + ")"))
                        .collect(Collectors.joining(", "))
                + more;
    }

    /** <em>42 articles read, 1 rejected: photo-only.html: no text</em>. */
    private static String counts(Summary summary) {
        String read = String.format(
                Locale.ROOT, "%d %s read", summary.articles(), summary.articles() == 1 ? "article" : "articles");
        int rejected = summary.rejected().size();
        if (rejected == 0) {
            return read;
        }
        String first = said(summary.rejected().get(0));
        return rejected == 1 ? read + ", 1 rejected: " + first : read + ", " + rejected + " rejected:\n  " + first;
    }

    private static String said(Rejected reject) {
        return OneLine.of(reject.source() + ": " + reject.reason());
    }

    private String found(Summary summary) {
        String found = String.format(
                Locale.ROOT,
                "%d claims, %d incidents, %d stories",
                summary.claims(),
                summary.incidents(),
                summary.stories());
        Path page = out.resolve("index.html");
        return summary.files().contains("index.html")
                ? found + "\nOpen " + page.toAbsolutePath().normalize().toUri()
                : found + "\nWritten to " + OneLine.of(String.valueOf(out));
    }
}
