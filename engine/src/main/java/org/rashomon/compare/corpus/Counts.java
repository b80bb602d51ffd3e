package org.rashomon.compare.corpus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rashomon.model.Article;

/**
 * In how many articles which stem stands.
 *
 * @param articlesWith by stem; not copied, since it may be that of a whole archive
 * @param articles how many there are
 */
public record Counts(Map<String, Integer> articlesWith, int articles) {

    /** Counts of the words that articles are read for. */
    static Counts ofWords(List<Article> articles) {
        Map<String, Integer> counts = new HashMap<>();
        articles.forEach(article -> stems(article).forEach(stem -> counts.merge(stem, 1, Integer::sum)));
        return new Counts(counts, articles.size());
    }

    /** The stems of an article that tell something, each once. */
    public static Set<String> stems(Article article) {
        Set<String> stems = new HashSet<>();
        for (Word word : Word.of(article)) {
            if (!Stems.tellsNothing(word.key())) {
                stems.add(Stems.of(word.key()));
            }
        }
        return stems;
    }
}
