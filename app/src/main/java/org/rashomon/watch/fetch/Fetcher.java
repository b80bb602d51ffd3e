package org.rashomon.watch.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches one address after the other, within what is allowed and polite. For one thread; {@link #stop} may come from any. */
public final class Fetcher implements AutoCloseable {
    private static final Set<Integer> LEAVE_ALONE = Set.of(429, 503);

    private final FetchLimits limits;
    private final AllowedHosts allowed;
    private final Addresses.Names names;
    private final Connection connection;
    private final Robots robots = new Robots();
    private final HostPace pace = new HostPace();
    private final CountDownLatch stopped = new CountDownLatch(1);
    /** The look-up of a name cannot be ended, only left behind. */
    private final ExecutorService lookUps = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "watch-names");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param version of the program, for the hosts to know who asks
     * @param names tells the addresses of a host
     */
    public Fetcher(FetchLimits limits, AllowedHosts allowed, String version, Addresses.Names names) {
        this.limits = limits;
        this.allowed = allowed;
        this.names = names;
        this.connection = new Connection(limits, agent(version));
    }

    /** As hosts hear of the program. */
    public static String agent(String version) {
        return Robots.NAME + "/" + version.replaceAll("[^\\w.+-]", "_") + " (feed watcher)";
    }

    /**
     * The answer of status 200, or 304 where {@code asked} says what is known.
     *
     * @throws FetchException where it is not allowed or does not come
     */
    public Fetched get(URI address, Asked asked) throws FetchException {
        Fetched answer = follow(address, asked, true);
        int status = answer.status();
        boolean known = asked.etag() != null || asked.modified() != null;
        if (status == 200 || (status == 304 && known)) {
            return answer;
        }
        throw FetchException.failed("the server answers with status " + status);
    }

    /** Each hop is checked anew, as if it were the first. */
    private Fetched follow(URI first, Asked asked, boolean obeying) throws FetchException {
        Set<URI> seen = new HashSet<>();
        URI address = first;
        while (true) {
            if (!seen.add(address)) {
                throw FetchException.failed("redirects lead in a circle");
            }
            if (seen.size() > limits.redirects() + 1) {
                throw FetchException.failed("more than " + limits.redirects() + " redirects");
            }
            Fetched answer = hop(address, asked, obeying);
            if (!isRedirect(answer.status())) {
                return answer;
            }
            Optional<String> location = answer.header("Location");
            if (location.isEmpty()) {
                throw FetchException.failed("a redirect that does not say where to");
            }
            URI next = WebAddress.redirected(address, location.get());
            if (address.getScheme().equals("https") && next.getScheme().equals("http")) {
                throw FetchException.forbidden("a redirect from a safe connection to one without encryption: "
                        + WebAddress.shown(next.toString()));
            }
            address = next;
        }
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private Fetched hop(URI address, Asked asked, boolean obeying) throws FetchException {
        allowed.check(address);
        String host = WebAddress.host(address);
        Optional<Instant> rest = pace.rest(host, Instant.now());
        if (rest.isPresent()) {
            throw later(host, rest.get());
        }
        InetAddress network = checked(address);
        Duration wished = obeying
                ? robots.check(address, place -> follow(place, Asked.anew(Asked.Kind.ROBOTS), false))
                : Duration.ZERO;
        pause(pace.wait(host, Instant.now()));
        try {
            Fetched answer = connection.get(address, network, asked);
            if (LEAVE_ALONE.contains(answer.status())) {
                throw later(host, pace.rests(host, Instant.now(), answer.header("Retry-After")));
            }
            return answer;
        } finally {
            Duration delay = wished.compareTo(limits.delay()) > 0 ? wished : limits.delay();
            pace.asked(host, Instant.now(), delay);
        }
    }

    private static FetchException later(String host, Instant until) {
        return new FetchException(
                FetchException.Kind.LATER,
                host + " wants to be left alone until " + until.truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                until);
    }

    private void pause(Duration duration) throws FetchException {
        try {
            if (stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new FetchException(FetchException.Kind.STOPPED, "the program ends");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException(FetchException.Kind.STOPPED, "the program ends");
        }
    }

    /** The address that will be connected to; where a name has a private one among its addresses, none of them is. */
    private InetAddress checked(URI address) throws FetchException {
        String host = WebAddress.host(address);
        InetAddress[] all = resolved(host);
        if (all.length == 0) {
            throw FetchException.failed("no address is known for " + host);
        }
        if (!allowed.mayLieInside(address)) {
            for (InetAddress one : all) {
                if (!Addresses.isPublic(one)) {
                    throw FetchException.forbidden(host + " is " + one.getHostAddress()
                            + ", an address that is not public; nothing is asked there (--allow-private "
                            + address.getRawAuthority().replaceFirst(":\\d+$", "") + ":" + WebAddress.port(address)
                            + " allows it)");
                }
            }
        }
        return all[0];
    }

    private InetAddress[] resolved(String host) throws FetchException {
        Future<InetAddress[]> looking;
        try {
            looking = lookUps.submit(() -> names.of(host));
        } catch (RejectedExecutionException e) {
            throw new FetchException(FetchException.Kind.STOPPED, "the program ends");
        }
        try {
            return looking.get(limits.connecting().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            looking.cancel(true);
            throw FetchException.failed("the look-up of " + host + " takes too long");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException) {
                throw FetchException.failed("no address is known for " + host);
            }
            throw FetchException.failed("the look-up of " + host + " failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException(FetchException.Kind.STOPPED, "the program ends");
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends what is under way; every later fetch ends at once. */
    public void stop() {
        stopped.countDown();
        connection.close();
        lookUps.shutdownNow();
    }
}
