package org.rashomon.watch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** A server that answers what a test says, be it HTTP or not, and remembers who asked for what. */
public final class LocalServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Answer otherwise = Answer.status("404 Not Found");

    /** @param headers by their names in small letters */
    public record Request(String host, String path, Map<String, String> headers) {}

    /** Writes an answer, as long as it likes. */
    @FunctionalInterface
    public interface Answer {
        void to(Request request, OutputStream out) throws IOException, InterruptedException;

        static Answer of(String head, byte[] body) {
            return (request, out) -> {
                out.write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.write(body);
            };
        }

        static Answer status(String status, String... headers) {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status);
            for (String header : headers) {
                head.append("\r\n").append(header);
            }
            return of(head + "\r\nContent-Length: 0", new byte[0]);
        }

        static Answer redirect(String location) {
            return status("302 Found", "Location: " + location);
        }

        static Answer text(String type, String body, String... headers) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head = new StringBuilder(
                    "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length);
            for (String header : headers) {
                head.append("\r\n").append(header);
            }
            return of(head.toString(), bytes);
        }

        /** 304 to whoever knows the tag. */
        static Answer tagged(String type, String body, String etag) {
            return (request, out) -> {
                boolean known = etag.equals(request.headers().get("if-none-match"));
                (known ? status("304 Not Modified") : text(type, body, "ETag: " + etag)).to(request, out);
            };
        }
    }

    public LocalServer() {
        this("127.0.0.1");
    }

    public LocalServer(String address) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "local-server");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** For a path on every host, or {@code host/path} on one. */
    public void at(String path, Answer answer) {
        answers.put(path, answer);
    }

    public void otherwise(Answer answer) {
        otherwise = answer;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Paths that were asked for, robots.txt left out. */
    public List<String> paths() {
        return requests.stream()
                .map(Request::path)
                .filter(path -> !path.equals("/robots.txt"))
                .toList();
    }

    public void forget() {
        requests.clear();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket one = socket.accept();
                open.add(one);
                start(() -> serve(one));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket one) {
        try (one) {
            Request request = request(one);
            requests.add(request);
            String host = request.host().replaceFirst(":\\d+$", "");
            Answer answer = answers.getOrDefault(host + request.path(), answers.get(request.path()));
            (answer == null ? otherwise : answer).to(request, one.getOutputStream());
            one.getOutputStream().flush();
        } catch (IOException e) {
            // whoever asked has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request request(Socket one) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int line = 0;
        for (int letter = one.getInputStream().read();
                letter >= 0 && line < 4;
                letter = line < 4 ? one.getInputStream().read() : 0) {
            head.write(letter);
            line = letter == '\r' || letter == '\n' ? line + 1 : 0;
            if (line == 4) {
                break;
            }
        }
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts.length > 1 ? parts[1].strip() : "");
        }
        String[] first = lines[0].split(" ");
        return new Request(headers.getOrDefault("host", ""), first.length > 1 ? first[1] : "", headers);
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket one : open) {
                one.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
