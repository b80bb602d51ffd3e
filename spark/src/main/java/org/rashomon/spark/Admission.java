package org.rashomon.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rashomon.casefile.Json;
import org.rashomon.model.Article;
import org.rashomon.text.Hashes;

/**
 * Tells articles of one id apart, by the rules of the engine's own reading: a second one of the same text in one folder or at one address is
 * a duplicate, another text in one document is rejected, and what lies elsewhere gets an id that its folder's name is part of. The engine
 * knows what one document holds; here documents meet.
 */
final class Admission {
    private Admission() {}

    /** @param one all that came under one id, in any order */
    static List<Taken> admit(Iterable<Taken> one) {
        List<Taken> all = new ArrayList<>();
        one.forEach(all::add);
        all.sort(Comparator.comparingInt(Taken::document).thenComparingInt(Taken::place));
        List<Taken> told = new ArrayList<>();
        Map<String, Taken> seen = new HashMap<>();
        for (Taken taken : all) {
            Taken before = seen.putIfAbsent(taken.id(), taken);
            told.add(before == null ? taken : admitted(taken, before, seen));
        }
        return told;
    }

    private static Taken admitted(Taken taken, Taken before, Map<String, Taken> seen) {
        boolean sameText = before.sha256().equals(taken.sha256());
        if (sameText && isOnePlace(before, taken)) {
            return duplicate(taken, before);
        }
        if (!sameText && before.document() == taken.document()) {
            return taken.instead(
                    "id \"" + taken.id() + "\" is taken by " + before.file()
                            + ", which has another text; give one of the two another id",
                    Taken.Kind.REJECTED);
        }
        String home = taken.folder().substring(taken.folder().lastIndexOf('/') + 1);
        String id = taken.id();
        do {
            id = Hashes.id("a", id, home, taken.sha256());
            Taken earlier = seen.get(id);
            if (earlier != null && earlier.sha256().equals(taken.sha256()) && isOnePlace(earlier, taken)) {
                return duplicate(taken, earlier);
            }
        } while (seen.putIfAbsent(id, taken) != null);
        Article article = Json.read(taken.article(), Article.class);
        List<String> notes = new ArrayList<>(article.notes());
        if (!sameText) {
            notes.add("id \"" + article.id() + "\" is taken by " + before.file() + "; another was made");
        }
        return taken.named(
                id,
                new Article(
                        id,
                        article.file(),
                        article.imprint(),
                        article.text(),
                        article.blocks(),
                        notes,
                        article.sha256()));
    }

    private static Taken duplicate(Taken taken, Taken before) {
        return taken.instead("read before as " + before.file(), Taken.Kind.DUPLICATE);
    }

    private static boolean isOnePlace(Taken one, Taken other) {
        return one.folder().equals(other.folder())
                || (one.url() != null && one.url().equals(other.url()));
    }
}
