package org.rashomon.annotate.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rashomon.annotate.attribution.CueLexicon.WordClass;
import org.rashomon.annotate.syntax.Quotation;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Article;
import org.rashomon.model.Bisection;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Attribution.QuoteType;
import org.rashomon.nlp.Reading;
import org.rashomon.nlp.Reading.Said;

/**
 * Attribution by the trained encoder, held to {@link Proofs}, with {@link Additions} by rules where it finds nothing: headlines and
 * constructions that its training text seldom has. Its spans pass what holds for those of the rules: they rest on blocks that are
 * read, a source stands in the sentence of its cue, unquoted content too, and a quotation keeps both its marks.
 */
public final class LearnedAttributor implements Attributor {
    private final CueLexicon lexicon = CueLexicon.load();
    private final Reading reading;
    private final Attributor rules;
    private final Set<String> without;
    private final Trail trail;

    /**
     * @param reading of the one article that is asked about
     * @param rules for what the encoder passes over
     */
    public LearnedAttributor(Reading reading, Attributor rules) {
        this(reading, rules, Set.of(), Trail.NONE);
    }

    /**
     * The same without some proofs or additions, and with a trail of what decided.
     *
     * @param without names out of {@link #names}
     */
    public LearnedAttributor(Reading reading, Attributor rules, Set<String> without, Trail trail) {
        this.reading = reading;
        this.rules = rules;
        this.without = Set.copyOf(without);
        this.trail = trail;
    }

    /** Names of all proofs and all additions, in the order in which they are tried. */
    public static List<String> names() {
        return Stream.concat(Proofs.ALL.stream().map(Proof::name), Additions.names())
                .toList();
    }

    @Override
    public List<Attribution> attribute(Article article, List<TaggedSentence> sentences) {
        List<Attribution> ruled = rules.attribute(article, sentences);
        Evidence evidence = new Evidence(article, sentences, reading, ruled);
        List<Attribution> learned = new ArrayList<>();
        for (Said said : reading.quotes()) {
            Trail.Of decisions = trail.begin(article.text());
            Said held = Proofs.hold(evidence, said, without, decisions);
            if (!held.content().isEmpty()) {
                Attribution made = attribution(evidence, held);
                learned.add(made);
                decisions.keep(made);
            }
        }
        return Additions.beside(evidence, lexicon, learned, without, trail);
    }

    private Attribution attribution(Evidence evidence, Said said) {
        List<Span> content = said.content().stream()
                .map(span -> withMarks(span, evidence.quotationsAt(span)))
                .toList();
        QuoteType quote = quoteType(evidence, said.content());
        Optional<CueLexicon.Cue> cue = lexicon.lookup(said.cue().in(evidence.text()));
        // What is quoted was voiced, whatever the cue; of a cue that the lexicon does not know nothing else tells it.
        boolean voiced = cue.map(CueLexicon.Cue::voiced).orElse(quote != QuoteType.INDIRECT);
        // reportedly and its like say that nobody is named, behind an auxiliary, too
        String last = lastWord(said.cue().in(evidence.text()));
        boolean hedge = lexicon.lookup(last)
                .filter(c -> c.wordClass() == WordClass.ADVERB)
                .isPresent();
        return new Attribution(
                said.source() == null || hedge ? List.of() : List.of(said.source()),
                List.of(said.cue()),
                content,
                quote,
                voiced,
                said.confidence());
    }

    private static String lastWord(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    private static QuoteType quoteType(Evidence evidence, List<Span> content) {
        int letters = 0;
        int quoted = 0;
        for (Span span : content) {
            List<Quotation> near = evidence.quotationsAt(span);
            for (int i = span.start(); i < span.end(); i++) {
                if (Character.isLetterOrDigit(evidence.text().charAt(i))) {
                    int at = i;
                    letters++;
                    int quotation =
                            Bisection.first(near.size(), q -> near.get(q).span().end() > at);
                    boolean inside = quotation < near.size()
                            && near.get(quotation).span().contains(at);
                    quoted += inside ? 1 : 0;
                }
            }
        }
        return quoted == 0 ? QuoteType.INDIRECT : quoted == letters ? QuoteType.DIRECT : QuoteType.MIXED;
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
