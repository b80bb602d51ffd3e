package org.rashomon.annotate.speakers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.annotate.syntax.ClauseSubjects;
import org.rashomon.annotate.syntax.ClauseSubjects.Subject;
import org.rashomon.annotate.syntax.Mentions;
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
    private static final Set<String> PERSONAL = Set.of("he", "she", "him", "her", "his", "i");
    private static final Set<String> PLURAL = Set.of("they", "them", "their", "we", "us", "our");
    private static final Set<String> NEUTER = Set.of("it", "its");
    /** Whoever speaks of themselves may be the outlet's reporter as well as anybody quoted. */
    private static final Set<String> FIRST = Set.of("i", "we", "us", "our");

    private static final Set<String> DOCUMENTS =
            WordLists.of("en/source-words.tsv").list("document");
    /** What a text does, though a body may have written it: <em>it read</em>. */
    private static final Pattern WRITTEN =
            Pattern.compile("\\b(?:reads?|reading|stated in)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern PASSIVE = Pattern.compile(
            "^(?:, [^,]{1,80},)? (?:was|were|is|are|(?:has|have|had) been) (?:\\p{Ll}+ly )?\\p{Ll}+(?:ed|en)\\b");
    private static final Pattern SOMEBODY = Pattern.compile(
            "\\b[Aa]n? (?:[\\p{L}-]+ ){0,3}(commander|officer|official|spokesman|spokeswoman|man|woman|soldier|doctor|minister|leader|witness"
                    + "|resident|fighter|activist|diplomat|general|journalist|reporter|aide|adviser|nurse|teacher|farmer|driver)\\b");

    private static final Pattern MODIFIED = Pattern.compile(
            " (?:government|administration|regime|campaign|family|era|team|forces|loyalists?|allies|ally)\\b");

    /** How far behind a cue, in UTF-16 code units, whoever is spoken to is named. */
    private static final int ADDRESSEE = 40;

    /** How likely the reader must hold the person for meant of whom the sentence before tells. */
    private static final double LEAST_LIKELY = 0.5;

    private final Article article;
    private final List<TaggedSentence> tagged;
    private final List<Sentence> sentences;
    private final ClauseSubjects subjects;
    private final Mentions mentions;
    private final ActorRegistry registry;
    private final NameLexicon lexicon;
    private final Optional<Reading> reading;
    private final Function<Mention, Speaker> naming;

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
            Function<Mention, Speaker> naming) {
        this.article = article;
        this.tagged = sentences;
        this.sentences = TaggedSentence.plain(sentences);
        this.subjects = new ClauseSubjects(mentions);
        this.mentions = mentions;
        this.registry = registry;
        this.lexicon = lexicon;
        this.reading = reading;
        this.naming = naming;
    }

    /** @param lower in lower case */
    static boolean isPronoun(String lower) {
        return PERSONAL.contains(lower) || PLURAL.contains(lower) || NEUTER.contains(lower);
    }

    /**
     * Whom a pronoun means.
     *
     * @param words the pronoun
     * @param attribution whose source it is
     * @param earlier speakers of claims before this one, in order of text
     */
    Speaker resolve(Span source, String words, Attribution attribution, List<Earlier> earlier) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (FIRST.contains(lower) || NEUTER.contains(lower) && isWritten(attribution)) {
            return SpeakerResolver.unresolved(words);
        }
        List<Earlier> near = near(source, earlier).stream()
                .filter(e -> e.content().stream().noneMatch(c -> c.contains(source) && isQuoted(c)))
                .toList();
        int block = article.blockIndexAt(source.start());
        int sentence = Sentence.indexAt(sentences, source.start());
        int from = sentence < 1 ? 0 : sentences.get(sentence - 1).span().start();
        List<Earlier> here = near.stream()
                .filter(e -> article.blockIndexAt(e.source().start()) == block)
                .toList();
        // who has spoken up to here counts before who has spoken somewhere in the paragraph
        List<Earlier> last = here.stream().filter(e -> e.extent().end() > from).toList();
        List<Earlier> before = near.stream().filter(e -> !here.contains(e)).toList();
        boolean spoken = here.stream().anyMatch(e -> fits(lower, e.speaker()) || mayBe(lower, e.speaker()));
        boolean just = last.stream().anyMatch(e -> fits(lower, e.speaker()));
        List<Earlier> group = just ? last : spoken ? here : before;
        Speaker only = only(lower, group);
        if (!PERSONAL.contains(lower)) {
            return only == null || NEUTER.contains(lower) && !isOfSentenceBefore(only, group, source)
                    ? SpeakerResolver.unresolved(words)
                    : SpeakerResolver.asResolved(only);
        }
        Optional<Speaker> alone =
                Optional.ofNullable(only).filter(o -> !otherPersonNear(lower, o, near, attribution, source));
        // where nobody has spoken in the paragraph, whom the sentence before tells of counts before who spoke earlier
        Optional<Speaker> meant = spoken
                ? alone.or(() -> subject(source, lower, attribution))
                : subject(source, lower, attribution).or(() -> alone);
        return meant.map(SpeakerResolver::asResolved).orElseGet(() -> SpeakerResolver.unresolved(words));
    }

    private boolean isQuoted(Span content) {
        char first = article.text().charAt(content.start());
        return first == '"' || first == '\u201c' || first == '\u2018';
    }

    private boolean isWritten(Attribution attribution) {
        return attribution.cue().stream()
                .anyMatch(cue -> WRITTEN.matcher(cue.in(article.text())).find());
    }

    /** Speakers of the pronoun's paragraph and of the one before. */
    private List<Earlier> near(Span source, List<Earlier> earlier) {
        int window = windowStart(source.start());
        List<Earlier> near = new ArrayList<>();
        for (int k = earlier.size() - 1; k >= 0 && earlier.get(k).source().start() > window - 4000; k--) {
            Earlier e = earlier.get(k);
            if (e.source().start() >= window && e.extent().start() < source.start()) {
                near.add(0, e);
            }
        }
        return near;
    }

    /** The only speaker of the pronoun's kind, or null where there is none, or more, or one that stayed open after the last. */
    private @Nullable Speaker only(String lower, List<Earlier> group) {
        Map<String, Speaker> found = new LinkedHashMap<>();
        for (Earlier e : group) {
            if (fits(lower, e.speaker())) {
                // whoever an open pronoun meant before, a name has been said since
                found.keySet().removeIf(key -> key.startsWith(SpeakerStatus.UNRESOLVED.name()));
                found.put(key(e.speaker()), e.speaker());
            } else if (mayBe(lower, e.speaker())) {
                found.put(key(e.speaker()), e.speaker());
            }
        }
        Speaker last = found.size() == 1 ? found.values().iterator().next() : null;
        return last == null || last.status() == SpeakerStatus.UNRESOLVED ? null : last;
    }

    private boolean fits(String lower, Speaker speaker) {
        if (PERSONAL.contains(lower)) {
            return isPersonLike(speaker) && suits(lower, speaker.actor());
        }
        return PLURAL.contains(lower) ? isPluralLike(speaker) : isBodyLike(speaker);
    }

    /** Whether a speaker that stayed open can be of the pronoun's kind, by its words. */
    private static boolean mayBe(String lower, Speaker speaker) {
        if (speaker.status() != SpeakerStatus.UNRESOLVED) {
            return false;
        }
        String open = speaker.label().toLowerCase(Locale.ROOT);
        // a person behind an open who is named or described before it, and is a rival as such
        boolean thing = SourceWords.RELATIVE.contains(open)
                || NEUTER.contains(open)
                || DOCUMENTS.contains(SourceWords.headWord(open));
        boolean person = PERSONAL.contains(open);
        boolean plural = PLURAL.contains(open);
        if (PERSONAL.contains(lower)) {
            return !thing && !plural;
        }
        return PLURAL.contains(lower) ? !thing && !person : !person && !plural;
    }

    private boolean isOfSentenceBefore(Speaker speaker, List<Earlier> group, Span source) {
        int at = Sentence.indexAt(sentences, source.start());
        int from = at < 1 ? 0 : sentences.get(at - 1).span().start();
        return group.stream()
                .anyMatch(
                        e -> key(e.speaker()).equals(key(speaker)) && e.source().start() >= from);
    }

    /**
     * The person of whom the pronoun's own sentence tells before it, else the sentence before, where the reader holds them for meant; empty
     * where others of that kind are named there, or that sentence tells what was done to them.
     */
    private Optional<Speaker> subject(Span source, String lower, Attribution attribution) {
        int at = Sentence.indexAt(sentences, source.start());
        if (reading.isEmpty() || at < 0) {
            return Optional.empty();
        }
        Optional<Subject> own = subjects.of(tagged.get(at), source.start());
        if (own.isPresent()) {
            return meant(own.get(), sentences.get(at).span().start(), source, lower, attribution);
        }
        return at == 0 || !follows(sentences.get(at), sentences.get(at - 1))
                ? Optional.empty()
                : subjects.of(tagged.get(at - 1), source.start())
                        .flatMap(subject ->
                                meant(subject, sentences.get(at - 1).span().start(), source, lower, attribution));
    }

    /** Whether nothing stands between two sentences: both of one paragraph, or of two of the body of which one follows the other. */
    private boolean follows(Sentence sentence, Sentence before) {
        return before.block() == sentence.block()
                || article.blocks().get(before.block()).role() == BlockRole.BODY
                        && article.blocks().get(sentence.block()).role() == BlockRole.BODY
                        && sentence.block() - before.block() == 1;
    }

    private Optional<Speaker> meant(Subject subject, int from, Span source, String lower, Attribution attribution) {
        Span name = subject.name().span();
        String text = article.text();
        Speaker speaker = naming.apply(subject.name());
        String id = key(speaker);
        Set<String> addressed = addressed(attribution);
        boolean rival = mentions.between(from, source.start()).stream()
                .filter(m -> m.type() == EntityType.PER && (m.actor() == null || suits(lower, m.actor())))
                .filter(m ->
                        !isPossessor(m.span()) && !isModifier(m.span()) && !isWithin(m.span(), attribution.content()))
                .filter(m -> !isSame(m, speaker))
                .map(m -> key(naming.apply(m)))
                .anyMatch(other -> !other.equals(id) && !addressed.contains(other));
        if (rival
                || !suits(lower, speaker.actor())
                || isWithin(name, attribution.content())
                || PASSIVE.matcher(text.substring(name.end(), source.start())).find()
                || SOMEBODY.matcher(text).region(subject.verb(), source.start()).find()
                || likelihood(source, name) < LEAST_LIKELY) {
            return Optional.empty();
        }
        return Optional.of(speaker);
    }

    /** The people to whom the words are said: "he told Lund". */
    private Set<String> addressed(Attribution attribution) {
        if (attribution.cue().isEmpty()) {
            return Set.of();
        }
        int cue = Span.covering(attribution.cue()).end();
        return mentions.between(cue, cue + ADDRESSEE).stream()
                .filter(m -> m.type() == EntityType.PER
                        && article.text().substring(cue, m.span().start()).matches("[\\p{L} ]*")
                        && !isWithin(m.span(), attribution.content()))
                .map(m -> key(naming.apply(m)))
                .collect(Collectors.toSet());
    }

    /** "the Lund government": named for what is another's. */
    private boolean isModifier(Span span) {
        return MODIFIED.matcher(article.text())
                .region(span.end(), article.text().length())
                .lookingAt();
    }

    private static boolean isWithin(Span span, List<Span> content) {
        return content.stream().anyMatch(c -> c.contains(span));
    }

    /** How likely the reader holds a name for meant, among all names of people in the same paragraph and the one before. */
    private double likelihood(Span source, Span name) {
        List<Mention> people = mentions.between(windowStart(source.start()), source.start()).stream()
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

    private static String key(Speaker speaker) {
        return speaker.actor() != null ? speaker.actor().id() : speaker.status() + ":" + speaker.label();
    }

    /** Whether the pronoun's gender can be the actor's; unknown genders suit both. */
    private boolean suits(String pronoun, @Nullable Actor actor) {
        if (actor == null) {
            return true;
        }
        boolean feminine = pronoun.equals("she") || pronoun.equals("her");
        return registry.gender(actor)
                .or(() -> Optional.ofNullable(lexicon.genderOf(actor.name().split(" ")[0])))
                .map(gender -> (gender == ActorRegistry.Gender.FEMALE) == feminine)
                .orElse(true);
    }

    /** Start of the block before the one that holds the pronoun; of the same block when nothing readable stands before. */
    private int windowStart(int offset) {
        int at = article.blockIndexAt(offset);
        int seen = 0;
        for (int k = at - 1; k >= 0; k--) {
            switch (article.blocks().get(k).role()) {
                case BODY -> {
                    seen++;
                    if (seen == 1) {
                        // a long paragraph is near only in its end
                        Span span = article.blocks().get(k).span();
                        return Math.max(span.start(), offset - 1200);
                    }
                }
                case HEADLINE -> {
                    return Math.max(0, article.blocks().get(at).span().start());
                }
                default -> {}
            }
        }
        return at < 0 ? offset : Math.max(article.blocks().get(at).span().start(), offset - 1200);
    }

    private static boolean isPersonLike(Speaker speaker) {
        if (speaker.actor() != null) {
            return speaker.actor().type() == ActorType.PERSON;
        }
        String head = SourceWords.headWord(speaker.label());
        return speaker.status() == SpeakerStatus.UNNAMED
                && !head.endsWith("s")
                && (SourceWords.COMMON_HEADS.contains(head) || PersonWords.isTitleWord(head));
    }

    private static boolean isPluralLike(Speaker speaker) {
        if (speaker.actor() != null) {
            return false;
        }
        String head = SourceWords.headWord(speaker.label());
        return speaker.status() == SpeakerStatus.UNNAMED
                && (head.endsWith("s") || head.equals("people") || head.equals("men") || head.equals("women"));
    }

    private static boolean isBodyLike(Speaker speaker) {
        return speaker.actor() != null && speaker.actor().type() != ActorType.PERSON;
    }

    /** Whether another person who suits the pronoun is named after the candidate has last spoken, outside what was said. */
    private boolean otherPersonNear(
            String lower, Speaker candidate, List<Earlier> near, Attribution attribution, Span pronoun) {
        int from = pronoun.start();
        for (Earlier e : near) {
            if (key(e.speaker()).equals(key(candidate))) {
                from = e.source().start();
                boolean clause = SourceWords.RELATIVE.contains(
                        e.source().in(article.text()).toLowerCase(Locale.ROOT));
                int sentence = Sentence.indexAt(sentences, from);
                if (clause && sentence >= 0) {
                    // "Obama praised Kerry, who said … He": the subject of the whole sentence is a rival, too
                    from = sentences.get(sentence).span().start();
                }
            }
        }
        if (describesSomebody(from, pronoun.start(), near, candidate)) {
            return true;
        }
        for (Mention mention : mentions.between(Math.min(from, pronoun.start()), pronoun.start())) {
            boolean other =
                    mention.type() == EntityType.PER && !isSame(mention, candidate) && suits(lower, mention.actor());
            boolean said = near.stream().anyMatch(e -> e.content().stream().anyMatch(c -> c.contains(mention.span())))
                    || attribution.content().stream().anyMatch(c -> c.contains(mention.span()));
            // "Ana Lund, a prominent ally of Dace who …": named within the words for her
            boolean described = near.stream()
                    .anyMatch(e -> e.source().contains(mention.span())
                            && key(e.speaker()).equals(key(candidate)));
            if (other && !said && !described && !isPossessor(mention.span())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a mention is the candidate, or a name without a bearer that ends as the candidate's. */
    private boolean isSame(Mention mention, Speaker candidate) {
        if (candidate.actor() == null) {
            return false;
        }
        if (mention.actor() != null) {
            return mention.actor().id().equals(candidate.actor().id());
        }
        return candidate.actor().name().endsWith(" " + mention.span().in(article.text()));
    }

    /** Whether somebody without a name stands between: <em>A commander … He</em>. */
    private boolean describesSomebody(int from, int to, List<Earlier> near, Speaker candidate) {
        Matcher matcher = SOMEBODY.matcher(article.text()).region(from, Math.max(from, to));
        while (matcher.find()) {
            Span found = new Span(matcher.start(), matcher.end());
            boolean said = near.stream()
                    .anyMatch(e -> e.content().stream().anyMatch(c -> c.overlaps(found))
                            || e.source().overlaps(found));
            if (!said && !candidate.label().contains(matcher.group(1))) {
                return true;
            }
        }
        return false;
    }

    private boolean isPossessor(Span span) {
        String text = article.text();
        return span.end() + 1 < text.length()
                && SourceWords.isApostrophe(text.charAt(span.end()))
                && text.charAt(span.end() + 1) == 's';
    }
}
