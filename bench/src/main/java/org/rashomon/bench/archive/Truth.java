package org.rashomon.bench.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rashomon.bench.archive.InventedArticle.Told;

/**
 * What is true of the articles printed so far. Claims are those of a happening, whatever the words that an article puts them in: a denial
 * answers an accusation and a rival count a count wherever both are told, so that the truth grows with the articles and not with their pairs.
 */
final class Truth {
    /** What kind of claim answers what other. */
    private static final Map<String, String> ANSWERS =
            Map.of("denial", "accusation", "counter", "accusation", "rival", "toll", "kept", "breach");

    private final Map<String, Of> happenings = new LinkedHashMap<>();

    /** A sentence of an article. */
    private record Place(String article, String words) {
        Map<String, Object> row() {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("article", article);
            row.put("words", words);
            return row;
        }
    }

    private record Of(Happening happening, List<Place> told, Map<String, List<Place>> claims) {}

    void add(InventedArticle article) {
        Of of = happenings.computeIfAbsent(
                article.happening().id(), id -> new Of(article.happening(), new ArrayList<>(), new LinkedHashMap<>()));
        for (Told sentence : article.told()) {
            Place place = new Place(article.id(), sentence.words());
            if (sentence.tells()) {
                of.told.add(place);
            }
            if (!sentence.claim().isEmpty()) {
                of.claims
                        .computeIfAbsent(sentence.claim(), kind -> new ArrayList<>())
                        .add(place);
            }
        }
    }

    /** Takes a row of a table. */
    @FunctionalInterface
    interface Sink {
        void row(String table, Map<String, Object> row) throws IOException;
    }

    /** Which article prints whose words. */
    static Map<String, Object> copy(InventedArticle article) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("article", article.id());
        row.put("from", Objects.requireNonNull(article.from()));
        row.put("kind", article.kind().name());
        return row;
    }

    /** Which sentences tell of one happening, and what is claimed of it. */
    void write(Sink sink) throws IOException {
        for (Of of : happenings.values()) {
            Happening happening = of.happening;
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", happening.id());
            row.put("kind", happening.kind());
            row.put("day", happening.day().toString());
            row.put("town", happening.town());
            row.put("accused", happening.accused());
            row.put("dead", happening.dead());
            row.put("mentions", of.told.stream().map(Place::row).toList());
            sink.row("incidents", row);
            for (Map.Entry<String, List<Place>> claim : of.claims.entrySet()) {
                sink.row("claims", claim(happening, claim.getKey(), claim.getValue(), of.claims));
            }
        }
    }

    private static Map<String, Object> claim(
            Happening happening, String kind, List<Place> places, Map<String, List<Place>> all) {
        String answered = ANSWERS.get(kind);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", happening.id() + "-" + kind);
        row.put("incident", happening.id());
        row.put("kind", kind);
        row.put("by", by(happening, kind));
        row.put("of", of(happening, kind));
        row.put("agreement", agreement(happening, kind));
        row.put("answers", answered == null || !all.containsKey(answered) ? null : happening.id() + "-" + answered);
        row.put("told", places.stream().map(Place::row).toList());
        return row;
    }

    /** A side; null where the speaker is of none. */
    private static @Nullable String by(Happening happening, String kind) {
        return switch (kind) {
            case "accusation" -> happening.accuser();
            case "denial", "counter", "rival", "kept" -> happening.accused();
            case "breach" -> happening.other();
            default -> null;
        };
    }

    /** Whom it blames. */
    private static @Nullable String of(Happening happening, String kind) {
        return switch (kind) {
            case "accusation", "breach" -> happening.accused();
            case "counter" -> happening.other();
            default -> null;
        };
    }

    private static @Nullable String agreement(Happening happening, String kind) {
        return switch (kind) {
            case "agreement", "breach", "kept" -> happening.pact();
            default -> null;
        };
    }
}
