package org.rashomon.annotate.speakers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.places.Places;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.facts.ActorRegistry;
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
    private static final Pattern ASIDE = Pattern.compile(",\\s| who | which | that ");
    private static final Pattern CHANNEL = Pattern.compile(
            "\\b(?:published|posted|aired|released|carried|shared) (?:on|by|via|through) (?!\\p{Lu}\\p{Ll}+day\\b)[^,.;\\d]*$");
    private static final Pattern IN_CAPITAL = Pattern.compile("\\bIn (\\p{Lu}[\\p{L} -]{2,20}),?\\s+$");

    private final Article article;
    private final Antecedents antecedents;
    private final Mentions mentions;
    private final ActorRegistry registry;
    private final OfficeReader offices;
    private final Introductions introductions;
    private final Descriptions descriptions;
    private final Bodies bodies;
    private final Documents documents;
    private final NamedHead heads;
    private final Affiliations affiliations;
    private final Pronouns pronouns;
    private final Turns turns;

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
            Places places,
            Optional<Reading> reading) {
        this.registry = registry;
        this.offices = new OfficeReader(registry);
        this.article = article;
        this.mentions = new Mentions(mentions);
        this.antecedents = new Antecedents(article, sentences, this.mentions);
        this.introductions = new Introductions(article, mentions);
        this.heads = new NamedHead(article, places);
        Vicinity vicinity = new Vicinity(article, TaggedSentence.plain(sentences));
        this.descriptions = new Descriptions(article, this.mentions, introductions, offices, vicinity);
        this.bodies = new Bodies(article, this.mentions, registry, vicinity);
        this.documents = new Documents(article, this.mentions, registry, heads, vicinity);
        this.affiliations = new Affiliations(article, this.mentions);
        this.turns = new Turns(article, mentions);
        this.pronouns = new Pronouns(
                article, sentences, this.mentions, registry, names, reading, m -> named(m, m.span(), List.of(m)));
    }

    /** Somebody who has spoken earlier in the article. */
    public record Earlier(Span source, Speaker speaker, Span extent, List<Span> content) {}

    /**
     * Whom the source stands for.
     *
     * @param attribution whose source is asked for; the text may name none
     * @param earlier speakers of claims before this one, in order of text
     */
    public Speaker resolve(Attribution attribution, List<Earlier> earlier) {
        if (attribution.source().isEmpty()) {
            return antecedents
                    .ofParticiple(attribution)
                    .map(mention -> asResolved(named(mention, mention.span(), List.of(mention))))
                    .orElseGet(() -> unresolved(""));
        }
        Span source = Span.covering(attribution.source());
        String words = source.in(article.text()).replace('\n', ' ').strip();
        String lower = words.toLowerCase(Locale.ROOT);
        boolean acronym = words.length() > 1 && words.equals(words.toUpperCase(Locale.ROOT));
        if (words.equals("I") && !isQuoted(source)) {
            Optional<Mention> turn = turns.at(source);
            if (turn.isPresent()) {
                return asResolved(named(turn.get(), turn.get().span(), List.of(turn.get())));
            }
        }
        if (!acronym && Pronouns.isPronoun(lower)) {
            return pronouns.resolve(source, words, attribution, earlier);
        }
        if (SourceWords.RELATIVE.contains(lower)) {
            return antecedents
                    .ofRelative(source)
                    .map(mention -> named(mention, mention.span(), List.of(mention)))
                    .orElseGet(() -> unresolved(words));
        }
        Optional<Mention> turn = turns.openedBy(source);
        return turn.isPresent()
                ? named(turn.get(), turn.get().span(), List.of(turn.get()))
                : phrase(source, words, earlier);
    }

    /** Whether the words stand between quotation marks of their paragraph: then it is not who has the turn that speaks. */
    private boolean isQuoted(Span words) {
        int block = article.blockIndexAt(words.start());
        int from = block < 0 ? 0 : article.blocks().get(block).span().start();
        int open = 0;
        for (int i = from; i < words.start(); i++) {
            switch (article.text().charAt(i)) {
                case '"' -> open = 1 - open;
                case '\u201c' -> open = 1;
                case '\u201d' -> open = 0;
                default -> {}
            }
        }
        return open == 1;
    }

    static Speaker asResolved(Speaker speaker) {
        Actor actor = speaker.actor();
        return actor == null ? speaker : resolved(actor, speaker.affiliation());
    }

    static Speaker unresolved(String words) {
        return new Speaker(SpeakerStatus.UNRESOLVED, null, words, null);
    }

    private static Speaker resolved(Actor actor, @Nullable String affiliation) {
        return new Speaker(SpeakerStatus.RESOLVED, actor, actor.name(), affiliation);
    }

    static Speaker unnamed(String words, @Nullable String affiliation) {
        return new Speaker(SpeakerStatus.UNNAMED, null, aside(words), affiliation);
    }

    /** The words as far as a relative clause or an apposition. */
    private static String aside(String words) {
        Matcher aside = ASIDE.matcher(words);
        return aside.find() && aside.start() > 3 ? words.substring(0, aside.start()) : words;
    }

    // ---- phrases ----

    private Speaker phrase(Span source, String words, List<Earlier> earlier) {
        List<Mention> inside = mentions.in(source);
        List<String> tokens = SourceWords.words(words.toLowerCase(Locale.ROOT));
        String first = tokens.isEmpty() ? "" : tokens.get(0);
        Optional<OfficeReader.Described> office = offices.read(words);
        if (office.isPresent()) {
            return descriptions.holder(office.get(), source, tokens, words, affiliations.in(source, inside, null));
        }
        if (isListOfStates(words)) {
            return unnamed(words, null);
        }
        Mention head = heads.of(source, inside);
        if (head != null) {
            return named(head, source, inside);
        }
        String affiliation = affiliations.in(source, inside, null);
        String headWord = SourceWords.headWord(words);
        if (Documents.isDocument(headWord)) {
            return documents
                    .owner(source, inside, headWord, earlier)
                    .map(owner -> resolved(owner, affiliation))
                    .orElseGet(() -> unresolved(words));
        }
        Actor body = stateBody(source, words, inside, headWord);
        if (body != null) {
            return resolved(body, affiliation);
        }
        if (first.equals("the") && !SourceWords.INDEFINITE.contains(headWord)) {
            List<String> bare = SourceWords.words(aside(words).toLowerCase(Locale.ROOT));
            Optional<Speaker> unnamed = descriptions.unnamedBefore(source, bare, headWord, earlier);
            if (unnamed.isPresent()) {
                return unnamed.get();
            }
            Speaker described = descriptions.introduced(source, tokens, words, affiliation);
            if (described != null) {
                return described;
            }
            Optional<Actor> near = bodies.spoken(source, bare, earlier)
                    .or(() -> bodies.ofState(source, bare))
                    .or(() -> descriptions.holderNear(source, bare, earlier));
            if (near.isPresent()) {
                return resolved(near.get(), affiliation);
            }
        } else if (first.equals("a") || first.equals("an")) {
            Optional<Actor> next =
                    bodies.namedNext(source, SourceWords.words(aside(words).toLowerCase(Locale.ROOT)));
            if (next.isPresent()) {
                return resolved(next.get(), affiliation);
            }
        }
        Actor proper = properName(source, words);
        if (proper != null) {
            return new Speaker(SpeakerStatus.NAMED, proper, proper.name(), affiliation);
        }
        return unnamed(words, affiliation);
    }

    /** "Torvia Meridon" where commas are lost: two states and no third. */
    private boolean isListOfStates(String words) {
        for (int space = words.indexOf(' '); space > 0; space = words.indexOf(' ', space + 1)) {
            if (isState(words.substring(0, space)) && isState(words.substring(space + 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean isState(String words) {
        return registry.byAlias(words)
                .filter(a -> a.type() == ActorType.GOVERNMENT)
                .isPresent();
    }

    /**
     * A source that is a proper name by its shape, though nobody has registered it: <em>The General Staff</em>, <em>Torvia</em>,
     * <em>the Kestrian government</em>. A capital that opens a sentence proves nothing by itself.
     */
    private @Nullable Actor properName(Span source, String words) {
        Matcher aside = ASIDE.matcher(words);
        String bare = (aside.find() ? words.substring(0, aside.start()) : words)
                .replaceFirst("^[Tt]he ", "")
                .strip();
        List<String> parts = SourceWords.words(bare);
        if (parts.isEmpty() || parts.size() > 6 || bare.indexOf('"') >= 0) {
            return null;
        }
        String last = parts.get(parts.size() - 1);
        boolean body = parts.size() > 1 && STATE_BODIES.contains(last);
        int capitals = 0;
        for (String part : parts) {
            if (Character.isUpperCase(part.codePointAt(0))) {
                capitals++;
            } else if (!part.equals("of") && !part.equals("for") && !(body && part.equals(last))) {
                return null;
            }
        }
        if (SourceWords.INDEFINITE.contains(parts.get(0).toLowerCase(Locale.ROOT))) {
            return null;
        }
        if (parts.stream().anyMatch(part -> PersonWords.isTitleWord(part.toLowerCase(Locale.ROOT)))) {
            return null;
        }
        if (capitals == 0 || SourceWords.COMMON_HEADS.contains(last.toLowerCase(Locale.ROOT))) {
            return null;
        }
        if (parts.size() == 1 && !occursInsideSentence(bare, source)) {
            return null;
        }
        String slug = String.join("-", SourceWords.words(bare.toLowerCase(Locale.ROOT)));
        if (mentions.in(source).stream()
                .anyMatch(m -> m.type() == EntityType.PER && m.span().equals(source))) {
            return new Actor("person:" + slug, bare, ActorType.PERSON, List.of(), null, null);
        }
        return new Actor(
                "org:" + slug, bare, body ? ActorType.GOVERNMENT : ActorType.ORGANISATION, List.of(), null, null);
    }

    private boolean occursInsideSentence(String word, Span except) {
        String text = article.text();
        if (text.contains(" " + word.toLowerCase(Locale.ROOT) + " ")) {
            return false;
        }
        for (int i = text.indexOf(" " + word), n = 0; i > 0 && n < 40; i = text.indexOf(" " + word, i + 1), n++) {
            if (Character.isLowerCase(text.charAt(i - 1)) && i + 1 != except.start()) {
                return true;
            }
        }
        return Character.isLowerCase(text.charAt(Math.max(0, except.start() - 2)));
    }

    /** "Syria's regime", "Assad's forces", and "the defence ministry" after "In Moscow,": a state's body, or null. */
    private @Nullable Actor stateBody(Span source, String words, List<Mention> inside, String headWord) {
        if (SourceWords.COMMON_HEADS.contains(headWord)
                || SourceWords.INDEFINITE.contains(SourceWords.words(words.toLowerCase(Locale.ROOT)).stream()
                        .findFirst()
                        .orElse(""))) {
            return null;
        }
        String bare = words.replaceFirst("(?i)^the ", "").replace('\u2019', '\'');
        if (inside.stream()
                .anyMatch(m -> m.actor() == null && m.span().in(article.text()).endsWith(bare))) {
            // a name of which it is known that it does not stand for whom the tables have
            return null;
        }
        if (!inside.isEmpty()) {
            return registry.byAlias(bare)
                    .filter(a -> a.type() != ActorType.PERSON)
                    .orElse(null);
        }
        String before = article.text().substring(Math.max(0, source.start() - 30), source.start());
        Matcher capital = IN_CAPITAL.matcher(before);
        if (!capital.find()) {
            return null;
        }
        return registry.governmentOf(capital.group(1))
                .flatMap(government -> registry.byAlias(government.name() + " " + bare))
                .orElse(null);
    }

    private Speaker named(Mention head, Span source, List<Mention> inside) {
        boolean capital = head.type() == EntityType.LOC && head.how() == Mention.How.METONYM;
        Optional<Mention> bearer = capital ? bearer(head) : Optional.empty();
        if (bearer.isPresent()) {
            return named(bearer.get(), source, inside);
        }
        if (isChannel(source)) {
            return unresolved(source.in(article.text()));
        }
        Actor actor = actorOf(head);
        String affiliation = affiliations.in(source, inside, head);
        boolean metonym = head.how() == Mention.How.METONYM
                || head.type() == EntityType.LOC && head.how() == Mention.How.DESCRIPTION;
        if (affiliation == null && actor.type() == ActorType.PERSON) {
            affiliation = introductions.affiliation(actor);
        }
        if (affiliation == null && actor.type() == ActorType.PERSON) {
            affiliation = affiliations.bodyBefore(head);
        }
        return new Speaker(metonym ? SpeakerStatus.RESOLVED : SpeakerStatus.NAMED, actor, actor.name(), affiliation);
    }

    /** A person of the article who bears a capital's name: Henry Rome. */
    private Optional<Mention> bearer(Mention capital) {
        String surname = " " + capital.span().in(article.text());
        return mentions.between(0, article.text().length()).stream()
                .filter(m -> m.type() == EntityType.PER
                        && m.span().in(article.text()).endsWith(surname))
                .findFirst();
    }

    /** Whether the words only tell where something was published: on Twitter and the messaging service Telegram. */
    private boolean isChannel(Span source) {
        int from = Math.max(0, source.start() - 60);
        return CHANNEL.matcher(article.text().substring(from, source.start())).find();
    }

    /** The actor of a name; for a name that nobody has registered, one that bears it. */
    private Actor actorOf(Mention mention) {
        if (mention.actor() != null) {
            return mention.actor();
        }
        String name = mention.span().in(article.text()).replaceAll("\\s+", " ");
        String slug = String.join("-", SourceWords.words(name.toLowerCase(Locale.ROOT)));
        return switch (mention.type()) {
            case PER -> new Actor("person:" + slug, name, ActorType.PERSON, List.of(), null, null);
            case LOC -> new Actor("state:" + slug, name, ActorType.GOVERNMENT, List.of(), null, null);
            default -> new Actor("org:" + slug, name, ActorType.ORGANISATION, List.of(), null, null);
        };
    }
}
