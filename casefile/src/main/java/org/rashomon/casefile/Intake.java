package org.rashomon.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.text.Hashes;

/**
 * One call of adding: tells new articles from those that are there and from new texts of them, and keeps each as soon as it is analysed.
 *
 * <p>An article is there when its text is, at one address, in one file, or under one id in a folder of one name. Another text at the same
 * address, in the same file (of one article) or under the same id in the same place is a new revision. What was read in this very call is
 * never revised by what is read later in it: two articles that give one address are two articles.
 */
final class Intake implements AutoCloseable {
    private static final Path STANDARD_INPUT = Path.of("-");
    private static final String STANDARD_NAME = "standard-input";
    private static final int TOLD = 10;
    /** The host without what editions for telephones are called, and the path without its first stroke. */
    private static final Pattern SITE = Pattern.compile("(?i)https?://(?:(?:www|m|mobile|amp)\\.)?([^/?#]+)/?(.*)");

    private final Database database;
    private final Workshop workshop;
    /** By file, where it was fetched from. */
    private final Map<Path, String> fetched;

    private final Consumer<String> progress;
    private final String run;

    /** What is being analysed, by the case's id. */
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    /** Articles that this call met. */
    private final Set<String> met = new HashSet<>();

    private final Map<Path, String> hashes = new HashMap<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<ReadResult.Duplicate> duplicates = new ArrayList<>();
    private final List<ReadResult.Skipped> skipped = new ArrayList<>();
    private final List<String> textOnly = new ArrayList<>();
    /** Where standard input is laid; null where none was read. */
    private @Nullable Path scratch;

    private String name = "";
    private Path file = STANDARD_INPUT;
    private int added;
    private int revised;
    private int unchanged;
    private int renewed;

    /** @param origin null where only the analysis is made anew, of the revision that is there */
    private record Pending(Store.@Nullable Origin origin, int number, Path file) {}

    Intake(Database database, Workshop workshop, Map<Path, String> fetched, Consumer<String> progress) {
        this.database = database;
        this.workshop = workshop;
        this.fetched = Map.copyOf(fetched);
        this.progress = progress;
        this.run = Store.id(workshop.run());
    }

    Added add(List<Path> inputs) throws IOException {
        boolean renewedBefore = database.read(Store::renewedBy).equals(run);
        database.write(handle -> {
            Store.keep(handle, workshop.run());
            if (!renewedBefore) {
                Store.renewed(handle, "");
            }
        });
        try (Workshop.Bench bench = workshop.bench(this::keep, this::broken)) {
            if (!inputs.isEmpty()) {
                workshop.read(files(inputs), this::opened, result -> take(result, bench));
                bench.finish();
            }
            // a look at every article, which is not taken again until another run comes
            List<Store.Kept> others = renewedBefore ? List.of() : database.read(handle -> Store.stale(handle, run));
            for (Store.Kept stale : others) {
                pending.put(stale.article(), new Pending(null, stale.number(), file));
                bench.add(stale.toArticle());
            }
            bench.finish();
        }
        List<ReadResult> unread = new ArrayList<>(rejected);
        unread.addAll(skipped);
        database.write(handle -> {
            unread.forEach(result -> Store.keep(handle, result));
            if (pending.isEmpty()) {
                Store.renewed(handle, run);
            }
        });
        return new Added(added, revised, unchanged, renewed, rejected, duplicates, skipped, textOnly);
    }

    /** Standard input is laid into a file first, so that its bytes can be kept. */
    private List<Path> files(List<Path> inputs) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path input : inputs) {
            if (input.equals(STANDARD_INPUT)) {
                Path folder = Files.createTempDirectory("rashomon-input");
                scratch = folder;
                Path laid = folder.resolve(STANDARD_NAME);
                Files.copy(System.in, laid, StandardCopyOption.REPLACE_EXISTING);
                files.add(laid);
            } else {
                files.add(input);
            }
        }
        return files;
    }

    private void opened(String given, Path path) {
        name = given;
        file = path;
    }

    private void take(ReadResult result, Workshop.Bench bench) {
        if (result instanceof ReadResult.Read read) {
            take(read.article(), bench);
        } else if (result instanceof Rejected reject) {
            rejected.add(reject);
        } else if (result instanceof ReadResult.Duplicate duplicate) {
            duplicates.add(duplicate);
        } else if (result instanceof ReadResult.Skipped passed) {
            skipped.add(passed);
        } else if (result instanceof ReadResult.OwnDossier dossier) {
            skipped.add(new ReadResult.Skipped(
                    dossier.source(),
                    "the folder of a dossier of this program, which is no news; give the articles it was made from"));
        }
    }

    private void take(Article article, Workshop.Bench bench) {
        Store.Origin origin = origin(article);
        List<Store.Known> known = database.read(handle -> Store.known(handle, origin, article.sha256()));
        for (Store.Known one : known) {
            if (isThere(one, origin, article) && met.add(one.origin().id())) {
                if (isSame(one.revision(), article)) {
                    unchanged++;
                } else {
                    begin(one.origin(), one.revision().number() + 1, article, bench);
                }
                return;
            }
        }
        for (Store.Known one : known) {
            if (isOtherText(one, origin) && met.add(one.origin().id())) {
                begin(one.origin(), one.revision().number() + 1, article, bench);
                return;
            }
        }
        Store.Origin fresh = named(origin, article);
        met.add(fresh.id());
        begin(fresh, 1, article, bench);
    }

    private void begin(Store.Origin origin, int number, Article article, Workshop.Bench bench) {
        String id = origin.id();
        pending.put(id, new Pending(origin, number, file));
        List<String> notes = new ArrayList<>(article.notes());
        if (!id.equals(article.id()) && number == 1) {
            notes.add("id \"" + article.id() + "\" is taken; another was made");
        }
        bench.add(new Article(
                id, article.file(), article.imprint(), article.text(), article.blocks(), notes, article.sha256()));
    }

    private Store.Origin origin(Article article) {
        Path laidIn = scratch;
        boolean laid = laidIn != null && file.startsWith(laidIn);
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        Path home = folder == null ? null : folder.getFileName();
        String part = article.file().startsWith(name) ? article.file().substring(name.length()) : article.file();
        return new Store.Origin(
                article.id(),
                article.id(),
                laid || home == null ? "" : home.toString(),
                laid ? "" : absolute.toString(),
                part,
                address(article));
    }

    /** Where an article is known to stand. What a fetched page states counts for addresses of its own site only, and never for its front. */
    private @Nullable String address(Article article) {
        String from = fetched.get(file);
        String stated = article.url();
        return from == null || (stated != null && isOfOneSite(stated, from)) ? stated : from;
    }

    private static boolean isOfOneSite(String stated, String from) {
        Matcher one = SITE.matcher(stated);
        Matcher other = SITE.matcher(from);
        return one.matches()
                && other.matches()
                && one.group(1).equalsIgnoreCase(other.group(1))
                && (!one.group(2).isEmpty() || other.group(2).isEmpty());
    }

    /** Whether the text is there. */
    private static boolean isThere(Store.Known known, Store.Origin origin, Article article) {
        Store.Origin there = known.origin();
        return known.revision().sha256().equals(article.sha256())
                && ((origin.url() != null && origin.url().equals(there.url()))
                        || isOneFile(there, origin)
                        || (there.given().equals(origin.given()) && there.home().equals(origin.home())));
    }

    private static boolean isOneFile(Store.Origin there, Store.Origin origin) {
        return !origin.path().isEmpty() && there.path().equals(origin.path());
    }

    /** Whether it is another text of the article. */
    private static boolean isOtherText(Store.Known known, Store.Origin origin) {
        Store.Origin there = known.origin();
        boolean address = origin.url() != null && origin.url().equals(there.url());
        boolean oneFile = isOneFile(there, origin);
        boolean alone = oneFile && origin.part().isEmpty() && there.part().isEmpty();
        boolean id =
                there.given().equals(origin.given()) && (oneFile || there.home().equals(origin.home()));
        return address || alone || id;
    }

    /** Whether nothing else that is stated is another, either. */
    private static boolean isSame(Store.Kept kept, Article article) {
        Article there = kept.toArticle();
        return there.imprint().equals(article.imprint()) && there.blocks().equals(article.blocks());
    }

    /** Under an id that no other article has: as two copies read in one run are told apart, by the folder's name. */
    private Store.Origin named(Store.Origin origin, Article article) {
        String id = origin.given();
        while (isTaken(id)) {
            id = Hashes.id("a", id, origin.home(), article.sha256());
        }
        return new Store.Origin(id, origin.given(), origin.home(), origin.path(), origin.part(), origin.url());
    }

    private boolean isTaken(String id) {
        return pending.containsKey(id) || database.read(handle -> Store.isTaken(handle, id));
    }

    /** A transaction for each: its bytes, its text and its analysis, or nothing of them. */
    private void keep(ArticleAnalysis analysis) {
        String id = analysis.article().id();
        Pending waiting = pending.remove(id);
        if (waiting == null) {
            throw new IllegalStateException("an analysis of an article that nobody gave: " + id);
        }
        Store.Origin origin = waiting.origin();
        if (origin == null) {
            database.write(handle -> Store.keep(handle, id, waiting.number(), run, analysis));
            renewed++;
            return;
        }
        String hash = hashes.computeIfAbsent(waiting.file(), Store::hash);
        database.write(handle -> {
            if (!Store.capture(handle, waiting.file(), hash)) {
                throw new CaseException(
                        CaseException.Kind.DISK,
                        waiting.file() + " changed while it was read; run again when it is at rest",
                        null);
            }
            Store.keep(handle, origin, waiting.number(), analysis.article(), hash);
            Store.keep(handle, id, waiting.number(), run, analysis);
        });
        if (waiting.number() == 1) {
            added++;
        } else {
            revised++;
        }
        if (analysis.isTextOnly()) {
            textOnly.add(analysis.article().file());
        }
        if ((added + revised) % TOLD == 0) {
            progress.accept((added + revised) + " articles kept");
        }
    }

    private void broken(Rejected reject) {
        rejected.add(reject);
    }

    @Override
    public void close() throws IOException {
        Path folder = scratch;
        if (folder != null) {
            Files.deleteIfExists(folder.resolve(STANDARD_NAME));
            Files.deleteIfExists(folder);
        }
    }
}
