package org.rashomon.watch.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as feeds and servers write them, in the one form in which they are asked and kept. */
public final class WebAddress {
    private static final int LONGEST = 2_000;
    private static final Pattern PARTS =
            Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);
    /** What may stand in a path or query as it is. */
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?%[]";

    private WebAddress() {}

    /**
     * The address without its fragment, letters that addresses cannot have written as {@code %XX}, names of hosts in ASCII and small letters.
     *
     * @throws FetchException when it is none of the web
     */
    public static URI of(String written) throws FetchException {
        String stripped = written.strip();
        if (stripped.length() > LONGEST) {
            throw FetchException.forbidden("an address of " + stripped.length() + " letters; " + LONGEST + " at most");
        }
        Matcher parts = PARTS.matcher(stripped);
        if (!parts.matches()) {
            throw FetchException.forbidden("no address of the web (http or https): " + shown(stripped));
        }
        String authority = parts.group(2);
        if (authority.contains("@")) {
            throw FetchException.forbidden("a name or password stands in the address: " + shown(stripped));
        }
        String path = parts.group(3).isEmpty() ? "/" : parts.group(3);
        String query = parts.group(4) == null ? "" : parts.group(4);
        try {
            URI address = new URI(parts.group(1).toLowerCase(Locale.ROOT) + "://" + ascii(authority) + escaped(path)
                            + escaped(query))
                    .normalize();
            if (address.getHost() == null || address.getPort() == 0 || address.getPort() > 65_535) {
                throw FetchException.forbidden("no host is named: " + shown(stripped));
            }
            return address;
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw FetchException.forbidden("no valid address: " + shown(stripped));
        }
    }

    /** Where a redirect leads, seen from where it stood. */
    static URI redirected(URI from, String location) throws FetchException {
        String to = location.strip();
        if (to.startsWith("//")) {
            return of(from.getScheme() + ":" + to);
        }
        if (to.matches("(?is)[a-z][a-z0-9+.-]*:.*")) {
            return of(to);
        }
        try {
            return of(from.resolve(escaped(to.replaceFirst("#.*", ""))).toString());
        } catch (IllegalArgumentException e) {
            throw FetchException.failed("a redirect to no valid address: " + shown(to));
        }
    }

    /** The name of the host without the brackets of IPv6. */
    static String host(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }

    static int port(URI address) {
        return address.getPort() > 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
    }

    /** For people: no control letters, not endless. */
    static String shown(String address) {
        String plain = address.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() > 160 ? plain.substring(0, 160) + "…" : plain;
    }

    private static String ascii(String authority) {
        if (authority.startsWith("[")) {
            return authority;
        }
        int colon = authority.lastIndexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? "" : authority.substring(colon);
        return IDN.toASCII(host).toLowerCase(Locale.ROOT) + (port.equals(":") ? "" : port);
    }

    private static String escaped(String part) {
        StringBuilder out = new StringBuilder();
        for (byte octet : part.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            boolean alphanumeric = letter < 128 && Character.isLetterOrDigit(letter);
            if (alphanumeric || (letter < 128 && PLAIN.indexOf(letter) >= 0 && letter != '[' && letter != ']')) {
                out.append(letter);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) letter));
            }
        }
        // a sign of percent that begins no code stands for itself
        return out.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }
}
