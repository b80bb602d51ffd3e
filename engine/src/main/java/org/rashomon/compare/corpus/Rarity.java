package org.rashomon.compare.corpus;

/** How rare a word is: in general news and in the articles compared, so that neither a few articles nor one war decide. */
public final class Rarity {
    private final Counts counts;

    private Rarity(Counts counts) {
        this.counts = counts;
    }

    /** Counted once, at the cost of reading the articles' words. */
    public static Rarity of(Corpus corpus) {
        return of(Counts.ofWords(corpus.articles()));
    }

    /** By counts that somebody made of all the articles. */
    public static Rarity of(Counts counts) {
        return new Rarity(counts);
    }

    /** The logarithm of how many articles there are for one that holds the stem. */
    public double of(String stem) {
        double all = Stems.COMMON_ARTICLES + counts.articles();
        return Math.log(all / (Stems.commonness(stem) + counts.articlesWith().getOrDefault(stem, 0)));
    }
}
