package org.rashomon.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requests as they are: every header is the test's own, {@code Host} and {@code Origin} included, which clients of libraries set themselves. */
final class Http {
    private Http() {}

    /** What came back. */
    record Answer(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        /** The session of the cookie that was set, or empty. */
        String session() {
            String cookie = header("Set-Cookie");
            int start = cookie.indexOf("rashomon-session=");
            return start < 0 ? "" : cookie.substring(start, cookie.indexOf(';', start));
        }

        /** What the forms of a page send back. */
        String csrf() {
            int at = body.indexOf("name=\"csrf\" value=\"");
            return body.substring(at + 19, at + 19 + 64);
        }
    }

    static Answer get(int port, String path, Map<String, String> headers) throws IOException {
        return send(port, "GET", path, headers, new byte[0]);
    }

    static Answer get(int port, String path) throws IOException {
        return get(port, path, Map.of());
    }

    /** A form of a page, sent as its browser would. */
    static Answer form(int port, String path, String session, Map<String, String> fields) throws IOException {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(
                port,
                "POST",
                path,
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Cookie",
                        session,
                        "Origin",
                        "http://127.0.0.1:" + port),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Answer send(int port, String method, String path, Map<String, String> headers, byte[] body)
            throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Host", "127.0.0.1:" + port);
        all.put("Connection", "close");
        if (body.length > 0 || !method.equals("GET")) {
            all.put("Content-Length", String.valueOf(body.length));
        }
        all.putAll(headers);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        });
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
            try {
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // refused before all of it was sent: what it says is read below
            }
            return read(socket.getInputStream());
        }
    }

    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (IOException e) {
            if (all.size() == 0) {
                throw e;
            }
        }
        String answer = all.toString(StandardCharsets.UTF_8);
        int end = answer.indexOf("\r\n\r\n");
        List<String> lines = answer.substring(0, end).lines().toList();
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.putIfAbsent(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Answer(Integer.parseInt(lines.get(0).split(" ")[1]), headers, answer.substring(end + 4));
    }
}
