package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rashomon.model.Article;
import org.rashomon.model.Attribution;
import org.rashomon.model.Attribution.QuoteType;
import org.rashomon.model.Bisection;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.EntityType;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.nlp.Reading;
import org.rashomon.nlp.Reading.Said;

/**
 * Attribution by the trained encoder, and by rules where it finds nothing: headlines, bare participles and other constructions that
 * its training text seldom has. Its spans pass what holds for those of the rules: they rest on blocks that are read, a
 * source stands in the sentence of its cue, unquoted content too, and a quotation keeps both its marks.
 */
public final class LearnedAttributor implements Attributor {
    private static final Pattern FINITE =
            Pattern.compile("(?:had|has|have|was|were|is|are|will|would|could|can|should|may|might|must|did|does) ");

    private static final Pattern WORD = Pattern.compile("\\s+");
    private static final Pattern DASH = Pattern.compile("\\s?(?:--|[\u2013\u2014])");
    /** What is said of what was said: the same source would go on with <em>and that the …</em>. */
    private static final Pattern COMMENT =
            Pattern.compile(", (?:and|but|which) that(?:['\u2019]s| is| was| isn['\u2019]t| wasn['\u2019]t)\\b");
    /** Words, at least, of a clause. */
    private static final int FEWEST_WORDS = 3;
    /** Opens a clause that the main one follows, up to the source: <em>Though Lund says …, others …</em>. */
    private static final Pattern SUBORDINATE = Pattern.compile(
            "\\b(?:[Tt]hough|[Aa]lthough|[Ww]hile|[Ww]hen|[Ss]ince|[Bb]ecause|[Aa]fter|[Ww]hereas|at which|in which|during which) (?:the )?$");
    /** The main clause behind it. */
    private static final Pattern MAIN_CLAUSE = Pattern.compile(
            ", (?=(?:\\p{Lu}|the |a |an |at least |more than |other |others |many |some |most |its |his |their |it |he |she |they )[^,]{0,60}?"
                    + "\\b(?:is|are|was|were|has|have|had|will|would|said|says?|writes?|wrote|told|\\p{Ll}{2,}ed)\\b)");
    /** How far behind the first letter of its sentence, in UTF-16 code units, the source of <em>As the Hill points out</em> begins. */
    private static final int AS_SOURCE = 8;
    /** Words, at most, that may hold two parts of an unquoted content apart, besides cue and source. */
    private static final int LONGEST_GAP = 3;
    /** Least probability of what encoder and rules find alike. */
    private static final double AGREED = 0.5;

    private final CueLexicon lexicon = CueLexicon.standard();
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
        List<Attribution> ruled = rules.attribute(article, sentences);
        List<Attribution> learned = new ArrayList<>();
        for (Said said : reading.quotes()) {
            Span sentence = sentenceOf(said.cue(), sentences);
            Said whole = withSubject(article.text(), sources.whole(article, withinBody(article, said)));
            Said own = OwnSource.withSender(article.text(), sources.proven(article, whole, sentence, ruled));
            Said checked = confirmed(withoutComment(article.text(), own, sentence), ruled);
            Said held = checked.content().isEmpty()
                    ? checked
                    : withOwnContent(article, checked, sentence, sentences, quotations);
            if (!held.content().isEmpty()) {
                learned.add(attribution(article, held, quotations));
            }
        }
        learned.removeIf(attribution -> ruled.stream().anyMatch(rule -> isRelayed(article, rule, attribution)));
        return withMissed(article, learned, ruled);
    }

    /** Without content in a headline or a caption, where the cue stands in none or another. */
    private static Said withinBody(Article article, Said said) {
        Optional<Block> own = article.blockAt(said.cue().start());
        List<Span> content = said.content().stream()
                .filter(span -> {
                    Optional<Block> block = article.blockAt(span.start());
                    return block.equals(own)
                            || block.isPresent()
                                    && block.get().role() == BlockRole.BODY
                                    && own.isPresent()
                                    && own.get().role() == BlockRole.BODY;
                })
                .toList();
        return new Said(said.source(), said.cue(), content, said.confidence());
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

    /** The sentence in which a span begins. */
    private static Span sentenceOf(Span span, List<TaggedSentence> sentences) {
        int at = Bisection.first(sentences.size(), i -> sentences.get(i).span().end() > span.start());
        return at < sentences.size() ? sentences.get(at).span() : span;
    }

    /**
     * Content that opens with a finite verb begins with that verb's subject, where a person's name stands between the cue and the verb:
     * <em>Lund said [Dace had told him that …]</em>. Without it the source would have said what is Dace's.
     */
    private Said withSubject(String text, Said said) {
        if (said.content().isEmpty()) {
            return said;
        }
        Span first = said.content().get(0);
        int from = said.cue().end();
        boolean lacks = first.start() > from
                && FINITE.matcher(text).region(first.start(), first.end()).lookingAt()
                && (said.source() == null || said.source().end() <= from)
                && reading.names().stream()
                        .anyMatch(name -> name.type() == EntityType.PER
                                && name.span().start() >= from
                                && name.span().end() <= first.start());
        if (!lacks || text.substring(from, first.start()).indexOf('"') >= 0) {
            return said;
        }
        List<Span> content = new ArrayList<>(said.content());
        content.set(0, new Span(from + 1, first.end()));
        return new Said(said.source(), said.cue(), content, said.confidence());
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
     * Content that no quotation marks tie to the cue stands in the cue's sentence, and its parts are held apart by nothing but
     * the cue and the source.
     */
    private static Said withOwnContent(
            Article article,
            Said said,
            Span sentence,
            List<TaggedSentence> sentences,
            Map<Block, List<Quotation>> quotations) {
        if (said.content().size() == 1) {
            return withinSentence(article, said, sentence, quotations);
        }
        List<Span> near = new ArrayList<>(List.of(said.cue()));
        if (said.source() != null) {
            near.add(said.source());
        }
        Span main = said.content().stream()
                .min(Comparator.comparingInt((Span span) -> wordsBetween(article.text(), said.cue(), span))
                        .thenComparing(Comparator.comparingInt(Span::length).reversed()))
                .orElseThrow();
        near.add(main);
        List<Span> kept = new ArrayList<>(List.of(main));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Span span : said.content()) {
                if (!kept.contains(span)
                        && (isTied(article, span, said.cue(), sentences, quotations)
                                || sentence.contains(span)
                                        && near.stream()
                                                .anyMatch(part ->
                                                        wordsBetween(article.text(), part, span) <= LONGEST_GAP))) {
                    kept.add(span);
                    near.add(span);
                    grown = true;
                }
            }
        }
        kept.sort(Comparator.naturalOrder());
        return new Said(said.source(), said.cue(), kept, said.confidence());
    }

    /** One stretch of content as far as the cue's sentence reaches, where no quotation ties what lies beyond it. */
    private static Said withinSentence(
            Article article, Said said, Span sentence, Map<Block, List<Quotation>> quotations) {
        Span whole = said.content().get(0);
        if (isQuoted(article, whole, quotations)) {
            return said;
        }
        if (!whole.overlaps(sentence)) {
            return new Said(said.source(), said.cue(), ownClause(article.text(), said, sentence), said.confidence());
        }
        Span own = new Span(Math.max(whole.start(), sentence.start()), Math.min(whole.end(), sentence.end()));
        return own.equals(whole) ? said : new Said(said.source(), said.cue(), List.of(own), said.confidence());
    }

    /**
     * What the cue's own sentence leaves for the content that the encoder took from a sentence beside it: the clause before the source
     * (<em>[Ten houses were destroyed] the Council said</em>), or what follows the source of <em>According to the Council</em>; none where
     * neither is there.
     */
    private static List<Span> ownClause(String text, Said said, Span sentence) {
        Span source = said.source();
        if (source == null || !sentence.contains(source)) {
            return said.content();
        }
        int from = sentence.start();
        int to = source.start();
        if (said.cue().end() <= source.start() && said.cue().start() <= sentence.start() + 1) {
            from = source.end();
            to = sentence.end();
        }
        while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        while (to > from && (Character.isWhitespace(text.charAt(to - 1)) || text.charAt(to - 1) == ',')) {
            to--;
        }
        boolean clause = to > from && WORD.split(text.substring(from, to), -1).length >= FEWEST_WORDS;
        return clause ? List.of(new Span(from, to)) : List.of();
    }

    /**
     * Content without what is the outlet's or another's: the sentence before one that opens with <em>As Lund points out,</em>, of which the
     * rest is hers; what stands behind the dash after <em>, as Lund says –</em>; and a comment on what was said, <em>…, and that is
     * …</em>.
     */
    private static Said withoutComment(String text, Said said, Span sentence) {
        if (said.source() == null) {
            return said;
        }
        boolean opens = text.startsWith("As ", sentence.start())
                && said.source().start() <= sentence.start() + AS_SOURCE
                && said.source().end() <= said.cue().start()
                && text.startsWith(", ", said.cue().end())
                && said.cue().end() + 2 < sentence.end();
        if (opens && said.content().stream().allMatch(span -> span.end() <= sentence.start())) {
            Span rest = new Span(said.cue().end() + 2, sentence.end());
            return new Said(said.source(), said.cue(), List.of(rest), said.confidence());
        }
        boolean aside = text.startsWith(", as ", said.source().start() - 5)
                && DASH.matcher(text).region(said.cue().end(), text.length()).lookingAt();
        String before = text.substring(
                sentence.start(), Math.max(sentence.start(), said.source().start()));
        boolean subordinate = SUBORDINATE.matcher(before).find()
                && said.source().end() <= said.cue().start();
        List<Span> kept = new ArrayList<>();
        for (Span span : said.content()) {
            if (aside
                    && span.start() >= said.cue().end()
                    && said.content().get(0).end() <= said.source().start()) {
                continue;
            }
            Matcher comment = COMMENT.matcher(text).region(span.start(), span.end());
            boolean unquoted = span.in(text).indexOf('"') < 0 && span.in(text).indexOf('\u201c') < 0;
            Matcher main = MAIN_CLAUSE.matcher(text).region(span.start(), span.end());
            if (unquoted && comment.find()) {
                kept.add(new Span(span.start(), comment.start()));
            } else if (unquoted && subordinate && span.start() >= said.cue().end() && main.find()) {
                kept.add(new Span(span.start(), main.start()));
            } else {
                kept.add(span);
            }
        }
        return new Said(said.source(), said.cue(), kept, said.confidence());
    }

    /** The quotations of the block in which a span begins. */
    private static List<Quotation> quotationsAt(Article article, Span span, Map<Block, List<Quotation>> quotations) {
        return article.blockAt(span.start())
                .map(block -> quotations.getOrDefault(block, List.of()))
                .orElse(List.of());
    }

    private static boolean isQuoted(Article article, Span span, Map<Block, List<Quotation>> quotations) {
        return quotationsAt(article, span, quotations).stream()
                .anyMatch(quotation -> quotation.span().start() < span.end()
                        && span.start() < quotation.span().end());
    }

    /**
     * Whether a quotation ties {@code span} to the cue: one of the cue's paragraph, one left open, or one that opens its paragraph
     * and stands alone in its sentence; another there has a speaker, or a heading, of its own.
     */
    private static boolean isTied(
            Article article,
            Span span,
            Span cue,
            List<TaggedSentence> sentences,
            Map<Block, List<Quotation>> quotations) {
        Optional<Block> block = article.blockAt(span.start());
        if (block.isEmpty() || block.equals(article.blockAt(cue.start()))) {
            return isQuoted(article, span, quotations);
        }
        return quotationsAt(article, span, quotations).stream()
                .filter(quotation -> quotation.span().overlaps(span))
                .anyMatch(quotation -> !quotation.closed() || standsAlone(quotation.span(), block.get(), sentences));
    }

    private static boolean standsAlone(Span quoted, Block block, List<TaggedSentence> sentences) {
        Span last = sentenceOf(new Span(quoted.end() - 1, quoted.end()), sentences);
        return quoted.start() == block.span().start() && last.end() <= quoted.end();
    }

    private static int wordsBetween(String text, Span a, Span b) {
        int from = Math.min(a.end(), b.end());
        int to = Math.max(a.start(), b.start());
        return from >= to ? 0 : WORD.split(text.substring(from, to), -1).length - 1;
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
                } else if (holder >= 0 && goesOn(article, all.get(holder), rule)) {
                    all.set(holder, upTo(all.get(holder), rule.cue().get(0).start()));
                    all.add(rule);
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

    /** Whether the rule's cue is a participle behind a comma that has the outer attribution's source. */
    private static boolean goesOn(Article article, Attribution outer, Attribution rule) {
        String text = article.text();
        int cue = rule.cue().get(0).start();
        String first = WORD.split(rule.cue().get(0).in(text), 2)[0];
        return rule.source().equals(outer.source())
                && first.endsWith("ing")
                && cue >= 2
                && text.startsWith(", ", cue - 2)
                && outer.content().stream()
                        .anyMatch(span -> span.contains(new Span(cue - 2, cue - 1)) && span.start() < cue - 2)
                && rule.content().stream().allMatch(span -> span.start() > cue);
    }

    private static Attribution upTo(Attribution a, int end) {
        List<Span> content = a.content().stream()
                .filter(span -> span.start() < end - 2)
                .map(span -> span.end() < end ? span : new Span(span.start(), end - 2))
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

    private Attribution attribution(Article article, Said said, Map<Block, List<Quotation>> quotations) {
        List<Span> content = new ArrayList<>();
        int letters = 0;
        int quoted = 0;
        for (Span span : said.content()) {
            List<Quotation> near = quotationsAt(article, span, quotations);
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
