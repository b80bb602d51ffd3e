package org.rashomon.annotate.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Span;
import org.rashomon.nlp.Reading.Said;

/**
 * Holds the content of a learned attribution to what its source said: within the body, in the sentence and the clause of the cue or
 * tied to it by quotation marks, whole, and without the outlet's comment.
 */
final class ContentProofs {
    private static final Pattern WORD = Pattern.compile("\\s+");
    private static final Pattern FINITE =
            Pattern.compile("(?:had|has|have|was|were|is|are|will|would|could|can|should|may|might|must|did|does) ");
    private static final Pattern DASH = Pattern.compile("\\s?(?:--|[\u2013\u2014])");
    /** What is said of what was said: the same source would go on with <em>and that the …</em>. */
    private static final Pattern COMMENT =
            Pattern.compile(", (?:and|but|which) that(?:['\u2019]s| is| was| isn['\u2019]t| wasn['\u2019]t)\\b");
    /** Opens a clause that the main one follows, up to the source: <em>Though Lund says …, others …</em>. */
    private static final Pattern SUBORDINATE = Pattern.compile(
            "\\b(?:[Tt]hough|[Aa]lthough|[Ww]hile|[Ww]hen|[Ss]ince|[Bb]ecause|[Aa]fter|[Ww]hereas|at which|in which|during which) (?:the )?$");
    /** The main clause behind it. */
    private static final Pattern MAIN_CLAUSE = Pattern.compile(
            ", (?=(?:\\p{Lu}|the |a |an |at least |more than |other |others |many |some |most |its |his |their |it |he |she |they )[^,]{0,60}?"
                    + "\\b(?:is|are|was|were|has|have|had|will|would|said|says?|writes?|wrote|told|\\p{Ll}{2,}ed)\\b)");

    /** Words, at least, of a clause. */
    private static final int FEWEST_WORDS = 3;
    /** How far behind the first letter of its sentence, in UTF-16 code units, the source of <em>As the Hill points out</em> begins. */
    private static final int AS_SOURCE = 8;
    /** Words, at most, that may hold two parts of an unquoted content apart, besides cue and source. */
    private static final int LONGEST_GAP = 3;

    /** That it stands in the text of the cue. */
    static final List<Proof> BLOCK = List.of(Proof.of(
            "same-block", "no content is taken from a headline or caption that is not the cue's", ContentProofs::block));

    /** That no word of it is missing. */
    static final List<Proof> WHOLE = List.of(
            Proof.of("with-subject", "content does not lack the subject of its first verb", ContentProofs::subject));

    /** That it is the source's. */
    static final List<Proof> OWN = List.of(
            Proof.of("as-source-says", "after As Lund says, the rest of the sentence is hers", ContentProofs::rest),
            Proof.of("dash-aside", "what stands behind the dash after , as Lund says – is not hers", ContentProofs::aside),
            Proof.of("no-comment", "content holds no comment on what was said", ContentProofs::comment),
            Proof.of("no-main-clause", "content ends before the main clause, which is another's", ContentProofs::main),
            Proof.of("sentence-of-cue", "unquoted content stands in the sentence of the cue", ContentProofs::sentence),
            Proof.of("clause-of-cue", "content is not taken from another sentence where the cue's own has some", ContentProofs::clause),
            Proof.of("near-parts", "parts of content are tied by quotation marks or stand near each other", ContentProofs::near));

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
                            return block.equals(own) || isBody(block) && isBody(own);
                        })
                        .toList());
    }

    private static boolean isBody(Optional<Block> block) {
        return block.map(Block::role).filter(BlockRole.BODY::equals).isPresent();
    }

    /**
     * Content that opens with a finite verb begins with that verb's subject, where a person's name stands between the cue and the verb:
     * <em>Lund said [Dace had told him that …]</em>. Without it the source would have said what is Dace's.
     */
    private static Optional<Said> subject(Evidence e, Said said) {
        Span first = said.content().get(0);
        int from = said.cue().end();
        boolean lacks = first.start() > from
                && FINITE.matcher(e.text()).region(first.start(), first.end()).lookingAt()
                && (said.source() == null || said.source().end() <= from)
                && e.anyPerson(name -> name.start() >= from && name.end() <= first.start());
        if (!lacks || e.between(from, first.start()).indexOf('"') >= 0) {
            return Optional.empty();
        }
        List<Span> content = new ArrayList<>(said.content());
        content.set(0, new Span(from + 1, first.end()));
        return changed(said, content);
    }

    /** "As Lund points out, …": the rest of the sentence is hers, and not the sentence before. */
    private static Optional<Said> rest(Evidence e, Said said) {
        Span sentence = e.sentenceOf(said.cue());
        Span source = said.source();
        boolean opens = source != null
                && e.text().startsWith("As ", sentence.start())
                && source.start() <= sentence.start() + AS_SOURCE
                && source.end() <= said.cue().start()
                && e.text().startsWith(", ", said.cue().end())
                && said.cue().end() + 2 < sentence.end();
        return opens && said.content().stream().allMatch(span -> span.end() <= sentence.start())
                ? changed(said, List.of(new Span(said.cue().end() + 2, sentence.end())))
                : Optional.empty();
    }

    private static Optional<Said> aside(Evidence e, Said said) {
        Span source = said.source();
        boolean aside = source != null
                && e.text().startsWith(", as ", source.start() - 5)
                && DASH.matcher(e.text()).region(said.cue().end(), e.text().length()).lookingAt()
                && said.content().get(0).end() <= source.start();
        return aside
                ? changed(
                        said,
                        said.content().stream()
                                .filter(span -> span.start() < said.cue().end())
                                .toList())
                : Optional.empty();
    }

    /** "…, and that is …". */
    private static Optional<Said> comment(Evidence e, Said said) {
        return said.source() == null ? Optional.empty() : cut(e, said, COMMENT, 0);
    }

    /** "Though Lund says …, others …". */
    private static Optional<Said> main(Evidence e, Said said) {
        Span source = said.source();
        boolean subordinate = source != null
                && source.end() <= said.cue().start()
                && SUBORDINATE.matcher(e.sentenceBefore(said.cue(), source.start())).find();
        return subordinate ? cut(e, said, MAIN_CLAUSE, said.cue().end()) : Optional.empty();
    }

    /** Each unquoted part from {@code from} on, up to what is not the source's. */
    private static Optional<Said> cut(Evidence e, Said said, Pattern others, int from) {
        UnaryOperator<Span> upTo = span -> {
            Matcher cut = others.matcher(e.text()).region(span.start(), span.end());
            boolean quoted = span.in(e.text()).chars().anyMatch(c -> c == '"' || c == '\u201c');
            return !quoted && span.start() >= from && cut.find() ? new Span(span.start(), cut.start()) : span;
        };
        return changed(said, said.content().stream().map(upTo).toList());
    }

    /** The one stretch of content, where no quotation ties it to the cue; null for parts and what is quoted. */
    private static @Nullable Span unquoted(Evidence e, Said said) {
        Span whole = said.content().get(0);
        return said.content().size() == 1 && !e.isQuoted(whole) ? whole : null;
    }

    private static Optional<Said> sentence(Evidence e, Said said) {
        Span whole = unquoted(e, said);
        Span sentence = e.sentenceOf(said.cue());
        if (whole == null || !whole.overlaps(sentence)) {
            return Optional.empty();
        }
        return changed(
                said,
                List.of(new Span(Math.max(whole.start(), sentence.start()), Math.min(whole.end(), sentence.end()))));
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
        while (to > from && (Character.isWhitespace(e.text().charAt(to - 1)) || e.text().charAt(to - 1) == ',')) {
            to--;
        }
        boolean isClause = to > from && WORD.split(e.between(from, to), -1).length >= FEWEST_WORDS;
        return changed(said, isClause ? List.of(new Span(from, to)) : List.of());
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
                .min(Comparator.comparingInt((Span span) -> wordsBetween(e, said.cue(), span))
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
                                || sentence.contains(span)
                                        && near.stream()
                                                .anyMatch(part -> wordsBetween(e, part, span) <= LONGEST_GAP))) {
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
