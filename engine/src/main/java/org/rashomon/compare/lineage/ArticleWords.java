package org.rashomon.compare.lineage;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rashomon.compare.corpus.Word;
import org.rashomon.model.Article;

/**
 * The words of each article, made when they are asked for: those of a whole archive take more memory than all that is found in it. The last ones that
 * were asked for are kept, since an article is compared with several others in a row. Not for several threads.
 */
final class ArticleWords extends AbstractList<List<Word>> {
    /** Words of all the articles that are kept. */
    private static final int MOST_KEPT = 400_000;

    private final List<Article> articles;
    private final Map<Integer, List<Word>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int words;

    ArticleWords(List<Article> articles) {
        this.articles = articles;
    }

    @Override
    public List<Word> get(int index) {
        List<Word> known = kept.get(index);
        if (known != null) {
            return known;
        }
        List<Word> made = Word.of(articles.get(index));
        while (words + made.size() > MOST_KEPT && !kept.isEmpty()) {
            var oldest = kept.entrySet().iterator();
            words -= oldest.next().getValue().size();
            oldest.remove();
        }
        kept.put(index, made);
        words += made.size();
        return made;
    }

    @Override
    public int size() {
        return articles.size();
    }
}
