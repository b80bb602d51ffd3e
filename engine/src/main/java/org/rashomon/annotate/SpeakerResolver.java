package org.rashomon.annotate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final Set<String> PERSONAL = Set.of("he", "she", "him", "her", "his", "i");
    private static final Set<String> PLURAL = Set.of("they", "them", "their", "we", "us", "our");
    private static final Set<String> NEUTER = Set.of("it", "its");
    private static final Set<String> RELATIVE = Set.of("who", "which", "that", "whose");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}'\u2019.-]*");

    private static final Set<String> STATE_BODIES = Set.of(
            "government",
            "army",
            "military",
            "parliament",
            "ministry",
            "presidency",
            "cabinet",
            "regime",
            "police",
            "navy");
    private static final Pattern OFFICIAL = Pattern.compile(
            "(?:[\u2019']s)?\\s(?:military|army|government|officials?|foreign|defen[cs]e|state|president|prime|minister|ministry|regime|envoy"
                    + "|ambassador|diplomats?|interior|security|air|navy|officers?|embassy|leader|authorities|deputy|justice|health)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SOMEBODY = Pattern.compile(
            "\\b[Aa]n? (?:[\\p{L}-]+ ){0,3}(commander|officer|official|spokesman|spokeswoman|man|woman|soldier|doctor|minister|leader|witness"
                    + "|resident|fighter|activist|diplomat|general|journalist|reporter|aide|adviser|nurse|teacher|farmer|driver)\\b");
    private static final Pattern ASIDE = Pattern.compile(",\\s| who | which | that ");
    private static final Pattern IN_CAPITAL = Pattern.compile("\\bIn (\\p{Lu}[\\p{L} -]{2,20}),?\\s+$");

    /** Words that make a phrase somebody undecided, whatever names it holds: a spokesman for Putin. */
    private static final Set<String> INDEFINITE = Set.of(
            "a",
            "an",
            "one",
            "two",
            "three",
            "four",
            "some",
            "several",
            "many",
            "most",
            "few",
            "unnamed",
            "unidentified",
            "anonymous",
            "another",
            "other",
            "various",
            "numerous",
            "certain",
            "both",
            "no",
            "any",
            "senior",
            "local");

    private static final Set<String> COMMON_HEADS = PersonWords.of(PersonWords.Use.SOURCE);

    /** Heads of documents and occasions: they say something, but whose they are is for the words around them to tell. */
    private static final Set<String> DOCUMENT_HEADS = Set.of(
            "statement",
            "report",
            "reports",
            "document",
            "documents",
            "letter",
            "text",
            "resolution",
            "article",
            "study",
            "poll",
            "survey",
            "tweet",
            "post",
            "video",
            "footage",
            "record",
            "records",
            "email",
            "memo",
            "transcript",
            "data",
            "evidence",
            "images",
            "photos",
            "story",
            "communique",
            "results",
            "figures",
            "agreement",
            "deal",
            "page",
            "website",
            "account",
            "accounts",
            "book",
            "speech");

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
    private final Map<String, Set<Actor>> bearers;

    SpeakerResolver(Article article, List<Mention> mentions, ActorRegistry registry) {
        this.registry = registry;
        this.offices = new OfficeReader(registry);
        this.article = article;
        this.mentions = new Mentions(mentions);
        this.bearers = bearers(article, mentions);
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
        if (!acronym && isPronoun(lower)) {
            return pronoun(source, words, lower, earlier);
        }
        if (RELATIVE.contains(lower)) {
            return antecedent(source, words);
        }
        return phrase(source, words);
    }

    private static boolean isPronoun(String lower) {
        return PERSONAL.contains(lower) || PLURAL.contains(lower) || NEUTER.contains(lower);
    }

    private static Speaker unresolved(String words) {
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
        List<String> tokens = words(words.toLowerCase(Locale.ROOT));
        String first = tokens.isEmpty() ? "" : tokens.get(0);
        Optional<OfficeReader.Described> office = offices.read(words);
        if (office.isPresent()) {
            return holder(office.get(), source, tokens, words, affiliation(inside, null));
        }
        Mention head = head(source, inside);
        if (head != null) {
            return named(head, inside);
        }
        String affiliation = affiliation(inside, null);
        String headWord = headWord(words);
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
        if (first.equals("the") && !INDEFINITE.contains(headWord)) {
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
        List<String> parts = words(bare);
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
        if (INDEFINITE.contains(parts.get(0).toLowerCase(Locale.ROOT))) {
            return null;
        }
        if (parts.stream().anyMatch(part -> isTitleWord(part.toLowerCase(Locale.ROOT)))) {
            return null;
        }
        if (capitals == 0 || COMMON_HEADS.contains(last.toLowerCase(Locale.ROOT))) {
            return null;
        }
        if (parts.size() == 1 && !occursInsideSentence(bare, source)) {
            return null;
        }
        String slug = String.join("-", words(bare.toLowerCase(Locale.ROOT)));
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
        if (COMMON_HEADS.contains(headWord)
                || INDEFINITE.contains(words(words.toLowerCase(Locale.ROOT)).stream()
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

    /** The mention that names the speaker: not a possessor, not inside a prepositional phrase, not a modifier of a common noun. */
    private @Nullable Mention head(Span source, List<Mention> inside) {
        String text = article.text();
        for (int i = 0; i < inside.size(); i++) {
            Mention mention = inside.get(i);
            boolean person = mention.type() == EntityType.PER;
            boolean body =
                    (mention.type() == EntityType.ORG || mention.type() == EntityType.LOC) && mention.actor() != null;
            if (!person && !body || mention.actor() == null) {
                continue;
            }
            if (isPossessor(mention.span(), source) || isHyphenated(mention.span()) || isUnspeakingPlace(mention)) {
                continue;
            }
            String before = segmentBefore(text, source.start(), mention.span().start());
            String after = text.substring(mention.span().end(), source.end());
            boolean complement = person && i > 0 && isComplement(inside.get(i - 1), mention, source);
            if (underPreposition(before, person) && !complement
                    || !person && (modifies(after) || isListedAdjunct(before))) {
                continue;
            }
            // "The group that abducted X said": X stands inside the relative clause
            if (words(before.toLowerCase(Locale.ROOT)).stream().skip(1).anyMatch(RELATIVE::contains)) {
                continue;
            }
            if (person && (isIndefinite(before) || isModifier(before, after))) {
                continue;
            }
            if (!person && followedByPerson(inside, i, after)) {
                continue;
            }
            return mention;
        }
        return null;
    }

    /** "envoy for [Syria] [Ana Example]": the name after a preposition's own complement is free again. */
    private boolean isComplement(Mention previous, Mention person, Span source) {
        String between = article.text()
                .substring(
                        previous.span().end(),
                        Math.max(previous.span().end(), person.span().start()));
        String opening = article.text()
                .substring(source.start(), previous.span().start())
                .toLowerCase(Locale.ROOT);
        List<String> words = words(opening);
        boolean indefinite = !words.isEmpty() && INDEFINITE.contains(words.get(0));
        return previous.type() != EntityType.PER && between.isBlank() && !indefinite;
    }

    /** Britain-based, pro-Assad: part of a word that says something else. */
    private boolean isHyphenated(Span span) {
        String text = article.text();
        return span.end() < text.length() && text.charAt(span.end()) == '-'
                || span.start() > 0 && text.charAt(span.start() - 1) == '-';
    }

    /** A town or region that stands for no government does not speak. */
    private boolean isUnspeakingPlace(Mention mention) {
        return mention.type() == EntityType.LOC
                && mention.actor() == null
                && Places.standard()
                        .place(mention.span().in(article.text()), Set.of())
                        .isPresent();
    }

    private static String segmentBefore(String text, int start, int end) {
        String before = text.substring(start, end);
        int comma = before.lastIndexOf(',');
        return comma >= 0 ? before.substring(comma + 1) : before;
    }

    private static boolean underPreposition(String before, boolean person) {
        List<String> words = words(before.toLowerCase(Locale.ROOT));
        for (int k = 0; k < words.size(); k++) {
            String word = words.get(k);
            if (k > 0
                    && Set.of(
                                    "for", "of", "from", "to", "in", "at", "with", "by", "on", "near", "against",
                                    "inside", "loyal", "close")
                            .contains(word)) {
                // "secretary of state John Kerry": an office, not a phrase that ends the name's claim to be the head
                boolean office =
                        person && word.equals("of") && k + 1 < words.size() && OFFICE_OF.contains(words.get(k - 1));
                if (!office) {
                    return true;
                }
            }
        }
        return false;
    }

    private static final Set<String> OFFICE_OF = PersonWords.of(PersonWords.Use.OFFICE);

    /** "a Kremlin adviser, Sergei X": before a name, an indefinite phrase in its own segment means apposition only after a comma. */
    private static boolean isIndefinite(String before) {
        List<String> words = words(before.toLowerCase(Locale.ROOT));
        return !words.isEmpty()
                && (words.get(0).equals("some")
                        || words.get(0).equals("many")
                        || words.get(0).equals("several"));
    }

    /** An X loyalist, X administration officials: the name tells of whom somebody else is. */
    private static boolean isModifier(String before, String after) {
        if (!modifies(after)) {
            return false;
        }
        List<String> opening = words(before.toLowerCase(Locale.ROOT));
        return !opening.isEmpty() && INDEFINITE.contains(opening.get(0))
                || COMMON_HEADS.contains(headWord(after.strip()));
    }

    private boolean isPossessor(Span mention, Span source) {
        String text = article.text();
        int end = mention.end();
        if (end >= source.end()) {
            return false;
        }
        char c = text.charAt(end);
        return isApostrophe(c) && end + 2 < source.end();
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    /** Whether a common noun follows that the name modifies: <em>Kremlin</em> officials, <em>UN</em> envoy. */
    private static boolean modifies(String after) {
        Matcher matcher = WORD.matcher(after);
        if (!matcher.find() || matcher.start() > 1) {
            return false;
        }
        String next = matcher.group();
        return Character.isLowerCase(next.charAt(0))
                && !Set.of(
                                "and", "or", "of", "for", "in", "on", "at", "which", "who", "that", "also", "as",
                                "said", "via", "based", "itself")
                        .contains(next);
    }

    /** "officials in <em>Washington</em>" has its preposition; "New York, <em>Washington</em>" is left to the first name. */
    private static boolean isListedAdjunct(String before) {
        return before.strip().endsWith(" and")
                && COMMON_HEADS.contains(headWord(before.strip().replaceAll(" and$", "")));
    }

    private static boolean followedByPerson(List<Mention> inside, int index, String after) {
        if (index + 1 >= inside.size() || after.startsWith(",")) {
            return false;
        }
        Mention next = inside.get(index + 1);
        int gap = next.span().start() - inside.get(index).span().end();
        return next.type() == EntityType.PER
                && gap >= 0
                && gap < after.length()
                && !after.substring(0, gap).contains(",")
                && !after.substring(0, gap).contains(" and ");
    }

    private Speaker named(Mention head, List<Mention> inside) {
        Actor actor = actorOf(head);
        String affiliation = affiliation(inside, head);
        boolean metonym = head.how() == Mention.How.METONYM
                || head.type() == EntityType.LOC && head.how() == Mention.How.DESCRIPTION;
        if (affiliation == null && actor.type() == ActorType.PERSON) {
            affiliation = affiliationNear(head);
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
        String slug = String.join("-", words(name.toLowerCase(Locale.ROOT)));
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

    /** What the article's first full mention of a person says of the body that the person serves. */
    private @Nullable String affiliationNear(Mention person) {
        Actor actor = person.actor();
        for (Map.Entry<String, Set<Actor>> bearer : bearers.entrySet()) {
            if (bearer.getKey().startsWith("@") && bearer.getValue().contains(actor)) {
                return bearer.getKey().substring(1);
            }
        }
        return null;
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
            if (mention.actor() != null && isPossessor(mention.span(), source)) {
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
        others.addAll(bearers.getOrDefault(office.title(), Set.of()));
        for (int from = 0; from < tokens.size(); from++) {
            others.addAll(bearers.getOrDefault(String.join(" ", tokens.subList(from, tokens.size())), Set.of()));
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
        Set<Actor> candidates = new LinkedHashSet<>(bearers.getOrDefault(key, Set.of()));
        if (candidates.size() == 1) {
            Actor actor = candidates.iterator().next();
            boolean proper = words(words).stream().skip(1).allMatch(w -> Character.isUpperCase(w.codePointAt(0)))
                    && actor.type() != ActorType.PERSON;
            return new Speaker(proper ? SpeakerStatus.NAMED : SpeakerStatus.RESOLVED, actor, actor.name(), affiliation);
        }
        return null;
    }

    /**
     * Words that introduce an actor to the actors they introduce: <em>secretary of state</em> before <em>John Kerry</em>,
     * <em>defense ministry</em> at the end of <em>Russian Defense Ministry</em>. Keys with {@code @} hold affiliations.
     */
    private static Map<String, Set<Actor>> bearers(Article article, List<Mention> mentions) {
        Map<String, Set<Actor>> bearers = new LinkedHashMap<>();
        String text = article.text();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            Actor actor = mention.actor();
            if (actor == null) {
                continue;
            }
            if (mention.type() == EntityType.PER && actor.type() == ActorType.PERSON) {
                titleBefore(text, mention, i > 0 ? mentions.get(i - 1) : null, bearers);
                titleAfter(text, mention, bearers);
            } else if (mention.type() == EntityType.ORG) {
                tails(mention.span().in(text), actor, bearers);
                tails(actor.name(), actor, bearers);
            }
        }
        return bearers;
    }

    private static void put(Map<String, Set<Actor>> bearers, String key, Actor actor) {
        if (!key.isBlank()) {
            bearers.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(actor);
        }
    }

    /** The last one to four words of a body's name that a definite description may repeat: the ministry, the observatory. */
    private static void tails(String name, Actor actor, Map<String, Set<Actor>> bearers) {
        List<String> words = words(name.toLowerCase(Locale.ROOT));
        for (int n = 1; n <= 3 && n < words.size(); n++) {
            put(bearers, String.join(" ", words.subList(words.size() - n, words.size())), actor);
        }
        if (words.size() > 2 && (words.contains("for") || words.contains("of"))) {
            int cut = words.contains("for") ? words.indexOf("for") : words.indexOf("of");
            if (cut > 0) {
                put(bearers, words.get(cut - 1), actor);
            }
        }
    }

    private static void titleBefore(
            String text, Mention mention, @Nullable Mention previous, Map<String, Set<Actor>> bearers) {
        int start = mention.span().start();
        int floor = Math.max(0, start - 80);
        String before = text.substring(floor, start);
        int cut = Math.max(before.lastIndexOf('\n'), Math.max(before.lastIndexOf(". "), before.lastIndexOf('"')));
        List<String> words = words(before.substring(cut + 1).toLowerCase(Locale.ROOT));
        // Titles follow each other without marks; a comma just before the name ends the apposition's article too.
        if (words.subList(Math.max(0, words.size() - LONGEST_TITLE), words.size()).stream()
                .anyMatch(PAST_HOLDER::contains)) {
            return;
        }
        Actor actor = java.util.Objects.requireNonNull(mention.actor());
        for (int n = 1; n <= 4 && n <= words.size(); n++) {
            List<String> title = words.subList(words.size() - n, words.size());
            if (!isTitleWord(title.get(title.size() - 1)) && !(n > 1 && title.contains("of"))) {
                break;
            }
            if (title.get(0).equals("the")
                    || title.get(0).equals("and")
                    || title.get(0).equals("a")) {
                break;
            }
            put(bearers, String.join(" ", title), actor);
        }
        if (previous != null
                && previous.actor() != null
                && previous.type() != EntityType.PER
                && previous.span().end() > floor + cut
                && previous.span().end() <= start
                && start - previous.span().end() < 40
                && text.substring(previous.span().end(), start).chars().noneMatch(c -> c == ',' || c == '.')
                && words(text.substring(previous.span().end(), start)).stream()
                        .anyMatch(SpeakerResolver::isTitleWord)) {
            put(bearers, "@" + previous.actor().name(), actor);
        }
    }

    private static void titleAfter(String text, Mention mention, Map<String, Set<Actor>> bearers) {
        int end = mention.span().end();
        if (end + 2 >= text.length() || text.charAt(end) != ',') {
            return;
        }
        int stop = end + 1;
        while (stop < text.length() && stop < end + 80 && ",.;\n".indexOf(text.charAt(stop)) < 0) {
            stop++;
        }
        List<String> words = words(text.substring(end + 1, stop).toLowerCase(Locale.ROOT));
        if (words.size() > 1
                && words.stream().noneMatch(PAST_HOLDER::contains)
                && (words.get(0).equals("the")
                        || words.get(0).equals("a")
                        || words.get(0).equals("an"))) {
            Actor actor = java.util.Objects.requireNonNull(mention.actor());
            for (int n = 1; n <= Math.min(4, words.size() - 1); n++) {
                List<String> title = words.subList(1, 1 + n);
                if (isTitleWord(title.get(title.size() - 1))) {
                    put(bearers, String.join(" ", title), actor);
                    if (n > 1) {
                        put(bearers, title.get(n - 1), actor);
                    }
                    return;
                }
            }
        }
    }

    private static boolean isTitleWord(String word) {
        return TITLES.contains(word);
    }

    /** Words by which a title belongs to the past: whom the article calls a former minister is not its minister. */
    private static final Set<String> PAST_HOLDER =
            Set.of("former", "ex", "then", "late", "onetime", "ousted", "outgoing", "retired", "deposed");

    private static final int LONGEST_TITLE = 6;

    private static final Set<String> TITLES = PersonWords.of(PersonWords.Use.TITLE);

    // ---- pronouns ----

    private Speaker pronoun(Span source, String words, String lower, List<Earlier> earlier) {
        if (lower.equals("i") || lower.equals("we") || lower.equals("us") || lower.equals("our")) {
            return unresolved(words);
        }
        boolean person = PERSONAL.contains(lower);
        boolean plural = PLURAL.contains(lower);
        int window = windowStart(source.start());
        List<Earlier> near = new ArrayList<>();
        for (int k = earlier.size() - 1; k >= 0 && earlier.get(k).source().start() > window - 4000; k--) {
            Earlier e = earlier.get(k);
            if (e.extent().start() >= window && e.extent().start() < source.start()) {
                near.add(0, e);
            }
        }
        if (near.isEmpty()) {
            return unresolved(words);
        }
        Set<String> labels = new LinkedHashSet<>();
        Speaker candidate = null;
        for (Earlier e : near) {
            Speaker speaker = e.speaker();
            boolean fits = person
                    ? isPersonLike(speaker) && suits(lower, speaker.actor())
                    : plural ? isPluralLike(speaker) : isBodyLike(speaker);
            if (fits || speaker.status() == SpeakerStatus.UNRESOLVED) {
                String key = speaker.actor() != null ? speaker.actor().id() : speaker.status() + ":" + speaker.label();
                if (labels.add(key)) {
                    candidate = speaker;
                }
            }
        }
        if (labels.size() != 1 || candidate == null || candidate.status() == SpeakerStatus.UNRESOLVED) {
            return unresolved(words);
        }
        if (person && otherPersonNear(candidate, near, source)) {
            return unresolved(words);
        }
        if (candidate.status() == SpeakerStatus.UNNAMED) {
            return candidate;
        }
        Actor actor = java.util.Objects.requireNonNull(candidate.actor());
        return new Speaker(SpeakerStatus.RESOLVED, actor, actor.name(), candidate.affiliation());
    }

    /** Whether the pronoun's gender can be the actor's; unknown genders suit both. */
    private boolean suits(String pronoun, @Nullable Actor actor) {
        if (actor == null) {
            return true;
        }
        boolean feminine = pronoun.equals("she") || pronoun.equals("her");
        return registry.gender(actor)
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
        String head = headWord(speaker.label());
        return speaker.status() == SpeakerStatus.UNNAMED && !head.endsWith("s") && COMMON_HEADS.contains(head);
    }

    private static boolean isPluralLike(Speaker speaker) {
        if (speaker.actor() != null) {
            return false;
        }
        String head = headWord(speaker.label());
        return speaker.status() == SpeakerStatus.UNNAMED
                && (head.endsWith("s") || head.equals("people") || head.equals("men") || head.equals("women"));
    }

    private static boolean isBodyLike(Speaker speaker) {
        return speaker.actor() != null && speaker.actor().type() != ActorType.PERSON;
    }

    /**
     * Whether another person is named between the candidate's words and the pronoun, outside what the candidate said, or stands
     * as the subject nearer to it.
     */
    private boolean otherPersonNear(Speaker candidate, List<Earlier> near, Span pronoun) {
        int from = near.get(near.size() - 1).source().start();
        for (Earlier e : near) {
            if (e.speaker().equals(candidate)) {
                from = e.source().start();
                break;
            }
        }
        if (describesSomebody(from, pronoun.start(), near, candidate)) {
            return true;
        }
        String id = candidate.actor() == null ? "" : candidate.actor().id();
        for (Mention mention : mentions.in(new Span(Math.min(from, pronoun.start() - 1), pronoun.start()))) {
            boolean other = mention.type() == EntityType.PER
                    && (mention.actor() == null || !mention.actor().id().equals(id));
            boolean said = near.stream().anyMatch(e -> e.content().stream().anyMatch(c -> c.contains(mention.span())));
            boolean possessor = isPossessorInText(mention.span());
            if (other && !said && !possessor) {
                return true;
            }
        }
        return false;
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

    private boolean isPossessorInText(Span span) {
        String text = article.text();
        return span.end() + 1 < text.length()
                && isApostrophe(text.charAt(span.end()))
                && text.charAt(span.end() + 1) == 's';
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

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            words.add(word.endsWith("'s") || word.endsWith("\u2019s") ? word.substring(0, word.length() - 2) : word);
        }
        return words;
    }

    /** Last word of the phrase before its first preposition, relative clause or comma: source of <em>a military source in Homs</em>. */
    static String headWord(String phrase) {
        String last = "";
        for (String part : phrase.split("[,(]", 2)[0].split("\\s+")) {
            String word = part.toLowerCase(Locale.ROOT);
            if (!last.isEmpty()
                    && Set.of(
                                    "of",
                                    "for",
                                    "from",
                                    "in",
                                    "at",
                                    "with",
                                    "who",
                                    "which",
                                    "that",
                                    "on",
                                    "near",
                                    "close",
                                    "briefed",
                                    "based",
                                    "familiar",
                                    "to",
                                    "loyal",
                                    "by",
                                    "inside",
                                    "among",
                                    "including")
                            .contains(word)) {
                break;
            }
            last = word.replaceAll("[^\\p{L}'-]", "");
        }
        return last;
    }
}
