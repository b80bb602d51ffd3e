package org.rashomon.ingest.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.DocumentReader.Sink;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.formats.records.FieldNames;
import org.rashomon.ingest.formats.records.JsonRecord;
import org.rashomon.ingest.formats.records.RecordDrafts;
import org.rashomon.ingest.formats.wires.Ninjs;
import org.rashomon.ingest.formats.wires.Release;
import org.rashomon.model.Imprint;
import tools.jackson.databind.JsonNode;

/** Gives the article of one JSON object, on a line, in a list or alone: an item of a news agency (ninjs), or a record of whatever export. */
public final class JsonRecords {
    private final RecordDrafts drafts;
    private final Ninjs ninjs;

    public JsonRecords(FieldNames names, Release release) {
        this.drafts = new RecordDrafts(names);
        this.ninjs = new Ninjs(release);
    }

    /** Hands the object's article to {@code sink}, or says why there is none. */
    void give(JsonNode object, String place, Sink sink) {
        try {
            if (Ninjs.isItem(object)) {
                sink.article(ninjs.draft(object, place));
                return;
            }
            JsonRecord record = new JsonRecord(object.has("_source") ? object.get("_source") : object);
            Optional<String> page = drafts.page(record);
            if (page.isPresent()) {
                page(page.get(), record, place, sink);
            } else {
                sink.article(drafts.draft(record, place));
            }
        } catch (BadInputException e) {
            sink.rejected(place, String.valueOf(e.getMessage()));
        }
    }

    /** Whether the object states a text of its own. */
    boolean holdsText(JsonNode object) {
        return Ninjs.isItem(object) || drafts.holdsText(new JsonRecord(object));
    }

    /** A field that holds a page is read as one; what the record states goes before what the page does. */
    private void page(String html, JsonRecord record, String place, Sink sink) {
        List<String> notes = new ArrayList<>();
        Imprint stated = drafts.imprint(record, notes);
        byte[] bytes = ("\uFEFF" + html).getBytes(StandardCharsets.UTF_8);
        sink.document(place, "page.html", bytes, draft -> {
            boolean oneOfSeveral = !draft.place().isEmpty();
            Draft out = draft.with(oneOfSeveral ? draft.imprint().over(stated) : stated.over(draft.imprint()));
            for (String note : notes) {
                out = out.noted(note);
            }
            return out;
        });
    }
}
