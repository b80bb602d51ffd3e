package org.rashomon.annotate.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rashomon.annotate.syntax.Quotation;
import org.rashomon.annotate.syntax.QuotationFinder;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Article;
import org.rashomon.model.Bisection;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.EntityType;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.nlp.Reading;
import org.rashomon.nlp.Reading.Said;

/**
 * Holds the content of a learned attribution to what its source said: within the body, in the sentence and the clause of the cue or tied to it by
 * quotation marks, whole, and without the outlet's comment.
 */
final class OwnContent {
    private static final Pattern WORD = Pattern.compile("\\s+");
    private static final Pattern FINITE =
            Pattern.compile("(?:had|has|have|was|were|is|are|will|would|could|can|should|may|might|must|did|does) ");
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

    private final Article article;
    private final String text;
    private final List<TaggedSentence> sentences;
    private final Reading reading;
    private final Map<Block, List<Quotation>> quotations = new HashMap<>();

    /**
     * @param sentences of the article, in order
     * @param reading of the article
     */
    OwnContent(Article article, List<TaggedSentence> sentences, Reading reading) {
        this.article = article;
        this.text = article.text();
        this.sentences = sentences;
        this.reading = reading;
        Map<Integer, List<Sentence>> byBlock = new LinkedHashMap<>();
        for (TaggedSentence sentence : sentences) {
            byBlock.computeIfAbsent(sentence.sentence().block(), block -> new ArrayList<>())
                    .add(sentence.sentence());
        }
        byBlock.forEach((index, within) -> {
            Block block = article.blocks().get(index);
            quotations.put(
                    block, QuotationFinder.find(text, block.span(), within, QuotationFinder.goesOn(article, index)));
        });
    }

    /**
     * The attribution with what its source said and nothing else; without any content where nothing is left.
     *
     * @param sentence of the cue
     */
    Said held(Said said, Span sentence) {
        Said own = withoutComment(said, sentence);
        return own.content().isEmpty() ? own : withOwnContent(own, sentence);
    }

    /** Without content in a headline or a caption, where the cue stands in none or another. */
    Said withinBody(Said said) {
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
        return said.withContent(content);
    }

    /**
     * Content that opens with a finite verb begins with that verb's subject, where a person's name stands between the cue and the verb:
     * <em>Lund said [Dace had told him that …]</em>. Without it the source would have said what is Dace's.
     */
    Said withSubject(Said said) {
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
        return said.withContent(content);
    }

    /**
     * Content without what is the outlet's or another's: the sentence before one that opens with <em>As Lund points out,</em>, of which the
     * rest is hers; what stands behind the dash after <em>, as Lund says –</em>; and a comment on what was said, <em>…, and that is
     * …</em>.
     */
    private Said withoutComment(Said said, Span sentence) {
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
            return said.withContent(List.of(rest));
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
        return said.withContent(kept);
    }

    /**
     * Content that no quotation marks tie to the cue stands in the cue's sentence, and its parts are held apart by nothing but
     * the cue and the source.
     */
    private Said withOwnContent(Said said, Span sentence) {
        if (said.content().size() == 1) {
            return withinSentence(said, sentence);
        }
        List<Span> near = new ArrayList<>(List.of(said.cue()));
        if (said.source() != null) {
            near.add(said.source());
        }
        Span main = said.content().stream()
                .min(Comparator.comparingInt((Span span) -> wordsBetween(said.cue(), span))
                        .thenComparing(Comparator.comparingInt(Span::length).reversed()))
                .orElseThrow();
        near.add(main);
        List<Span> kept = new ArrayList<>(List.of(main));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Span span : said.content()) {
                if (!kept.contains(span)
                        && (isTied(span, said.cue())
                                || sentence.contains(span)
                                        && near.stream().anyMatch(part -> wordsBetween(part, span) <= LONGEST_GAP))) {
                    kept.add(span);
                    near.add(span);
                    grown = true;
                }
            }
        }
        kept.sort(Comparator.naturalOrder());
        return said.withContent(kept);
    }

    /** One stretch of content as far as the cue's sentence reaches, where no quotation ties what lies beyond it. */
    private Said withinSentence(Said said, Span sentence) {
        Span whole = said.content().get(0);
        if (isQuoted(whole)) {
            return said;
        }
        if (!whole.overlaps(sentence)) {
            return said.withContent(ownClause(said, sentence));
        }
        Span own = new Span(Math.max(whole.start(), sentence.start()), Math.min(whole.end(), sentence.end()));
        return own.equals(whole) ? said : said.withContent(List.of(own));
    }

    /**
     * What the cue's own sentence leaves for the content that the encoder took from a sentence beside it: the clause before the source
     * (<em>[Ten houses were destroyed] the Council said</em>), or what follows the source of <em>According to the Council</em>; none where
     * neither is there.
     */
    private List<Span> ownClause(Said said, Span sentence) {
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

    /** The quotations of the block in which a span begins. */
    List<Quotation> quotationsAt(Span span) {
        return article.blockAt(span.start())
                .map(block -> quotations.getOrDefault(block, List.of()))
                .orElse(List.of());
    }

    private boolean isQuoted(Span span) {
        return quotationsAt(span).stream()
                .anyMatch(quotation -> quotation.span().start() < span.end()
                        && span.start() < quotation.span().end());
    }

    /**
     * Whether a quotation ties {@code span} to the cue: one of the cue's paragraph, one left open, or one that opens its paragraph
     * and stands alone in its sentence; another there has a speaker, or a heading, of its own.
     */
    private boolean isTied(Span span, Span cue) {
        Optional<Block> block = article.blockAt(span.start());
        if (block.isEmpty() || block.equals(article.blockAt(cue.start()))) {
            return isQuoted(span);
        }
        return quotationsAt(span).stream()
                .filter(quotation -> quotation.span().overlaps(span))
                .anyMatch(quotation -> !quotation.closed() || standsAlone(quotation.span(), block.get()));
    }

    private boolean standsAlone(Span quoted, Block block) {
        Span last = sentenceOf(new Span(quoted.end() - 1, quoted.end()));
        return quoted.start() == block.span().start() && last.end() <= quoted.end();
    }

    /** The sentence in which a span begins. */
    Span sentenceOf(Span span) {
        int at = Bisection.first(sentences.size(), i -> sentences.get(i).span().end() > span.start());
        return at < sentences.size() ? sentences.get(at).span() : span;
    }

    private int wordsBetween(Span a, Span b) {
        int from = Math.min(a.end(), b.end());
        int to = Math.max(a.start(), b.start());
        return from >= to ? 0 : WORD.split(text.substring(from, to), -1).length - 1;
    }
}
