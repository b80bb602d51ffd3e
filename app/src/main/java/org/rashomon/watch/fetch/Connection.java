package org.rashomon.watch.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer: no redirect is followed, nothing is tried twice, no connection is kept. It goes to the address that it is
 * given; the client itself can look up no name.
 */
final class Connection implements AutoCloseable {
    private static final int ALWAYS = 1_000_000;
    private static final int PIECE = 1 << 14;

    private final FetchLimits limits;
    private final String agent;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watch-limit");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable HttpGet running;
    private volatile boolean closed;

    Connection(FetchLimits limits, String agent) {
        this.limits = limits;
        this.agent = agent;
        Http1Config heads = Http1Config.custom()
                .setMaxHeaderCount(FetchLimits.MOST_HEADERS)
                .setMaxLineLength(FetchLimits.LONGEST_HEADER)
                .build();
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(heads)
                                .build())
                        .setDnsResolver(new NoNames())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout(limits.connecting()))
                                .setSocketTimeout(timeout(limits.silence()))
                                .build())
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setHandshakeTimeout(timeout(limits.connecting()))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout(limits.silence()))
                        .setProtocolUpgradeEnabled(false)
                        .setAuthenticationEnabled(false)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(Math.max(1, duration.toMillis()));
    }

    /** Whoever asks it has found a way around the check. */
    private static final class NoNames implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host + " was not checked");
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** @throws FetchException where no whole answer comes within the limits */
    Fetched get(URI address, InetAddress network, Asked asked) throws FetchException {
        HttpGet request = request(address, asked);
        HttpHost host = new HttpHost(address.getScheme(), network, WebAddress.host(address), WebAddress.port(address));
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> end = schedule(request, late);
        Instant at = Instant.now();
        running = request;
        try {
            if (closed) {
                throw new FetchException(FetchException.Kind.STOPPED, "the program ends");
            }
            return client.execute(host, request, answer -> fetched(address, network, at, asked, answer));
        } catch (TooMuch e) {
            throw FetchException.failed(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            if (closed) {
                throw new FetchException(FetchException.Kind.STOPPED, "the program ends");
            }
            throw FetchException.failed(
                    late.get()
                            ? "no whole answer within " + words(limits.total())
                            : told(e, WebAddress.host(address) + ":" + WebAddress.port(address)));
        } finally {
            end.cancel(false);
            running = null;
        }
    }

    private ScheduledFuture<?> schedule(HttpGet request, AtomicBoolean late) {
        return watch.schedule(
                () -> {
                    late.set(true);
                    request.abort();
                },
                Math.max(1, limits.total().toMillis()),
                TimeUnit.MILLISECONDS);
    }

    private HttpGet request(URI address, Asked asked) {
        HttpGet request = new HttpGet(address);
        request.setHeader("User-Agent", agent);
        request.setHeader("Accept", asked.kind().accepted());
        request.setHeader("Accept-Encoding", "gzip");
        if (asked.etag() != null) {
            request.setHeader("If-None-Match", asked.etag());
        }
        if (asked.modified() != null) {
            request.setHeader("If-Modified-Since", asked.modified());
        }
        return request;
    }

    private Fetched fetched(URI address, InetAddress network, Instant at, Asked asked, ClassicHttpResponse answer)
            throws IOException {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (Header header : answer.getHeaders()) {
            headers.add(Map.entry(header.getName(), String.valueOf(header.getValue())));
        }
        String reason = answer.getReasonPhrase() == null ? "" : answer.getReasonPhrase();
        Fetched head = new Fetched(
                new Fetched.Head(address, network.getHostAddress(), at, answer.getCode(), reason, headers),
                new byte[0],
                new byte[0]);
        if (answer.getCode() != 200) {
            return head;
        }
        if (!asked.kind().mayBe(head.type())) {
            throw new TooMuch("what came is of the type " + WebAddress.shown(head.type()) + ", which is no "
                    + asked.kind().name().toLowerCase(Locale.ROOT));
        }
        HttpEntity entity = answer.getEntity();
        int most = asked.kind().most(limits);
        byte[] sent = entity == null ? new byte[0] : read(entity, most);
        byte[] body = unpacked(sent, head.header("Content-Encoding").orElse(""), most);
        return new Fetched(head.head(), sent, body);
    }

    private static byte[] read(HttpEntity entity, int most) throws IOException {
        if (entity.getContentLength() > most) {
            throw new TooMuch("larger than " + mega(most) + ", the limit");
        }
        InputStream in = entity.getContent();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            out.write(piece, 0, read);
            if (out.size() > most) {
                throw new TooMuch("larger than " + mega(most) + ", the limit");
            }
        }
        return out.toByteArray();
    }

    private byte[] unpacked(byte[] sent, String coding, int most) throws IOException {
        String name = coding.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.equals("identity")) {
            return sent;
        }
        if (!name.equals("gzip") && !name.equals("x-gzip")) {
            throw new TooMuch("packed with \"" + WebAddress.shown(name) + "\", which was not asked for");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.write(piece, 0, read);
                boolean swollen = out.size() > ALWAYS && out.size() / limits.swelling() > sent.length;
                if (out.size() > most || swollen) {
                    throw new TooMuch(
                            swollen
                                    ? "it unpacks to more than " + limits.swelling() + " times its size"
                                    : "it unpacks to more than " + mega(most) + ", the limit");
                }
            }
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw new TooMuch("the packed answer is damaged");
        }
        return out.toByteArray();
    }

    private static String mega(int bytes) {
        return bytes < ALWAYS ? bytes / 1_000 + " kB" : bytes / ALWAYS + " MB";
    }

    static String words(Duration duration) {
        return duration.toMillis() < 10_000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
    }

    /** A failure of the network in words for people. */
    private static String told(Exception e, String host) {
        if (e instanceof org.apache.hc.client5.http.ConnectTimeoutException) {
            return "no connection to " + host + " in time";
        }
        if (e instanceof java.net.SocketTimeoutException) {
            return host + " fell silent";
        }
        if (e instanceof org.apache.hc.client5.http.HttpHostConnectException
                || e instanceof java.net.ConnectException) {
            return "no connection to " + host;
        }
        if (e instanceof javax.net.ssl.SSLException) {
            return "no safe connection to " + host + " (" + WebAddress.shown(String.valueOf(e.getMessage())) + ")";
        }
        if (e instanceof org.apache.hc.core5.http.MessageConstraintException) {
            return "the head of the answer is too long";
        }
        return "no whole answer (" + WebAddress.shown(String.valueOf(e.getMessage())) + ")";
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        closed = true;
        HttpGet request = running;
        if (request != null) {
            request.abort();
        }
        watch.shutdownNow();
        client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }

    /** Ours: an answer that is none of use, with words for people. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuch(String words) {
            super(words);
        }
    }
}
