package org.rashomon.ingest.formats.exports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Exports of Nexis Uni: headline, outlet, day, fields, {@code Body} alone on a line, the text, and {@code End of Document}. */
final class NexisUni implements ExportKind {
    private static final Pattern END = Pattern.compile("\\s*End of Document\\s*");
    private static final Pattern LENGTH = Pattern.compile("\\s*Length:\\s*[\\d,.]+ words\\s*");
    private static final Pattern BODY = Pattern.compile("\\s*Body\\s*");
    private static final Pattern AFTER =
            Pattern.compile("\\s*(?:Classification|Load-Date:.*|Graphic|End of Document)\\s*");
    private static final Pattern CAPTIONS = Pattern.compile("\\s*Graphic\\s*");

    private static final Map<String, BiConsumer<ExportedArticle, String>> FIELDS = Map.of(
            "byline", (article, value) -> article.byline = value,
            "highlight",
                    (article, value) -> {
                        article.body.add(value);
                        article.body.add("");
                    },
            "language", (article, value) -> article.language = value,
            "section", NexisUni::passedOver,
            "length", NexisUni::passedOver,
            "dateline", NexisUni::passedOver,
            "load-date", NexisUni::passedOver);

    @Override
    public String name() {
        return "a Nexis Uni export";
    }

    @Override
    public boolean recognises(List<String> lines) {
        return lines.stream().anyMatch(line -> LENGTH.matcher(line).matches())
                && lines.stream().anyMatch(line -> BODY.matcher(line).matches());
    }

    @Override
    public List<List<String>> split(List<String> lines) {
        return Lines.splitAfter(lines, END);
    }

    @Override
    public ExportedArticle article(List<String> lines) {
        ExportedArticle article = new ExportedArticle();
        int body = indexOf(lines, BODY, 0);
        if (body < 0) {
            return article;
        }
        head(lines.subList(0, body), article);
        int end = indexOf(lines, AFTER, body + 1);
        article.body.addAll(lines.subList(body + 1, end < 0 ? lines.size() : end));
        int captions = indexOf(lines, CAPTIONS, body + 1);
        if (captions > 0) {
            int stop = indexOf(lines, AFTER, captions + 1);
            article.captions.add(Lines.joined(lines.subList(captions + 1, stop < 0 ? lines.size() : stop)));
        }
        return article;
    }

    private static int indexOf(List<String> lines, Pattern pattern, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static void head(List<String> lines, ExportedArticle article) {
        for (String line : lines) {
            Optional<Lines.Field> field = Lines.field(line, FIELDS);
            if (field.isPresent()) {
                FIELDS.getOrDefault(field.get().name(), NexisUni::passedOver)
                        .accept(article, field.get().value());
            } else if (!line.isBlank() && !Lines.isCopyright(line)) {
                above(line, article);
            }
        }
    }

    private static void above(String line, ExportedArticle article) {
        if (article.title == null) {
            article.title = line.strip();
        } else if (article.date == null && Lines.isDate(line)) {
            article.date = line.strip();
        } else if (article.outlet == null && article.date == null) {
            article.outlet = line.strip();
        }
    }

    private static void passedOver(ExportedArticle article, String value) {}
}
