package org.rashomon.annotate.speakers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.annotate.speakers.Vicinity.Heard;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.SpanWords;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.nlp.Pos;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/**
 * Whom <em>he, she, it, they</em> mean when they speak.
 *
 * <p>Whom <em>he</em> and <em>she</em> mean is weighed by {@link PersonRanker}. <em>It</em> and <em>they</em> mean the one speaker of their
 * kind in their own paragraph, or, where none has spoken there, in the one before. All else stays unresolved.
 */
final class Pronouns {
    private static final WordLists WORDS = WordLists.of("en/source-words.tsv");
    /** Whoever speaks of themselves may be the outlet's reporter as well as anybody quoted. */
    private static final Set<String> SELF = WORDS.list("self");

    private static final Set<String> DOCUMENTS = WORDS.list("document");
    /** What a text does, though a body may have written it: <em>it read</em>. */
    private static final Set<String> WRITTEN = WORDS.list("written");

    private static final Set<String> PEOPLE = WORDS.list("people");

    private final Article article;
    private final String text;
    private final Vicinity vicinity;
    private final PersonRanker people;
    private final Antecedents antecedents;
    private final Mentions mentions;
    private final BiFunction<Source, Span, Speaker> meaning;

    /** What a pronoun can stand for. */
    private enum Kind {
        PERSONAL,
        PLURAL,
        NEUTER;

        static Optional<Kind> of(String lower) {
            return Stream.of(values())
                    .filter(kind ->
                            WORDS.list(kind.name().toLowerCase(Locale.ROOT)).contains(lower))
                    .findFirst();
        }
    }

    /** @param meaning whom a phrase means that the pronoun of a source takes up */
    Pronouns(
            Article article,
            Vicinity vicinity,
            PersonRanker people,
            Antecedents antecedents,
            Mentions mentions,
            BiFunction<Source, Span, Speaker> meaning) {
        this.article = article;
        this.text = article.text();
        this.vicinity = vicinity;
        this.people = people;
        this.antecedents = antecedents;
        this.mentions = mentions;
        this.meaning = meaning;
    }

    /** @param lower in lower case */
    static boolean isPronoun(String lower) {
        return Kind.of(lower).isPresent();
    }

    /** Whom a pronoun means. */
    Speaker resolve(Source source) {
        String lower = source.words().toLowerCase(Locale.ROOT);
        Kind kind = Kind.of(lower).orElseThrow();
        return SELF.contains(lower) || (kind == Kind.NEUTER && isWritten(source.attribution()))
                ? SpeakerResolver.unresolved(source.words())
                : (kind == Kind.PERSONAL ? people.meant(source) : justSpoken(kind, source))
                        .map(SpeakerResolver::asResolved)
                        .orElseGet(() -> SpeakerResolver.unresolved(source.words()));
    }

    /** The one body, or the one group without a name, that has just spoken. */
    private Optional<Speaker> justSpoken(Kind kind, Source source) {
        Span span = source.span();
        Heard heard = vicinity.heard(
                span, source.earlier(), e -> e.content().stream().noneMatch(c -> c.contains(span) && isQuotation(c)));
        // who has spoken up to here counts before who has spoken somewhere in the paragraph
        boolean just = heard.last().stream().anyMatch(e -> fits(kind, e.speaker()));
        boolean spoken = heard.here().stream().anyMatch(e -> fits(kind, e.speaker()) || mayBe(kind, e.speaker()));
        List<Earlier> group = just ? heard.last() : spoken ? heard.here() : heard.before();
        Optional<Speaker> speaker =
                only(kind, group).filter(one -> kind == Kind.PLURAL || isOfSentenceBefore(one, group, span));
        return just || speaker.isPresent() ? speaker : subjectBefore(kind, source);
    }

    /** Of whom the sentence before tells, who need not have spoken, where it names nobody else of the kind. */
    private Optional<Speaker> subjectBefore(Kind kind, Source source) {
        return antecedents
                .subjectBefore(
                        source.span(),
                        (sentence, i) -> kind == Kind.NEUTER
                                ? isBody(sentence, i)
                                : sentence.tag(i) == Pos.NOUN && isPlural(sentence.lower(i)))
                .map(subject -> meaning.apply(source, subject))
                .filter(speaker -> kind == Kind.NEUTER
                        ? fits(kind, speaker) || isUnnamedBody(speaker)
                        : fits(kind, speaker) && isSomebody(speaker.label()));
    }

    private static boolean isUnnamedBody(Speaker speaker) {
        return speaker.status() == SpeakerStatus.UNNAMED && isBody(SourceWords.headWord(speaker.label()));
    }

    private boolean isBody(TaggedSentence sentence, int word) {
        boolean named = mentions.overlapping(sentence.token(word).span()).stream()
                .anyMatch(m -> m.type() == EntityType.ORG
                        || (m.actor() != null && m.actor().type() != ActorType.PERSON));
        return named || isBody(sentence.lower(word));
    }

    private static boolean isBody(String noun) {
        return WORDS.list("ofstate").contains(noun) || WORDS.list("body").contains(noun);
    }

    private static boolean isPlural(String noun) {
        return noun.endsWith("s") || PEOPLE.contains(noun);
    }

    /** Whether a description is of people, who can speak. */
    static boolean isSomebody(String label) {
        String head = SourceWords.headWord(label);
        String one = head.replaceFirst("s$", "");
        return PEOPLE.contains(head)
                || SourceWords.COMMON_HEADS.contains(head)
                || PersonWords.isTitleWord(one)
                || WORDS.list("role").contains(one);
    }

    private boolean isQuotation(Span content) {
        return "\"\u201c\u2018".indexOf(text.charAt(content.start())) >= 0;
    }

    private boolean isWritten(Attribution attribution) {
        return SourceWords.words(SpanWords.of(article, attribution.cue()).toLowerCase(Locale.ROOT)).stream()
                .anyMatch(WRITTEN::contains);
    }

    // ---- who has spoken ----

    /** The only speaker of the pronoun's kind; empty where there is none, or more, or one that stayed open after the last. */
    private static Optional<Speaker> only(Kind kind, List<Earlier> group) {
        Map<String, Speaker> found = new LinkedHashMap<>();
        for (Earlier e : group) {
            boolean fits = fits(kind, e.speaker());
            if (fits) {
                // whoever an open pronoun meant before, a name has been said since
                found.values().removeIf(speaker -> speaker.status() == SpeakerStatus.UNRESOLVED);
            }
            if (fits || mayBe(kind, e.speaker())) {
                found.put(PersonRanker.key(e.speaker()), e.speaker());
            }
        }
        return found.size() == 1
                ? found.values().stream()
                        .filter(speaker -> speaker.status() != SpeakerStatus.UNRESOLVED)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean fits(Kind kind, Speaker speaker) {
        Actor actor = speaker.actor();
        String head = SourceWords.headWord(speaker.label());
        return kind == Kind.NEUTER
                ? actor != null && actor.type() != ActorType.PERSON
                : speaker.status() == SpeakerStatus.UNNAMED && isPlural(head);
    }

    /** Whether a speaker that stayed open can be of the pronoun's kind, by its words. */
    private static boolean mayBe(Kind kind, Speaker speaker) {
        if (speaker.status() != SpeakerStatus.UNRESOLVED) {
            return false;
        }
        String open = speaker.label().toLowerCase(Locale.ROOT);
        // a person behind an open who is named or described before it, and is a rival as such
        boolean thing = SourceWords.RELATIVE.contains(open) || DOCUMENTS.contains(SourceWords.headWord(open));
        return Kind.of(open).orElse(thing ? Kind.NEUTER : kind) == kind;
    }

    private boolean isOfSentenceBefore(Speaker speaker, List<Earlier> group, Span source) {
        int from = vicinity.sentenceBefore(source);
        return group.stream()
                .anyMatch(e -> isSame(e.speaker(), speaker) && e.source().start() >= from);
    }

    private static boolean isSame(Speaker one, Speaker other) {
        return PersonRanker.key(one).equals(PersonRanker.key(other));
    }
}
