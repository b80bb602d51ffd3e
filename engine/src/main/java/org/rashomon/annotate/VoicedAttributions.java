package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rashomon.model.Article;
import org.rashomon.model.Attribution;
import org.rashomon.model.Attribution.QuoteType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;

/** Which attributions are claims: somebody voiced something, in words that can be laid beside another account. */
final class VoicedAttributions {
    private static final Pattern SILENCE = Pattern.compile(
            "(?:declin|refus)\\w+ to (?:comment|say|answer|discuss|elaborate|speak|respond|confirm|give|provide|identify|name|be named)"
                    + "|no comment|refus\\w+ to rule out|did(?: not|n.t) (?:\\w+ )?(?:deny|rule out)|not (?:comment|respond|reply|answer|elaborate|say)|neither confirm|nor (?:confirm|deny)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TELLING = Pattern.compile(
            "\\bby (?:the |a |an )?\\p{L}|\\d|\\b(?:dozens|hundreds|thousands|scores|killed|dead|died|wounded|injured|targeted|behind|responsible|aimed)\\b");
    private static final Pattern ANSWERING = Pattern.compile("\\b(?:respond|answer|repl[yi])");
    private static final Pattern PRONOUN_CLAUSE =
            Pattern.compile("(?:it|they|he|she|we) (?:will|would|had|has|was|is|were)\\b");
    /** What somebody is to say or order is still to be said. */
    private static final Pattern DUE = Pattern.compile("(?:is|are|was|were) (?:due |expected |supposed )?to \\w");
    /** Words that only point at what was said: nothing to lay beside another account. */
    private static final Pattern RELATIVE = Pattern.compile("which|that|who|whom|what|so|this|these|those");
    private static final Pattern DETAIL = Pattern.compile(", (?:in |of |to |for |from |at |on )?which\\b");

    private final CueLexicon lexicon = CueLexicon.standard();

    /** The attributions that are claims, trimmed, one for each source. */
    List<Attribution> of(Article article, List<Mention> mentions, List<Attribution> attributions) {
        List<Attribution> voiced = new ArrayList<>();
        for (Attribution attribution : attributions) {
            if (isVoiced(article, attribution)) {
                voiced.addAll(splitSources(article, mentions, trimmed(article, attribution)));
            }
        }
        return voiced;
    }

    private boolean isVoiced(Article article, Attribution attribution) {
        if (!attribution.voiced() && !isReportedDemand(article, attribution)) {
            return false;
        }
        if (isOnlyNamed(article, attribution) || saysTooLittle(article, attribution)) {
            return false;
        }
        String cue = Wording.of(article, attribution.cue());
        String content = Wording.of(article, attribution.content());
        if (SILENCE.matcher(cue + " " + content).find()
                && !attribution.cue().isEmpty()
                && SILENCE.matcher(cue + " " + content.substring(0, Math.min(30, content.length())))
                        .find()) {
            return false;
        }
        if (content.endsWith("?") && !content.contains(".")) {
            return false;
        }
        String lower = cue.toLowerCase(Locale.ROOT);
        if (DUE.matcher(lower).lookingAt()) {
            return false;
        }
        if (lower.matches("(?:\\S+ )*(?:asked|asks|asking)(?: \\S+)*")
                && content.toLowerCase(Locale.ROOT)
                        .matches("(?:if|whether|how|what|why|when|where|who|about|for a )\\b.*")) {
            return false;
        }
        return content.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /**
     * Free hedges and passives without a source count only where they carry an agent, a toll or a purpose; <em>which</em> and
     * <em>that</em> speak only when they have a clause or a quotation; answering something is not yet saying something.
     */
    private boolean saysTooLittle(Article article, Attribution a) {
        String content = Wording.of(article, a.content()).toLowerCase(Locale.ROOT);
        String cue = Wording.of(article, a.cue()).toLowerCase(Locale.ROOT);
        boolean clause = content.startsWith("that ") || a.quote() != QuoteType.INDIRECT;
        if (a.source().isEmpty() && !a.cue().isEmpty()) {
            return !clause && !TELLING.matcher(content).find();
        }
        if (RELATIVE.matcher(content).matches()) {
            return true;
        }
        String source = Wording.of(article, a.source()).toLowerCase(Locale.ROOT);
        if (source.equals("no one") || source.equals("nobody") || source.equals("none")) {
            return true;
        }
        if ((source.equals("which") || source.equals("that")) && !clause) {
            return true;
        }
        return !clause && ANSWERING.matcher(cue).find();
    }

    /** Wants somebody to act: a demand that the outlet reports, where a wish for oneself is none. */
    private static boolean isReportedDemand(Article article, Attribution attribution) {
        String cue = Wording.of(article, attribution.cue()).toLowerCase(Locale.ROOT);
        return cue.matches("(?:.* )?wants?")
                && !article.text()
                        .startsWith("to ", attribution.content().get(0).start());
    }

    /** A noun that only mentions an act of speech (<em>the criticism of</em>) carries a claim only with a clause. */
    private boolean isOnlyNamed(Article article, Attribution attribution) {
        Optional<CueLexicon.Cue> cue = lexicon.lookup(Wording.of(article, attribution.cue()));
        return cue.isPresent()
                && cue.get().wordClass() == CueLexicon.WordClass.NOUN
                && !article.text()
                        .startsWith("that ", attribution.content().get(0).start())
                && !PRONOUN_CLAUSE
                        .matcher(Wording.of(article, attribution.content()))
                        .lookingAt()
                && attribution.quote() == QuoteType.INDIRECT;
    }

    /** Content without complementizer, closing stop of indirect speech and the outlet's own relative clause. */
    private static Attribution trimmed(Article article, Attribution attribution) {
        String text = article.text();
        List<Span> content = new ArrayList<>();
        for (int k = 0; k < attribution.content().size(); k++) {
            Span span = attribution.content().get(k);
            int start = span.start();
            int end = span.end();
            if (text.regionMatches(true, start, "that ", 0, 5) && end - start > 6) {
                start += 5;
            }
            boolean indirect = attribution.quote() == QuoteType.INDIRECT;
            if (indirect) {
                java.util.regex.Matcher detail = DETAIL.matcher(text).region(start, end);
                if (detail.find() && detail.start() > start + 10) {
                    end = detail.start();
                }
            }
            while (end > start + 1
                    && (",;:".indexOf(text.charAt(end - 1)) >= 0
                            || indirect && text.charAt(end - 1) == '.' && !isAbbreviated(text, end - 1)
                            || Character.isWhitespace(text.charAt(end - 1)))) {
                end--;
            }
            while (start < end - 1 && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            content.add(new Span(start, end));
        }
        return new Attribution(
                attribution.source(), attribution.cue(), content, attribution.quote(), true, attribution.confidence());
    }

    private static boolean isAbbreviated(String text, int stop) {
        return stop >= 2 && Character.isLetter(text.charAt(stop - 1)) && text.charAt(stop - 2) == '.';
    }

    /** Two named sources of one content are two attributions: Kerry and Lavrov said. */
    private static List<Attribution> splitSources(Article article, List<Mention> mentions, Attribution attribution) {
        if (attribution.source().size() != 1) {
            return List.of(attribution);
        }
        Span source = attribution.source().get(0);
        List<Mention> inside = new Mentions(mentions)
                .in(source).stream().filter(m -> m.actor() != null).toList();
        if (inside.size() != 2 || inside.get(0).span().overlaps(inside.get(1).span())) {
            return List.of(attribution);
        }
        Span first = inside.get(0).span();
        Span second = inside.get(1).span();
        if (second.start() < first.end()) {
            return List.of(attribution);
        }
        String between = article.text().substring(first.end(), second.start()).strip();
        String opening = article.text().substring(source.start(), first.start()).strip();
        boolean whole = second.end() == source.end()
                && (opening.isEmpty() || opening.equalsIgnoreCase("the") || opening.equalsIgnoreCase("both"));
        if (!between.equals("and") || !whole || first.equals(second)) {
            return List.of(attribution);
        }
        return List.of(withSource(attribution, first), withSource(attribution, second));
    }

    private static Attribution withSource(Attribution a, Span source) {
        return new Attribution(List.of(source), a.cue(), a.content(), a.quote(), a.voiced(), a.confidence());
    }
}
