package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.attribution.CueLexicon.Match;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.Negation;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Article;
import org.rashomon.model.Bisection;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.nlp.Pos;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;
import org.rashomon.words.Tsv;

/**
 * Speech within speech: a content that opens with somebody else, a verb of speech and a clause (<em>"Three parties are saying that …," the
 * reporter said</em>) is told by them; what an outlet says that somebody concluded is theirs, too.
 */
final class InnerSpeech {
    private static final String TABLE = "en/claim-constructions.tsv";
    private static final PhrasePattern CONCLUDING = PhrasePattern.of(TABLE, "concluding");
    private static final PhrasePattern BELIEVING = PhrasePattern.of(TABLE, "believing");
    private static final PhrasePattern IRREAL = PhrasePattern.of(TABLE, "irreal");
    private static final Set<Pos> PHRASE = Set.of(Pos.DET, Pos.ADJ, Pos.NOUN, Pos.PROPN, Pos.NUM, Pos.ADP, Pos.PART);
    private static final Set<Pos> ADDRESSEE = Set.of(Pos.PRON, Pos.NOUN, Pos.PROPN);
    private static final Set<String> HEADS = Stream.of(
                    Tsv.words("en/acting-words.tsv"), SourceWords.COMMON_HEADS, PersonWords.of(PersonWords.Use.TITLE))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final String MARKS = " ,\"\u201d\u2019'";

    /** Tokens of a subject with its aside, and from its verb to <em>that</em>. */
    private static final int LONGEST_SUBJECT = 14;

    private static final int LONGEST_VERB = 8;
    /** Tokens, at most, between a verb of speech and <em>that</em>: whoever is told. */
    private static final int LONGEST_ADDRESSEE = 2;

    private final Article article;
    private final List<TaggedSentence> sentences;
    private final Mentions mentions;
    private final Outlets outlets;
    private final CueLexicon lexicon = CueLexicon.load();

    InnerSpeech(Article article, List<TaggedSentence> sentences, Mentions mentions, Outlets outlets) {
        this.article = article;
        this.sentences = sentences;
        this.mentions = mentions;
        this.outlets = outlets;
    }

    /** The attributions with those within them that none of them has for its cue. */
    List<Attribution> with(List<Attribution> attributions) {
        Map<Integer, List<Span>> cues = new HashMap<>();
        attributions.forEach(a -> a.cue()
                .forEach(cue -> cues.computeIfAbsent(article.blockIndexAt(cue.start()), block -> new ArrayList<>())
                        .add(cue)));
        List<Attribution> all = new ArrayList<>(attributions);
        for (Attribution outer : attributions) {
            if (!outer.source().isEmpty() && !outer.cue().isEmpty()) {
                inner(outer)
                        .filter(a -> cues
                                .getOrDefault(
                                        article.blockIndexAt(a.cue().get(0).start()), List.of())
                                .stream()
                                .noneMatch(a.cue().get(0)::overlaps))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<Attribution> inner(Attribution outer) {
        Span content = outer.content().get(0);
        int at = Bisection.first(sentences.size(), i -> sentences.get(i).span().end() > content.start());
        if (at == sentences.size()) {
            return Optional.empty();
        }
        TaggedSentence sentence = sentences.get(at);
        TaggedBlock b = sentence.block();
        int end = Math.min(content.end(), sentence.span().end());
        int from = b.endAt(content.start());
        while (b.tag(from) == Pos.PUNCT || b.tag(from) == Pos.CCONJ || b.is(from, "that")) {
            from++;
        }
        int limit = Math.min(b.size(), from + LONGEST_SUBJECT);
        int start = from;
        int verb = b.first(start, limit, i -> b.tag(i) == Pos.VERB || b.tag(i) == Pos.AUX);
        int that = b.first(verb, Math.min(b.size(), verb + LONGEST_VERB), i -> b.is(i, "that"));
        int subject = b.first(start, verb, i -> b.is(i, ","));
        boolean aside = subject < verb;
        boolean phrase = subject > start
                && verb < limit
                && (!aside || b.is(verb - 1, ","))
                && !b.any(start, subject, i -> !b.isTagged(i, PHRASE))
                && isSomebody(b.span(start, subject));
        boolean clause = verb < that
                && b.is(that, "that")
                && that + 2 < b.size()
                && b.token(that + 1).start() + 1 < end
                && b.token(that + 1).start() < sentence.span().end()
                && !Negation.in(b, verb, that)
                && !IRREAL.in(TextWords.of(b.span(verb, that).in(article.text())));
        if (!phrase || !clause || !(speaks(b, verb, that) || concludes(outer, b, verb, that))) {
            return Optional.empty();
        }
        Span said = unmarked(b.token(that + 1).start(), end);
        return Optional.of(new Attribution(
                List.of(b.span(start, subject)),
                List.of(b.span(verb, that)),
                List.of(said),
                outer.quote(),
                true,
                outer.confidence()));
    }

    /** Without the comma and the mark that close a quotation before whoever speaks. */
    private Span unmarked(int start, int end) {
        int last = end;
        while (last > start + 1 && MARKS.indexOf(article.text().charAt(last - 1)) >= 0) {
            last--;
        }
        return new Span(start, last);
    }

    private boolean speaks(TaggedBlock b, int verb, int that) {
        for (int i = verb; i < that; i++) {
            Optional<Match> match = lexicon.match(b, i);
            int behind = i + match.map(Match::length).orElse(0);
            boolean voiced = match.filter(m -> m.cue().voiced()
                            && m.cue().wordClass() == CueLexicon.WordClass.VERB
                            && m.cue().takes("that"))
                    .isPresent();
            if (voiced
                    && that - behind <= LONGEST_ADDRESSEE
                    && !b.any(behind, that, k -> !b.isTagged(k, ADDRESSEE))
                    && !b.is(i - 1, "to")) {
                return true;
            }
        }
        return false;
    }

    private boolean concludes(Attribution outer, TaggedBlock b, int verb, int that) {
        TextWords words = TextWords.of(b.span(verb, that).in(article.text()));
        return CONCLUDING.opens(words) || (BELIEVING.opens(words) && outlets.isOutlet(Span.covering(outer.source())));
    }

    private boolean isSomebody(Span words) {
        String head = SourceWords.headWord(words.in(article.text()));
        String one = head.endsWith("ies")
                ? head.substring(0, head.length() - 3) + "y"
                : head.endsWith("s") ? head.substring(0, head.length() - 1) : head;
        return HEADS.contains(head)
                || HEADS.contains(one)
                || HEADS.contains(head + "s")
                || mentions.in(words).stream().anyMatch(m -> m.span().end() == words.end());
    }
}
