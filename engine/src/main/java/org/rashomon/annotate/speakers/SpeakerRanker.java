package org.rashomon.annotate.speakers;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.annotate.syntax.Mentions;
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
import org.rashomon.words.WordLists;

/**
 * Whom a source without a name means: everybody who may be meant is weighed against the others and against nobody, by weights that were
 * fitted to claims whose speakers people told ({@code training/speakers}). Who is not likely enough is not named.
 */
final class SpeakerRanker {
    private static final String TABLE = "en/speaker-weights.tsv";
    private static final WordLists WORDS = WordLists.of("en/source-words.tsv");
    private static final Set<String> SHE = Set.of("she", "her");
    private static final Set<String> PERSONAL = WORDS.list("personal");
    private static final Set<String> NEUTER = WORDS.list("neuter");
    private static final Set<String> SELF = WORDS.list("self");
    private static final Set<String> BODIES = WORDS.list("body");
    private static final Set<String> OUTLETS = WORDS.list("outlet");
    private static final Set<String> OF_STATE = WORDS.list("ofstate");
    /** How far before and behind a source, in UTF-16 code units, somebody is in reach. */
    private static final int REACH = 2500;

    private static final int AHEAD = 1500;

    /** What a source is that names nobody: each has weights of its own. */
    enum Form {
        /** He, she. */
        PERSON,
        /** It. */
        BODY,
        /** The group, the general. */
        DEFINITE,
        /** A monitoring group, one resident. */
        INDEFINITE,
        /** The statement. */
        DOCUMENT,
        /** No source at all. */
        NONE;

        private boolean looksAhead() {
            return this == DEFINITE || this == INDEFINITE || this == DOCUMENT;
        }
    }

    /**
     * Somebody who may be meant.
     *
     * @param mentions in order, in reach or not
     */
    record Candidate(String key, Speaker speaker, List<Mention> mentions) {
        @Nullable Actor actor() {
            return speaker.actor();
        }

        boolean isPerson() {
            Actor actor = speaker.actor();
            return actor == null || actor.type() == ActorType.PERSON;
        }
    }

    /** What is asked, for those who fit the weights. */
    record Question(Article article, Attribution attribution, Form form, Speaker ruled) {}

    private final Article article;
    private final Mentions mentions;
    private final ActorRegistry registry;
    private final NameLexicon lexicon;
    private final Map<String, Candidate> named = new LinkedHashMap<>();
    private final CandidateSignals signals;
    private final Trace trace;
    private final Map<Form, FittedModel> models = new EnumMap<>(Form.class);

    /** @param naming the speaker whom a mention names */
    SpeakerRanker(
            Article article,
            List<Mention> all,
            Mentions mentions,
            ActorRegistry registry,
            NameLexicon lexicon,
            CandidateSignals signals,
            Function<Mention, Speaker> naming,
            Trace trace) {
        this.article = article;
        this.mentions = mentions;
        this.registry = registry;
        this.lexicon = lexicon;
        this.signals = signals;
        this.trace = trace;
        for (Form form : Form.values()) {
            models.put(form, FittedModel.of(TABLE, form.name().toLowerCase(Locale.ROOT)));
        }
        for (Mention mention : all) {
            boolean able = mention.type() == EntityType.PER
                    || (mention.actor() != null && (mention.type() == EntityType.ORG || mention.type() == EntityType.LOC));
            Speaker speaker = able ? naming.apply(mention) : SpeakerResolver.unresolved("");
            if (speaker.actor() != null) {
                String key = CandidateSignals.key(speaker);
                named.computeIfAbsent(key, k -> new Candidate(k, SpeakerResolver.asResolved(speaker), new ArrayList<>()))
                        .mentions()
                        .add(mention);
            }
        }
    }

    /** What a source without a name is; empty where it is of a kind that is not ranked. */
    Optional<Form> form(Attribution attribution, @Nullable Source source) {
        if (source == null) {
            return attribution.cue().isEmpty() ? Optional.empty() : Optional.of(Form.NONE);
        }
        String words = source.words().toLowerCase(Locale.ROOT);
        if (SELF.contains(words) || source.tokens().isEmpty()) {
            return Optional.empty();
        }
        if (PERSONAL.contains(words)) {
            return Optional.of(Form.PERSON);
        }
        if (NEUTER.contains(words)) {
            return Optional.of(Form.BODY);
        }
        if (DocumentOwners.isDocument(source.head())) {
            return source.first().equals("the") ? Optional.of(Form.DOCUMENT) : Optional.empty();
        }
        boolean several = source.noun().endsWith("s") && !source.noun().endsWith("ss");
        if (several || SourceWords.RELATIVE.contains(words) || words.contains(" and ")) {
            return Optional.empty();
        }
        if (source.first().equals("the")) {
            return Optional.of(Form.DEFINITE);
        }
        return SourceWords.INDEFINITE.contains(source.first()) ? Optional.of(Form.INDEFINITE) : Optional.empty();
    }

    /**
     * Whom the source means; empty where that is nobody who is likely enough.
     *
     * @param ruled whom the rules have for it
     */
    Optional<Speaker> meant(Attribution attribution, @Nullable Source source, Form form, Speaker ruled, Spoken spoken) {
        Span place = source == null ? attribution.cue().get(0) : source.span();
        List<Candidate> candidates = candidates(attribution, source, form, place, spoken);
        FittedModel model = Objects.requireNonNull(models.get(form));
        Question question = new Question(article, attribution, form, ruled);
        CandidateSignals.Asked asked =
                signals.asked(attribution, source, form, place, spoken.from(place.start() - REACH), candidates);
        double[] odds = new double[candidates.size()];
        double sum = 1;
        for (int i = 0; i < odds.length; i++) {
            Candidate candidate = candidates.get(i);
            Signals weighed = signals.of(asked, candidate)
                    .when("ruled", candidate.key().equals(CandidateSignals.key(ruled)));
            double p = trace.weighed(form.name(), question, candidate.speaker(), weighed, model.probability(weighed));
            odds[i] = p / Math.max(1e-9, 1 - p);
            sum += odds[i];
        }
        int best = 0;
        for (int i = 1; i < odds.length; i++) {
            best = odds[i] > odds[best] ? i : best;
        }
        return odds.length > 0 && odds[best] / sum >= model.threshold()
                ? Optional.of(candidates.get(best).speaker())
                : Optional.empty();
    }

    private List<Candidate> candidates(
            Attribution attribution, @Nullable Source source, Form form, Span place, Spoken spoken) {
        int from = place.start() - REACH;
        int to = form.looksAhead() ? place.end() + AHEAD : place.start();
        Set<Mention> near = mentions.between(from, to).stream()
                .filter(m -> attribution.content().stream().noneMatch(c -> c.contains(m.span())))
                .filter(m -> !place.contains(m.span()))
                .collect(toSet());
        List<Candidate> found = new ArrayList<>();
        for (Candidate candidate : named.values()) {
            boolean inReach = candidate.mentions().stream().anyMatch(near::contains);
            if (inReach && fits(candidate, source, form)) {
                found.add(candidate);
            }
        }
        if (form == Form.PERSON || form == Form.NONE) {
            Map<String, Candidate> unnamed = new LinkedHashMap<>();
            for (Earlier e : spoken.from(from)) {
                Speaker speaker = e.speaker();
                String head = SourceWords.headWord(speaker.label());
                boolean one = !head.endsWith("s")
                        && (SourceWords.COMMON_HEADS.contains(head) || PersonWords.isTitleWord(head));
                if (speaker.status() == SpeakerStatus.UNNAMED && one && e.source().start() < place.start()) {
                    String key = CandidateSignals.key(speaker);
                    unnamed.putIfAbsent(key, new Candidate(key, speaker, List.of()));
                }
            }
            found.addAll(unnamed.values());
        }
        return found;
    }

    private boolean fits(Candidate candidate, @Nullable Source source, Form form) {
        Actor actor = candidate.actor();
        if (actor == null || source == null) {
            return true;
        }
        boolean person = actor.type() == ActorType.PERSON;
        String noun = source.noun();
        return switch (form) {
            case PERSON -> person && suits(SHE.contains(source.first()), actor);
            case BODY -> !person;
            case DOCUMENT, NONE -> true;
            case DEFINITE, INDEFINITE -> {
                boolean body = BODIES.contains(noun) || OUTLETS.contains(noun) || OF_STATE.contains(noun);
                boolean somebody = SourceWords.COMMON_HEADS.contains(noun) || PersonWords.isTitleWord(noun);
                yield body ? !person : !somebody || person;
            }
        };
    }

    /** Whether the gender can be the actor's; unknown genders suit both. */
    private boolean suits(boolean feminine, Actor actor) {
        return gender(actor)
                .map(gender -> (gender == ActorRegistry.Gender.FEMALE) == feminine)
                .orElse(true);
    }

    private Optional<ActorRegistry.Gender> gender(Actor person) {
        return registry.gender(person)
                .or(() -> Optional.ofNullable(lexicon.genderOf(person.name().split(" ")[0])));
    }
}
