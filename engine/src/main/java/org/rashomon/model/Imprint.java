package org.rashomon.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stated about an article beside its text: by its page, its feed, its record or its own head. What nobody states is null.
 *
 * @param outlet the publisher
 * @param outletFrom where the publisher is stated; null exactly where {@code outlet} is
 * @param url where the article was published
 * @param title the headline as printed
 * @param published when, with where that is stated
 * @param byline the line that says who wrote or supplied the article, as printed
 * @param authors the names in it, where the source gives them one by one
 * @param credit the wire or paper that the text is credited to
 * @param language BCP 47 tag
 */
public record Imprint(
        @Nullable String outlet,
        @Nullable Origin outletFrom,
        @Nullable String url,
        @Nullable String title,
        @Nullable PublicationDate published,
        @Nullable String byline,
        List<String> authors,
        @Nullable String credit,
        @Nullable String language) {
    /** Nothing is stated. */
    public static final Imprint NONE = new Builder().build();

    public Imprint {
        authors = List.copyOf(authors);
        if ((outlet == null) != (outletFrom == null)) {
            throw new IllegalArgumentException("an outlet needs where it is stated, and only an outlet does: " + outlet
                    + ", stated by " + outletFrom);
        }
    }

    /** Where a fact was stated; the labels are those of the columns {@code publishedFrom} and {@code outletFrom}. */
    public enum Origin {
        META("meta"),
        JSON_LD("json-ld"),
        FEED("feed"),
        /** The end of a page's title ({@code … | The Ovrane Ledger}). */
        TITLE("title"),
        DATELINE("dateline"),
        TEXT("text"),
        FILENAME("filename"),
        /** A field of the record that holds the article. */
        GIVEN("given");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that holds all of this. */
    public Builder toBuilder() {
        return new Builder()
                .outlet(outlet, outletFrom)
                .url(url)
                .title(title)
                .published(published)
                .byline(byline)
                .authors(authors)
                .credit(credit)
                .language(language);
    }

    /** What this states, and what {@code other} states where this does not. */
    public Imprint over(Imprint other) {
        boolean named = outlet != null;
        boolean signed = byline != null || !authors.isEmpty();
        return new Imprint(
                named ? outlet : other.outlet,
                named ? outletFrom : other.outletFrom,
                url != null ? url : other.url,
                title != null ? title : other.title,
                published != null ? published : other.published,
                signed ? byline : other.byline,
                signed ? authors : other.authors,
                credit != null ? credit : other.credit,
                language != null ? language : other.language);
    }

    /** Takes facts one by one; null takes one back. */
    public static final class Builder {
        private @Nullable String outlet;
        private @Nullable Origin outletFrom;
        private @Nullable String url;
        private @Nullable String title;
        private @Nullable PublicationDate published;
        private @Nullable String byline;
        private List<String> authors = List.of();
        private @Nullable String credit;
        private @Nullable String language;

        private Builder() {}

        /** {@code from} counts only where there is an outlet. */
        public Builder outlet(@Nullable String stated, @Nullable Origin from) {
            outlet = stated;
            outletFrom = stated == null ? null : from;
            return this;
        }

        public Builder url(@Nullable String stated) {
            url = stated;
            return this;
        }

        public Builder title(@Nullable String stated) {
            title = stated;
            return this;
        }

        public Builder published(@Nullable PublicationDate stated) {
            published = stated;
            return this;
        }

        public Builder byline(@Nullable String stated) {
            byline = stated;
            return this;
        }

        public Builder authors(List<String> stated) {
            authors = stated;
            return this;
        }

        public Builder credit(@Nullable String stated) {
            credit = stated;
            return this;
        }

        public Builder language(@Nullable String stated) {
            language = stated;
            return this;
        }

        public Imprint build() {
            return new Imprint(outlet, outletFrom, url, title, published, byline, authors, credit, language);
        }
    }
}
