package org.rashomon.annotate.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
 * Attribution by the trained encoder, and by rules where it finds nothing: headlines, bare participles and other constructions that
 * its training text seldom has. Its spans pass what holds for those of the rules: they rest on blocks that are read, a
 * source stands in the sentence of its cue, unquoted content too, and a quotation keeps both its marks.
 */
public final class LearnedAttributor implements Attributor {
    private static final Pattern WORD = Pattern.compile("\\s+");
    /** Before a participle that tells what else its subject did. */
    private static final Pattern ASIDE = Pattern.compile(", $");
    /** Before a verb of the subject of the verb before. */
    private static final Pattern JOINED = Pattern.compile(", (?:and|but)(?: also| then| later)? $");

    private static final int LONGEST_JOINT = 16;
    /** Least probability of what encoder and rules find alike. */
    private static final double AGREED = 0.5;

    private final CueLexicon lexicon = CueLexicon.load();
    private final Reading reading;
    private final OwnSource sources;
    private final Attributor rules;

    /**
     * @param reading of the one article that is asked about
     * @param rules for what the encoder passes over
     */
    public LearnedAttributor(Reading reading, Attributor rules) {
        this.reading = reading;
        this.sources = new OwnSource(reading);
        this.rules = rules;
    }

    @Override
    public List<Attribution> attribute(Article article, List<TaggedSentence> sentences) {
        OwnContent contents = new OwnContent(article, sentences, reading);
        List<Attribution> ruled = rules.attribute(article, sentences);
        List<Attribution> learned = new ArrayList<>();
        for (Said said : reading.quotes()) {
            Span sentence = contents.sentenceOf(said.cue());
            Said whole = contents.withSubject(sources.whole(article, contents.withinBody(said)));
            Said own = OwnSource.withSender(article.text(), sources.proven(article, whole, sentence, ruled));
            Said held = confirmed(contents.held(own, sentence), ruled);
            if (!held.content().isEmpty()) {
                learned.add(attribution(article, held, contents));
            }
        }
        learned.removeIf(attribution -> ruled.stream().anyMatch(rule -> isRelayed(article, rule, attribution)));
        return withMissed(article, learned, ruled);
    }

    /**
     * Whether the learned source only relays what another is said to have said (<em>The envoy replied, Dace said, that …</em>): the rules
     * see the other's cue, then the learned source and cue between commas, then the content.
     */
    private static boolean isRelayed(Article article, Attribution rule, Attribution learned) {
        if (rule.source().size() != 1
                || rule.cue().size() != 1
                || learned.source().size() != 1) {
            return false;
        }
        Span said = Span.covering(List.of(learned.source().get(0), learned.cue().get(0)));
        Span replied = rule.cue().get(0);
        Span content = rule.content().get(0);
        String text = article.text();
        return rule.source().get(0).end() <= replied.start()
                && replied.end() <= said.start()
                && said.end() <= content.start()
                && learned.content().stream()
                        .allMatch(span -> span.start() >= said.end() && span.start() < content.end())
                && text.substring(replied.end(), said.start()).strip().equals(",")
                && text.startsWith(",", said.end());
    }

    /** What the rules see too, source and cue, is at least as likely right as wrong. */
    private static Said confirmed(Said said, List<Attribution> ruled) {
        boolean agreed = said.source() != null
                && ruled.stream()
                        .anyMatch(rule -> rule.source().contains(said.source())
                                && rule.voiced()
                                && rule.cue().stream().anyMatch(said.cue()::overlaps));
        return agreed ? new Said(said.source(), said.cue(), said.content(), Math.max(said.confidence(), AGREED)) : said;
    }

    /**
     * Adds what, by the rules, somebody voiced: where it shares no cue and no content with what was learned; where it stands, source and
     * all, within a content, whose words are then another's; and where a learned content runs on into the next thing that the same
     * source did (<em>…, accusing X of …</em>), which is cut there. In order of text.
     */
    private static List<Attribution> withMissed(Article article, List<Attribution> learned, List<Attribution> ruled) {
        List<Attribution> all = new ArrayList<>(learned);
        List<Span> cues = merged(learned.stream().flatMap(a -> a.cue().stream()));
        List<Span> covered =
                merged(learned.stream().flatMap(a -> Stream.concat(a.cue().stream(), a.content().stream())));
        for (Attribution rule : ruled) {
            if (!rule.voiced() || rule.cue().isEmpty() && !free(rule.content(), covered)) {
                continue;
            }
            if (free(rule.cue(), covered) && free(rule.content(), covered)) {
                all.add(rule);
            } else if (!rule.source().isEmpty() && free(rule.cue(), cues)) {
                int holder = holder(all, rule);
                if (holder >= 0 && isWithin(rule, all.get(holder))) {
                    all.add(rule);
                } else if (holder >= 0) {
                    int end = goesOn(article, all.get(holder), rule);
                    if (end >= 0) {
                        all.set(holder, upTo(all.get(holder), end));
                        all.add(rule);
                    }
                }
            }
        }
        all.sort(Comparator.comparing(
                (Attribution attribution) -> attribution.cue().isEmpty()
                        ? attribution.content().get(0)
                        : attribution.cue().get(0)));
        return all;
    }

    /** The attribution in whose content the cue stands, -1 for none. */
    private static int holder(List<Attribution> all, Attribution rule) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).content().stream()
                    .anyMatch(span -> span.contains(rule.cue().get(0)))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isWithin(Attribution inner, Attribution outer) {
        return Stream.of(inner.source(), inner.cue(), inner.content())
                .flatMap(List::stream)
                .allMatch(span -> outer.content().stream().anyMatch(content -> content.contains(span)));
    }

    /**
     * Where a learned content ends that runs on into the next thing that its source did: before a participle behind a comma, or a verb that
     * a comma and a conjunction join to the learned cue; -1 where the rule's cue is neither.
     */
    private static int goesOn(Article article, Attribution outer, Attribution rule) {
        String text = article.text();
        Span cue = rule.cue().get(0);
        boolean participle = WORD.split(cue.in(text), 2)[0].endsWith("ing");
        Matcher joint = (participle ? ASIDE : JOINED)
                .matcher(text)
                .region(Math.max(0, cue.start() - LONGEST_JOINT), cue.start());
        if (!joint.find()
                || !sameSource(rule.source(), outer.source())
                || rule.content().stream().anyMatch(span -> span.start() <= cue.start())) {
            return -1;
        }
        int end = joint.start();
        return outer.content().stream().anyMatch(span -> span.start() < end && end < span.end()) ? end : -1;
    }

    /** One source, which the encoder may take with the comma that closes its apposition. */
    private static boolean sameSource(List<Span> rule, List<Span> learned) {
        if (rule.size() != 1 || learned.size() != 1) {
            return rule.equals(learned);
        }
        int more = learned.get(0).end() - rule.get(0).end();
        return rule.get(0).start() == learned.get(0).start() && (more == 0 || more == 1);
    }

    private static Attribution upTo(Attribution a, int end) {
        List<Span> content = a.content().stream()
                .filter(span -> span.start() < end)
                .map(span -> span.end() <= end ? span : new Span(span.start(), end))
                .toList();
        return new Attribution(a.source(), a.cue(), content, a.quote(), a.voiced(), a.confidence());
    }

    /** What the spans cover, in order of text, without overlap. */
    private static List<Span> merged(Stream<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.sorted().toList()) {
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

    private Attribution attribution(Article article, Said said, OwnContent contents) {
        List<Span> content = new ArrayList<>();
        int letters = 0;
        int quoted = 0;
        for (Span span : said.content()) {
            List<Quotation> near = contents.quotationsAt(span);
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
        // reportedly and its like say that nobody is named
        boolean hedge =
                cue.map(c -> c.wordClass() == CueLexicon.WordClass.ADVERB).orElse(false)
                        && !WORD.matcher(said.cue().in(article.text())).find();
        return new Attribution(
                said.source() == null || hedge ? List.of() : List.of(said.source()),
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
