package org.rashomon.server.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Served;
import org.rashomon.export.page.Served.Count;
import org.rashomon.export.page.Served.Filter;
import org.rashomon.export.page.Served.Piece;
import org.rashomon.model.Article;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.server.search.SearchAnswer;
import org.rashomon.server.search.SearchQuery;
import org.rashomon.server.view.Snapshot;

/** What was looked for: statements and passages, with the words that were found marked where they stand. */
final class SearchPages {
    private static final int SHOWN = 30;
    private static final int MOST_PAGES = 1000;

    private SearchPages() {}

    static Served search(Visit visit, @Nullable String typed, @Nullable String from) {
        String query = typed == null ? "" : typed.strip();
        SearchQuery parsed = SearchQuery.parse(query);
        if (parsed.isEmpty()) {
            return new Served.Search(
                    visit.frame("Search"),
                    "",
                    "What is looked for?",
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    "");
        }
        Snapshot snapshot = visit.snapshot();
        int first = from != null && from.matches("\\d{1,5}") ? Math.min(Integer.parseInt(from), SHOWN * MOST_PAGES) : 0;
        SearchAnswer answer = snapshot.search().search(parsed, first, SHOWN);
        Statements statements = snapshot.statements();
        // what several articles print is one line, which names them all
        Map<String, Served.Found> once = new LinkedHashMap<>();
        for (SearchAnswer.Hit hit : answer.statements()) {
            Claim claim = snapshot.index().claim(Objects.requireNonNull(hit.claim()));
            once.computeIfAbsent(
                    statements.utterance(claim), id -> new Served.Found(statements.line(claim), pieces(hit)));
        }
        List<Served.Passage> passages = answer.passages().stream()
                .map(hit -> {
                    Article article = snapshot.index().article(hit.article());
                    return new Served.Passage(statements.article(article), Statements.source(article), pieces(hit));
                })
                .toList();
        int next = first + SHOWN;
        return new Served.Search(
                visit.frame("Search"),
                query,
                summary(answer),
                filters(answer, query),
                set(parsed, query),
                List.copyOf(once.values()),
                next < answer.statementsFound()
                        ? new Link(
                                href(query) + "&from=" + next,
                                "Further statements: " + (answer.statementsFound() - next))
                        : null,
                passages,
                answer.articlesFound() > SHOWN
                        ? "The best of " + answer.articlesFound() + " articles."
                        : Statements.plural(answer.articlesFound(), "article", "articles") + ".");
    }

    /** What was found, and always in what was looked. */
    static String summary(SearchAnswer answer) {
        String in = Statements.plural(answer.searched().statements(), "statement", "statements") + " and "
                + Statements.plural(answer.searched().articles(), "article", "articles");
        return answer.statementsFound() == 0 && answer.articlesFound() == 0
                ? "Nothing was found. Looked in " + in + " of this case, for these words with any ending."
                : Statements.plural(answer.statementsFound(), "statement", "statements") + " found; looked in " + in
                        + ".";
    }

    private static List<Piece> pieces(SearchAnswer.Hit hit) {
        return hit.pieces().stream()
                .map(piece -> new Piece(piece.text().replace('\n', ' '), piece.found()))
                .toList();
    }

    private static String href(String query) {
        return "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static List<Filter> filters(SearchAnswer answer, String query) {
        List<Filter> filters = new ArrayList<>();
        for (SearchAnswer.Facet facet : answer.facets()) {
            filters.add(new Filter(
                    title(facet.field()),
                    facet.values().stream()
                            .map(value -> new Count(
                                    href(query + " " + facet.field() + ":\""
                                            + value.name().replace('"', ' ') + "\""),
                                    shown(facet.field(), value.name()),
                                    String.valueOf(value.count())))
                            .toList()));
        }
        return filters;
    }

    private static String shown(String field, String value) {
        return field.equals("act") ? Statements.verb(Act.valueOf(value.toUpperCase(Locale.ROOT))) : value;
    }

    private static String title(String field) {
        return switch (field) {
            case "speaker" -> "Speaker";
            case "outlet" -> "Outlet";
            default -> "Act";
        };
    }

    private static List<Filter> set(SearchQuery parsed, String query) {
        List<Filter> set = new ArrayList<>();
        for (String field : List.of("speaker", "outlet", "act")) {
            List<String> values = switch (field) {
                case "speaker" -> parsed.speakers();
                case "outlet" -> parsed.outlets();
                default -> parsed.acts();
            };
            if (!values.isEmpty()) {
                String without = query.replaceAll("\\b" + field + ":(\"[^\"]*\"|\\S+)", "")
                        .strip();
                set.add(new Filter(title(field), List.of(new Count(href(without), String.join(" or ", values), ""))));
            }
        }
        return set;
    }
}
