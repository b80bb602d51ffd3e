package org.rashomon.compare.corpus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rashomon.model.Article;

/** How rare a word is: in general news and in the articles compared, so that neither a few articles nor one war decide. */
public final class Rarity {
    private final Map<String, Integer> articlesWith = new HashMap<>();
    private final int articles;

    private Rarity(int articles) {
        this.articles = articles;
    }

    /** Counted once, at the cost of reading the articles' words. */
    public static Rarity of(Corpus corpus) {
        Rarity rarity = new Rarity(corpus.articles().size());
        for (Article article : corpus.articles()) {
            Set<String> stems = new HashSet<>();
            for (Word word : Word.of(article)) {
                if (!Stems.tellsNothing(word.key())) {
                    stems.add(Stems.of(word.key()));
                }
            }
            stems.forEach(stem -> rarity.articlesWith.merge(stem, 1, Integer::sum));
        }
        return rarity;
    }

    /** The logarithm of how many articles there are for one that holds the stem. */
    public double of(String stem) {
        double all = Stems.COMMON_ARTICLES + articles;
        return Math.log(all / (Stems.commonness(stem) + articlesWith.getOrDefault(stem, 0)));
    }
}
