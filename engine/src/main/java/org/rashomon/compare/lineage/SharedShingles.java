package org.rashomon.compare.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.rashomon.compare.corpus.Candidates;
import org.rashomon.compare.corpus.Word;
import org.rashomon.model.Article;

/**
 * Candidates for lineage: articles that share sampled shingles of {@link #LENGTH} words. Shingles are sampled by their own hash
 * (Broder's mod-sampling, a sketch as MinHash is, but one that also finds a short text within a long one); a shingle remembers
 * its first few articles only, since the later copies of a text all share it with the first. Linear in the words read.
 */
public final class SharedShingles implements Candidates {
    static final int LENGTH = 6;
    private static final int SAMPLED_ONE_IN = 4;
    /** How many articles a shingle remembers, the first ones. */
    public static final int ARTICLES_REMEMBERED = 12;

    private static final int CANDIDATES_KEPT = 8;
    private static final int LEAST_SHARED = 3;

    @Override
    public List<Pair> among(List<Article> articles) {
        return amongWords(new ArticleWords(articles));
    }

    List<Pair> amongWords(List<List<Word>> articles) {
        List<long[]> sampled = articles.stream().map(SharedShingles::sampled).toList();
        long[] repeated = repeated(sampled);
        Map<Long, List<Integer>> index = new HashMap<>();
        TreeSet<Pair> pairs = new TreeSet<>();
        for (int article = 0; article < articles.size(); article++) {
            Map<Integer, Integer> shared = new HashMap<>();
            for (long shingle : sampled.get(article)) {
                if (Arrays.binarySearch(repeated, shingle) < 0) {
                    continue;
                }
                List<Integer> holders = index.computeIfAbsent(shingle, hash -> new ArrayList<>(2));
                holders.forEach(holder -> shared.merge(holder, 1, Integer::sum));
                if (holders.size() < ARTICLES_REMEMBERED) {
                    holders.add(article);
                }
            }
            for (int earlier : best(shared)) {
                pairs.add(new Pair(earlier, article));
            }
        }
        return List.copyOf(pairs);
    }

    /** Those that more than one article has, sorted: of an archive few, and the others need no place in an index. */
    private static long[] repeated(List<long[]> sampled) {
        long[] all = sampled.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        int count = 0;
        for (int i = 1; i < all.length; i++) {
            if (all[i] == all[i - 1] && (count == 0 || all[count - 1] != all[i])) {
                all[count++] = all[i];
            }
        }
        return Arrays.copyOf(all, count);
    }

    /** Of the earlier articles, by how many shingles are shared with them, those that are worth comparing; the most shared first. */
    public static List<Integer> best(Map<Integer, Integer> shared) {
        List<Integer> articles = new ArrayList<>();
        shared.forEach((article, count) -> {
            if (count >= LEAST_SHARED) {
                articles.add(article);
            }
        });
        articles.sort((a, b) -> {
            int byCount = Integer.compare(shared.getOrDefault(b, 0), shared.getOrDefault(a, 0));
            return byCount != 0 ? byCount : Integer.compare(a, b);
        });
        return articles.subList(0, Math.min(CANDIDATES_KEPT, articles.size()));
    }

    /** Hashes of the article's unquoted shingles that the sampling keeps, each once. */
    public static long[] sampled(Article article) {
        return sampled(Word.of(article));
    }

    /** Hashes of the unquoted shingles that the sampling keeps, each once. */
    private static long[] sampled(List<Word> words) {
        TreeSet<Long> kept = new TreeSet<>();
        for (int i = 0; i + LENGTH <= words.size(); i++) {
            long hash = hash(words, i, LENGTH);
            if (Math.floorMod(hash, SAMPLED_ONE_IN) == 0 && !words.get(i).quoted()) {
                kept.add(hash);
            }
        }
        return kept.stream().mapToLong(Long::longValue).toArray();
    }

    /** A 64-bit hash of {@code length} words from {@code from} on. */
    static long hash(List<Word> words, int from, int length) {
        long hash = 1125899906842597L;
        for (int i = from; i < from + length; i++) {
            String key = words.get(i).key();
            for (int c = 0; c < key.length(); c++) {
                hash = 31 * hash + key.charAt(c);
            }
            hash = 31 * hash + ' ';
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }
}
