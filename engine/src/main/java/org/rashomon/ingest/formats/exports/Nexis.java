package org.rashomon.ingest.formats.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Exports of LexisNexis: {@code 1 of 12 DOCUMENTS}, outlet, day, headline, then fields in capitals, the text behind {@code LENGTH:}, and
 * more fields behind it.
 */
final class Nexis implements ExportKind {
    private static final Pattern NUMBERED =
            Pattern.compile("\\s*(?:document )?\\d{1,6} of \\d{1,6} documents?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN = Pattern.compile("\\s*(?:LENGTH:\\s*\\d.*|LOAD-DATE:.*|BYLINE:.*|SECTION:.*)");
    private static final Pattern EDITION = Pattern.compile(
            "(?i)(?:.{0,40}\\bedition\\b.{0,40}|first|final|late|early|correction appended|\\d{1,2}:\\d{2} [AP]M .{0,8})");
    private static final int TITLE_LINES = 4;

    /** Fields, in small letters, and what becomes of them; one whose text goes on does so up to a blank line. */
    private static final Map<String, BiConsumer<ExportedArticle, String>> FIELDS = Map.ofEntries(
            Map.entry("byline", (article, value) -> article.byline = value),
            Map.entry("headline", (article, value) -> article.title = value),
            Map.entry("source", (article, value) -> article.outlet = article.outlet == null ? value : article.outlet),
            Map.entry("language", (article, value) -> article.language = value),
            Map.entry("url", (article, value) -> article.url = value),
            Map.entry("highlight", (article, value) -> {
                article.body.add(value);
                article.body.add("");
            }),
            Map.entry("graphic", (article, value) -> article.captions.add(value)),
            Map.entry("length", Nexis::passedOver),
            Map.entry("section", Nexis::passedOver),
            Map.entry("dateline", Nexis::passedOver),
            Map.entry("load-date", Nexis::passedOver),
            Map.entry("publication-type", Nexis::passedOver),
            Map.entry("document-type", Nexis::passedOver),
            Map.entry("journal-code", Nexis::passedOver),
            Map.entry("acc-no", Nexis::passedOver),
            Map.entry("type", Nexis::passedOver),
            Map.entry("series", Nexis::passedOver),
            Map.entry("subject", Nexis::passedOver),
            Map.entry("organization", Nexis::passedOver),
            Map.entry("company", Nexis::passedOver),
            Map.entry("ticker", Nexis::passedOver),
            Map.entry("industry", Nexis::passedOver),
            Map.entry("geographic", Nexis::passedOver),
            Map.entry("country", Nexis::passedOver),
            Map.entry("state", Nexis::passedOver),
            Map.entry("city", Nexis::passedOver),
            Map.entry("person", Nexis::passedOver),
            Map.entry("correction-date", Nexis::passedOver),
            Map.entry("notes", Nexis::passedOver),
            Map.entry("name", Nexis::passedOver));

    @Override
    public String name() {
        return "a Nexis export";
    }

    @Override
    public boolean recognises(List<String> lines) {
        return lines.stream().anyMatch(line -> NUMBERED.matcher(line).matches())
                && lines.stream().anyMatch(line -> OWN.matcher(line).matches());
    }

    @Override
    public List<List<String>> split(List<String> lines) {
        return Lines.splitBefore(lines, NUMBERED);
    }

    @Override
    public ExportedArticle article(List<String> lines) {
        ExportedArticle article = new ExportedArticle();
        int at = head(lines, article);
        boolean text = false;
        for (; at < lines.size(); at++) {
            String line = lines.get(at);
            Optional<Lines.Field> field = isCapitals(line) ? Lines.field(line, FIELDS) : Optional.empty();
            if (field.isPresent()) {
                int end = endOfField(lines, at);
                List<String> value = new ArrayList<>(List.of(field.get().value()));
                value.addAll(lines.subList(at + 1, end));
                FIELDS.getOrDefault(field.get().name(), Nexis::passedOver).accept(article, Lines.joined(value));
                text |= field.get().name().equals("length");
                at = end - 1;
            } else if (text && isEnd(lines, at)) {
                break;
            } else if (text) {
                article.body.add(line);
            }
        }
        return article;
    }

    /** Reads what stands before the first field, and tells where that is. */
    private static int head(List<String> lines, ExportedArticle article) {
        int first = 1;
        while (first < lines.size()
                && !(isCapitals(lines.get(first))
                        && Lines.field(lines.get(first), FIELDS).isPresent())) {
            first++;
        }
        List<List<String>> paragraphs = Lines.paragraphs(lines.subList(1, first));
        boolean dated = false;
        for (List<String> paragraph : paragraphs) {
            List<String> own =
                    paragraph.stream().filter(line -> !Lines.isCopyright(line)).toList();
            for (String line : own) {
                if (!dated && Lines.isDate(line)) {
                    article.date = line;
                    dated = true;
                } else if (!dated) {
                    article.outlet = line;
                }
            }
            boolean below = dated && own.stream().noneMatch(line -> line.equals(article.date));
            if (below
                    && article.title == null
                    && !EDITION.matcher(Lines.joined(own)).matches()
                    && own.size() <= TITLE_LINES) {
                article.title = Lines.joined(own);
            }
        }
        return first;
    }

    private static boolean isCapitals(String line) {
        String text = line.stripLeading();
        int colon = text.indexOf(':');
        return colon > 1 && text.substring(0, colon).chars().noneMatch(Character::isLowerCase);
    }

    private static int endOfField(List<String> lines, int at) {
        int end = at + 1;
        while (end < lines.size()
                && !lines.get(end).isBlank()
                && !(isCapitals(lines.get(end))
                        && Lines.field(lines.get(end), FIELDS).isPresent())) {
            end++;
        }
        return end;
    }

    /** A line of copyright that no text follows. */
    private static boolean isEnd(List<String> lines, int at) {
        return Lines.isCopyright(lines.get(at))
                && lines.subList(at + 1, lines.size()).stream()
                                .filter(line -> !line.isBlank() && !Lines.isCopyright(line))
                                .limit(3)
                                .count()
                        < 3;
    }

    private static void passedOver(ExportedArticle article, String value) {}
}
