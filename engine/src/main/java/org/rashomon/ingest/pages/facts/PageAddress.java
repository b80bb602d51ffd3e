package org.rashomon.ingest.pages.facts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Sentences;

/** The addresses that a page gives as its own, and whether another one is among them. */
final class PageAddress {
    private static final int COMMENTS_WITHIN = 10;
    private static final Pattern SAVED = Pattern.compile("saved from url=\\(\\d{1,5}\\)(\\S{8,2000})");
    /** Parts of a query that lead to the same page. */
    private static final Pattern TRACKING =
            Pattern.compile("(?:utm_|fb|gcl|mc_|ref|src|source|cmp|amp|share|output)\\w*=.*|amp");

    private final List<String> stated = new ArrayList<>();
    private final Set<String> own = new LinkedHashSet<>();

    PageAddress(Document page) {
        canonical(page).ifPresent(stated::add);
        for (String query : List.of("meta[property=og:url]", "meta[name=og:url]", "meta[name=twitter:url]")) {
            Optional.ofNullable(page.selectFirst(query))
                    .map(meta -> meta.attr("content").strip())
                    .ifPresent(stated::add);
        }
        saved(page).ifPresent(stated::add);
        stated.removeIf(address -> !address.startsWith("http"));
        stated.forEach(address -> parts(address).filter(a -> !a.isRoot()).ifPresent(a -> own.add(a.key())));
    }

    private static Optional<String> canonical(Document page) {
        return page.select("link[rel~=(?i)^canonical$]").stream()
                .map(link -> link.attr("href").strip())
                .filter(address -> address.startsWith("http"))
                .findFirst();
    }

    /** What browsers write into pages that they save. */
    private static Optional<String> saved(Document page) {
        List<Node> first = new ArrayList<>(page.childNodes());
        page.children().forEach(child -> first.addAll(child.childNodes()));
        return first.stream()
                .filter(Comment.class::isInstance)
                .limit(COMMENTS_WITHIN)
                .map(node -> SAVED.matcher(((Comment) node).getData()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** The address to show, or null. */
    @Nullable
    String shown() {
        return stated.isEmpty() ? null : stated.get(0);
    }

    /** Whether {@code address} leads to this page; an address within the site may be given without its host. */
    boolean isOwn(String address) {
        return parts(address)
                .map(given -> own.stream()
                        .anyMatch(mine -> given.host.isEmpty() ? mine.endsWith(given.key()) : mine.equals(given.key())))
                .orElse(false);
    }

    /** Whether {@code address} certainly leads to another page: this one's is known, and that one names a page. */
    boolean isOther(String address) {
        return !own.isEmpty() && parts(address).filter(given -> !given.isRoot()).isPresent() && !isOwn(address);
    }

    boolean isOwnHost(String address) {
        String host = parts(address).map(given -> given.host).orElse("");
        return hosts().stream().anyMatch(mine -> host.isEmpty() || mine.equals(host));
    }

    /** Whether {@code address} is a site's front page. */
    static boolean isRoot(String address) {
        return parts(address).map(Parts::isRoot).orElse(true);
    }

    private List<String> hosts() {
        return stated.stream()
                .flatMap(address -> parts(address).stream())
                .map(given -> given.host)
                .distinct()
                .toList();
    }

    /** Whether the letters of a name are those of a host ({@code The Ovrane Ledger, ovraneledger.example}), of five letters or more alike. */
    boolean hostNames(String name) {
        String letters = Sentences.letters(name);
        String bare = letters.startsWith("the") && letters.length() > 6 ? letters.substring(3) : letters;
        return hosts().stream().anyMatch(host -> hostNames(host, letters) || hostNames(host, bare));
    }

    private static boolean hostNames(String host, String letters) {
        String whole = Sentences.letters(host);
        for (String label : host.split("\\.")) {
            String part = Sentences.letters(label);
            if (part.length() >= 2 && part.equals(letters)) {
                return true;
            }
        }
        return letters.length() >= 4
                && (whole.startsWith(letters) || (letters.length() >= 6 && whole.contains(letters)));
    }

    private static Optional<Parts> parts(String address) {
        try {
            URI uri = new URI(address.strip().replace(" ", "%20").replace("|", "%7C"));
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            host = host.replaceFirst("^(?:www\\d?|m|mobile|amp)\\.", "");
            String path = uri.getPath() == null ? "" : uri.getPath();
            path = path.replaceFirst("/(?:amp/?|index\\.(?:html?|php))?$", "").replaceFirst("^/amp(?=/)", "");
            return Optional.of(new Parts(host, path, query(uri.getRawQuery())));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String query(@Nullable String query) {
        StringBuilder out = new StringBuilder();
        for (String part : query == null ? new String[0] : query.split("&")) {
            if (!part.isEmpty() && !TRACKING.matcher(part).matches()) {
                out.append(out.length() == 0 ? "?" : "&").append(part);
            }
        }
        return out.toString();
    }

    private record Parts(String host, String path, String query) {
        String key() {
            return host + path + query;
        }

        boolean isRoot() {
            return path.length() <= 1 && query.isEmpty();
        }
    }
}
