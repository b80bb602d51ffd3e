package org.rashomon.watch.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which hosts may be asked: those of the feeds, under the ports that the feeds have, those that the user names, and no others. A host that
 * was named alone is asked at 80 and 443 only.
 */
public final class AllowedHosts {
    private static final Pattern NAMED =
            Pattern.compile("(\\*\\.)?([^\\s/@:*?#\\[\\]]+|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?");
    private static final Set<Integer> USUAL = Set.of(80, 443);

    /** {@code host} or {@code host:port}; {@code *.host} for all below it. */
    private final Set<String> allowed;
    /** {@code host:port} that may have a private address. */
    private final Set<String> inside;

    private AllowedHosts(Set<String> allowed, Set<String> inside) {
        this.allowed = allowed;
        this.inside = inside;
    }

    /**
     * @param feeds addresses of feeds
     * @param named by the user: {@code HOST}, {@code HOST:PORT} or {@code *.HOST} for all hosts below it
     * @param inside by the user: {@code HOST:PORT} that may lie in a private network; it is allowed, too
     * @throws IllegalArgumentException naming what is no host
     */
    public static AllowedHosts of(List<URI> feeds, List<String> named, List<String> inside) {
        Set<String> allowed = new TreeSet<>();
        Set<String> within = new TreeSet<>();
        for (URI feed : feeds) {
            int port = WebAddress.port(feed);
            allowed.add(USUAL.contains(port) ? WebAddress.host(feed) : WebAddress.host(feed) + ":" + port);
        }
        named.forEach(one -> allowed.add(checked(one, false)));
        inside.forEach(one -> {
            String host = checked(one, true);
            allowed.add(host);
            within.add(host);
        });
        return new AllowedHosts(allowed, within);
    }

    private static String checked(String named, boolean exact) {
        var matcher = NAMED.matcher(named.strip());
        boolean port = matcher.matches() && matcher.group(3) != null;
        if (!matcher.matches() || (exact && (!port || matcher.group(1) != null))) {
            throw new IllegalArgumentException(
                    "\"" + named + "\" is no " + (exact ? "HOST:PORT" : "host: give HOST, HOST:PORT or *.HOST"));
        }
        String host = matcher.group(2);
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : java.net.IDN.toASCII(host);
        return (matcher.group(1) == null ? "" : "*.")
                + bare.toLowerCase(Locale.ROOT)
                + (port ? ":" + Integer.parseInt(matcher.group(3)) : "");
    }

    /** @throws FetchException when its host may not be asked */
    void check(URI address) throws FetchException {
        String host = WebAddress.host(address);
        int port = WebAddress.port(address);
        for (String name : names(host)) {
            if (allowed.contains(name + ":" + port) || (USUAL.contains(port) && allowed.contains(name))) {
                return;
            }
        }
        String shown = USUAL.contains(port) ? host : host + ":" + port;
        throw FetchException.forbidden("the host " + shown + " is none of the feeds' own; allow it by --allow " + shown
                + " if it is to be asked");
    }

    private static List<String> names(String host) {
        List<String> names = new ArrayList<>(List.of(host));
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            names.add("*" + host.substring(dot));
        }
        return names;
    }

    /** Whether an address may lie in a private network. */
    boolean mayLieInside(URI address) {
        return inside.contains(WebAddress.host(address) + ":" + WebAddress.port(address));
    }
}
