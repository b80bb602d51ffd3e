package org.rashomon.server.rest;

import io.javalin.http.Context;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a request, as RFC 9457 has it. */
public final class Problem extends RuntimeException {
    private final int status;
    private final String title;

    private Problem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    /** @param detail for people: what is wrong, and what to do */
    public static Problem of(int status, String detail) {
        String title = switch (status) {
            case 400 -> "Bad request";
            case 404 -> "Not found";
            case 405 -> "Not allowed";
            case 410 -> "Gone";
            case 413 -> "Too large";
            case 415 -> "Not this kind";
            case 429 -> "Too many";
            default -> status < 500 ? "Refused" : "Failed";
        };
        return new Problem(status, title, detail);
    }

    /** Answers with it. */
    public void answer(Context context) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", getMessage())
                .put("instance", context.path());
        context.status(status)
                .contentType("application/problem+json; charset=utf-8")
                .result(body.toString());
    }
}
