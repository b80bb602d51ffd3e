package org.rashomon.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Anchor;
import org.rashomon.casefile.Correction;
import org.rashomon.casefile.OpenCase;
import org.rashomon.casefile.Revision;
import org.rashomon.model.Article;
import tools.jackson.databind.json.JsonMapper;

/** Corrections for other programs: one object a line, offsets in code points. */
public final class CorrectionLines {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OpenCase from;
    private final Map<String, List<Revision>> revisions = new HashMap<>();

    private CorrectionLines(OpenCase from) {
        this.from = from;
    }

    /** All corrections of a case, oldest first. */
    public static List<String> of(OpenCase from) {
        CorrectionLines lines = new CorrectionLines(from);
        return from.corrections().stream().map(lines::line).toList();
    }

    private String line(Correction correction) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", correction.id());
        row.put("kind", word(correction.draft().kind()));
        row.put("state", word(correction.state()));
        row.put("reason", correction.reason());
        row.put("author", correction.author());
        row.put("at", correction.at().toString());
        row.put("undoneBy", correction.undoneBy());
        row.put(
                "undoneAt",
                correction.undoneAt() == null ? null : correction.undoneAt().toString());
        row.put("values", correction.draft().values());
        row.put("before", correction.before());
        row.put("note", correction.draft().note());
        List<Map<String, @Nullable Object>> anchors = new ArrayList<>();
        correction.draft().anchors().forEach(anchor -> anchors.add(anchor(anchor)));
        row.put("anchors", anchors);
        return JSON.writeValueAsString(row);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Map<String, @Nullable Object> anchor(Anchor anchor) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("article", anchor.article());
        row.put("sha256", anchor.sha256());
        String text = revisions.computeIfAbsent(anchor.article(), from::revisions).stream()
                .map(Revision::article)
                .filter(anchor::holdsIn)
                .map(Article::text)
                .findFirst()
                .orElse(null);
        row.put(
                "start",
                text == null ? null : text.codePointCount(0, anchor.span().start()));
        row.put(
                "end",
                text == null ? null : text.codePointCount(0, anchor.span().end()));
        row.put("exact", anchor.exact());
        row.put("source", anchor.source());
        return row;
    }
}
