package org.rashomon.annotate.speakers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.annotate.speakers.Vicinity.Heard;
import org.rashomon.annotate.syntax.ClauseSubjects;
import org.rashomon.annotate.syntax.ClauseSubjects.Subject;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.SpanWords;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.BlockRole;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.nlp.Reading;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/**
 * Whom <em>he, she, it, they</em> mean when they speak.
 *
 * <p>A pronoun means the one speaker of its kind in its own paragraph, or, where none has spoken there, in the one before, when
 * nobody else of that kind stands between. Where that does not tell, <em>he</em> and <em>she</em> may mean the person of whom the same
 * sentence or the one before tells, if the trained reader agrees. All else stays unresolved.
 */
final class Pronouns {
    private static final WordLists WORDS = WordLists.of("en/source-words.tsv");
    /** Whoever speaks of themselves may be the outlet's reporter as well as anybody quoted. */
    private static final Set<String> SELF = WORDS.list("self");

    private static final Set<String> DOCUMENTS = WORDS.list("document");
    /** What a text does, though a body may have written it: <em>it read</em>. */
    private static final Set<String> WRITTEN = WORDS.list("written");

    private static final Set<String> ANOTHERS = WORDS.list("another");
    private static final Set<String> PEOPLE = WORDS.list("people");
    private static final PhrasePattern SOMEBODY = PhrasePattern.of("en/source-constructions.tsv", "somebody");

    /** How far behind a cue, in UTF-16 code units, whoever is spoken to is named. */
    private static final int ADDRESSEE = 40;
    /** How far behind a name what it modifies may end. */
    private static final int NEXT_WORD = 20;

    /** Before the name of somebody whose a speaker is. */
    private static final Set<String> OWNING = Set.of("of", "to", "for", "with", "under");

    /** How likely the reader must hold the person for meant of whom the sentence before tells. */
    private static final double LEAST_LIKELY = 0.5;

    private final Article article;
    private final String text;
    private final List<TaggedSentence> tagged;
    private final List<Sentence> sentences;
    private final ClauseSubjects subjects;
    private final Mentions mentions;
    private final ActorRegistry registry;
    private final NameLexicon lexicon;
    private final Optional<Reading> reading;
    private final Vicinity vicinity;
    private final Function<Mention, Speaker> naming;

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

    /**
     * @param sentences of the article, in order
     * @param naming the speaker whom a mention names
     */
    Pronouns(
            Article article,
            List<TaggedSentence> sentences,
            Mentions mentions,
            ActorRegistry registry,
            NameLexicon lexicon,
            Optional<Reading> reading,
            Vicinity vicinity,
            Function<Mention, Speaker> naming) {
        this.article = article;
        this.text = article.text();
        this.tagged = sentences;
        this.sentences = TaggedSentence.plain(sentences);
        this.subjects = new ClauseSubjects(mentions);
        this.mentions = mentions;
        this.registry = registry;
        this.lexicon = lexicon;
        this.reading = reading;
        this.vicinity = vicinity;
        this.naming = naming;
    }

    /** @param lower in lower case */
    static boolean isPronoun(String lower) {
        return Kind.of(lower).isPresent();
    }

    /** A pronoun and where it stands. */
    private record Pronoun(String lower, Kind kind, Source source) {
        int start() {
            return source.span().start();
        }

        boolean isSaid(Span name) {
            return isWithin(name, source.attribution().content());
        }
    }

    /** Whom a pronoun means. */
    Speaker resolve(Source source) {
        String lower = source.words().toLowerCase(Locale.ROOT);
        Pronoun pronoun = new Pronoun(lower, Kind.of(lower).orElseThrow(), source);
        return SELF.contains(lower) || (pronoun.kind() == Kind.NEUTER && isWritten(source.attribution()))
                ? SpeakerResolver.unresolved(source.words())
                : meant(pronoun)
                        .map(SpeakerResolver::asResolved)
                        .orElseGet(() -> SpeakerResolver.unresolved(source.words()));
    }

    private Optional<Speaker> meant(Pronoun pronoun) {
        Span span = pronoun.source().span();
        Heard heard = vicinity.heard(
                span,
                pronoun.source().earlier(),
                e -> e.content().stream().noneMatch(c -> c.contains(span) && isQuotation(c)));
        // who has spoken up to here counts before who has spoken somewhere in the paragraph
        boolean just = heard.last().stream().anyMatch(e -> fits(pronoun, e.speaker()));
        boolean spoken = heard.here().stream().anyMatch(e -> fits(pronoun, e.speaker()) || mayBe(pronoun, e.speaker()));
        List<Earlier> group = just ? heard.last() : spoken ? heard.here() : heard.before();
        Optional<Speaker> only = only(pronoun, group);
        return switch (pronoun.kind()) {
            case PLURAL -> only;
            case NEUTER -> only.filter(speaker -> isOfSentenceBefore(speaker, group, span));
            case PERSONAL -> {
                Optional<Speaker> alone = only.filter(speaker -> !isRivalled(pronoun, speaker, heard.all()));
                // where nobody has spoken in the paragraph, whom the sentence before tells of counts before who spoke
                // earlier
                yield spoken
                        ? alone.or(() -> subject(pronoun))
                        : subject(pronoun).or(() -> alone);
            }
        };
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
    private Optional<Speaker> only(Pronoun pronoun, List<Earlier> group) {
        Map<String, Speaker> found = new LinkedHashMap<>();
        for (Earlier e : group) {
            boolean fits = fits(pronoun, e.speaker());
            if (fits) {
                // whoever an open pronoun meant before, a name has been said since
                found.values().removeIf(speaker -> speaker.status() == SpeakerStatus.UNRESOLVED);
            }
            if (fits || mayBe(pronoun, e.speaker())) {
                found.put(key(e.speaker()), e.speaker());
            }
        }
        return found.size() == 1
                ? found.values().stream()
                        .filter(speaker -> speaker.status() != SpeakerStatus.UNRESOLVED)
                        .findFirst()
                : Optional.empty();
    }

    private boolean fits(Pronoun pronoun, Speaker speaker) {
        Actor actor = speaker.actor();
        boolean unnamed = speaker.status() == SpeakerStatus.UNNAMED;
        String head = SourceWords.headWord(speaker.label());
        boolean person = actor == null ? unnamed && isPersonWord(head) : actor.type() == ActorType.PERSON;
        return switch (pronoun.kind()) {
            case PERSONAL -> person && suits(pronoun, actor);
            case PLURAL -> unnamed && (head.endsWith("s") || PEOPLE.contains(head));
            case NEUTER -> actor != null && !person;
        };
    }

    private static boolean isPersonWord(String head) {
        return !head.endsWith("s") && (SourceWords.COMMON_HEADS.contains(head) || PersonWords.isTitleWord(head));
    }

    /** Whether a speaker that stayed open can be of the pronoun's kind, by its words. */
    private static boolean mayBe(Pronoun pronoun, Speaker speaker) {
        if (speaker.status() != SpeakerStatus.UNRESOLVED) {
            return false;
        }
        String open = speaker.label().toLowerCase(Locale.ROOT);
        // a person behind an open who is named or described before it, and is a rival as such
        boolean thing = SourceWords.RELATIVE.contains(open) || DOCUMENTS.contains(SourceWords.headWord(open));
        Kind kind = Kind.of(open).orElse(thing ? Kind.NEUTER : pronoun.kind());
        return kind == pronoun.kind();
    }

    private boolean isOfSentenceBefore(Speaker speaker, List<Earlier> group, Span source) {
        int from = vicinity.sentenceBefore(source);
        return group.stream()
                .anyMatch(e -> isSame(e.speaker(), speaker) && e.source().start() >= from);
    }

    /** Whether another person who suits the pronoun is named after the candidate has last spoken, outside what was said. */
    private boolean isRivalled(Pronoun pronoun, Speaker candidate, List<Earlier> near) {
        int from = near.stream()
                .filter(e -> isSame(e.speaker(), candidate))
                .mapToInt(this::since)
                .reduce((one, next) -> next)
                .orElse(pronoun.start());
        return people(from, pronoun)
                .filter(mention -> !isSame(mention, candidate))
                .filter(mention -> near.stream().noneMatch(e -> isWithin(mention.span(), e.content())))
                // "Ana Lund, a prominent ally of Dace who …": named within the words for her
                .anyMatch(mention -> near.stream()
                        .noneMatch(e -> e.source().contains(mention.span())
                                && isSame(e.speaker(), candidate)
                                && isOwner(mention.span(), e.source())));
    }

    /** Whether a name stands in a source to say whose the speaker is, and does nothing there: <em>an ally of Dace</em>, not <em>receiving Dace</em>. */
    private boolean isOwner(Span name, Span source) {
        List<String> before = SourceWords.words(text.substring(source.start(), name.start()));
        for (int i = before.size() - 1; i >= 0; i--) {
            if (!Character.isUpperCase(before.get(i).codePointAt(0))) {
                return OWNING.contains(before.get(i));
            }
        }
        return true;
    }

    /** From where on others are rivals of one who has spoken: "Obama praised Kerry, who said … He" has two in its sentence. */
    private int since(Earlier spoken) {
        int start = spoken.source().start();
        boolean clause = SourceWords.RELATIVE.contains(spoken.source().in(text).toLowerCase(Locale.ROOT));
        return clause
                ? sentences
                        .get(Math.max(0, Sentence.indexAt(sentences, start)))
                        .span()
                        .start()
                : start;
    }

    // ---- of whom a sentence tells ----

    /**
     * The person of whom the pronoun's own sentence tells before it, else the sentence before, where the reader holds them for meant; empty
     * where others of that kind are named there.
     */
    private Optional<Speaker> subject(Pronoun pronoun) {
        int at = Sentence.indexAt(sentences, pronoun.start());
        if (reading.isEmpty() || at < 0) {
            return Optional.empty();
        }
        Optional<Subject> own = subjects.of(tagged.get(at), pronoun.start());
        int told = own.isPresent() ? at : at - 1;
        return own.or(() -> at > 0 && follows(sentences.get(at), sentences.get(at - 1))
                        ? subjects.of(tagged.get(at - 1), pronoun.start())
                        : Optional.empty())
                .filter(subject -> isMeant(subject, sentences.get(told).span().start(), pronoun))
                .map(subject -> naming.apply(subject.name()));
    }

    /** Whether nothing stands between two sentences: both of one paragraph, or of two of the body of which one follows the other. */
    private boolean follows(Sentence sentence, Sentence before) {
        return before.block() == sentence.block()
                || (sentence.block() - before.block() == 1
                        && article.blocks().get(before.block()).role() == BlockRole.BODY);
    }

    private boolean isMeant(Subject subject, int from, Pronoun pronoun) {
        Span name = subject.name().span();
        Speaker speaker = naming.apply(subject.name());
        Set<String> addressed = addressed(pronoun.source().attribution());
        boolean rivalled = people(from, pronoun)
                .filter(m -> !isSame(m, speaker))
                .map(m -> key(naming.apply(m)))
                .anyMatch(other -> !other.equals(key(speaker)) && !addressed.contains(other));
        return !rivalled
                && suits(pronoun, speaker.actor())
                && !pronoun.isSaid(name)
                && !SOMEBODY.in(TextWords.of(text.substring(subject.verb(), pronoun.start())))
                && likelihood(pronoun.source().span(), name) >= LEAST_LIKELY;
    }

    /** The people to whom the words are said: "he told Lund". */
    private Set<String> addressed(Attribution attribution) {
        int cue = attribution.cue().isEmpty()
                ? text.length()
                : Span.covering(attribution.cue()).end();
        return mentions.between(cue, cue + ADDRESSEE).stream()
                .filter(m -> m.type() == EntityType.PER && !isWithin(m.span(), attribution.content()))
                .filter(m ->
                        text.substring(cue, m.span().start()).chars().allMatch(c -> Character.isLetter(c) || c == ' '))
                .map(m -> key(naming.apply(m)))
                .collect(Collectors.toSet());
    }

    /** How likely the reader holds a name for meant, among all names of people in the same paragraph and the one before. */
    private double likelihood(Span source, Span name) {
        List<Mention> people = mentions.between(vicinity.paragraphBefore(source), source.start()).stream()
                .filter(m -> m.type() == EntityType.PER)
                .toList();
        String meant = people.stream()
                .filter(m -> m.span().equals(name))
                .map(m -> key(naming.apply(m)))
                .findFirst()
                .orElse("");
        double[] likely = reading.flatMap(learned -> learned.antecedents(
                        source, people.stream().map(Mention::span).toList()))
                .orElse(new double[people.size()]);
        double sum = 0;
        for (int i = 0; i < likely.length; i++) {
            if (key(naming.apply(people.get(i))).equals(meant)) {
                sum += likely[i];
            }
        }
        return sum;
    }

    // ---- people ----

    /** The people named before a pronoun who suit it, outside what is said; whoever only owns or modifies something is none. */
    private Stream<Mention> people(int from, Pronoun pronoun) {
        return mentions.between(from, pronoun.start()).stream()
                .filter(m -> m.type() == EntityType.PER && suits(pronoun, m.actor()))
                .filter(m -> !isAnothers(m.span()) && !pronoun.isSaid(m.span()));
    }

    /** "Lund's friends, the Lund government": named for what is another's. */
    private boolean isAnothers(Span name) {
        List<String> next =
                TextWords.of(SpanWords.behind(text, name.end(), NEXT_WORD)).words();
        return !next.isEmpty() && (next.get(0).equals("'s") || ANOTHERS.contains(next.get(0)));
    }

    private static boolean isWithin(Span span, List<Span> content) {
        return content.stream().anyMatch(c -> c.contains(span));
    }

    private static String key(Speaker speaker) {
        Actor actor = speaker.actor();
        return actor != null ? actor.id() : speaker.status() + ":" + speaker.label();
    }

    private static boolean isSame(Speaker one, Speaker other) {
        return key(one).equals(key(other));
    }

    /** Whether a mention is the candidate, or a name without a bearer that ends as the candidate's. */
    private boolean isSame(Mention mention, Speaker candidate) {
        Actor actor = mention.actor();
        return actor != null
                ? actor.id().equals(key(candidate))
                : candidate.actor() != null
                        && candidate.label().endsWith(" " + mention.span().in(text));
    }

    /** Whether the pronoun's gender can be the actor's; unknown genders suit both. */
    private boolean suits(Pronoun pronoun, @Nullable Actor actor) {
        boolean feminine = pronoun.lower().equals("she") || pronoun.lower().equals("her");
        return Optional.ofNullable(actor)
                .flatMap(person -> registry.gender(person)
                        .or(() -> Optional.ofNullable(
                                lexicon.genderOf(person.name().split(" ")[0]))))
                .map(gender -> (gender == ActorRegistry.Gender.FEMALE) == feminine)
                .orElse(true);
    }
}
