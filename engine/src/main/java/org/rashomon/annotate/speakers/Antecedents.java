package org.rashomon.annotate.speakers;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

/**
 * Whom grammar alone makes the speaker: of a relative pronoun the phrase before it, of a participle without a source the subject of its
 * sentence.
 */
final class Antecedents {
    /** How far back, in UTF-16 code units, the phrase before a relative pronoun may begin. */
    private static final int LONGEST_PHRASE = 120;

    private static final String PHRASE_ENDS = ";:\n\"\u201c\u201d,(";
    /** What stands before the body of whose somebody is spoken: <em>the head of the</em>. */
    private static final Pattern COMPLEMENT =
            Pattern.compile("\\b(?:of|for|at|from|with|in|under|to) (?:the |an? )?(?:\\p{Lu}\\p{L}+ )?$");

    private static final Pattern APPOSITION = Pattern.compile("^\\s?(?:an?|the|then|former)\\b");
    /** A sentence that opens with an adjunct: its subject may be what looks like an apposition to a name within. */
    private static final Pattern ADJUNCT = Pattern.compile(
            "^[\"\u201c\u2018]?(?:In|At|On|To|By|For|With|From|After|Before|During|Since|Until|Under|Against|Unlike|Like"
                    + "|As|When|While|Though|Although|Because|If)\\b");

    private static final Pattern PARTICIPLE = Pattern.compile("\\p{L}+ing\\b");
    private static final Pattern FRONTED = Pattern.compile("(?:^|\\b(?:[Aa]fter|[Bb]efore|[Ww]hile|[Ww]hen|[Bb]y) )$");

    private final Article article;
    private final List<TaggedSentence> tagged;
    private final List<Sentence> sentences;
    private final Mentions mentions;
    private final ClauseSubjects subjects;

    /** @param tagged sentences of the article, in order */
    Antecedents(Article article, List<TaggedSentence> tagged, Mentions mentions) {
        this.article = article;
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
        String text = article.text();
        int end = pronoun.start();
        while (end > 0 && (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == ',')) {
            end--;
        }
        int start = end;
        while (start > Math.max(0, end - LONGEST_PHRASE) && !endsPhrase(text, start - 1)) {
            start--;
        }
        if (start >= end) {
            return Optional.empty();
        }
        Span phrase = new Span(start, end);
        int last = end;
        Optional<Mention> name = mentions.in(phrase).stream()
                .filter(mention -> mention.span().end() == last
                        && mention.actor() != null
                        && (mention.type() == EntityType.PER || mention.actor().type() != ActorType.GOVERNMENT))
                .findFirst();
        boolean who = pronoun.in(text).equalsIgnoreCase("who");
        boolean apposition = who && APPOSITION.matcher(phrase.in(text)).find();
        boolean complement = name.filter(mention -> COMPLEMENT
                        .matcher(text.substring(phrase.start(), mention.span().start()))
                        .find())
                .isPresent();
        // "Ana Lund, the head of the Corps, who": she speaks, not the Corps
        boolean another =
                name.isEmpty() || complement && (apposition || who && name.get().type() != EntityType.PER);
        return another ? (who ? introducedAs(phrase) : Optional.empty()) : name;
    }

    private static boolean endsPhrase(String text, int at) {
        char c = text.charAt(at);
        boolean initial =
                c == '.' && at > 1 && Character.isUpperCase(text.charAt(at - 1)) && text.charAt(at - 2) == ' ';
        return PHRASE_ENDS.indexOf(c) >= 0 || c == '.' && !initial;
    }

    /** The person whose name stands right before an apposition; empty where the sentence opens with an adjunct. */
    private Optional<Mention> introducedAs(Span apposition) {
        String text = article.text();
        int comma = apposition.start() - 1;
        if (comma < 1
                || text.charAt(comma) != ','
                || text.substring(comma, apposition.end()).contains(" and ")) {
            return Optional.empty();
        }
        int sentence = Sentence.indexAt(sentences, comma);
        int from = sentences.get(Math.max(0, sentence)).span().start();
        if (from >= comma || ADJUNCT.matcher(text.substring(from, comma)).find()) {
            return Optional.empty();
        }
        return mentions.between(from, comma).stream()
                .filter(m -> m.span().end() == comma && m.type() == EntityType.PER)
                .findFirst();
    }

    /**
     * Of a participle without a source of its own, fronted (<em>Warning that …, Lund asked</em>) or behind a comma (<em>Lund refused, calling
     * it …</em>): the person of whom the main clause tells.
     */
    Optional<Mention> ofParticiple(Attribution attribution) {
        if (attribution.cue().isEmpty()
                || !PARTICIPLE
                        .matcher(attribution.cue().get(0).in(article.text()))
                        .lookingAt()) {
            return Optional.empty();
        }
        Span cue = attribution.cue().get(0);
        int at = Sentence.indexAt(sentences, cue.start());
        if (at < 0) {
            return Optional.empty();
        }
        Span sentence = sentences.get(at).span();
        return subjects.of(tagged.get(at), sentence.end())
                .filter(subject -> attribution.content().stream()
                        .noneMatch(c -> c.contains(subject.name().span())))
                .filter(subject -> cue.end() < subject.name().span().start()
                        ? isFronted(article.text().substring(sentence.start(), cue.start()))
                        : subject.verb() < cue.start() && article.text().startsWith(", ", cue.start() - 2))
                .map(Subject::name);
    }

    /** Whether a participle opens its sentence, alone or behind a preposition: after warning, less than an hour before telling. */
    private static boolean isFronted(String before) {
        return before.indexOf(',') < 0 && FRONTED.matcher(before).find();
    }
}
