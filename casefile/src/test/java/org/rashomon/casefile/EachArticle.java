package org.rashomon.casefile;

import java.util.function.Consumer;
import java.util.function.Function;
import org.rashomon.model.Article;
import org.rashomon.model.dossier.ArticleAnalysis;

/** Analyses each article as it comes, one at a time. */
record EachArticle(Function<Article, ArticleAnalysis> analyse, Consumer<ArticleAnalysis> done)
        implements Workshop.Bench {
    @Override
    public void add(Article article) {
        done.accept(analyse.apply(article));
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
}
