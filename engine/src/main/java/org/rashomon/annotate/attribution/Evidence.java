package org.rashomon.annotate.attribution;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.annotate.syntax.Quotation;
import org.rashomon.annotate.syntax.TagClauses;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Article;
import org.rashomon.model.Bisection;
import org.rashomon.model.EntityType;
import org.rashomon.model.Span;
import org.rashomon.model.SpanIndex;
import org.rashomon.model.claims.Attribution;
import org.rashomon.nlp.Reading;
import org.rashomon.nlp.Reading.Named;
import org.rashomon.text.Within;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;

/** What proofs may look at: the text with its sentences and quotations, the names in it, and what the rules find. */
final class Evidence {
    private static final Set<String> PEOPLE = SourceWords.COMMON_HEADS;
    private static final Set<EntityType> ACTING =
            EnumSet.of(EntityType.PER, EntityType.ORG, EntityType.NORP, EntityType.LOC);

    private final Article article;
    private final List<TaggedSentence> sentences;
    private final List<Named> names;
    private final List<Attribution> ruled;
    private final SpanIndex<Cue> byCue;
    /** A stretch of a cue by the rules. */
    private record Cue(Span span, Attribution rule) {}

    /** Made only of blocks that are asked about. */
    private final Map<TaggedBlock, TagClauses> clauses = new HashMap<>();

    /**
     * @param sentences of the article, in order
     * @param reading of the article
     * @param ruled attributions of the article by the rules
     */
    Evidence(Article article, List<TaggedSentence> sentences, Reading reading, List<Attribution> ruled) {
        this.article = article;
        this.sentences = sentences;
        this.names = reading.names();
        this.ruled = ruled;
        this.byCue = SpanIndex.of(
                ruled.stream()
                        .flatMap(rule -> rule.cue().stream().map(span -> new Cue(span, rule)))
                        .toList(),
                Cue::span);
    }

    Article article() {
        return article;
    }

    String text() {
        return article.text();
    }

    /** The text from one offset to another; empty where the second does not lie behind the first. */
    String between(int from, int to) {
        return from < to ? text().substring(Math.max(0, from), to) : "";
    }

    /** The same, cut into words. */
    TextWords words(int from, int to) {
        return TextWords.of(between(from, to));
    }

    /** What stands before {@code offset} in the sentence of {@code span}. */
    String sentenceBefore(Span span, int offset) {
        return between(sentenceOf(span).start(), offset);
    }

    /** The sentence in which a span begins. */
    Span sentenceOf(Span span) {
        int at = Bisection.first(sentences.size(), i -> sentences.get(i).span().end() > span.start());
        return at < sentences.size() ? sentences.get(at).span() : span;
    }

    /** The quotations of the block in which a span begins that touch it, or the mark before or behind it. */
    List<Quotation> quotationsAt(Span span) {
        List<Quotation> all = blockAt(span).map(TaggedBlock::quotations).orElse(List.of());
        int from = Bisection.first(all.size(), i -> all.get(i).span().end() >= span.start());
        int to = Bisection.first(all.size(), i -> all.get(i).span().start() > span.end());
        return all.subList(from, to);
    }

    private Optional<TaggedBlock> blockAt(Span span) {
        int block = article.blockIndexAt(span.start());
        int at = Bisection.first(
                sentences.size(), i -> sentences.get(i).sentence().block() >= block);
        return at < sentences.size() && sentences.get(at).sentence().block() == block
                ? Optional.of(sentences.get(at).block())
                : Optional.empty();
    }

    /** Who does what the verb of a cue tells, by the clause that it stands in. */
    Optional<Span> subjectOf(Span cue) {
        return clausesAt(cue).flatMap(own -> {
            int verb = own.verbIn(cue);
            return verb < 0 ? Optional.empty() : own.subjectOf(verb).map(own::span);
        });
    }

    /** Whether words are a clause with a subject and a verb, and no phrase. */
    boolean isClause(Span words) {
        return clausesAt(words).filter(own -> own.isClause(words)).isPresent();
    }

    private Optional<TagClauses> clausesAt(Span words) {
        return blockAt(words).map(block -> clauses.computeIfAbsent(block, TagClauses::new));
    }

    boolean isQuoted(Span span) {
        return quotationsAt(span).stream()
                .anyMatch(quotation -> quotation.span().overlaps(span));
    }

    /** The name that begins at an offset. */
    Optional<Named> nameFrom(int offset) {
        int at = Bisection.first(names.size(), i -> names.get(i).span().start() >= offset);
        return Optional.of(at)
                .filter(i -> i < names.size())
                .map(names::get)
                .filter(name -> name.span().start() == offset);
    }

    /** The name that ends at an offset or goes on beyond it. */
    Optional<Named> nameAround(int offset) {
        int at = Bisection.first(names.size(), i -> names.get(i).span().end() >= offset);
        return Optional.of(at)
                .filter(i -> i < names.size())
                .map(names::get)
                .filter(name -> name.span().start() < offset);
    }

    /** The last name that lies between two offsets. */
    Optional<Named> nameIn(int from, int to) {
        int at = Bisection.first(names.size(), i -> names.get(i).span().end() > to) - 1;
        return Optional.of(at)
                .filter(i -> i >= 0)
                .map(names::get)
                .filter(name -> name.span().start() >= from);
    }

    /** The name that ends at an offset. */
    Optional<Named> nameTo(int offset) {
        int at = Bisection.first(names.size(), i -> names.get(i).span().end() >= offset);
        return Optional.of(at)
                .filter(i -> i < names.size())
                .map(names::get)
                .filter(name -> name.span().end() == offset);
    }

    /**
     * Whether words are those of somebody: a noun for people or bodies, or a name at their end, before any apposition: <em>the Caul
     * Coalition</em>, where the end of <em>Lund's plan</em> is none. A capital that opens its sentence shows no name.
     */
    boolean isSomebody(Span words) {
        String head = SourceWords.headWord(words.in(text()));
        if (PEOPLE.contains(head) || PEOPLE.contains(head + "s") || PersonWords.isTitleWord(head)) {
            return true;
        }
        int comma = Within.first(text(), ",", words.start(), words.end());
        Span phrase = new Span(words.start(), comma > words.start() ? comma : words.end());
        int last = Math.max(phrase.start(), Within.last(text(), ' ', phrase.start(), phrase.end()) + 1);
        boolean capital = Character.isUpperCase(text().charAt(last))
                && phrase.end() - last > 1
                && last > sentenceOf(words).start();
        return capital
                || nameTo(phrase.end())
                        .filter(name -> ACTING.contains(name.type()) && phrase.contains(name.span()))
                        .isPresent();
    }

    List<Attribution> ruled() {
        return ruled;
    }

    /** The attributions by rules that have one source, and for their one cue words of this cue. */
    List<Attribution> besideCue(Span cue) {
        return ruledAt(cue).stream()
                .filter(rule -> rule.cue().size() == 1 && rule.source().size() == 1)
                .toList();
    }

    /** Whether a quotation holds a span whole, but for its marks. */
    boolean isWithinQuotation(Span span) {
        return quotationsAt(span).stream()
                .map(Quotation::span)
                .anyMatch(whole -> whole.start() - 1 <= span.start() && span.end() <= whole.end() + 1);
    }

    /** Whether the rules see another cue, with a source, in the sentence of a quotation, and take it for what is said there. */
    boolean isOfRule(Span quoted, Span cue) {
        Span sentence = sentenceOf(quoted);
        return isWithinQuotation(quoted)
                && ruledAt(sentence).stream()
                        .filter(rule -> rule.voiced()
                                && rule.source().size() == 1
                                && isSomebody(rule.source().get(0)))
                        .filter(rule -> rule.cue().stream().allMatch(sentence::contains)
                                && rule.cue().stream().noneMatch(cue::overlaps))
                        .anyMatch(rule -> rule.content().stream().anyMatch(quoted::overlaps));
    }

    /** The attributions by rules of whose cue words are in a span. */
    List<Attribution> ruledAt(Span words) {
        return byCue.touching(words).stream().map(Cue::rule).distinct().toList();
    }
}
