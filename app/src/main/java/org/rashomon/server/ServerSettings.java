package org.rashomon.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens and whom it lets in.
 *
 * @param host address or name to listen on
 * @param port 0 for any that is free
 * @param names further names that it may be called by, as behind a proxy
 * @param token what must be shown first, or null where nothing need be
 * @param author who corrects where nobody says a name
 * @param largest bytes of a request
 */
public record ServerSettings(
        String host, int port, List<String> names, @Nullable String token, String author, long largest) {
    /** Bytes of a request where nobody says how many. */
    public static final long USUAL_LARGEST = 50L << 20;

    public ServerSettings {
        names = List.copyOf(names);
    }

    /** On this machine alone. */
    public static ServerSettings local(int port, String author) {
        return new ServerSettings("127.0.0.1", port, List.of(), null, author, USUAL_LARGEST);
    }
}
