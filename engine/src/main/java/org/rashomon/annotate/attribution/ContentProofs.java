package org.rashomon.annotate.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Span;
import org.rashomon.nlp.Reading.Said;

/**
 * Holds the content of a learned attribution to what its source said: in the sentence and the clause of the cue or
 * tied to it by quotation marks.
 */
final class ContentProofs {
    private static final Pattern WORD = Pattern.compile("\\s+");
    /** Words, at least, of a clause. */
    private static final int FEWEST_WORDS = 3;
    /** Words, at most, that may hold two parts of an unquoted content apart, besides cue and source. */
    private static final int LONGEST_GAP = 3;

    /** In the order in which they are tried. */
    static final List<Proof> ALL = List.of(
            new Proof(
                    "same-block",
                    "no content is taken from a headline or caption that is not the cue's",
                    ContentProofs::block),
            new Proof(
                    "clause-of-cue",
                    "content is not taken from another sentence where the cue's own has some",
                    ContentProofs::clause),
            new Proof(
                    "near-parts",
                    "parts of content are tied by quotation marks or stand near each other",
                    ContentProofs::near),
            new Proof(
                    "own-quotations",
                    "no quotation of another sentence is taken that has a cue and a speaker of its own there",
                    ContentProofs::ofOthers),
            new Proof(
                    "quotation-beside",
                    "a quotation in the cue's sentence that the rules see as its source's is no less said than the next",
                    ContentProofs::beside));

    private ContentProofs() {}

    private static Optional<Said> changed(Said said, List<Span> content) {
        return content.equals(said.content()) ? Optional.empty() : Optional.of(said.withContent(content));
    }

    private static Optional<Said> block(Evidence e, Said said) {
        Optional<Block> own = e.article().blockAt(said.cue().start());
        return changed(
                said,
                said.content().stream()
                        .filter(span -> {
                            Optional<Block> block = e.article().blockAt(span.start());
                            return block.equals(own) || (isBody(block) && isBody(own));
                        })
                        .toList());
    }

    private static boolean isBody(Optional<Block> block) {
        return block.map(Block::role).filter(BlockRole.BODY::equals).isPresent();
    }

    /** The one stretch of content, where no quotation ties it to the cue; null for parts and what is quoted. */
    private static @Nullable Span unquoted(Evidence e, Said said) {
        Span whole = said.content().get(0);
        return said.content().size() == 1 && !e.isQuoted(whole) ? whole : null;
    }

    /**
     * What the cue's own sentence leaves for the content that the encoder took from a sentence beside it: the clause before the source
     * (<em>[Ten houses were destroyed] the Council said</em>), or what follows the source of <em>According to the Council</em>; none where
     * neither is there.
     */
    private static Optional<Said> clause(Evidence e, Said said) {
        Span whole = unquoted(e, said);
        Span sentence = e.sentenceOf(said.cue());
        Span source = said.source();
        if (whole == null || whole.overlaps(sentence) || source == null || !sentence.contains(source)) {
            return Optional.empty();
        }
        boolean opens = said.cue().end() <= source.start() && said.cue().start() <= sentence.start() + 1;
        int from = opens ? source.end() : sentence.start();
        int to = opens ? sentence.end() : source.start();
        while (from < to && !Character.isLetterOrDigit(e.text().charAt(from))) {
            from++;
        }
        while (to > from
                && (Character.isWhitespace(e.text().charAt(to - 1)) || e.text().charAt(to - 1) == ',')) {
            to--;
        }
        boolean isClause = to > from && WORD.split(e.between(from, to), -1).length >= FEWEST_WORDS;
        return changed(said, isClause ? List.of(new Span(from, to)) : List.of());
    }

    /** "Did you fire?" a reporter asked. ["No,"] the general replied. */
    private static Optional<Said> ofOthers(Evidence e, Said said) {
        if (said.content().size() == 1) {
            return Optional.empty();
        }
        Span sentence = e.sentenceOf(said.cue());
        return changed(
                said,
                said.content().stream()
                        .filter(span -> span.overlaps(sentence) || !e.isOfRule(span, said.cue()))
                        .toList());
    }

    /** ["No,"] the general replied. "They fired first." */
    private static Optional<Said> beside(Evidence e, Said said) {
        Span sentence = e.sentenceOf(said.cue());
        if (said.source() == null
                || said.content().stream().anyMatch(span -> span.overlaps(sentence) || !e.isWithinQuotation(span))) {
            return Optional.empty();
        }
        List<Span> more = e.besideCue(said.cue()).stream()
                .filter(rule -> rule.source().get(0).equals(said.source()))
                .flatMap(rule -> rule.content().stream())
                .filter(span -> sentence.contains(span)
                        && e.isWithinQuotation(span)
                        && said.content().stream().noneMatch(span::overlaps))
                .limit(1)
                .toList();
        return changed(
                said,
                Stream.concat(more.stream(), said.content().stream()).sorted().toList());
    }

    /** Of several parts the one nearest to the cue, with those that a quotation ties to it or that nothing but cue and source holds apart. */
    private static Optional<Said> near(Evidence e, Said said) {
        if (said.content().size() == 1) {
            return Optional.empty();
        }
        Span sentence = e.sentenceOf(said.cue());
        List<Span> near = new ArrayList<>(List.of(said.cue()));
        if (said.source() != null) {
            near.add(said.source());
        }
        Span main = said.content().stream()
                // a part that nothing ties to the cue is another's, however near the next sentence begins
                .min(Comparator.comparing((Span span) -> !span.overlaps(sentence) && !isTied(e, span, said.cue()))
                        .thenComparingInt(span -> wordsBetween(e, said.cue(), span))
                        .thenComparing(Comparator.comparingInt(Span::length).reversed()))
                .orElseThrow();
        near.add(main);
        List<Span> kept = new ArrayList<>(List.of(main));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Span span : said.content()) {
                if (!kept.contains(span)
                        && (isTied(e, span, said.cue())
                                || (sentence.contains(span)
                                        && near.stream()
                                                .anyMatch(part -> wordsBetween(e, part, span) <= LONGEST_GAP)))) {
                    kept.add(span);
                    near.add(span);
                    grown = true;
                }
            }
        }
        kept.sort(Comparator.naturalOrder());
        return changed(said, kept);
    }

    /**
     * Whether a quotation ties {@code span} to the cue: one of the cue's paragraph, one left open, or one that opens its paragraph
     * and stands alone in its sentence; another there has a speaker, or a heading, of its own.
     */
    private static boolean isTied(Evidence e, Span span, Span cue) {
        Optional<Block> block = e.article().blockAt(span.start());
        if (block.isEmpty() || block.equals(e.article().blockAt(cue.start()))) {
            return e.isQuoted(span);
        }
        return e.quotationsAt(span).stream()
                .filter(quotation -> quotation.span().overlaps(span))
                .anyMatch(quotation -> !quotation.closed() || standsAlone(e, quotation.span(), block.get()));
    }

    private static boolean standsAlone(Evidence e, Span quoted, Block block) {
        Span last = e.sentenceOf(new Span(quoted.end() - 1, quoted.end()));
        return quoted.start() == block.span().start() && last.end() <= quoted.end();
    }

    private static int wordsBetween(Evidence e, Span a, Span b) {
        int from = Math.min(a.end(), b.end());
        int to = Math.max(a.start(), b.start());
        return from >= to ? 0 : WORD.split(e.between(from, to), -1).length - 1;
    }
}
