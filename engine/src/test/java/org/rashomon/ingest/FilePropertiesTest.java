package org.rashomon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.model.Article;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;

/** What a file says of itself counts only where its text says nothing, and the article's notes tell so. */
class FilePropertiesTest {
    private static final String BODY =
            "The Kestrian army denied on Monday that its forces had shelled the bridge at Ellery.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bridge shelled |               | A file's title | Ada Quill | Bridge shelled | Ada Quill  | 1
            Bridge shelled | By Jon Marrow | A file's title | Ada Quill | Bridge shelled | Jon Marrow | 0
                           | By Jon Marrow | A file's title | Ada Quill | A file's title | Jon Marrow | 1
                           |               | A file's title | Ada Quill | A file's title | Ada Quill  | 2
            Bridge shelled |               |                |           | Bridge shelled |            | 0
            """)
    void countWhereTheTextSaysNothing(
            @Nullable String headline,
            @Nullable String byline,
            @Nullable String filedTitle,
            @Nullable String filedAuthor,
            @Nullable String title,
            @Nullable String author,
            int notes) {
        List<Draft.Part> parts = new ArrayList<>();
        Stream.ofNullable(headline).forEach(words -> parts.add(new Draft.Part(words, BlockRole.HEADLINE)));
        Stream.ofNullable(byline).forEach(words -> parts.add(new Draft.Part(words, null)));
        parts.add(new Draft.Part(BODY, null));
        parts.add(new Draft.Part("The rebels said on Monday that a jet had circled over the town.", null));
        Article article = new Composer()
                .compose(
                        new Draft(
                                "",
                                null,
                                Imprint.NONE,
                                parts,
                                List.of(),
                                List.of(),
                                new Draft.Properties(filedTitle, filedAuthor)),
                        "a.pdf");
        assertThat(article.title()).isEqualTo(title);
        assertThat(article.imprint().authors()).isEqualTo(author == null ? List.of() : List.of(author));
        assertThat(article.notes()).hasSize(notes);
    }
}
