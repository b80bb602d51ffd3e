package org.rashomon.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.rashomon.model.Article;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.pipeline.Explanation;

/** Tells in lines of text how the program came to a claim. */
final class ClaimReport {
    private final List<String> lines = new ArrayList<>();

    private ClaimReport() {}

    static List<String> of(Explanation explained) {
        ClaimReport report = new ClaimReport();
        Claim claim = explained.claim();
        Article article = explained.article();
        report.add("claim", claim.id());
        report.add(
                "article",
                String.join(
                        ", ",
                        Stream.of(article.file(), article.title(), article.outlet())
                                .filter(Objects::nonNull)
                                .filter(part -> !part.isBlank())
                                .toList()));
        report.add("words", marked(article, claim));
        report.add("act", word(claim.act()) + ", by " + explained.actBy());
        report.add("speaker", speaker(article, claim) + ", by " + explained.speakerBy());
        report.add(
                "confidence",
                String.format(Locale.ROOT, "%.2f", claim.attribution().confidence()));
        report.add("found by", finder(explained));
        if (!explained.construction().isEmpty()) {
            report.add("built", explained.construction());
        }
        explained
                .decided()
                .forEach(decision -> report.add(
                        "decided", decision.proof() + ": " + decision.effect() + "; since, " + decision.proves()));
        if (!explained.passed().isEmpty()) {
            report.add("passed", String.join(", ", explained.passed()));
        }
        return report.lines;
    }

    private void add(String name, String said) {
        lines.add(String.format(Locale.ROOT, "%-11s %s", name, said));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String finder(Explanation explained) {
        if (explained.construction().isEmpty()) {
            return "its quotation marks alone";
        }
        if (explained.reader().equals("rules")) {
            return "the rules";
        }
        return explained.addition().isEmpty()
                ? "the trained reader"
                : "the rules, which add " + explained.addition() + " to what the trained reader finds";
    }

    private static String speaker(Article article, Claim claim) {
        String status = " (" + word(claim.speaker().status()) + ")";
        String label =
                claim.speaker().label().isEmpty() ? "nobody" : claim.speaker().label();
        List<Span> source = claim.attribution().source();
        return source.isEmpty()
                ? label + status
                : label + status + ", for the words \u201c"
                        + Span.covering(source).in(article.text()) + "\u201d";
    }

    /** Source, cue and content as they stand, the cue in square brackets. */
    private static String marked(Article article, Claim claim) {
        Span extent = claim.extent();
        String words = extent.in(article.text());
        if (!claim.attribution().cue().isEmpty()) {
            Span cue = Span.covering(claim.attribution().cue());
            words = article.text().substring(extent.start(), cue.start()) + "[" + cue.in(article.text()) + "]"
                    + article.text().substring(cue.end(), extent.end());
        }
        return words.replaceAll("\\s+", " ");
    }
}
