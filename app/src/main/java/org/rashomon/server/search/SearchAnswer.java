package org.rashomon.server.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param statements claims, best first
 * @param statementsFound how many there are, those not listed included
 * @param passages of articles, best first
 * @param articlesFound how many articles there are
 * @param facets of the statements found
 * @param searched in how many statements and articles was looked
 */
public record SearchAnswer(
        List<Hit> statements,
        int statementsFound,
        List<Hit> passages,
        int articlesFound,
        List<Facet> facets,
        Searched searched) {
    public SearchAnswer {
        statements = List.copyOf(statements);
        passages = List.copyOf(passages);
        facets = List.copyOf(facets);
    }

    /** In what was looked. */
    public record Searched(int statements, int articles) {}

    /**
     * Words that were found.
     *
     * @param claim its id, or null where they are a passage of the article
     * @param start of the words in the article's text, in UTF-16 code units
     * @param pieces the words, cut where what was looked for begins and ends
     */
    public record Hit(String article, @Nullable String claim, int start, List<Piece> pieces) {
        public Hit {
            pieces = List.copyOf(pieces);
        }

        /** The words as they stand in the article. */
        public String words() {
            StringBuilder words = new StringBuilder();
            pieces.forEach(piece -> words.append(piece.text()));
            return words.toString();
        }
    }

    /** A stretch of words; {@code found} where it is what was looked for. */
    public record Piece(String text, boolean found) {}

    /** A property of statements: {@code speaker}, {@code outlet} or {@code act}, with its values, those of most first. */
    public record Facet(String field, List<Value> values) {
        public Facet {
            values = List.copyOf(values);
        }
    }

    /** A value and how many of the statements found have it. */
    public record Value(String name, int count) {}
}
