package org.rashomon.service;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rashomon.limits.Deadline;
import org.rashomon.model.Article;
import org.rashomon.model.Rejected;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.pipeline.StepException;

/**
 * Analyses articles on several threads and hands the results on in the order in which the articles came. At most a few articles a
 * thread wait, and of long ones fewer, so that reading never runs far ahead. An article on which the analysis breaks is rejected, with the step that broke and
 * its stack trace, and one that takes too long with the limit; the rest goes on.
 */
final class Analyser implements AutoCloseable {
    private static final int WAITING_PER_THREAD = 4;
    private static final long POLL_MILLIS = 200;

    private final Function<Article, ArticleAnalysis> analyse;
    private final Duration deadline;
    private final ThreadPoolExecutor workers;
    private final int most;
    private final long mostCharacters;
    private final Deque<Pending> waiting = new ArrayDeque<>();
    private final List<ArticleAnalysis> kept = new ArrayList<>();
    private final Consumer<ArticleAnalysis> sink;
    private final Rejects broken = new Rejects();
    private int done;
    private long characters;

    private record Pending(Article article, Work work, Future<ArticleAnalysis> result) {}

    /** One that keeps the analyses until it is finished. */
    Analyser(Function<Article, ArticleAnalysis> analyse, Limits limits) {
        this(analyse, limits, null);
    }

    /** @param sink takes each analysis, in the order of {@link #add}, on the thread that adds; null keeps them */
    Analyser(Function<Article, ArticleAnalysis> analyse, Limits limits, @Nullable Consumer<ArticleAnalysis> sink) {
        this.sink = sink == null ? kept::add : sink;
        this.analyse = analyse;
        this.deadline = limits.deadline();
        int threads = limits.threads();
        this.workers = new ThreadPoolExecutor(
                threads, Integer.MAX_VALUE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "analyse");
                    thread.setDaemon(true);
                    return thread;
                });
        this.most = threads * WAITING_PER_THREAD;
        this.mostCharacters = limits.characters();
    }

    /** The analysis of one article, which can be told to stop while it goes on. */
    private final class Work {
        private final Article article;
        private @Nullable Deadline begun;
        private boolean left;

        Work(Article article) {
            this.article = article;
        }

        ArticleAnalysis run() {
            synchronized (this) {
                begun = Deadline.begin(deadline);
            }
            try {
                return analyse.apply(article);
            } finally {
                end();
            }
        }

        private synchronized void end() {
            begun = null;
            if (left) {
                // the next one on this thread was not told to stop, and whoever took its place goes
                Thread.interrupted();
                workers.setCorePoolSize(workers.getCorePoolSize() - 1);
            }
        }

        /** Whether it took too long, and is left behind: another thread takes its place. */
        synchronized boolean isLeft() {
            if (begun == null || !begun.isOver()) {
                return false;
            }
            left = true;
            begun.stop();
            workers.setCorePoolSize(workers.getCorePoolSize() + 1);
            return true;
        }
    }

    void add(Article article) {
        int length = article.text().length();
        while (!waiting.isEmpty() && (waiting.size() >= most || characters + length > mostCharacters)) {
            take();
        }
        Work work = new Work(article);
        characters += length;
        waiting.add(new Pending(article, work, workers.submit(work::run)));
    }

    /** All analyses, in the order of {@link #add}; waits for those that are not done. */
    List<ArticleAnalysis> finish() {
        while (!waiting.isEmpty()) {
            take();
        }
        return List.copyOf(kept);
    }

    /** How many analyses are done. */
    int done() {
        return done;
    }

    /** Articles on which the analysis broke, or took too long. */
    List<Rejected> broken() {
        return broken.all();
    }

    private void take() {
        Pending next = waiting.remove();
        characters -= next.article().text().length();
        try {
            while (!isDone(next)) {
                if (next.work().isLeft()) {
                    broken.add(new Rejected(next.article().file(), Deadline.reason(deadline)));
                    return;
                }
            }
            ArticleAnalysis analysis = next.result().get();
            done++;
            sink.accept(analysis);
        } catch (ExecutionException e) {
            broken.add(rejected(next.article(), e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while articles were analysed", e);
        }
    }

    /** Waits a moment for the analysis. */
    private static boolean isDone(Pending next) throws InterruptedException {
        try {
            next.result().get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    private static Rejected rejected(Article article, Throwable cause) {
        OutOfMemory.in(cause).ifPresent(error -> {
            throw error;
        });
        if (cause instanceof StepException at) {
            return Rejected.broken(
                    article.file(), article.sha256(), at.step(), at.getCause() == null ? at : at.getCause());
        }
        return Rejected.broken(article.file(), article.sha256(), "analysis", cause);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
