package org.rashomon.compare.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rashomon.compare.corpus.Candidates;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Word;
import org.rashomon.model.Article;
import org.rashomon.model.Span;
import org.rashomon.model.dossier.Lineage;

/**
 * Finds which article's text derives from which.
 *
 * <p>Two articles are aligned by the exact runs of words that they share, at least {@link #LEAST_RUN} words long; runs differ in
 * nothing but case, space and punctuation. Furniture is never read. Shared words between quotation marks are a speaker's, so
 * they prove nothing: derivation needs at least {@link #LEAST_OWN_WORDS} shared words outside of them, and {@link #LEAST_SHARE}
 * of the derived article's own words.
 *
 * <p>Direction: where one of the two credits the other's outlet, that one is the origin, whichever day it went out: a wire's own later version
 * does not derive from a paper that prints the wire. Else the article published on the earlier day is. Where days are equal or not stated, the
 * one of which less is found in the other (a cut copy stands whole in its origin). Where all this leaves it open, the words decide nothing,
 * and the order of article ids stands in for a direction. An article keeps its {@link #MOST_ORIGINS} fullest origins.
 */
public final class LineageTracer {
    private static final int LEAST_RUN = 8;
    private static final int LEAST_OWN_WORDS = 24;
    private static final double LEAST_SHARE = 0.1;
    private static final double WHOLE = 0.8;
    private static final double MOSTLY = 0.4;
    private static final int MOST_ORIGINS = 3;

    private final Candidates candidates;

    public LineageTracer() {
        this(new SharedShingles());
    }

    public LineageTracer(Candidates candidates) {
        this.candidates = candidates;
    }

    /** Lineages by {@code to}, then fullest overlap first. */
    public List<Lineage> trace(Corpus corpus) {
        List<Article> articles = corpus.articles();
        List<List<Word>> words = new ArticleWords(articles);
        Map<String, List<Lineage>> found = new TreeMap<>();
        List<Candidates.Pair> pairs =
                candidates instanceof SharedShingles shingles ? shingles.amongWords(words) : candidates.among(articles);
        for (Candidates.Pair pair : pairs) {
            List<Run> runs = runs(words.get(pair.a()), words.get(pair.b()));
            Side a = new Side(articles.get(pair.a()), words.get(pair.a()));
            Side b = new Side(articles.get(pair.b()), words.get(pair.b()));
            int own = runs.stream().mapToInt(run -> run.own(a.words)).sum();
            boolean aFirst = comesFirst(a, b, runs);
            Side to = aFirst ? b : a;
            if (own >= LEAST_OWN_WORDS && own >= LEAST_SHARE * to.ownWords()) {
                Lineage lineage = lineage(aFirst ? a : b, to, runs, aFirst);
                found.computeIfAbsent(lineage.to(), id -> new ArrayList<>()).add(lineage);
            }
        }
        return found.values().stream().flatMap(LineageTracer::fullest).toList();
    }

    private static java.util.stream.Stream<Lineage> fullest(List<Lineage> origins) {
        return origins.stream()
                .sorted(Comparator.comparingDouble(Lineage::overlap).reversed().thenComparing(Lineage::from))
                .limit(MOST_ORIGINS);
    }

    private static Lineage lineage(Side from, Side to, List<Run> runs, boolean aFirst) {
        List<Lineage.Passage> passages = new ArrayList<>();
        int shared = 0;
        for (Run run : runs) {
            shared += run.length;
            Span source = span(from.words, aFirst ? run.a : run.b, run.length);
            Span copy = span(to.words, aFirst ? run.b : run.a, run.length);
            passages.add(new Lineage.Passage(source, copy));
        }
        passages.sort(Comparator.comparing(Lineage.Passage::to));
        double overlap = Math.min(1, (double) shared / to.words.size());
        return new Lineage(from.article.id(), to.article.id(), kind(from, to, overlap), overlap, passages);
    }

    private static Lineage.Kind kind(Side from, Side to, double overlap) {
        if (overlap >= MOSTLY && credited(from, to)) {
            return Lineage.Kind.SYNDICATED;
        }
        return overlap >= WHOLE ? Lineage.Kind.VERBATIM : Lineage.Kind.REWRITTEN;
    }

    /** Whether {@code to} credits {@code from}'s outlet, or both go back to one credited wire. */
    private static boolean credited(Side from, Side to) {
        return to.credits(from) || to.credit.sharesWire(from.credit, from.article.outlet());
    }

    private static boolean comesFirst(Side a, Side b, List<Run> runs) {
        boolean bCreditsA = b.credits(a);
        boolean aCreditsB = a.credits(b);
        if (bCreditsA != aCreditsB) {
            return bCreditsA;
        }
        LocalDate dayA = a.day();
        LocalDate dayB = b.day();
        if (dayA != null && dayB != null && !dayA.equals(dayB)) {
            return dayA.isBefore(dayB);
        }
        int shared = runs.stream().mapToInt(Run::length).sum();
        double ofA = (double) shared / a.words.size();
        double ofB = (double) shared / b.words.size();
        if (Math.abs(ofA - ofB) > 0.02) {
            return ofA < ofB;
        }
        return a.article.id().compareTo(b.article.id()) < 0;
    }

    private static Span span(List<Word> words, int first, int length) {
        return new Span(words.get(first).start(), words.get(first + length - 1).end());
    }

    /** Maximal shared runs, found greedily from left to right in {@code b}; none overlaps another in either article. */
    static List<Run> runs(List<Word> a, List<Word> b) {
        Map<Long, Integer> first = new HashMap<>();
        for (int i = a.size() - LEAST_RUN; i >= 0; i--) {
            first.put(SharedShingles.hash(a, i, LEAST_RUN), i);
        }
        boolean[] taken = new boolean[a.size()];
        List<Run> runs = new ArrayList<>();
        int at = 0;
        while (at + LEAST_RUN <= b.size()) {
            Integer start = first.get(SharedShingles.hash(b, at, LEAST_RUN));
            int length = start == null ? 0 : commonLength(a, start, b, at, taken);
            if (start != null && length >= LEAST_RUN) {
                java.util.Arrays.fill(taken, start, start + length, true);
                runs.add(new Run(start, at, length));
                at += length;
            } else {
                at++;
            }
        }
        return runs;
    }

    private static int commonLength(List<Word> a, int startA, List<Word> b, int startB, boolean[] taken) {
        int length = 0;
        while (startA + length < a.size() && startB + length < b.size() && !taken[startA + length]) {
            Word inA = a.get(startA + length);
            Word inB = b.get(startB + length);
            if (!inA.key().equals(inB.key())
                    || inA.segment() != a.get(startA).segment()
                    || inB.segment() != b.get(startB).segment()) {
                break;
            }
            length++;
        }
        return length;
    }

    /** {@code length} words that stand at {@code a} in one article and at {@code b} in the other. */
    record Run(int a, int b, int length) {

        /** Words of the run that stand outside quotation marks. */
        int own(List<Word> wordsOfA) {
            return (int) wordsOfA.subList(a, a + length).stream()
                    .filter(word -> !word.quoted())
                    .count();
        }
    }

    /** One of two aligned articles. */
    private static final class Side {
        private final Article article;
        private final List<Word> words;
        private final Credit credit;

        Side(Article article, List<Word> words) {
            this.article = article;
            this.words = words;
            this.credit = Credit.of(article);
        }

        @org.jspecify.annotations.Nullable
        LocalDate day() {
            return article.published() == null ? null : article.published().day();
        }

        /** Whether it credits the other's outlet, which is not its own. */
        boolean credits(Side other) {
            String outlet = other.article.outlet();
            return outlet != null && !outlet.equals(article.outlet()) && credit.names(outlet);
        }

        long ownWords() {
            return words.stream().filter(word -> !word.quoted()).count();
        }
    }
}
