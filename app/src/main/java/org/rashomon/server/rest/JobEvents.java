package org.rashomon.server.rest;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.rashomon.server.jobs.Job;
import org.rashomon.server.jobs.Jobs;

/**
 * Tells how far a job is as it goes: server-sent events, each with the job as {@code /api/v1/jobs/ID} has it. The stream ends when the job is
 * over, or after some minutes; whoever asks again goes on with it.
 */
final class JobEvents {
    private static final int AT_ONCE = 16;
    private static final long MILLIS_BETWEEN = 200;
    /** A line that says nothing, so that nobody on the way takes the stream for dead. */
    private static final long MILLIS_SILENT = 10_000;

    private static final long MILLIS_LONGEST = 600_000;

    private final Jobs jobs;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile boolean closed;

    JobEvents(Jobs jobs) {
        this.jobs = jobs;
    }

    void close() {
        closed = true;
    }

    void answer(Context context) {
        String id = context.pathParam("id");
        if (jobs.find(id).isEmpty()) {
            throw Problem.of(404, "There is no such job, or it is long over.");
        }
        String accept = context.header("Accept");
        if (accept == null || !accept.contains("text/event-stream")) {
            throw Problem.of(406, "Ask for text/event-stream, or ask for the job itself.");
        }
        if (!places.tryAcquire()) {
            throw Problem.of(429, "Too many listen; ask for the job itself.");
        }
        try {
            new SseHandler(client -> {
                        try {
                            follow(id, client);
                        } finally {
                            places.release();
                            client.close();
                        }
                    })
                    .handle(context);
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
    }

    private void follow(String id, SseClient client) {
        String told = "";
        long began = System.nanoTime();
        long said = began;
        while (!closed && !client.terminated() && millis(began) < MILLIS_LONGEST) {
            Optional<Job> job = jobs.find(id);
            if (job.isEmpty()) {
                return;
            }
            String now = RestRoutes.json(job.get()).toString();
            if (!now.equals(told)) {
                client.sendEvent("job", now);
                told = now;
                said = System.nanoTime();
            } else if (millis(said) > MILLIS_SILENT) {
                client.sendComment("");
                said = System.nanoTime();
            }
            if (job.get().isOver()) {
                return;
            }
            try {
                Thread.sleep(MILLIS_BETWEEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
