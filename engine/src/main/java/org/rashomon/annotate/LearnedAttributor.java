package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rashomon.model.Article;
import org.rashomon.model.Attribution;
import org.rashomon.model.Attribution.QuoteType;
import org.rashomon.model.Bisection;
import org.rashomon.model.Block;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.nlp.Reading;
import org.rashomon.nlp.Reading.Said;

/**
 * Attribution by the trained encoder, and by rules where it finds nothing: headlines, bare participles and other constructions that
 * its training text seldom has. Its spans pass what holds for those of the rules: they rest on blocks that are read, a
 * source stands in the paragraph of its cue or the one beside it, and a quotation keeps both its marks.
 */
public final class LearnedAttributor implements Attributor {
    private final CueLexicon lexicon = CueLexicon.standard();
    private final Reading reading;
    private final Attributor rules;

    /**
     * @param reading of the one article that is asked about
     * @param rules for what the encoder passes over
     */
    public LearnedAttributor(Reading reading, Attributor rules) {
        this.reading = reading;
        this.rules = rules;
    }

    @Override
    public List<Attribution> attribute(Article article, List<TaggedSentence> sentences) {
        Map<Integer, List<Sentence>> byBlock = new LinkedHashMap<>();
        for (TaggedSentence sentence : sentences) {
            byBlock.computeIfAbsent(sentence.sentence().block(), block -> new ArrayList<>())
                    .add(sentence.sentence());
        }
        Map<Block, List<Quotation>> quotations = new HashMap<>();
        byBlock.forEach((index, within) -> {
            Block block = article.blocks().get(index);
            quotations.put(
                    block,
                    QuotationFinder.find(article.text(), block.span(), within, QuotationFinder.goesOn(article, index)));
        });
        List<Attribution> learned = reading.quotes().stream()
                .map(said -> attribution(article, withoutLaterSource(said, sentences), quotations))
                .toList();
        return withMissed(learned, rules.attribute(article, sentences));
    }

    /** Who is named only after the sentence of the cue has ended did not say it, whatever the encoder holds likely. */
    private static Said withoutLaterSource(Said said, List<TaggedSentence> sentences) {
        Span source = said.source();
        if (source == null || source.start() < said.cue().end()) {
            return said;
        }
        int at = Bisection.first(
                sentences.size(),
                i -> sentences.get(i).span().end() > said.cue().start());
        boolean later = at < sentences.size()
                && source.start() >= sentences.get(at).span().end();
        return later ? new Said(null, said.cue(), said.content(), said.confidence()) : said;
    }

    /** Adds what, by the rules, somebody voiced, where it shares no cue and no content with what was learned, in order of text. */
    private static List<Attribution> withMissed(List<Attribution> learned, List<Attribution> ruled) {
        List<Span> taken = new ArrayList<>();
        for (Attribution attribution : learned) {
            taken.addAll(attribution.cue());
            taken.addAll(attribution.content());
        }
        taken.sort(Comparator.naturalOrder());
        List<Span> covered = merged(taken);
        List<Attribution> all = new ArrayList<>(learned);
        for (Attribution attribution : ruled) {
            if (attribution.voiced() && free(attribution.cue(), covered) && free(attribution.content(), covered)) {
                all.add(attribution);
            }
        }
        all.sort(Comparator.comparing(
                (Attribution attribution) -> attribution.cue().isEmpty()
                        ? attribution.content().get(0)
                        : attribution.cue().get(0)));
        return all;
    }

    private static List<Span> merged(List<Span> sorted) {
        List<Span> merged = new ArrayList<>();
        for (Span span : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).end() >= span.start()) {
                merged.set(
                        last,
                        new Span(
                                merged.get(last).start(),
                                Math.max(merged.get(last).end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static boolean free(List<Span> spans, List<Span> covered) {
        for (Span span : spans) {
            int at = Bisection.first(covered.size(), i -> covered.get(i).end() > span.start());
            if (at < covered.size() && covered.get(at).start() < span.end()) {
                return false;
            }
        }
        return true;
    }

    private Attribution attribution(Article article, Said said, Map<Block, List<Quotation>> quotations) {
        List<Span> content = new ArrayList<>();
        int letters = 0;
        int quoted = 0;
        for (Span span : said.content()) {
            List<Quotation> near = article.blockAt(span.start())
                    .map(block -> quotations.getOrDefault(block, List.of()))
                    .orElse(List.of());
            content.add(withMarks(span, near));
            for (int i = span.start(); i < span.end(); i++) {
                if (Character.isLetterOrDigit(article.text().charAt(i))) {
                    letters++;
                    int at = i;
                    quoted +=
                            near.stream().anyMatch(quotation -> quotation.span().contains(at)) ? 1 : 0;
                }
            }
        }
        QuoteType quote = quoted == 0 ? QuoteType.INDIRECT : quoted == letters ? QuoteType.DIRECT : QuoteType.MIXED;
        Optional<CueLexicon.Cue> cue = lexicon.lookup(said.cue().in(article.text()));
        // What is quoted was voiced, whatever the cue; of a cue that the lexicon does not know nothing else tells it.
        boolean voiced = cue.map(CueLexicon.Cue::voiced).orElse(quote != QuoteType.INDIRECT);
        return new Attribution(
                said.source() == null ? List.of() : List.of(said.source()),
                List.of(said.cue()),
                content,
                quote,
                voiced,
                said.confidence());
    }

    /** The span with the marks of a quotation that it holds but for one of them. */
    private static Span withMarks(Span span, List<Quotation> quotations) {
        int start = span.start();
        int end = span.end();
        for (Quotation quotation : quotations) {
            Span whole = quotation.span();
            if (whole.start() + 1 == start && whole.end() >= end - 1) {
                start = whole.start();
            }
            if (quotation.closed() && whole.end() - 1 == end && whole.start() <= start + 1) {
                end = whole.end();
            }
        }
        return new Span(start, end);
    }
}
