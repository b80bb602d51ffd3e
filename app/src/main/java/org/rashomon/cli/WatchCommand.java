package org.rashomon.cli;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.CaseException;
import org.rashomon.casefile.OpenCase;
import org.rashomon.service.Build;
import org.rashomon.service.CaseService;
import org.rashomon.service.ConfigurationException;
import org.rashomon.service.OneLine;
import org.rashomon.service.Progress;
import org.rashomon.service.ReadService;
import org.rashomon.watch.FeedList;
import org.rashomon.watch.Looked;
import org.rashomon.watch.Watcher;
import org.rashomon.watch.Watching;
import org.rashomon.watch.fetch.AllowedHosts;
import org.rashomon.watch.fetch.FetchLimits;
import org.rashomon.watch.fetch.Fetcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rashomon watch FEEDS.opml [--case DIR] [--once | --every 30m] [--allow HOST] [--allow-private HOST:PORT]}. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        header = "Watches feeds and reads what is new into a case.",
        description = {
            "",
            "This is the only command that goes to the network. It asks the feeds of a list (OPML, as feed readers export it; RSS, Atom and"
                    + " JSON Feed), and the pages that they lead to where those lie on the feeds' own hosts. It obeys robots.txt, and asks a"
                    + " host once in two seconds at most. Each page is read as by rashomon read --case; another text of it is a revision."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rashomon watch feeds.opml --case dorvan --once",
            "  rashomon watch feeds.opml --case dorvan --every 15m",
            "  rashomon watch feeds.opml --case dorvan --once --allow www.ledger.example --allow \"*.post.example\"",
            "",
            "What changed since the last look stands on the Case page of rashomon serve. One process at a time may have a case: a look that"
                    + " finds it taken is passed over. docs/watch.md tells what is asked and what never is.",
            "",
            "Exit codes: 0 done, 1 failure (no feed could be had), 2 wrong usage, 3 done, but some feeds failed; Ctrl-C ends it with 130."
        })
final class WatchCommand implements Callable<Integer> {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final int ENDING_SECONDS = 10;

    private final BiFunction<@Nullable String, @Nullable Path, ReadService> service;

    @Parameters(paramLabel = "FEEDS.opml", description = "The list of feeds.")
    private Path list = Path.of("");

    @Option(
            names = "--case",
            paramLabel = "DIR",
            defaultValue = "dossier/case",
            description = "The case to read into, made where it is not there (default: ${DEFAULT-VALUE}).")
    private String place = "dossier/case";

    @Option(names = "--once", description = "One look, and the end.")
    private boolean once;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = "30m",
            description =
                    "How often to look: 15m, 2h, 1d (default: ${DEFAULT-VALUE}; a minute at least). Ctrl-C ends it.")
    private String every = "30m";

    @Option(
            names = "--allow",
            paramLabel = "HOST",
            split = ",",
            description =
                    "Further hosts that may be asked, where feeds lead to them: HOST, HOST:PORT, or *.HOST for all below it. The feeds' own"
                            + " are always allowed, and no others.")
    private List<String> allowed = List.of();

    @Option(
            names = "--allow-private",
            paramLabel = "HOST:PORT",
            split = ",",
            description =
                    "A host that may be asked although its address is that of this machine or of a private network. All others of such"
                            + " addresses are refused.")
    private List<String> inside = List.of();

    @Option(
            names = "--most",
            paramLabel = "N",
            description =
                    "How many pages of one feed are asked at one look (default: 50); the rest waits for the next.")
    private @Nullable Integer most;

    @Option(
            names = "--again",
            paramLabel = "TIME",
            defaultValue = "6h",
            description =
                    "After what time a page is asked again while its feed still has it, for changes that nobody tells (default:"
                            + " ${DEFAULT-VALUE}). What the feed says has changed is asked at once.")
    private String again = "6h";

    @Option(
            names = "--delay",
            paramLabel = "TIME",
            defaultValue = "2s",
            description =
                    "Between two requests to one host (default: ${DEFAULT-VALUE}); where robots.txt asks for more, that holds.")
    private String delay = "2s";

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Spec
    private @Nullable CommandSpec spec;

    WatchCommand(BiFunction<@Nullable String, @Nullable Path, ReadService> service) {
        this.service = service;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        Duration pause = duration("--every", every);
        if (!once && pause.compareTo(SHORTEST) < 0) {
            throw new ConfigurationException("--every: a minute at least");
        }
        FeedList feeds = FeedList.of(list);
        feeds.wrong().forEach(line -> say(screen, "left out: " + OneLine.of(line)));
        FetchLimits limits = FetchLimits.usual().withDelay(duration("--delay", delay));
        ReadService reading = engine.of(service);
        CountDownLatch ends = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (Fetcher fetcher = new Fetcher(limits, hosts(feeds), Build.version(), InetAddress::getAllByName)) {
            // an interrupted look leaves what is in the case whole, and forgets what was not
            Thread hook = new Thread(() -> {
                ends.countDown();
                fetcher.stop();
                await(over);
            });
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                Watcher watcher = new Watcher(feeds, fetcher, watching(), line -> say(screen, line));
                return once ? code(look(watcher, reading, screen)) : repeatedly(watcher, reading, screen, pause, ends);
            } finally {
                over.countDown();
                remove(hook);
            }
        }
    }

    private int repeatedly(
            Watcher watcher, ReadService reading, PrintWriter screen, Duration pause, CountDownLatch ends)
            throws InterruptedException {
        boolean ended = false;
        while (!ended) {
            Instant begun = Instant.now();
            try {
                ended = look(watcher, reading, screen).stopped();
            } catch (CaseException e) {
                if (e.kind() != CaseException.Kind.LOCKED) {
                    throw e;
                }
                say(screen, "passed over: " + OneLine.of(String.valueOf(e.getMessage())));
            }
            Instant next = begun.plus(pause);
            if (!ended) {
                say(screen, "The next look is at " + next.truncatedTo(ChronoUnit.SECONDS) + "; Ctrl-C ends it.");
                long millis = Math.max(0, Duration.between(Instant.now(), next).toMillis());
                ended = ends.await(millis, TimeUnit.MILLISECONDS);
            }
        }
        say(screen, "Ended; what was kept is whole.");
        return Main.DONE;
    }

    /** The case is open while the look lasts and no longer, so that others can have it. */
    private Looked look(Watcher watcher, ReadService reading, PrintWriter screen) {
        try (OpenCase open = CaseService.open(place, reading, Progress.none())) {
            say(screen, "Looking at " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", case " + OneLine.of(place));
            Looked looked = watcher.look(open);
            say(screen, summary(looked));
            return looked;
        }
    }

    private static String summary(Looked looked) {
        if (looked.stopped()) {
            return "The look was ended before it was over.";
        }
        return counted(looked.feeds(), "feed", "feeds") + " asked"
                + (looked.failed() == 0 ? "" : ", " + looked.failed() + " failed")
                + (looked.resting() == 0 ? "" : ", " + looked.resting() + " left alone")
                + "; " + counted(looked.pages(), "page", "pages") + " asked"
                + (looked.refused() == 0 ? "" : ", " + looked.refused() + " not had")
                + "; " + counted(looked.added(), "new article", "new articles") + ", " + looked.revised()
                + " with another text";
    }

    private static int code(Looked looked) {
        if (looked.failed() == 0) {
            return Main.DONE;
        }
        return looked.failed() == looked.feeds() ? Main.FAILURE : Main.REJECTS;
    }

    private AllowedHosts hosts(FeedList feeds) {
        try {
            return AllowedHosts.of(feeds.addresses(), allowed, inside);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("--allow, --allow-private: " + e.getMessage());
        }
    }

    private Watching watching() {
        Watching usual = Watching.usual();
        if (most != null && most < 1) {
            throw new ConfigurationException("--most: needs a number above zero");
        }
        return new Watching(most == null ? usual.mostPages() : most, duration("--again", again));
    }

    private static Duration duration(String option, String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new ConfigurationException(option + ": needs a number and s, m, h or d, as 15m");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static void say(PrintWriter screen, String line) {
        screen.println(line);
        screen.flush();
    }

    private static void await(CountDownLatch over) {
        try {
            over.await(ENDING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it is running
        }
    }
}
