package org.rashomon.annotate.speakers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.annotate.syntax.Dialogue;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.SpanWords;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.facts.ActorRegistry;
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
import org.rashomon.nlp.Reading;
import org.rashomon.words.NameForms;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/**
 * Decides whom a source stands for, and abstains where the text does not decide.
 *
 * <p>A name that heads the source is named; a capital, residence, office or definite description with exactly one bearer in
 * the article is resolved; a description of somebody is unnamed, whole; a pronoun is resolved only when exactly one speaker
 * of its kind stands near and nobody else of that kind stands between.
 */
public final class SpeakerResolver {
    private static final Set<String> STATE_BODIES =
            WordLists.of("en/source-words.tsv").list("state");
    private static final PhrasePattern CHANNEL = PhrasePattern.of("en/source-constructions.tsv", "channel");
    /** In UTF-16 code units before a source. */
    private static final int CHANNEL_REACH = 60;

    /** <em>Assads regime</em>: the name of whose it is, in a text that has lost its apostrophes. */
    private static final Pattern LOST_APOSTROPHE = Pattern.compile("^(\\p{Lu}\\S*\\p{Ll})s ");

    private final Article article;
    private final Antecedents antecedents;
    private final Mentions mentions;
    private final ActorRegistry registry;
    private final OfficeReader offices;
    private final Introductions introductions;
    private final OfficeDescriptions descriptions;
    private final BodyDescriptions bodies;
    private final DocumentOwners documents;
    private final NamedHead heads;
    private final Affiliations affiliations;
    private final Pronouns pronouns;
    private final InterviewTurns turns;
    private final Vicinity vicinity;
    private final InnerWords inner;
    private final FullNames people;
    private final StateOfArticle state;

    /** A kind of source, and who speaks where a source is of it; empty where it is not, or does not tell. */
    private record Kind(String name, Function<Source, Optional<Speaker>> speaker) {}

    /** The kinds of source, in the order in which they are tried: the first that gives a speaker decides. */
    private final List<Kind> kinds = List.of(
            new Kind("first-person-of-a-turn", this::firstPerson),
            new Kind("body-of-its-own-report", this::ofOwnReport),
            new Kind("pronoun", this::pronoun),
            new Kind("relative-pronoun", this::relativePronoun),
            new Kind("turn", this::turn),
            new Kind("office-of-state", this::office),
            new Kind("two-states", this::twoStates),
            new Kind("name", this::name),
            new Kind("document", this::document),
            new Kind("body-of-state", this::bodyOfState),
            new Kind("called-so-before", this::calledSoBefore),
            new Kind("introduced", this::introduced),
            new Kind("body-that-spoke", source -> known(source, this::bodyThatSpoke)),
            new Kind("body-of-the-state-before", source -> known(source, this::bodyOfTheStateBefore)),
            new Kind("holder-near", source -> known(source, this::holderNear)),
            new Kind("monitor-named-next", source -> known(source, this::monitorNamedNext)),
            new Kind("body-of-the-articles-state", source -> known(source, this::bodyOfTheArticlesState)),
            new Kind("unregistered-name", this::unregisteredName));

    /**
     * @param sentences of the article, in order
     * @param mentions of the article, in order of text
     * @param registry the actors of the names, and what the article has for governments
     * @param reading what the trained reader holds of the article
     */
    public SpeakerResolver(
            Article article,
            List<TaggedSentence> sentences,
            List<Mention> mentions,
            ActorRegistry registry,
            NameLexicon names,
            Optional<Reading> reading) {
        this(article, sentences, mentions, registry, names, reading, new Dialogue(article, mentions), Trace.NONE);
    }

    /**
     * @param dialogue turns of the article
     * @param trace hears how likely everybody was held who may be meant
     */
    public SpeakerResolver(
            Article article,
            List<TaggedSentence> sentences,
            List<Mention> mentions,
            ActorRegistry registry,
            NameLexicon names,
            Optional<Reading> reading,
            Dialogue dialogue,
            Trace trace) {
        this.registry = registry;
        this.offices = new OfficeReader(registry);
        this.article = article;
        this.mentions = new Mentions(mentions);
        this.antecedents = new Antecedents(article, sentences, this.mentions);
        this.vicinity = new Vicinity(article, TaggedSentence.plain(sentences));
        this.inner = new InnerWords(article.text());
        this.people = new FullNames(article.text(), mentions);
        this.introductions = new Introductions(article, mentions, vicinity);
        this.heads = new NamedHead(article);
        this.descriptions = new OfficeDescriptions(article, this.mentions, introductions, offices, vicinity);
        this.bodies = new BodyDescriptions(article, this.mentions, registry, vicinity);
        this.state = new StateOfArticle(article.text(), this.mentions, registry);
        this.documents = new DocumentOwners(article, this.mentions, registry, heads, vicinity);
        this.affiliations = new Affiliations(article, this.mentions);
        this.turns = new InterviewTurns(article, mentions, dialogue);
        PersonSignals signals = new PersonSignals(article, sentences, this.mentions, reading, vicinity);
        this.pronouns = new Pronouns(
                article,
                vicinity,
                new PersonRanker(article, mentions, registry, names, signals, this::bearing, trace),
                antecedents,
                this.mentions,
                this::described);
    }

    /** Somebody who has spoken earlier in the article. */
    public record Earlier(Span source, Speaker speaker, Span extent, List<Span> content) {}

    /**
     * A speaker, and what told it.
     *
     * @param by name of the kind of source
     */
    public record Resolved(Speaker speaker, String by) {}

    /**
     * Whom the source stands for.
     *
     * @param attribution whose source is asked for; the text may name none
     * @param earlier speakers of claims before this one, in order of text
     */
    public Resolved resolve(Attribution attribution, Spoken earlier) {
        if (attribution.source().isEmpty()) {
            Optional<Mention> guest = turns.openedBy(Span.covering(attribution.content()));
            if (guest.isPresent()) {
                return new Resolved(asResolved(bearing(guest.get())), "turn");
            }
            return antecedents
                    .ofParticiple(attribution)
                    .map(mention -> new Resolved(asResolved(bearing(mention)), "subject-of-the-participle"))
                    .orElseGet(() -> new Resolved(unresolved(""), "no-source"));
        }
        Source source = Source.of(article, mentions, affiliations, attribution, earlier);
        return kinds.stream()
                .flatMap(kind ->
                        kind.speaker().apply(source).map(speaker -> new Resolved(speaker, kind.name())).stream())
                .findFirst()
                .orElseGet(() -> new Resolved(unnamed(source), "description"));
    }

    /** The state that the article means by words for its body alone. */
    public StateOfArticle stateOfArticle() {
        return state;
    }

    static Speaker asResolved(Speaker speaker) {
        Actor actor = speaker.actor();
        return actor == null ? speaker : known(actor, SpeakerStatus.RESOLVED, speaker.affiliation());
    }

    static Speaker unresolved(String words) {
        return new Speaker(SpeakerStatus.UNRESOLVED, null, words, null);
    }

    static Speaker known(Actor actor, SpeakerStatus status, @Nullable String affiliation) {
        return new Speaker(status, actor, actor.name(), affiliation);
    }

    static Speaker unnamed(Source source) {
        return new Speaker(SpeakerStatus.UNNAMED, null, Source.withoutAside(source.words()), source.serves());
    }

    private static Optional<Speaker> known(Source source, Function<Source, Optional<Actor>> reader) {
        return reader.apply(source).map(actor -> known(actor, SpeakerStatus.RESOLVED, source.serves()));
    }

    // ---- kinds of source ----

    /** <em>I</em>, outside quotations: whoever has the turn. */
    private Optional<Speaker> firstPerson(Source source) {
        return source.words().equals("I") && !vicinity.isQuoted(source.span().start())
                ? turns.at(source.span()).map(mention -> asResolved(bearing(mention)))
                : Optional.empty();
    }

    /**
     * <em>The army said it denied the strike</em>: where <em>it</em> is the subject of all that a body is said to say, it is that body,
     * also one that nobody names.
     */
    private Optional<Speaker> ofOwnReport(Source source) {
        return source.words().equals("it")
                ? reporting(source)
                        .or(() -> inRelativeClause(source))
                        .filter(this::isBody)
                        .map(outer -> asResolved(outer.speaker()))
                : Optional.empty();
    }

    /** "The army says all but two are gone, which it says were broken": the one speaker before it in its sentence. */
    private Optional<Earlier> inRelativeClause(Source source) {
        int start = source.span().start();
        boolean relative = SourceWords.RELATIVE.stream()
                .anyMatch(word -> article.text().startsWith(" " + word + " ", start - word.length() - 2));
        List<Earlier> said = relative
                ? source.earlier().from(vicinity.sentenceOf(source.span())).stream()
                        .filter(earlier -> earlier.source().start() < start)
                        .toList()
                : List.of();
        return said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
    }

    /** Who is said to say what a pronoun opens, behind at most a <em>that</em>. */
    private Optional<Earlier> reporting(Source source) {
        int start = source.span().start();
        int that = start - "that ".length();
        Optional<Earlier> behindThat = article.text().startsWith("that ", that)
                ? source.earlier().saying(that, source.span())
                : Optional.empty();
        return behindThat.or(() -> source.earlier().saying(start, source.span()));
    }

    private boolean isBody(Earlier outer) {
        Speaker speaker = outer.speaker();
        Actor actor = speaker.actor();
        return actor != null
                ? actor.type() != ActorType.PERSON
                : speaker.status() == SpeakerStatus.UNNAMED
                        && !SourceWords.COMMON_HEADS.contains(
                                SourceWords.headWord(outer.source().in(article.text())));
    }

    private Optional<Speaker> pronoun(Source source) {
        String words = source.words();
        boolean acronym = words.length() > 1 && words.equals(words.toUpperCase(Locale.ROOT));
        return !acronym && Pronouns.isPronoun(words.toLowerCase(Locale.ROOT))
                ? Optional.of(pronouns.resolve(source))
                : Optional.empty();
    }

    private Optional<Speaker> relativePronoun(Source source) {
        return SourceWords.RELATIVE.contains(source.words().toLowerCase(Locale.ROOT))
                ? Optional.of(antecedents
                        .ofRelative(source.span())
                        .map(this::bearing)
                        .or(() -> antecedents.described(source.span()).map(phrase -> described(source, phrase)))
                        .orElseGet(() -> unresolved(source.words())))
                : Optional.empty();
    }

    /** Whom a phrase of the text means, that a pronoun takes up. */
    private Speaker described(Source pronoun, Span phrase) {
        Attribution asked = pronoun.attribution();
        Attribution other = new Attribution(
                List.of(phrase), asked.cue(), asked.content(), asked.quote(), asked.voiced(), asked.confidence());
        return asResolved(resolve(other, pronoun.earlier()).speaker());
    }

    private Optional<Speaker> turn(Source source) {
        return turns.openedBy(source.span())
                .map(this::bearing)
                .map(speaker -> turns.isGuests(source.span()) ? asResolved(speaker) : speaker);
    }

    private Optional<Speaker> office(Source source) {
        return offices.read(source.words()).map(office -> descriptions.holder(office, source));
    }

    /** "Torvia Meridon" where commas are lost: two states and no third. */
    private Optional<Speaker> twoStates(Source source) {
        String words = source.words();
        for (int space = words.indexOf(' '); space > 0; space = words.indexOf(' ', space + 1)) {
            if (isState(words.substring(0, space)) && isState(words.substring(space + 1))) {
                return Optional.of(new Speaker(SpeakerStatus.UNNAMED, null, words, null));
            }
        }
        return Optional.empty();
    }

    private boolean isState(String words) {
        return registry.byAlias(words)
                .filter(a -> a.type() == ActorType.GOVERNMENT)
                .isPresent();
    }

    private Optional<Speaker> name(Source source) {
        return Optional.ofNullable(heads.of(source.span(), source.inside()))
                .map(head -> named(head, source.span(), source.inside()));
    }

    private Optional<Speaker> document(Source source) {
        return DocumentOwners.isDocument(source.head())
                ? known(source, documents::owner).or(() -> Optional.of(unresolved(source.words())))
                : Optional.empty();
    }

    /** "Syria's regime", "Assad's forces", "the government of President Assad": a body that the registry has for a state. */
    private Optional<Speaker> bodyOfState(Source source) {
        String bare = NameForms.tidy(source.words());
        // a name of which it is known that it does not stand for whom the tables have
        boolean unknown = source.inside().stream()
                .anyMatch(m -> m.actor() == null
                        && NameForms.tidy(m.span().in(article.text())).endsWith(bare));
        return unknown
                        || SourceWords.INDEFINITE.contains(source.first())
                        || source.inside().isEmpty()
                ? Optional.empty()
                : known(source, s -> registered(s, bare));
    }

    private Optional<Actor> registered(Source source, String bare) {
        return registry.byAlias(bare)
                .or(() -> registry.byAlias(LOST_APOSTROPHE.matcher(bare).replaceFirst("$1 ")))
                // "Syrian state media" is a body, where "Syrian officials" are somebody
                .filter(a -> SourceWords.COMMON_HEADS.contains(source.head())
                        ? a.type() == ActorType.OUTLET
                        : a.type() != ActorType.PERSON)
                .or(() -> governmentOfLeader(source));
    }

    private Optional<Actor> governmentOfLeader(Source source) {
        String of = source.head() + " of ";
        int at = source.words().toLowerCase(Locale.ROOT).indexOf(of);
        if (at < 0 || !STATE_BODIES.contains(source.head())) {
            return Optional.empty();
        }
        Actor leader = source.inside().get(0).actor();
        if (leader == null
                || source.inside().get(0).span().start() < source.span().start() + at) {
            return Optional.empty();
        }
        return leader.type() == ActorType.GOVERNMENT ? Optional.of(leader) : registry.governmentLedBy(leader);
    }

    private Optional<Speaker> calledSoBefore(Source source) {
        return source.isDefinite() ? descriptions.unnamedBefore(source) : Optional.empty();
    }

    private Optional<Speaker> introduced(Source source) {
        return source.isDefinite() ? descriptions.introduced(source) : Optional.empty();
    }

    private Optional<Actor> bodyThatSpoke(Source source) {
        return source.isDefinite() ? bodies.spoken(source) : Optional.empty();
    }

    private Optional<Actor> bodyOfTheStateBefore(Source source) {
        return source.isDefinite() ? bodies.ofState(source) : Optional.empty();
    }

    private Optional<Actor> bodyOfTheArticlesState(Source source) {
        boolean called = source.isDefinite() && source.bare().size() == 2 && StateOfArticle.isCalled(source.noun());
        return called ? state.body(source.noun()) : Optional.empty();
    }

    private Optional<Actor> holderNear(Source source) {
        return source.isDefinite() ? descriptions.holderNear(source) : Optional.empty();
    }

    private Optional<Actor> monitorNamedNext(Source source) {
        return source.isIndefinite() ? bodies.namedNext(source) : Optional.empty();
    }

    /**
     * A source that is a proper name by its shape, though nobody has registered it: <em>The General Staff</em>, <em>Torvia</em>,
     * <em>the Kestrian government</em>. A capital that opens a sentence proves nothing by itself.
     */
    private Optional<Speaker> unregisteredName(Source source) {
        String words = Source.withoutAside(source.words());
        String bare = words.startsWith("the ") || words.startsWith("The ")
                ? words.substring(4).strip()
                : words;
        List<String> parts = SourceWords.words(bare);
        if (parts.isEmpty() || parts.size() > 6 || bare.indexOf('"') >= 0) {
            return Optional.empty();
        }
        String last = parts.get(parts.size() - 1);
        boolean body = parts.size() > 1 && STATE_BODIES.contains(last);
        List<String> lower = SourceWords.words(bare.toLowerCase(Locale.ROOT));
        // Mr Justice Lund
        boolean addressed = lower.size() > 1 && Dialogue.isAddress(lower.get(0));
        boolean described = SourceWords.INDEFINITE.contains(lower.get(0))
                || (lower.stream().anyMatch(PersonWords::isTitleWord) && !addressed)
                || SourceWords.COMMON_HEADS.contains(lower.get(lower.size() - 1));
        List<String> small = parts.stream()
                .filter(part -> !Character.isUpperCase(part.codePointAt(0)))
                .toList();
        boolean capitals =
                small.stream().allMatch(part -> part.equals("of") || part.equals("for") || (body && part.equals(last)));
        boolean alone = parts.size() == 1 && !inner.isName(bare, source.span());
        // a town is where somebody spoke
        boolean place = source.inside().stream()
                .anyMatch(m -> m.type() == EntityType.LOC && m.span().equals(source.span()));
        if (place || described || !capitals || small.size() == parts.size() || alone) {
            return Optional.empty();
        }
        boolean person = addressed
                || source.inside().stream()
                        .anyMatch(m -> m.type() == EntityType.PER && m.span().equals(source.span()));
        ActorType type = person ? ActorType.PERSON : body ? ActorType.GOVERNMENT : ActorType.ORGANISATION;
        return Optional.of(
                known(unregistered(person ? "person:" : "org:", bare, type), SpeakerStatus.NAMED, source.serves()));
    }

    private static Actor unregistered(String kind, String name, ActorType type) {
        String slug = String.join("-", SourceWords.words(name.toLowerCase(Locale.ROOT)));
        return new Actor(kind + slug, name, type, List.of(), null, null);
    }

    // ---- names ----

    /** The speaker whom a mention names by itself. */
    private Speaker bearing(Mention mention) {
        return named(mention, mention.span(), List.of(mention));
    }

    private Speaker named(Mention head, Span source, List<Mention> inside) {
        boolean place = head.type() == EntityType.LOC;
        boolean metonym = head.how() == Mention.How.METONYM;
        // a person of the article who bears a capital's name: Henry Rome
        Optional<Mention> bearer =
                place && metonym ? people.endingIn(head.span().in(article.text())) : Optional.empty();
        if (bearer.isPresent()) {
            return named(bearer.get(), source, inside);
        }
        if (CHANNEL.in(TextWords.of(SpanWords.before(article.text(), source.start(), CHANNEL_REACH)))) {
            return unresolved(source.in(article.text()));
        }
        Actor actor = actorOf(head);
        String affiliation = affiliations.in(source, inside, head);
        if (affiliation == null && actor.type() == ActorType.PERSON) {
            affiliation = introductions.affiliation(actor);
        }
        if (affiliation == null && actor.type() == ActorType.PERSON) {
            affiliation = affiliations.bodyBefore(head);
        }
        boolean described = metonym || (place && head.how() == Mention.How.DESCRIPTION);
        return known(actor, described ? SpeakerStatus.RESOLVED : SpeakerStatus.NAMED, affiliation);
    }

    /** The actor of a name; for a name of a person that nobody has registered, one that bears it. */
    private Actor actorOf(Mention mention) {
        Actor actor = mention.actor();
        String name = mention.span().in(article.text()).replace('\n', ' ');
        return actor != null ? actor : unregistered("person:", name, ActorType.PERSON);
    }
}
