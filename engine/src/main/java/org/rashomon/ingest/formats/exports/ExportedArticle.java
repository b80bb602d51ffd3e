package org.rashomon.ingest.formats.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.formats.records.LanguageTags;
import org.rashomon.ingest.pages.Fragment;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;

/** What an export gives of one article, as it stands there. */
final class ExportedArticle {
    @Nullable
    String outlet;

    @Nullable
    String title;

    @Nullable
    String date;

    @Nullable
    String byline;

    @Nullable
    String url;

    @Nullable
    String language;
    /** Lines of the text, paragraphs parted by blank ones. */
    final List<String> body = new ArrayList<>();
    /** What stands under pictures. */
    final List<String> captions = new ArrayList<>();

    boolean hasText() {
        return body.stream().anyMatch(line -> !line.isBlank());
    }

    Draft draft(String place) {
        List<String> notes = new ArrayList<>();
        List<Draft.Part> text = List.of(new Draft.Part(String.join("\n", body).strip(), null));
        Optional<PublicationDate> published =
                Optional.ofNullable(date).flatMap(stated -> Dates.parse(stated, Imprint.Origin.GIVEN));
        if (date != null && published.isEmpty()) {
            notes.add("the date \"" + date + "\" cannot be read, and is left out");
        }
        Imprint imprint = Imprint.builder()
                .outlet(outlet, Imprint.Origin.GIVEN)
                .title(title)
                .published(published.orElse(null))
                .byline(byline)
                .url(url)
                .language(
                        Optional.ofNullable(language).flatMap(LanguageTags::of).orElse(null))
                .build();
        return new Draft(place, null, imprint, Fragment.withCaptions(text, captions), notes);
    }
}
