package org.rashomon.annotate.attribution;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.annotate.syntax.Quotation;
import org.rashomon.annotate.syntax.TagClauses;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Article;
import org.rashomon.model.Bisection;
import org.rashomon.model.EntityType;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.nlp.Reading;
import org.rashomon.nlp.Reading.Named;
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

    /** The quotations of the block in which a span begins. */
    List<Quotation> quotationsAt(Span span) {
        return blockAt(span).map(TaggedBlock::quotations).orElse(List.of());
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

    List<Named> names() {
        return names;
    }

    /** Whether such a name of a person is in the article. */
    boolean anyPerson(Predicate<Span> where) {
        return names.stream().anyMatch(name -> name.type() == EntityType.PER && where.test(name.span()));
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
        int comma = text().indexOf(',', words.start());
        Span phrase = new Span(words.start(), comma > words.start() ? Math.min(comma, words.end()) : words.end());
        int last = Math.max(phrase.start(), text().lastIndexOf(' ', phrase.end() - 1) + 1);
        boolean capital = Character.isUpperCase(text().charAt(last))
                && phrase.end() - last > 1
                && last > sentenceOf(words).start();
        return capital
                || names.stream()
                        .anyMatch(name -> ACTING.contains(name.type())
                                && name.span().end() == phrase.end()
                                && phrase.contains(name.span()));
    }

    List<Attribution> ruled() {
        return ruled;
    }

    /** The attributions by rules that have one source, and for their one cue words of this cue. */
    List<Attribution> besideCue(Span cue) {
        return ruled.stream()
                .filter(rule -> rule.cue().size() == 1
                        && rule.cue().get(0).overlaps(cue)
                        && rule.source().size() == 1)
                .toList();
    }
}
