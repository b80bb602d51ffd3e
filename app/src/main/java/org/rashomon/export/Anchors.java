package org.rashomon.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;

/** Where the page's links lead. Claims always have an anchor; other spans get one when something links to them. */
final class Anchors {
    private final DossierIndex index;
    private final Map<String, Map<Span, String>> asked = new HashMap<>();

    Anchors(DossierIndex index) {
        this.index = index;
    }

    String article(String article) {
        return "a" + index.number(article);
    }

    /** The claim's id, so that a row of {@code claims.jsonl} leads to the page. */
    static String claim(Claim claim) {
        return safe(claim.id());
    }

    /** Any id as an anchor. */
    static String safe(String id) {
        return id.matches("[A-Za-z][A-Za-z0-9_-]*")
                ? id
                : "x" + org.rashomon.text.Hashes.sha256(id).substring(0, 16);
    }

    static String toClaim(Claim claim) {
        return "#" + claim(claim);
    }

    /** A link to words that are no claim's; named by article number and code points. */
    String to(String article, Span span) {
        int[] points = index.points(article).of(span);
        String id = article(article) + "-" + points[0] + "-" + points[1];
        asked.computeIfAbsent(article, key -> new TreeMap<>()).put(span, id);
        return "#" + id;
    }

    /** Spans of an article that something links to, in order. */
    List<Map.Entry<Span, String>> asked(String article) {
        return List.copyOf(asked.getOrDefault(article, Map.of()).entrySet());
    }
}
