package org.rashomon.service;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.rashomon.model.Article;
import org.rashomon.model.Rejected;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.pipeline.StepException;

/**
 * Analyses articles on all cores and hands the results on in the order in which the articles came. At most a few articles a
 * core wait, so that reading never runs far ahead. An article on which the analysis breaks is rejected, with the step that broke and
 * its stack trace; the rest goes on.
 */
final class Analyser implements AutoCloseable {
    private static final int WAITING_PER_CORE = 4;

    private final Function<Article, ArticleAnalysis> analyse;
    private final ExecutorService workers;
    private final int most;
    private final Deque<Pending> waiting = new ArrayDeque<>();
    private final List<ArticleAnalysis> done = new ArrayList<>();
    private final Rejects broken = new Rejects();

    private record Pending(Article article, Future<ArticleAnalysis> result) {}

    Analyser(Function<Article, ArticleAnalysis> analyse, int cores) {
        this.analyse = analyse;
        this.workers = Executors.newFixedThreadPool(cores, task -> {
            Thread thread = new Thread(task, "analyse");
            thread.setDaemon(true);
            return thread;
        });
        this.most = cores * WAITING_PER_CORE;
    }

    void add(Article article) {
        while (waiting.size() >= most) {
            take();
        }
        waiting.add(new Pending(article, workers.submit(() -> analyse.apply(article))));
    }

    /** All analyses, in the order of {@link #add}; waits for those that are not done. */
    List<ArticleAnalysis> finish() {
        while (!waiting.isEmpty()) {
            take();
        }
        return List.copyOf(done);
    }

    /** Articles on which the analysis broke. */
    List<Rejected> broken() {
        return broken.all();
    }

    private void take() {
        Pending next = waiting.remove();
        try {
            done.add(next.result().get());
        } catch (ExecutionException e) {
            broken.add(rejected(next.article(), e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while articles were analysed", e);
        }
    }

    private static Rejected rejected(Article article, Throwable cause) {
        if (cause instanceof OutOfMemoryError outOfMemory) {
            throw outOfMemory;
        }
        if (cause instanceof StepException at) {
            return Rejected.broken(article.file(), at.step(), at.getCause() == null ? at : at.getCause());
        }
        return Rejected.broken(article.file(), "analysis", cause);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
