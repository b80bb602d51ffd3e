package org.rashomon.casefile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.rashomon.casefile.feeds.FeedLog;
import org.rashomon.casefile.users.User;
import org.rashomon.model.dossier.Dossier;

/** A case as those see it who read it. Thread-safe: changes wait for each other, and readers see the state before or after one. */
public interface OpenCase extends AutoCloseable {
    /**
     * All articles in their current revision with what comparing them finds, corrections applied. The same object until something
     * changes; the first call after a change compares anew.
     */
    Dossier dossier();

    /** Changes with every change, and only then; the same for the same state of the case. Plain letters and digits. */
    String version();

    /** Where it lies, as it was opened: a folder, or the address of a database, which may hold a password. */
    String place();

    /** All corrections, oldest first, those that are undone and orphans included. */
    List<Correction> corrections();

    /**
     * Corrects something; it is kept when this returns.
     *
     * @param author who says so, as people call him
     * @throws CorrectionException naming what is wrong with the draft; nothing has changed then
     */
    Correction correct(Draft draft, String author);

    /**
     * Corrects several things at once: all of them, or none. The case is compared anew once.
     *
     * @throws CorrectionException naming what is wrong with one of the drafts; nothing has changed then
     */
    List<Correction> correct(List<Draft> drafts, String author);

    /**
     * Takes one correction back; those made later stay.
     *
     * @throws CorrectionException when there is no such correction, or it is undone already
     */
    Correction undo(String correctionId, String author);

    /** Ids of the claims that a live correction touched, to be shown as human: those that a correction moved to another incident included. */
    Set<String> humanClaims();

    /**
     * Reads the inputs and keeps what is new: a transaction for each article, so that whatever ends the program leaves whole ones. What
     * is there already is left as it is; another text at the same address or in the same file is a new revision. Articles that another
     * version of the program analysed are analysed anew; with no inputs that is all that is done.
     *
     * @param inputs files, folders, or {@code -} for standard input
     * @param progress hears a line for people now and then: <em>12 articles read</em>
     */
    Added add(List<Path> inputs, Consumer<String> progress);

    /**
     * The same with files that were fetched. An article is known by where its file was fetched from, unless it states another address of the
     * same site: what a page says of its address is no reason to take it for a revision of somebody else's article.
     *
     * @param fetched by file, the address that it was fetched from
     */
    Added add(List<Path> inputs, Map<Path, String> fetched, Consumer<String> progress);

    /** What watching feeds left here. */
    FeedLog feedLog();

    /**
     * Keeps the tables as other tools see them, in place of those that are there.
     *
     * @param tables by name, as docs/tables.md has them: a JSON object for each row, in order
     */
    default void publish(Map<String, List<String>> tables) {}

    /** The bytes of the file that the article's current revision was read from, as read; empty where there is no such article. */
    Optional<byte[]> original(String articleId);

    /** All revisions of an article, oldest first, each with what it changes in the one before; empty where there is no such article. */
    List<Revision> revisions(String articleId);

    /** Those who may open the case by a password, by name. */
    List<User> users();

    /** Keeps a user, in place of one of this name. Neither the version nor the chain of custody changes. */
    void keep(User user);

    /** Forgets a user; what was corrected keeps the name. */
    void forget(String user);

    @Override
    void close();
}
