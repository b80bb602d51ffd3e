package org.rashomon.annotate;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Span;
import org.rashomon.model.Speaker;
import org.rashomon.model.SpeakerStatus;

/**
 * Decides whom a source stands for, and abstains where the text does not decide.
 *
 * <p>A name that heads the source is named; a capital, residence, office or definite description with exactly one bearer in
 * the article is resolved; a description of somebody is unnamed, whole; a pronoun is resolved only when exactly one speaker
 * of its kind stands near and nobody else of that kind stands between.
 */
final class SpeakerResolver {
    private static final Set<String> RELATIVE = Set.of("who", "which", "that", "whose");
    private static final Set<String> STATE_BODIES = WordLists.SOURCES.list("state");
    private static final Pattern OFFICIAL = Pattern.compile(
            "(?:[\u2019']s)?\\s(?:military|army|government|officials?|foreign|defen[cs]e|state|president|prime|minister|ministry|regime|envoy"
                    + "|ambassador|diplomats?|interior|security|air|navy|officers?|embassy|leader|authorities|deputy|justice|health)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ASIDE = Pattern.compile(",\\s| who | which | that ");
    private static final Pattern IN_CAPITAL = Pattern.compile("\\bIn (\\p{Lu}[\\p{L} -]{2,20}),?\\s+$");

    private static final Set<String> DOCUMENT_HEADS = WordLists.SOURCES.list("document");

    /** A body in lower case before who speaks for it, as far as the name. */
    private static final Pattern SPOKEN_FOR = Pattern.compile(
            "(?:^|\\s)(\\p{Ll}+)(?:['\u2019]s)? (?:chief )?spokes(?:man|woman|person)(?: \\p{Lu}[\\p{L}.]*){0,3} $");

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
    private static final Pattern EARLIER_TIME =
            Pattern.compile("\\b(?:at the time|of the time|last year|years? (?:ago|earlier|before)|decades? ago)\\b");

    private final Article article;
    private final Mentions mentions;
    private final ActorRegistry registry;
    private final OfficeReader offices;
    private final Introductions introductions;
    private final NamedHead heads;
    private final Pronouns pronouns;

    /** @param mentions of the article, in order of text */
    SpeakerResolver(Article article, List<Mention> mentions, ActorRegistry registry) {
        this.registry = registry;
        this.offices = new OfficeReader(registry);
        this.article = article;
        this.mentions = new Mentions(mentions);
        this.introductions = new Introductions(article, mentions);
        this.heads = new NamedHead(article);
        this.pronouns = new Pronouns(article, this.mentions, registry);
    }

    /** Somebody who has spoken earlier in the article. */
    record Earlier(Span source, Speaker speaker, Span extent, List<Span> content) {}

    /**
     * Whom the source stands for.
     *
     * @param source its span, or null when the text names none
     * @param earlier speakers of claims before this one, in order of text
     */
    Speaker resolve(@Nullable Span source, List<Earlier> earlier) {
        if (source == null) {
            return unresolved("");
        }
        String words = source.in(article.text()).replace('\n', ' ').strip();
        String lower = words.toLowerCase(Locale.ROOT);
        boolean acronym = words.length() > 1 && words.equals(words.toUpperCase(Locale.ROOT));
        if (!acronym && Pronouns.isPronoun(lower)) {
            return pronouns.resolve(source, words, earlier);
        }
        if (RELATIVE.contains(lower)) {
            return antecedent(source, words);
        }
        return phrase(source, words);
    }

    static Speaker unresolved(String words) {
        return new Speaker(SpeakerStatus.UNRESOLVED, null, words, null);
    }

    private static Speaker unnamed(String words, @Nullable String affiliation) {
        Matcher aside = ASIDE.matcher(words);
        String label = aside.find() && aside.start() > 3 ? words.substring(0, aside.start()) : words;
        return new Speaker(SpeakerStatus.UNNAMED, null, label, affiliation);
    }

    // ---- phrases ----

    private Speaker phrase(Span source, String words) {
        List<Mention> inside = mentions.in(source);
        List<String> tokens = SourceWords.words(words.toLowerCase(Locale.ROOT));
        String first = tokens.isEmpty() ? "" : tokens.get(0);
        Optional<OfficeReader.Described> office = offices.read(words);
        if (office.isPresent()) {
            return holder(office.get(), source, tokens, words, affiliation(inside, null));
        }
        Mention head = heads.of(source, inside);
        if (head != null) {
            return named(head, inside);
        }
        String affiliation = affiliation(inside, null);
        String headWord = SourceWords.headWord(words);
        if (DOCUMENT_HEADS.contains(headWord)) {
            Actor owner = documentOwner(source, inside);
            return owner != null
                    ? new Speaker(SpeakerStatus.RESOLVED, owner, owner.name(), affiliation)
                    : unresolved(words);
        }
        Actor body = stateBody(source, words, inside, headWord);
        if (body != null) {
            return new Speaker(SpeakerStatus.RESOLVED, body, body.name(), affiliation);
        }
        if (first.equals("the") && !SourceWords.INDEFINITE.contains(headWord)) {
            Speaker described = description(tokens, words, affiliation);
            if (described != null) {
                return described;
            }
        }
        Actor proper = properName(source, words);
        if (proper != null) {
            return new Speaker(SpeakerStatus.NAMED, proper, proper.name(), affiliation);
        }
        return unnamed(words, affiliation);
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
        if (parts.stream().anyMatch(part -> Introductions.isTitleWord(part.toLowerCase(Locale.ROOT)))) {
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

    private Speaker named(Mention head, List<Mention> inside) {
        Actor actor = actorOf(head);
        String affiliation = affiliation(inside, head);
        boolean metonym = head.how() == Mention.How.METONYM
                || head.type() == EntityType.LOC && head.how() == Mention.How.DESCRIPTION;
        if (affiliation == null && actor.type() == ActorType.PERSON) {
            affiliation = introductions.affiliation(actor);
        }
        if (affiliation == null && actor.type() == ActorType.PERSON) {
            affiliation = bodyBefore(head);
        }
        return new Speaker(metonym ? SpeakerStatus.RESOLVED : SpeakerStatus.NAMED, actor, actor.name(), affiliation);
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

    private @Nullable String affiliation(List<Mention> inside, @Nullable Mention head) {
        Set<String> names = new LinkedHashSet<>();
        for (Mention mention : inside) {
            Actor actor = mention.actor();
            if (!mention.equals(head) && actor != null && mention.type() != EntityType.PER && speaksFor(mention)) {
                names.add(actor.name());
            }
        }
        // "British and US officials": two sides are no affiliation
        return names.size() == 1 ? names.iterator().next() : null;
    }

    /** A nationality is an affiliation only before a word of office: Russian officials, not a Syrian activist. */
    private boolean speaksFor(Mention mention) {
        if (mention.type() != EntityType.NORP) {
            return true;
        }
        int end = mention.span().end();
        return OFFICIAL.matcher(article.text())
                .region(end, Math.min(article.text().length(), end + 24))
                .lookingAt();
    }

    /** "ministry spokesman N": the one ministry that the article named before; two ministries, and the words do not tell. */
    private @Nullable String bodyBefore(Mention person) {
        int start = person.span().start();
        String before = article.text().substring(Math.max(0, start - 60), start);
        int cut = Math.max(before.lastIndexOf('\n'), Math.max(before.lastIndexOf(','), before.lastIndexOf('.')));
        Matcher spoken = SPOKEN_FOR.matcher(before.substring(cut + 1).replace('"', ' '));
        if (!spoken.find()) {
            return null;
        }
        Set<Actor> named = new LinkedHashSet<>();
        for (Mention mention : mentions.in(new Span(0, start))) {
            boolean body = mention.type() == EntityType.ORG && mention.actor() != null;
            if (body
                    && mention.span()
                            .in(article.text())
                            .toLowerCase(Locale.ROOT)
                            .endsWith(" " + spoken.group(1))) {
                named.add(mention.actor());
            }
        }
        return named.size() == 1 ? named.iterator().next().name() : null;
    }

    private @Nullable Actor documentOwner(Span source, List<Mention> inside) {
        for (Mention mention : inside) {
            if (mention.actor() != null && heads.isPossessor(mention.span(), source)) {
                return mention.actor();
            }
        }
        return null;
    }

    // ---- descriptions ----

    /**
     * Who holds the office that the source describes: whom the article itself says so of, else whom the registry has for the day of
     * publication. Nobody where no day is known, where the sentence tells of another time, or where the article gives the title to
     * somebody else.
     */
    private Speaker holder(
            OfficeReader.Described office,
            Span source,
            List<String> tokens,
            String words,
            @Nullable String affiliation) {
        String first = tokens.get(0);
        Speaker described = first.equals("the") ? description(tokens, words, affiliation) : null;
        if (described != null) {
            return described;
        }
        PublicationDate published = article.published();
        Optional<Actor> holder = published == null || tellsOfOtherTime(source, published.day())
                ? Optional.empty()
                : offices.holder(office, published.day());
        return holder.filter(actor -> !isDisputed(office, actor, tokens))
                .map(actor -> new Speaker(SpeakerStatus.RESOLVED, actor, actor.name(), affiliation))
                .orElseGet(() -> unnamed(words, affiliation));
    }

    /** Whether the article gives the title to somebody else, of this state or of none that is told. */
    private boolean isDisputed(OfficeReader.Described office, Actor holder, List<String> tokens) {
        Set<Actor> others = new LinkedHashSet<>();
        others.addAll(introductions.of(office.title()));
        for (int from = 0; from < tokens.size(); from++) {
            others.addAll(introductions.of(String.join(" ", tokens.subList(from, tokens.size()))));
        }
        return others.stream()
                .anyMatch(other -> !other.id().equals(holder.id())
                        && (other.country() == null || other.country().equals(holder.country())));
    }

    private boolean tellsOfOtherTime(Span source, LocalDate day) {
        String text = article.text();
        int start = Math.max(text.lastIndexOf('\n', source.start()), text.lastIndexOf(". ", source.start())) + 1;
        int stop = text.indexOf(". ", source.end());
        int line = text.indexOf('\n', source.end());
        int end = Math.min(stop < 0 ? text.length() : stop, line < 0 ? text.length() : line);
        String sentence = text.substring(start, end);
        Matcher year = YEAR.matcher(sentence);
        while (year.find()) {
            if (Integer.parseInt(year.group()) != day.getYear()) {
                return true;
            }
        }
        return EARLIER_TIME.matcher(sentence).find();
    }

    /** "the secretary of state": the one actor whom the article introduces in these words, or null. */
    private @Nullable Speaker description(List<String> tokens, String words, @Nullable String affiliation) {
        String key = String.join(" ", tokens.subList(1, tokens.size()));
        Set<Actor> candidates = new LinkedHashSet<>(introductions.of(key));
        if (candidates.size() == 1) {
            Actor actor = candidates.iterator().next();
            boolean proper =
                    SourceWords.words(words).stream().skip(1).allMatch(w -> Character.isUpperCase(w.codePointAt(0)))
                            && actor.type() != ActorType.PERSON;
            return new Speaker(proper ? SpeakerStatus.NAMED : SpeakerStatus.RESOLVED, actor, actor.name(), affiliation);
        }
        return null;
    }

    /** "X, who warned": the phrase before the pronoun is the source. */
    private Speaker antecedent(Span source, String words) {
        String text = article.text();
        int end = source.start();
        while (end > 0 && (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == ',')) {
            end--;
        }
        int start = end;
        while (start > 0 && start > end - 60 && ".;:\n\"\u201c\u201d,(".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        if (start >= end) {
            return unresolved(words);
        }
        List<Mention> inside = mentions.in(new Span(start, end));
        for (int i = inside.size() - 1; i >= 0; i--) {
            Mention mention = inside.get(i);
            if (mention.span().end() == end
                    && mention.actor() != null
                    && (mention.type() == EntityType.PER || mention.actor().type() != ActorType.GOVERNMENT)) {
                return named(mention, inside.subList(i, inside.size()));
            }
        }
        return unresolved(words);
    }

    // ---- words ----

}
