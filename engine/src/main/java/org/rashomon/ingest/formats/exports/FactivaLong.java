package org.rashomon.ingest.formats.exports;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Exports of Factiva without tags: headline, byline, {@code 212 words}, day, outlet, code, language, copyright, each on a line; then the
 * text, and {@code Document OVRLED0020290308} as its end.
 */
final class FactivaLong implements ExportKind {
    private static final Pattern END = Pattern.compile("\\s*Document [A-Z][A-Z0-9]{5,11}\\d{6,}[a-z0-9]{0,12}\\s*");
    private static final Pattern WORDS = Pattern.compile("\\s*\\d[\\d,.]* words\\s*");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{3,8}");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(?: [A-Z]{2,4})?");
    private static final Pattern PAGE = Pattern.compile("(?:Page )?[A-Z]?\\d{1,4}");
    /** Lines of facts between the number of words and the text. */
    private static final int MOST_FACTS = 12;

    @Override
    public String name() {
        return "a Factiva export";
    }

    @Override
    public boolean recognises(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (WORDS.matcher(lines.get(i)).matches() && isFollowedByFacts(lines, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFollowedByFacts(List<String> lines, int words) {
        List<String> facts = lines.subList(words + 1, Math.min(lines.size(), words + 1 + MOST_FACTS)).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return !facts.isEmpty()
                && Lines.isDate(facts.get(0))
                && facts.stream().anyMatch(line -> CODE.matcher(line.strip()).matches())
                && facts.stream().anyMatch(Lines::isCopyright);
    }

    @Override
    public List<List<String>> split(List<String> lines) {
        return Lines.splitAfter(lines, END);
    }

    @Override
    public ExportedArticle article(List<String> lines) {
        ExportedArticle article = new ExportedArticle();
        int words = 0;
        while (words < lines.size() && !WORDS.matcher(lines.get(words)).matches()) {
            words++;
        }
        if (words == lines.size()) {
            return article;
        }
        above(
                Lines.paragraphs(lines.subList(0, words)).stream()
                        .flatMap(List::stream)
                        .toList(),
                article);
        int at = words + 1;
        boolean ended = false;
        for (; at < lines.size() && at <= words + MOST_FACTS && !ended; at++) {
            String line = lines.get(at).strip();
            ended = Lines.isCopyright(line);
            if (article.date == null && Lines.isDate(line)) {
                article.date = line;
            } else if (article.outlet == null && isName(line)) {
                article.outlet = line;
            } else if (article.language == null && article.outlet != null && isLanguage(line)) {
                article.language = line;
            }
        }
        lines.subList(Math.min(at, lines.size()), lines.size()).stream()
                .filter(line -> !END.matcher(line).matches())
                .forEach(article.body::add);
        return article;
    }

    /** The last line above is the byline where it says so or more than one stands there; a section may stand above the headline. */
    private static void above(List<String> lines, ExportedArticle article) {
        if (lines.isEmpty()) {
            return;
        }
        String last = lines.get(lines.size() - 1);
        boolean signed =
                lines.size() > 1 && (last.regionMatches(true, 0, "by ", 0, 3) || last.split("\\s+").length <= 5);
        article.byline = signed ? last : null;
        article.title = lines.get(signed ? lines.size() - 2 : lines.size() - 1);
    }

    private static boolean isName(String line) {
        return !line.isEmpty()
                && !TIME.matcher(line).matches()
                && !PAGE.matcher(line).matches()
                && !Lines.isCopyright(line)
                && !Lines.isDate(line);
    }

    private static boolean isLanguage(String line) {
        return line.matches("[A-Z][a-z]{3,12}")
                && org.rashomon.ingest.formats.records.LanguageTags.of(line)
                        .filter(tag -> tag.length() == 2)
                        .isPresent();
    }
}
