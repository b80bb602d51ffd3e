package org.rashomon.ingest.formats.exports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exports of ProQuest and their like: {@code Document 1 of 3}, then fields with their names, the text behind {@code Full text:}. */
final class ProQuest implements ExportKind {
    private static final Pattern NUMBERED =
            Pattern.compile("\\s*Document \\d{1,6} of \\d{1,6}\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern RULE = Pattern.compile("\\s*[_=*-]{10,}\\s*");
    /** {@code The Ovrane Ledger ; Quellin [Quellin] 07 Mar 2029: A4.} */
    private static final Pattern PLACE_AND_DAY =
            Pattern.compile("(?<outlet>[^;\\[]{2,80}?)\\s*[;\\[].*?(?<day>\\d{1,2} [A-Z][a-z]{2,8} \\d{4}).*");

    private static final Map<String, BiConsumer<ExportedArticle, String>> FIELDS = Map.ofEntries(
            Map.entry("title", (article, value) -> article.title = value),
            Map.entry("author", (article, value) -> article.byline = value),
            Map.entry("publication title", (article, value) -> article.outlet = value),
            Map.entry("source", (article, value) -> article.outlet = article.outlet == null ? value : article.outlet),
            Map.entry("publication date", (article, value) -> article.date = value),
            Map.entry("date", (article, value) -> article.date = article.date == null ? value : article.date),
            Map.entry("publication info", ProQuest::placeAndDay),
            Map.entry("language of publication", (article, value) -> article.language = value),
            Map.entry("language", (article, value) -> article.language = value),
            Map.entry("document url", ProQuest::passedOver),
            Map.entry("links", ProQuest::passedOver),
            Map.entry("abstract", ProQuest::passedOver),
            Map.entry("subject", ProQuest::passedOver),
            Map.entry("location", ProQuest::passedOver),
            Map.entry("people", ProQuest::passedOver),
            Map.entry("company", ProQuest::passedOver),
            Map.entry("identifier", ProQuest::passedOver),
            Map.entry("pages", ProQuest::passedOver),
            Map.entry("first page", ProQuest::passedOver),
            Map.entry("publication year", ProQuest::passedOver),
            Map.entry("section", ProQuest::passedOver),
            Map.entry("publisher", ProQuest::passedOver),
            Map.entry("place of publication", ProQuest::passedOver),
            Map.entry("country of publication", ProQuest::passedOver),
            Map.entry("publication subject", ProQuest::passedOver),
            Map.entry("issn", ProQuest::passedOver),
            Map.entry("source type", ProQuest::passedOver),
            Map.entry("document type", ProQuest::passedOver),
            Map.entry("proquest document id", ProQuest::passedOver),
            Map.entry("copyright", ProQuest::passedOver),
            Map.entry("last updated", ProQuest::passedOver),
            Map.entry("database", ProQuest::passedOver),
            Map.entry("full text", ProQuest::passedOver),
            Map.entry("fulltext", ProQuest::passedOver));

    private static void placeAndDay(ExportedArticle article, String value) {
        Matcher matcher = PLACE_AND_DAY.matcher(value);
        if (matcher.matches()) {
            article.outlet = article.outlet == null ? matcher.group("outlet").strip() : article.outlet;
            article.date = article.date == null ? matcher.group("day") : article.date;
        }
    }

    @Override
    public String name() {
        return "a ProQuest export";
    }

    @Override
    public boolean recognises(List<String> lines) {
        return lines.stream().anyMatch(line -> NUMBERED.matcher(line).matches())
                && lines.stream()
                                .flatMap(line -> Lines.field(line, FIELDS).stream())
                                .map(Lines.Field::name)
                                .distinct()
                                .limit(2)
                                .count()
                        == 2;
    }

    @Override
    public List<List<String>> split(List<String> lines) {
        return Lines.splitBefore(lines, NUMBERED);
    }

    @Override
    public ExportedArticle article(List<String> lines) {
        ExportedArticle article = new ExportedArticle();
        boolean text = false;
        boolean fields = false;
        for (String line : lines.subList(1, lines.size())) {
            Optional<Lines.Field> field = Lines.field(line, FIELDS);
            if (field.isPresent()) {
                fields = true;
                FIELDS.getOrDefault(field.get().name(), ProQuest::passedOver)
                        .accept(article, field.get().value());
                text = field.get().name().equals("full text")
                        || field.get().name().equals("fulltext");
                if (text) {
                    article.body.add(field.get().value());
                }
            } else if (RULE.matcher(line).matches()) {
                text = false;
            } else if (text) {
                article.body.add(line);
            } else if (!fields && article.title == null && !line.isBlank()) {
                article.title = line.strip();
            }
        }
        return article;
    }

    private static void passedOver(ExportedArticle article, String value) {}
}
