package org.rashomon.compare.incidents;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Stems;
import org.rashomon.compare.corpus.Word;
import org.rashomon.model.Article;

/** How rare a word is: in general news and in the articles compared, so that neither a few articles nor one war decide. */
final class Rarity {
    private final Map<String, Integer> articlesWith = new HashMap<>();
    private final int articles;

    private Rarity(int articles) {
        this.articles = articles;
    }

    static Rarity of(Corpus corpus) {
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

    double of(String stem) {
        double all = Stems.COMMON_ARTICLES + articles;
        return Math.log(all / (Stems.commonness(stem) + articlesWith.getOrDefault(stem, 0)));
    }
}
