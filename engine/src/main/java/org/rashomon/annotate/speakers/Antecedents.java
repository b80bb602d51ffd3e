package org.rashomon.annotate.speakers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.rashomon.annotate.attribution.Construction;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.annotate.syntax.ClauseSubjects;
import org.rashomon.annotate.syntax.ClauseSubjects.Subject;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.nlp.Pos;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/**
 * Whom grammar alone makes the speaker: of a relative pronoun the phrase before it, of a participle without a source the subject of its
 * sentence.
 */
final class Antecedents {
    /** How far back, in UTF-16 code units, the phrase before a relative pronoun may begin. */
    private static final int LONGEST_PHRASE = 120;

    private static final Set<Pos> NOMINAL = Set.of(Pos.NOUN, Pos.PROPN, Pos.PRON, Pos.VERB, Pos.NUM);
    /** In tokens. */
    private static final int LONGEST_NAME = 5;

    private static final int LONGEST_BRACKETS = 8;

    private static final String PHRASE_ENDS = ";:\n\"\u201c\u201d,(";
    private static final PhrasePattern COMPLEMENT = PhrasePattern.of("en/source-constructions.tsv", "complement");
    private static final PhrasePattern FRONTED = PhrasePattern.of("en/source-constructions.tsv", "fronted");
    private static final Set<String> APPOSITIONS =
            WordLists.of("en/source-words.tsv").list("apposition");

    private final String text;
    private final List<TaggedSentence> tagged;
    private final List<Sentence> sentences;
    private final Mentions mentions;
    private final ClauseSubjects subjects;

    /** @param tagged sentences of the article, in order */
    Antecedents(Article article, List<TaggedSentence> tagged, Mentions mentions) {
        this.text = article.text();
        this.tagged = tagged;
        this.sentences = TaggedSentence.plain(tagged);
        this.mentions = mentions;
        this.subjects = new ClauseSubjects(mentions);
    }

    /**
     * "X, who warned": the name that the phrase before the pronoun ends in, or the one to which that phrase is an apposition.
     *
     * @param pronoun who, which, that
     */
    Optional<Mention> ofRelative(Span pronoun) {
        int end = pronoun.start();
        while (end > 0 && " ,\n".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > Math.max(0, end - LONGEST_PHRASE) && !endsPhrase(start - 1)) {
            start--;
        }
        if (start >= end) {
            return Optional.empty();
        }
        Span phrase = new Span(start, end);
        int last = end;
        boolean who = pronoun.in(text).equalsIgnoreCase("who");
        return mentions.in(phrase).stream()
                .filter(mention -> mention.span().end() == last && maySpeak(mention))
                .findFirst()
                .filter(mention -> !who || !isOfApposition(phrase, mention))
                .or(() -> who ? introducedAs(phrase) : Optional.empty());
    }

    /**
     * <em>A nurse from Dorvat, who said; a driver (aged 40), who said</em>: the description right before <em>who</em>, also where a
     * name tells from where or of what somebody is. Of <em>the sister of a nurse, who</em> and <em>a nurse and a driver, who</em> grammar does not
     * tell who is meant.
     */
    Optional<Span> described(Span pronoun) {
        int at = Sentence.indexAt(sentences, pronoun.start());
        if (at < 0 || !pronoun.in(text).equalsIgnoreCase("who")) {
            return Optional.empty();
        }
        TaggedSentence s = tagged.get(at);
        int who = s.at(pronoun.start());
        int all = beforeBrackets(s, s.is(who - 1, ",") ? who - 1 : who);
        int name = s.runStart(all, LONGEST_NAME, i -> s.isCapitalised(i) || s.is(i, "the"));
        // "the share of Veldorans who": they, and not the share
        boolean group = mentions.overlapping(s.span(name, Math.max(name + 1, all))).stream()
                .anyMatch(mention -> mention.type() == EntityType.NORP);
        boolean placed = name < all && !group && s.is(name - 1, "from", "in", "of", "at");
        int end = placed ? beforeBrackets(s, name - 1) : all;
        int start = s.phraseStart(end);
        boolean counted = s.is(start, "a", "an", "the") || s.tag(start) == Pos.NUM;
        // "men in orange jumpsuits who": what somebody has on says nothing
        boolean plural = s.endsIn(end - 1, "s") && (s.tag(start - 1) != Pos.ADP || s.is(start - 1, "to", "by", "from"));
        boolean owned = s.is(start - 1, "of", "and", "or") || s.is(start - 1, ",") || s.isPossessive(start - 1);
        // "the share who": a clause without a comma may tell of what sort of people, and not who they are
        boolean part = s.is(start, "the")
                && !s.is(who - 1, ",")
                && !Pronouns.isSomebody(s.span(start, end).in(text));
        return end > start && s.tag(end - 1) == Pos.NOUN && (counted || plural) && !owned && !part
                ? Optional.of(s.span(start, all))
                : Optional.empty();
    }

    /**
     * The subject of the sentence before a pronoun that opens its own, in one paragraph: <em>The council has met. It says</em>.
     *
     * @param rival what else of that sentence could be meant as well
     */
    Optional<Span> subjectBefore(Span pronoun, BiPredicate<TaggedSentence, Integer> rival) {
        int at = Sentence.indexAt(sentences, pronoun.start());
        if (at < 1 || sentences.get(at - 1).block() != sentences.get(at).block()) {
            return Optional.empty();
        }
        TaggedSentence own = tagged.get(at);
        TaggedSentence before = tagged.get(at - 1);
        boolean opens = !own.any(0, own.at(pronoun.start()), i -> own.isTagged(i, NOMINAL));
        return ClauseSubjects.opening(before)
                .filter(subject ->
                        opens && !before.any(before.endAt(subject.end()), before.size(), i -> rival.test(before, i)));
    }

    /** The end of what stands before brackets that close at {@code end}. */
    private static int beforeBrackets(TaggedSentence s, int end) {
        if (!s.is(end - 1, ")")) {
            return end;
        }
        int open = s.runStart(end - 1, LONGEST_BRACKETS, i -> !s.is(i, "(")) - 1;
        return s.is(open, "(") ? open : end;
    }

    private static boolean maySpeak(Mention mention) {
        return mention.actor() != null
                && (mention.type() == EntityType.PER || mention.actor().type() != ActorType.GOVERNMENT);
    }

    /** "Ana Lund, the head of the [Corps], who": she speaks, not the Corps. */
    private boolean isOfApposition(Span phrase, Mention name) {
        List<String> words = SourceWords.words(phrase.in(text));
        boolean apposition = !words.isEmpty() && APPOSITIONS.contains(words.get(0));
        return (apposition || name.type() != EntityType.PER)
                && COMPLEMENT.closes(
                        TextWords.of(text.substring(phrase.start(), name.span().start())));
    }

    private boolean endsPhrase(int at) {
        char c = text.charAt(at);
        boolean initial =
                c == '.' && at > 1 && Character.isUpperCase(text.charAt(at - 1)) && text.charAt(at - 2) == ' ';
        return PHRASE_ENDS.indexOf(c) >= 0 || (c == '.' && !initial);
    }

    /** The person whose name stands right before an apposition. */
    private Optional<Mention> introducedAs(Span apposition) {
        int comma = apposition.start() - 1;
        if (comma < 1 || text.charAt(comma) != ',' || apposition.in(text).contains(" and ")) {
            return Optional.empty();
        }
        int sentence = Math.max(0, Sentence.indexAt(sentences, comma));
        return mentions.between(sentences.get(sentence).span().start(), comma).stream()
                .filter(m -> m.span().end() == comma && m.type() == EntityType.PER)
                .findFirst();
    }

    /**
     * Of a participle without a source of its own, fronted (<em>Warning that …, Lund asked</em>) or behind a comma (<em>Lund refused, calling
     * it …</em>): the person of whom the main clause tells.
     */
    Optional<Mention> ofParticiple(Attribution attribution) {
        if (attribution.cue().isEmpty()) {
            return Optional.empty();
        }
        Span cue = attribution.cue().get(0);
        int at = Sentence.indexAt(sentences, cue.start());
        if (at < 0 || !Construction.isParticiple(cue.in(text))) {
            return Optional.empty();
        }
        Span sentence = sentences.get(at).span();
        return subjects.of(tagged.get(at), sentence.end())
                .filter(subject -> attribution.content().stream()
                        .noneMatch(c -> c.contains(subject.name().span())))
                .filter(subject -> cue.end() < subject.name().span().start()
                        ? isFronted(text.substring(sentence.start(), cue.start()))
                        : subject.verb() < cue.start() && text.startsWith(", ", cue.start() - 2))
                .map(Subject::name);
    }

    /** Whether a participle opens its sentence, alone or behind a preposition: after warning, less than an hour before telling. */
    private static boolean isFronted(String before) {
        return before.indexOf(',') < 0 && FRONTED.closes(TextWords.of(before));
    }
}
