package org.rashomon.export.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.Page.Link;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.Incident;
import org.rashomon.text.Hashes;

/**
 * Where links lead: to an anchor of the one page, or to one of many pages that lie side by side. Claims always have an anchor; other spans get
 * one when something links to them.
 */
final class Anchors {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private final DossierIndex index;
    private final boolean manyPages;
    private final Map<String, Map<Span, String>> asked = new HashMap<>();

    /** @param manyPages whether each article, incident and agreement has a page of its own */
    Anchors(DossierIndex index, boolean manyPages) {
        this.index = index;
        this.manyPages = manyPages;
    }

    boolean manyPages() {
        return manyPages;
    }

    /** The anchor of an article on its page. */
    String article(String article) {
        return manyPages ? "text" : "a" + index.number(article);
    }

    /** The claim's id, so that a row of {@code claims.jsonl} leads to the page. */
    static String claim(Claim claim) {
        return safe(claim.id());
    }

    /** Any id as an anchor. */
    static String safe(String id) {
        return SAFE.matcher(id).matches() ? id : "x" + Hashes.sha256(id).substring(0, 16);
    }

    private String page(String article) {
        return manyPages ? PageNames.article(article) : "";
    }

    String toArticle(String article) {
        return manyPages ? page(article) : "#" + article(article);
    }

    String toClaim(Claim claim) {
        return page(claim.article()) + "#" + claim(claim);
    }

    String toIncident(Incident incident) {
        return manyPages ? PageNames.incident(incident.id()) : "#" + safe(incident.id());
    }

    String toAgreement(Agreement agreement) {
        return manyPages ? PageNames.agreement(agreement.id()) : "#" + safe(agreement.id());
    }

    /** A link to words that are no claim's; named by article and code points. */
    String to(String article, Span span) {
        String id = asked.computeIfAbsent(article, key -> new TreeMap<>()).computeIfAbsent(span, words -> {
            int[] points = index.points(article).of(words);
            return (manyPages ? "w" : article(article)) + "-" + points[0] + "-" + points[1];
        });
        return page(article) + "#" + id;
    }

    /** A link with these words to the words themselves. */
    Link to(String article, Span span, String words) {
        return new Link(to(article, span), words);
    }

    /** Spans of an article that something links to, in order. */
    List<Map.Entry<Span, String>> asked(String article) {
        return List.copyOf(asked.getOrDefault(article, Map.of()).entrySet());
    }
}
