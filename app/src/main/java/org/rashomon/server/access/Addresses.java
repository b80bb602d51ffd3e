package org.rashomon.server.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names under which the server is meant, against pages of other sites that lead a browser here under a name of their own (DNS rebinding).
 * Thread-safe once the port is known.
 */
public final class Addresses {
    private final Set<String> names = new LinkedHashSet<>();
    private volatile int port;

    /** @param host that the server listens on; further names that it is called by */
    public Addresses(String host, List<String> further) {
        if (isLoopback(host)) {
            names.addAll(List.of("localhost", "127.0.0.1", "[::1]"));
        } else if (!host.equals("0.0.0.0") && !host.equals("::")) {
            names.add(bracketed(host));
        }
        further.forEach(name -> names.add(bracketed(name)));
    }

    /** Whether only programs of this machine can reach it. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String bracketed(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
    }

    /** Known when the server listens. */
    public void port(int number) {
        this.port = number;
    }

    /** Whether a request with this {@code Host} means us. */
    public boolean isOurs(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String asked = host.toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(name -> asked.equals(name + ":" + port) || (port == 80 && asked.equals(name)));
    }

    /** Whether a request that says it comes from there comes from a page of ours; none is said by programs. */
    public boolean isOurOrigin(@Nullable String origin) {
        if (origin == null) {
            return true;
        }
        String from = origin.toLowerCase(Locale.ROOT);
        return (from.startsWith("http://") && isOurs(from.substring("http://".length())))
                || (from.startsWith("https://") && isOurProxied(from.substring("https://".length())));
    }

    /** Behind a proxy with TLS the port may be another. */
    private boolean isOurProxied(String host) {
        return names.contains(host) || isOurs(host);
    }
}
