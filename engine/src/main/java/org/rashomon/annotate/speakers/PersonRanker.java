package org.rashomon.annotate.speakers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.fitted.FittedModel;
import org.rashomon.fitted.Signals;
import org.rashomon.fitted.Trace;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;

/**
 * Whom <em>he</em> and <em>she</em> mean: everybody in reach who may be meant is weighed against the others and against nobody, by weights
 * that were fitted to claims whose speakers people told. Whoever is not likely enough is not named.
 */
final class PersonRanker {
    private static final FittedModel MODEL = FittedModel.of("en/pronoun-weights.tsv", "person");
    private static final Set<String> SHE = Set.of("she", "her");
    private static final PhrasePattern SOMEBODY = PhrasePattern.of("en/source-constructions.tsv", "somebody");
    /** How far before a pronoun, in UTF-16 code units, somebody is in reach. */
    private static final int REACH = 2500;

    private static final String AND = " and ";
    /** The same behind a name in which the next one stands beside it. */
    private static final int BESIDE = 40;
    /** How far before a pronoun an introduction may stand, and how long it may be before the name. */
    private static final int SHORTLY = 160;

    private static final int OFFICE = 40;
    /** As many letters as names of a state and of its people have in common. */
    private static final int STEM = 5;

    /**
     * Somebody who may be meant.
     *
     * @param mentions by name, in order of text; none of somebody without one
     */
    record Candidate(Speaker speaker, List<Span> mentions) {
        String key() {
            return PersonRanker.key(speaker);
        }
    }

    /** What is asked, for those who fit the weights. */
    record Question(Article article, Attribution attribution) {}

    private final Article article;
    private final ActorRegistry registry;
    private final NameLexicon lexicon;
    private final PersonSignals signals;
    private final List<Mention> mentions;
    private final Function<Mention, Speaker> naming;
    private final Trace trace;
    private @Nullable List<Candidate> people;

    /**
     * @param mentions of the article, in order
     * @param naming the speaker whom a mention names
     */
    PersonRanker(
            Article article,
            List<Mention> mentions,
            ActorRegistry registry,
            NameLexicon lexicon,
            PersonSignals signals,
            Function<Mention, Speaker> naming,
            Trace trace) {
        this.article = article;
        this.mentions = mentions;
        this.registry = registry;
        this.lexicon = lexicon;
        this.signals = signals;
        this.naming = naming;
        this.trace = trace;
    }

    static String key(Speaker speaker) {
        Actor actor = speaker.actor();
        return actor != null ? actor.id() : speaker.status() + ":" + speaker.label();
    }

    /** Whom the pronoun means, with or without a name; empty where nobody is likely enough. */
    Optional<Speaker> meant(Source source) {
        Span place = source.span();
        List<Candidate> candidates = candidates(source);
        PersonSignals.Asked asked =
                signals.asked(source.attribution(), place, source.earlier().from(place.start() - REACH), candidates);
        Question question = new Question(article, source.attribution());
        List<Signals> each = candidates.stream().map(c -> signals.of(asked, c)).toList();
        double[] shares = MODEL.shares(each);
        // without the trained reader, whoever has not spoken is too little known
        boolean read = signals.isRead();
        double threshold = read ? MODEL.threshold() : MODEL.threshold("unread");
        int best = -1;
        for (int i = 0; i < shares.length; i++) {
            Candidate candidate = candidates.get(i);
            double share = trace.weighed("person", question, candidate.speaker(), each.get(i), shares[i]);
            boolean known = read || asked.lastOf(candidate.key()).isPresent();
            best = known && share >= threshold ? i : best;
        }
        return best < 0 || isFollowed(asked, candidates.get(best)) || speaksOfAnothers(asked, candidates.get(best))
                ? Optional.empty()
                : Optional.of(asked.speaker(candidates.get(best)));
    }

    /**
     * Whether somebody without a name, who has not spoken, stands behind the name, or somebody beside it: <em>Dace met a commander. He;
     * Dace and Lund met. He</em>.
     */
    private boolean isFollowed(PersonSignals.Asked asked, Candidate candidate) {
        int since = asked.since(candidate.key());
        String behind = article.text().substring(since, asked.place().start());
        return since > 0
                && (SOMEBODY.in(TextWords.of(behind))
                        || asked.candidates().stream()
                                .filter(other -> !other.equals(candidate))
                                .flatMap(other -> other.mentions().stream())
                                .filter(m -> m.start() > since && m.start() < since + BESIDE)
                                .anyMatch(m -> behind.startsWith(AND)
                                        && SourceWords.words(behind.substring(AND.length(), m.start() - since)).stream()
                                                .allMatch(word -> Character.isUpperCase(word.codePointAt(0)))));
    }

    /**
     * Whether the content is about what is another's by the office before his name, and not by that of the likeliest: <em>Dace received the
     * Veldoran minister Lund. He said that Veldora's troops would stay</em>.
     */
    private boolean speaksOfAnothers(PersonSignals.Asked asked, Candidate likeliest) {
        List<String> told = asked.attribution().content().stream()
                .flatMap(content -> names(content.in(article.text())))
                .toList();
        return asked.candidates().stream()
                        .filter(other -> !other.equals(likeliest))
                        .anyMatch(other -> isOfOneState(office(asked, other), told))
                && !isOfOneState(office(asked, likeliest), told);
    }

    /** The names in the office by which somebody is introduced, where that is shortly before the pronoun. */
    private List<String> office(PersonSignals.Asked asked, Candidate candidate) {
        Span last = asked.named().get(candidate.key());
        if (last == null || asked.place().start() - last.end() > SHORTLY) {
            return List.of();
        }
        return names(article.text().substring(Math.max(0, last.start() - OFFICE), last.start()))
                .toList();
    }

    private static Stream<String> names(String words) {
        return SourceWords.words(words).stream()
                .filter(word -> word.length() > STEM && Character.isUpperCase(word.codePointAt(0)));
    }

    /** <em>Veldora, Veldoran</em>. */
    private static boolean isOfOneState(List<String> some, List<String> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> one.regionMatches(0, other, 0, STEM)));
    }

    private List<Candidate> candidates(Source source) {
        int start = source.span().start();
        boolean feminine = SHE.contains(source.first());
        List<Candidate> found = new ArrayList<>();
        for (Candidate candidate : people()) {
            boolean near = candidate.mentions().stream()
                    .filter(m -> m.start() >= start - REACH && m.end() <= start)
                    .anyMatch(m -> source.attribution().content().stream().noneMatch(c -> c.contains(m)));
            if (near && suits(feminine, candidate.speaker().actor())) {
                found.add(candidate);
            }
        }
        Map<String, Candidate> unnamed = new LinkedHashMap<>();
        for (Earlier e : source.earlier().from(start - REACH)) {
            Speaker speaker = e.speaker();
            if (speaker.status() == SpeakerStatus.UNNAMED
                    && isOne(speaker.label())
                    && e.source().start() < start) {
                unnamed.putIfAbsent(key(speaker), new Candidate(speaker, List.of()));
            }
        }
        found.addAll(unnamed.values());
        return found;
    }

    private static boolean isOne(String label) {
        String head = SourceWords.headWord(label);
        return !head.endsWith("s") && (SourceWords.COMMON_HEADS.contains(head) || PersonWords.isTitleWord(head));
    }

    /** The people whom the article names. */
    private List<Candidate> people() {
        if (people == null) {
            Map<String, Candidate> named = new LinkedHashMap<>();
            for (Mention mention : mentions) {
                Speaker speaker = mention.type() == EntityType.PER
                                || (mention.actor() != null && mention.actor().type() == ActorType.PERSON)
                        ? naming.apply(mention)
                        : SpeakerResolver.unresolved("");
                Actor actor = speaker.actor();
                if (actor != null && actor.type() == ActorType.PERSON) {
                    named.computeIfAbsent(
                                    actor.id(),
                                    id -> new Candidate(SpeakerResolver.asResolved(speaker), new ArrayList<>()))
                            .mentions()
                            .add(mention.span());
                }
            }
            people = List.copyOf(named.values());
        }
        return people;
    }

    /** Whether the gender can be the actor's; unknown genders suit both. */
    private boolean suits(boolean feminine, @Nullable Actor actor) {
        return Optional.ofNullable(actor)
                .flatMap(person -> registry.gender(person)
                        .or(() -> Optional.ofNullable(
                                lexicon.genderOf(person.name().split(" ")[0]))))
                .map(gender -> (gender == ActorRegistry.Gender.FEMALE) == feminine)
                .orElse(true);
    }
}
