package org.rashomon.casefile;

import com.github.difflib.DiffUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.feeds.FeedLog;
import org.rashomon.casefile.users.User;
import org.rashomon.model.Article;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.dossier.Dossier;

/** A case that is kept in a database. What is read is kept in memory, too, and compared when somebody asks for it. */
final class StoredCase implements OpenCase {
    /** Rows that are taken apart at once, on all cores. */
    private static final int BATCH = 256;

    private static final int VERSION_LETTERS = 16;

    private final Database database;
    private final Workshop workshop;
    private final String place;
    /** One change at a time. */
    private final ReentrantLock changing = new ReentrantLock();
    /** One comparison at a time. */
    private final Object comparing = new Object();

    /** The end of the chain as readers see it: while articles are added they see the case as it was before. */
    private volatile Chain.Head head;

    private volatile @Nullable State state;
    /** Analyses as they are kept, by article, up to a place in the chain. */
    private final Map<String, ArticleAnalysis> loaded = new LinkedHashMap<>();

    private int loadedUpTo;

    private record State(Chain.Head head, Dossier dossier, Corrector corrector) {}

    StoredCase(Database database, Workshop workshop, String place) {
        this.database = database;
        this.place = place;
        this.workshop = workshop;
        this.head = database.read(Chain::head);
    }

    @Override
    public Dossier dossier() {
        return state().dossier;
    }

    @Override
    public String version() {
        return head.hash().substring(0, VERSION_LETTERS);
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public List<Correction> corrections() {
        return state().corrector.corrections();
    }

    @Override
    public Set<String> humanClaims() {
        return state().corrector.human();
    }

    private State state() {
        State now = state;
        if (now != null && now.head.equals(head)) {
            return now;
        }
        synchronized (comparing) {
            now = state;
            if (now == null || !now.head.equals(head)) {
                now = compared(head);
                state = now;
            }
            return now;
        }
    }

    private State compared(Chain.Head at) {
        load(at.position());
        Corrector corrector = new Corrector(
                List.copyOf(loaded.values()), database.read(handle -> Store.corrections(handle, at.position())));
        Comparison comparison = corrector.judged(workshop.compare(corrector.analyses(), corrector.edits()));
        Dossier dossier = new Dossier(
                database.read(handle -> Store.lastRun(handle, at.position())).orElseGet(workshop::run),
                comparison,
                database.read(handle -> Store.rejected(handle, at.position())),
                List.of(),
                database.read(handle -> Store.skipped(handle, at.position())));
        return new State(at, dossier, corrector);
    }

    private void load(int upTo) {
        if (loadedUpTo == upTo) {
            return;
        }
        database.read(handle -> {
            List<Store.Made> batch = new ArrayList<>();
            Store.analyses(handle, loadedUpTo, upTo).forEach(made -> {
                batch.add(made);
                if (batch.size() == BATCH) {
                    take(batch);
                }
            });
            take(batch);
            return true;
        });
        loadedUpTo = upTo;
    }

    private void take(List<Store.Made> batch) {
        List<ArticleAnalysis> analyses;
        try {
            analyses = batch.parallelStream().map(Store.Made::toAnalysis).toList();
        } catch (RuntimeException e) {
            throw new CaseException(
                    CaseException.Kind.DAMAGED,
                    "an analysis that the case holds cannot be read (" + e.getMessage()
                            + "); \"verify\" tells which, and what else is broken",
                    e);
        }
        analyses.forEach(analysis -> loaded.put(analysis.article().id(), analysis));
        batch.clear();
    }

    @Override
    public Correction correct(Draft draft, String author) {
        return correct(List.of(draft), author).get(0);
    }

    @Override
    public List<Correction> correct(List<Draft> drafts, String author) {
        String name = Reasons.author(author);
        changing.lock();
        try {
            State now = state();
            Reasons reasons = new Reasons(now.corrector, now.dossier.comparison(), workshop::actor);
            List<Store.Said> said = drafts.stream().map(reasons::said).toList();
            List<Store.Corrected> kept = new ArrayList<>();
            database.write(handle -> {
                for (int i = 0; i < said.size(); i++) {
                    kept.add(Store.keep(handle, drafts.get(i).kind(), said.get(i), name));
                }
            });
            head = database.read(Chain::head);
            return kept.stream().map(Store.Corrected::toCorrection).toList();
        } finally {
            changing.unlock();
        }
    }

    @Override
    public Correction undo(String correctionId, String author) {
        String name = Reasons.author(author);
        changing.lock();
        try {
            Correction before = of(correctionId);
            if (before.state() == Correction.State.UNDONE) {
                throw new CorrectionException("the correction " + correctionId + " is undone already");
            }
            database.write(handle -> Store.undo(handle, correctionId, name));
            head = database.read(Chain::head);
            return of(correctionId);
        } finally {
            changing.unlock();
        }
    }

    private Correction of(String id) {
        return database.read(handle -> Store.corrections(handle, Integer.MAX_VALUE)).stream()
                .filter(row -> row.id().equals(id))
                .map(Store.Corrected::toCorrection)
                .findFirst()
                .orElseThrow(() -> new CorrectionException("there is no correction \"" + id + "\""));
    }

    @Override
    public Added add(List<Path> inputs, Consumer<String> progress) {
        return add(inputs, Map.of(), progress);
    }

    @Override
    public FeedLog feedLog() {
        return new StoredFeedLog(database, changing);
    }

    @Override
    public Added add(List<Path> inputs, Map<Path, String> fetched, Consumer<String> progress) {
        changing.lock();
        try (Intake intake = new Intake(database, workshop, fetched, progress)) {
            Added added = intake.add(inputs);
            head = database.read(Chain::head);
            return added;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            head = database.read(Chain::head);
            changing.unlock();
        }
    }

    @Override
    public void publish(Map<String, List<String>> tables) {
        changing.lock();
        try {
            database.write(handle -> Store.publish(handle, tables));
        } finally {
            changing.unlock();
        }
    }

    @Override
    public Optional<byte[]> original(String articleId) {
        return database.read(handle -> {
            List<Store.Kept> revisions = Store.revisions(handle, articleId);
            return revisions.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Store.captured(
                            handle, revisions.get(revisions.size() - 1).capture()));
        });
    }

    @Override
    public List<Revision> revisions(String articleId) {
        List<Store.Kept> rows = database.read(handle -> Store.revisions(handle, articleId));
        Map<Integer, String> runs = database.read(handle -> Store.runs(handle, articleId));
        List<Revision> revisions = new ArrayList<>();
        List<String> before = List.of();
        for (Store.Kept row : rows) {
            Article article = row.toArticle();
            List<String> paragraphs = paragraphs(article);
            revisions.add(new Revision(
                    row.number(),
                    article,
                    Instant.parse(row.readAt()),
                    runs.getOrDefault(row.number(), ""),
                    row.number() == 1 ? List.of() : changes(before, paragraphs)));
            before = paragraphs;
        }
        return revisions;
    }

    private static List<String> paragraphs(Article article) {
        return article.blocks().stream()
                .map(block -> block.span().in(article.text()))
                .toList();
    }

    private static List<Revision.Change> changes(List<String> before, List<String> after) {
        return DiffUtils.diff(before, after).getDeltas().stream()
                .map(delta -> new Revision.Change(
                        delta.getSource().getLines(), delta.getTarget().getLines()))
                .toList();
    }

    @Override
    public List<User> users() {
        return database.tables().contains("account") ? database.read(Store::users) : List.of();
    }

    @Override
    public void keep(User user) {
        changing.lock();
        try {
            database.write(handle -> Store.keep(handle, user));
        } finally {
            changing.unlock();
        }
    }

    @Override
    public void forget(String user) {
        changing.lock();
        try {
            database.write(handle -> Store.forget(handle, user));
        } finally {
            changing.unlock();
        }
    }

    @Override
    public void close() {
        changing.lock();
        try {
            database.close();
        } finally {
            changing.unlock();
        }
    }
}
