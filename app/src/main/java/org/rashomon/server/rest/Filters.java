package org.rashomon.server.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.DossierTables;
import org.rashomon.server.search.SearchQuery;
import org.rashomon.server.view.Snapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a request asks to see. A filter holds for a row when a claim or an article that the row is of fits: an incident fits {@code outlet} when an
 * article of the outlet mentions it. Names are compared without letter case, ids exactly.
 *
 * @param from first day of publication
 * @param to last day of publication
 */
record Filters(
        @Nullable String outlet,
        @Nullable String speaker,
        @Nullable String act,
        @Nullable String incident,
        @Nullable String story,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String q) {
    static final Set<String> NAMES =
            new TreeSet<>(List.of("outlet", "speaker", "act", "incident", "story", "from", "to", "q"));

    private static final int MOST_FOUND = 50_000;

    static Filters of(Function<String, @Nullable String> parameter) {
        return new Filters(
                lower(parameter.apply("outlet")),
                lower(parameter.apply("speaker")),
                upper(parameter.apply("act")),
                parameter.apply("incident"),
                parameter.apply("story"),
                day("from", parameter.apply("from")),
                day("to", parameter.apply("to")),
                parameter.apply("q"));
    }

    private static @Nullable String lower(@Nullable String words) {
        return words == null ? null : words.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String upper(@Nullable String words) {
        return words == null ? null : words.strip().toUpperCase(Locale.ROOT);
    }

    private static @Nullable LocalDate day(String name, @Nullable String day) {
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw Problem.of(400, name + ": \"" + day + "\" is no day; give one like 2026-06-02");
        }
    }

    /** The rows of a table that fit, in their order. */
    List<ObjectNode> rows(Snapshot snapshot, String table) {
        List<ObjectNode> all = snapshot.rows(table);
        if (isEmpty()) {
            return all;
        }
        Set<String> articles = articles(snapshot);
        boolean byClaim = speaker != null || act != null || incident != null || q != null;
        Set<String> claims = claims(snapshot, articles);
        Set<String> telling = byClaim ? articlesOf(snapshot, claims) : articles;
        return all.stream()
                .filter(row -> fits(table, row, claims, telling, byClaim))
                .toList();
    }

    private boolean isEmpty() {
        return outlet == null
                && speaker == null
                && act == null
                && incident == null
                && story == null
                && from == null
                && to == null
                && q == null;
    }

    /** Those that fit outlet, story and days. */
    private Set<String> articles(Snapshot snapshot) {
        Set<String> articles = new HashSet<>();
        for (ObjectNode row : snapshot.rows("articles")) {
            if (is(row, "outlet", outlet) && (story == null || story.equals(text(row, "story"))) && isPublished(row)) {
                articles.add(text(row, "id"));
            }
        }
        return articles;
    }

    private boolean isPublished(ObjectNode row) {
        if (from == null && to == null) {
            return true;
        }
        String published =
                row.get("published").isNull() ? null : row.get("published").asString();
        if (published == null) {
            return false;
        }
        LocalDate day = LocalDate.parse(published);
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private Set<String> claims(Snapshot snapshot, Set<String> articles) {
        Set<String> found = q == null ? null : found(snapshot, q);
        Set<String> claims = new HashSet<>();
        for (ObjectNode row : snapshot.rows("claims")) {
            if (articles.contains(text(row, "article"))
                    && (speaker == null || isSpeaker(row))
                    && (act == null || act.equals(text(row, "act")))
                    && (incident == null || incident.equals(text(row, "incident")))
                    && (found == null || found.contains(text(row, "id")))) {
                claims.add(text(row, "id"));
            }
        }
        return claims;
    }

    private static Set<String> found(Snapshot snapshot, String words) {
        return snapshot.search().claims(SearchQuery.parse(words), MOST_FOUND);
    }

    private boolean isSpeaker(ObjectNode row) {
        JsonNode known = row.get("speaker");
        return is(row, "speakerLabel", speaker)
                || (known instanceof ObjectNode actor
                        && (text(actor, "id").equalsIgnoreCase(speaker) || is(actor, "name", speaker)));
    }

    private static Set<String> articlesOf(Snapshot snapshot, Set<String> claims) {
        Set<String> articles = new HashSet<>();
        claims.forEach(id -> snapshot.claim(id).ifPresent(claim -> articles.add(claim.article())));
        return articles;
    }

    private boolean fits(String table, ObjectNode row, Set<String> claims, Set<String> articles, boolean byClaim) {
        return switch (table) {
            case "claims" -> claims.contains(text(row, "id"));
            case "articles" -> articles.contains(text(row, "id"));
            case "relations" -> claims.contains(text(row, "a")) || claims.contains(text(row, "b"));
            case "lineage" -> articles.contains(text(row, "from")) || articles.contains(text(row, "to"));
            case "stories" -> (story == null || story.equals(text(row, "id"))) && any(row.get("articles"), articles);
            case "incidents" ->
                (incident == null || incident.equals(text(row, "id")))
                        && ((byClaim && incident == null)
                                ? anyOf(row.get("accounts"), "claim", claims)
                                : (incident != null || anyOf(row.get("mentions"), "article", articles)));
            case "agreements", "actors" -> anyOf(row.get("mentions"), "article", articles) || isIt(table, row);
            case "figures" ->
                (incident == null || incident.equals(text(row, "incident")))
                        && (isOfClaims()
                                ? claims.contains(text(row, "claim"))
                                : (incident != null || articles.contains(text(row, "article"))));
            default ->
                (incident == null || incident.equals(text(row, "incident")) || claims.contains(text(row, "claim")))
                        && is(row, "outlet", outlet)
                        && (!isOfClaims() || claims.contains(text(row, "claim")))
                        && ((story == null && from == null && to == null) || articles.contains(text(row, "article")));
        };
    }

    /** Whether something is asked that claims alone have. */
    private boolean isOfClaims() {
        return speaker != null || act != null || q != null;
    }

    /** An actor fits its own name as a speaker, be it mentioned elsewhere or not. */
    private boolean isIt(String table, ObjectNode row) {
        return table.equals("actors") && speaker != null && is(row, "name", speaker);
    }

    private static boolean any(JsonNode ids, Set<String> of) {
        List<String> all = new ArrayList<>();
        ids.forEach(id -> all.add(id.asString()));
        return all.stream().anyMatch(of::contains);
    }

    private static boolean anyOf(JsonNode items, String field, Set<String> of) {
        for (JsonNode item : items) {
            JsonNode value = item.get(field);
            if (value != null && !value.isNull() && of.contains(value.asString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(ObjectNode row, String field, @Nullable String wanted) {
        return wanted == null
                || text(row, field).strip().toLowerCase(Locale.ROOT).equals(wanted);
    }

    private static String text(ObjectNode row, String field) {
        JsonNode value = row.get(field);
        return value == null || value.isNull() ? "" : value.asString();
    }

    /** The tables that can be asked for. */
    static List<String> tables() {
        return DossierTables.NAMES;
    }
}
