package org.rashomon.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.model.Article;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;
import org.rashomon.text.Hashes;

/**
 * Makes articles of drafts, and tells new ones from those that were read before.
 *
 * <p>One text in one place is one article: a second one of the same id and text is a duplicate where both stand in one folder or at one
 * address. In another folder it is another paper's copy and an article of its own. Ids are made of what an article states and says, so
 * that they are the same whatever else is read; only the copy that comes later in the order of reading gets an id that its folder's
 * name is part of. An input's own id that another file has for another text is handled in the same way, and noted.
 */
final class Intake {
    /** The step that broke when a reader did. */
    static final String READING = "reading";

    private final Consumer<ReadResult> sink;
    /** Null where nobody asks. */
    private final @Nullable Consumer<ReadResult.LeftOut> leftOut;

    private final Composer composer = new Composer();
    private final Map<String, Seen> seen = new HashMap<>();
    /** What was read without an id of its own, by its folder and all that it says, to where it stands. */
    private final Map<String, String> said = new HashMap<>();

    /** What the sink threw, which is its owner's and no fault of a document. */
    private @Nullable Throwable thrown;

    /** {@code leftOut} is null where nobody asks what is left out. */
    Intake(Consumer<ReadResult> sink, @Nullable Consumer<ReadResult.LeftOut> leftOut) {
        this.sink = sink;
        this.leftOut = leftOut;
    }

    /**
     * Where a document lies.
     *
     * @param name for people and for {@link Article#file()}
     * @param folder tells one folder from another in this run, whatever way led there; empty for what is no file
     * @param home the folder's name without what depends on the machine, a part of the id of a second copy
     */
    record Place(String name, String folder, String home) {
        /** Of a document that is no file. */
        static Place of(String name) {
            return new Place(name, "", "");
        }
    }

    /** An article that was given on: the document that it came from, and where it stands in it. */
    private record Seen(
            Place document,
            String file,
            String sha256,
            @Nullable String url) {}

    boolean threw(Throwable e) {
        return e == thrown;
    }

    void rejected(String source, String reason) {
        give(new Rejected(source, reason));
    }

    void give(ReadResult result) {
        try {
            sink.accept(result);
        } catch (RuntimeException | Error e) {
            thrown = e;
            throw e;
        }
    }

    /** Takes one draft of {@code document}. */
    void draft(Place document, Draft draft) {
        String file = document.name() + draft.place();
        Article article;
        try {
            article = composer.compose(draft, file);
        } catch (BadInputException e) {
            rejected(file, String.valueOf(e.getMessage()));
            return;
        } catch (RuntimeException | StackOverflowError e) {
            give(Rejected.broken(file, READING, e));
            return;
        }
        String before = draft.id() == null ? said.putIfAbsent(saying(document, article), file) : null;
        if (before == null) {
            admit(document, article);
        } else {
            give(new ReadResult.Duplicate(file, before));
        }
        if (leftOut != null) {
            NotRead.of(article).forEach(leftOut);
            draft.leftOut()
                    .forEach(beside ->
                            leftOut(new ReadResult.LeftOut(file, beside.field(), beside.text(), beside.reason())));
        }
    }

    boolean asksWhyNot() {
        return leftOut != null;
    }

    void leftOut(ReadResult.LeftOut stretch) {
        if (leftOut != null) {
            leftOut.accept(stretch);
        }
    }

    /** Two files of the same bytes in one folder differ in their names only, and in the day that the names may state. */
    private static String saying(Place document, Article article) {
        PublicationDate published = article.published();
        boolean named = published != null && published.from() == Imprint.Origin.FILENAME;
        return Hashes.id(
                "s",
                document.folder(),
                article.imprint().toBuilder()
                        .published(named ? null : published)
                        .build(),
                article.sha256());
    }

    private void admit(Place document, Article article) {
        Seen own = new Seen(document, article.file(), article.sha256(), article.url());
        Seen before = seen.putIfAbsent(article.id(), own);
        if (before == null) {
            give(new ReadResult.Read(article));
        } else if (isSameText(before, own) && isOnePlace(before, own)) {
            give(new ReadResult.Duplicate(article.file(), before.file));
        } else if (!isSameText(before, own) && before.document.equals(document)) {
            rejected(
                    article.file(),
                    "id \"" + article.id() + "\" is taken by " + before.file
                            + ", which has another text; give one of the two another id");
        } else {
            admitElsewhere(own, before, article);
        }
    }

    /** Under an id that the place is part of. */
    private void admitElsewhere(Seen own, Seen before, Article article) {
        String id = article.id();
        do {
            id = Hashes.id("a", id, own.document.home(), article.sha256());
            Seen earlier = seen.get(id);
            if (earlier != null && isSameText(earlier, own) && isOnePlace(earlier, own)) {
                give(new ReadResult.Duplicate(article.file(), earlier.file));
                return;
            }
        } while (seen.putIfAbsent(id, own) != null);
        List<String> notes = new ArrayList<>(article.notes());
        if (!isSameText(before, own)) {
            notes.add("id \"" + article.id() + "\" is taken by " + before.file + "; another was made");
        }
        give(new ReadResult.Read(new Article(
                id, article.file(), article.imprint(), article.text(), article.blocks(), notes, article.sha256())));
    }

    private static boolean isSameText(Seen one, Seen other) {
        return one.sha256.equals(other.sha256);
    }

    private static boolean isOnePlace(Seen one, Seen other) {
        return one.document.folder().equals(other.document.folder()) || (one.url != null && one.url.equals(other.url));
    }
}
