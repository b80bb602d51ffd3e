package org.rashomon.server.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every route. In this order: too many at once; a {@code Host} that is not ours; an {@code Origin} that is not ours; more bytes than are
 * taken; nobody known where somebody must be. What passes gets the headers that keep a browser from running or loading anything of others.
 */
public final class Guard implements Filter {
    /** What a browser may do with our pages: nothing inline, nothing from elsewhere. */
    public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The attribute of a request that holds its session. */
    public static final String SESSION = "org.rashomon.session";

    /** The attribute that holds the {@link Visitor}; none where anybody may come and nobody signed in. */
    public static final String VISITOR = "org.rashomon.visitor";

    private static final int AT_ONCE = 64;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Addresses addresses;
    private final Sessions sessions;
    private final long largest;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** @param largest bytes of a request */
    public Guard(Addresses addresses, Sessions sessions, long largest) {
        this.addresses = addresses;
        this.sessions = sessions;
        this.largest = largest;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) answered;
        headers(response);
        if (!places.tryAcquire()) {
            response.setHeader("Retry-After", "1");
            refuse(
                    response,
                    503,
                    "Too many requests at once",
                    "More than " + AT_ONCE + " requests are being answered.");
            return;
        }
        try {
            if (passes(request, response)) {
                chain.doFilter(request, response);
            }
        } finally {
            places.release();
        }
    }

    private boolean passes(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!addresses.isOurs(request.getHeader("Host"))) {
            refuse(response, 421, "Not this server", "The name in Host is none that this server is meant by.");
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
        if (!addresses.isOurOrigin(request.getHeader("Origin"))
                || (foreign && !READING.contains(request.getMethod()))) {
            refuse(response, 403, "Not from here", "A page of another site asks; that is not answered.");
            return false;
        }
        if (request.getContentLengthLong() > largest) {
            response.setHeader("Connection", "close");
            refuse(response, 413, "Too large", "A request may have " + largest + " bytes.");
            return false;
        }
        return admitted(request, response);
    }

    private boolean admitted(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String session = cookie(request);
        String path = request.getRequestURI();
        Optional<Visitor> visitor = sessions.visitor(session, bearer(request));
        if (visitor.isEmpty() && !Routes.ALL.isOpen(request.getMethod(), path)) {
            if (isForPrograms(path)) {
                response.setHeader("WWW-Authenticate", "Bearer realm=\"rashomon\"");
                refuse(
                        response,
                        401,
                        "Not signed in",
                        sessions.hasToken()
                                ? "Send Authorization: Bearer with a token of this server."
                                : "This server has no token for programs; see rashomon user token, or start it with RASHOMON_TOKEN.");
            } else {
                response.setStatus(303);
                response.setHeader("Location", "/login");
            }
            return false;
        }
        // routes whose address varies, and those that a page tells more kindly of, are asked about again where they
        // were matched
        if (visitor.isPresent()
                && isForPrograms(path)
                && Routes.ALL.find(request.getMethod(), path).isPresent()
                && !Routes.ALL.mayCome(visitor.get(), request.getMethod(), path)) {
            refuse(
                    response,
                    403,
                    "Not for this role",
                    "Your role is " + visitor.get().role().word() + ".");
            return false;
        }
        visitor.ifPresent(known -> request.setAttribute(VISITOR, known));
        if (session == null) {
            session = sessions.create();
            if (!isForPrograms(path)) {
                response.addHeader("Set-Cookie", setCookie(session));
            }
        }
        request.setAttribute(SESSION, session);
        return true;
    }

    /** As it is set: read by no script, sent by no other site. */
    public static String setCookie(String session) {
        return Sessions.COOKIE + "=" + session + "; Path=/; HttpOnly; SameSite=Strict";
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.equals("/mcp") || path.equals("/openapi.json");
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(Sessions.COOKIE) && Sessions.isWellFormed(cookie.getValue())) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : null;
    }

    private static void headers(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        // without a referrer to its own site a browser says "null" for the origin of its own forms
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }

    private static void refuse(HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(("{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\""
                                + detail + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
