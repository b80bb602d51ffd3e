package org.rashomon.ingest.formats.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exports of Factiva with tags: {@code HD} headline, {@code BY} byline, {@code PD} day, {@code SN} outlet, {@code LP} and {@code TD} text, {@code AN} number. */
final class Factiva implements ExportKind {
    private static final Pattern TAG = Pattern.compile(
            "\\s{0,3}(SE|HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|ART|CLM|GC|AN)(?:(?:\\s{2,}|\\t| (?=By |\\d|Document |\\())(\\S.*)|\\s*)");
    /** With one space only, as texts that lost their tabs have it; words of prose may look so, but not these tags. */
    private static final Pattern NARROW = Pattern.compile("(SE|HD|SN|SC|PD|WC|LA|CY|LP|TD|AN|BY|ED|PG) (\\S.*)");

    private static final Set<String> TEXT = Set.of("LP", "TD");

    @Override
    public String name() {
        return "a Factiva export";
    }

    @Override
    public boolean recognises(List<String> lines) {
        Set<String> tags = tagged(lines).keySet();
        return tags.contains("HD")
                && (tags.contains("SN") || tags.contains("PD"))
                && (tags.contains("LP") || tags.contains("TD"));
    }

    /** A new article begins with a headline or section when the one before has its number, or at the second headline. */
    @Override
    public List<List<String>> split(List<String> lines) {
        List<List<String>> out = new ArrayList<>();
        boolean headed = false;
        boolean numbered = true;
        for (String line : lines) {
            String tag = tag(line);
            boolean begins = (tag.equals("SE") && numbered) || (tag.equals("HD") && (numbered || headed));
            if (begins) {
                out.add(new ArrayList<>());
                headed = false;
                numbered = false;
            }
            headed |= tag.equals("HD");
            numbered |= tag.equals("AN");
            if (!out.isEmpty()) {
                out.get(out.size() - 1).add(line);
            }
        }
        return out;
    }

    @Override
    public ExportedArticle article(List<String> lines) {
        Map<String, List<String>> tagged = tagged(lines);
        ExportedArticle article = new ExportedArticle();
        article.title = value(tagged, "HD");
        article.outlet = value(tagged, "SN");
        article.date = value(tagged, "PD");
        article.byline = value(tagged, "BY");
        article.language = value(tagged, "LA");
        for (String tag : List.of("LP", "TD")) {
            article.body.addAll(tagged.getOrDefault(tag, List.of()));
            article.body.add("");
        }
        String captions = value(tagged, "ART");
        if (captions != null) {
            article.captions.add(captions);
        }
        return article;
    }

    private static @org.jspecify.annotations.Nullable String value(Map<String, List<String>> tagged, String tag) {
        String value = Lines.joined(tagged.getOrDefault(tag, List.of()));
        return value.isEmpty() ? null : value;
    }

    private static String tag(String line) {
        Matcher wide = TAG.matcher(line);
        if (wide.matches()) {
            return wide.group(1);
        }
        Matcher narrow = NARROW.matcher(line);
        return narrow.matches() ? narrow.group(1) : "";
    }

    private static Map<String, List<String>> tagged(List<String> lines) {
        Map<String, List<String>> out = new TreeMap<>();
        String current = "";
        for (String line : lines) {
            String tag = tag(line);
            if (!tag.isEmpty()) {
                current = tag;
                line = line.strip().substring(tag.length()).strip();
                if (TEXT.contains(tag) && line.isEmpty()) {
                    out.computeIfAbsent(tag, t -> new ArrayList<>());
                    continue;
                }
            }
            if (!current.isEmpty()) {
                out.computeIfAbsent(current, t -> new ArrayList<>()).add(line);
            }
        }
        return out;
    }
}
