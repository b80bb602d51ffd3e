package org.rashomon.compare.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.Actor;
import org.rashomon.model.Place;
import org.rashomon.model.Span;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Stance;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.model.events.IncidentType;
import org.rashomon.text.Hashes;

/** Puts one incident into its record: label, accounts, and what its mentions agree on. */
public final class IncidentWriter {
    private static final int TARGETS_SHOWN = 5;
    /** How many mentions of an <em>attack</em> one that tells the means outweighs. */
    private static final int TYPE_SHARE = 3;

    /** Types of deeds that are done to people, so that a word for people tells which it was. */
    private static final Set<IncidentType> TO_PEOPLE = EnumSet.of(
            IncidentType.ABDUCTION, IncidentType.ARREST, IncidentType.SEXUAL_VIOLENCE, IncidentType.DISPLACEMENT);

    private static final Pattern COUNTED = Pattern.compile(
            "\\d|\\b(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|several|many|more|least|some|another|other)\\b");
    private static final Pattern OWNED = Pattern.compile("(?:['’]s?|s)$");
    private static final Pattern NO_PLACE = Pattern.compile(
            "^(?i:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?$|-(?:held|controlled)\\b");
    private static final Set<String> AIRCRAFT = Set.of("plane", "helicopter");
    private static final String[] ORDER = {"", "First", "Second", "Third", "Fourth", "Fifth", "Sixth"};

    private IncidentWriter() {}

    static Incident write(
            Corpus corpus,
            Map<String, String> storyOf,
            IncidentProfile profile,
            List<String> claims,
            List<String> figures) {
        List<IncidentMention> mentions = profile.mentions().stream()
                .sorted(Comparator.comparing(IncidentMention::article).thenComparing(IncidentMention::span))
                .toList();
        String id = Hashes.id(
                "incident",
                mentions.stream()
                        .map(mention -> mention.article() + " " + mention.span().start() + " "
                                + mention.span().end())
                        .toArray());
        IncidentType type = type(mentions);
        List<String> targets = targets(profile, mentions);
        return new Incident(
                id,
                type,
                label(corpus, type, profile, targets),
                profile.told(),
                profile.placeAgreed(),
                targets,
                most(mentions.stream().map(IncidentMention::weapon)),
                accounts(corpus, type, profile, mentions, claims),
                mentions,
                figures.stream().sorted().toList(),
                story(mentions, storyOf));
    }

    static String story(List<IncidentMention> mentions, Map<String, String> storyOf) {
        String story = most(mentions.stream().map(mention -> storyOf.get(mention.article())));
        return story == null ? "" : story;
    }

    /** The type told most often among those that tell the means, where enough tell it; <em>attack</em> else. */
    private static IncidentType type(List<IncidentMention> mentions) {
        Map<IncidentType, Integer> counts = new TreeMap<>();
        mentions.forEach(mention -> counts.merge(mention.type(), 1, Integer::sum));
        int attacks = counts.getOrDefault(IncidentType.ATTACK, 0);
        counts.remove(IncidentType.ATTACK);
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(best -> best.getValue() * TYPE_SHARE >= attacks)
                .map(Map.Entry::getKey)
                .orElse(IncidentType.ATTACK);
    }

    /** Proper names first, then other words, each once. */
    private static List<String> targets(IncidentProfile profile, List<IncidentMention> mentions) {
        Map<String, String> targets = new LinkedHashMap<>();
        String name = most(mentions.stream()
                .map(IncidentMention::targetName)
                .filter(one -> one != null && profile.called().contains(Targets.distinctive(one))));
        if (name == null && profile.repeated() != null) {
            name = profile.repeated();
        }
        if (name != null) {
            targets.put(Words.fold(name), name);
        }
        Set<String> nameKinds = name == null ? Set.of() : Targets.kinds(name);
        for (IncidentMention mention : bySupport(mentions)) {
            for (String target : mention.targets()) {
                boolean sameThing = Targets.kinds(target).stream().anyMatch(nameKinds::contains);
                if (!sameThing && !isToll(target)) {
                    targets.putIfAbsent(Words.fold(target), target);
                }
            }
        }
        return targets.values().stream().limit(TARGETS_SHOWN).toList();
    }

    /** <em>At least 40 people</em>: how many came to harm is a figure, for those to say who counted; <em>two homes</em> are what was hit. */
    private static boolean isToll(String target) {
        return COUNTED.matcher(target).find() && Targets.kinds(target).isEmpty();
    }

    /** Those first whose targets most of the others share, by kind or by word. */
    private static List<IncidentMention> bySupport(List<IncidentMention> mentions) {
        Map<String, Integer> support = new HashMap<>();
        for (IncidentMention mention : mentions) {
            facets(mention).forEach(facet -> support.merge(facet, 1, Integer::sum));
        }
        return mentions.stream()
                .sorted(Comparator.comparingInt((IncidentMention mention) -> -facets(mention).stream()
                        .mapToInt(facet -> support.getOrDefault(facet, 0))
                        .max()
                        .orElse(0)))
                .toList();
    }

    private static Set<String> facets(IncidentMention mention) {
        Set<String> facets = new TreeSet<>();
        for (String target : mention.targets()) {
            facets.addAll(Targets.kinds(target));
            facets.addAll(Words.telling(target));
        }
        return facets;
    }

    /** The first of its targets, or null where none is told. */
    static @Nullable String target(IncidentProfile profile) {
        return targets(profile, profile.mentions()).stream().findFirst().orElse(null);
    }

    private static String label(Corpus corpus, IncidentType type, IncidentProfile profile, List<String> targets) {
        StringBuilder label = new StringBuilder(words(type, profile));
        Place place = profile.placeAgreed();
        // how many were hit is for those to say who counted
        String target = targets.stream()
                .filter(one -> !COUNTED.matcher(one).find())
                .filter(one -> TO_PEOPLE.contains(type) || tellsWhich(one, type, profile))
                .filter(one -> isToldThere(one, place, profile))
                .findFirst()
                .orElse(null);
        if (target == null) {
            label.setLength(label.lastIndexOf(" "));
        } else {
            label.append(' ').append(withoutOwner(corpus, withoutArticle(target)));
        }
        if (profile.ordinal() > 0 && profile.ordinal() < ORDER.length && isCounted(profile)) {
            label.setCharAt(0, Character.toLowerCase(label.charAt(0)));
            label.insert(0, ORDER[profile.ordinal()] + " ");
        }
        if (place != null) {
            append(label, name(corpus, place.name()));
            append(label, name(corpus, place.within()));
        }
        return label.toString();
    }

    private static void append(StringBuilder label, @Nullable String place) {
        if (place != null && !Words.fold(label.toString()).contains(Words.fold(place))) {
            label.append(", ").append(place);
        }
    }

    /**
     * The name of a place as a title can bear it: a state's name that lost its apostrophe falls off (<em>Syrias Aleppo</em>), and a calendar
     * word or who holds it is none.
     */
    private static @Nullable String name(Corpus corpus, @Nullable String place) {
        if (place == null || NO_PLACE.matcher(place).find()) {
            return null;
        }
        int blank = place.indexOf(' ');
        String first = blank < 0 ? place : place.substring(0, blank);
        String state = first.endsWith("s") ? first.substring(0, first.length() - 1) : "";
        boolean lost = !state.isEmpty()
                && !corpus.sides().isOfState(first)
                && corpus.sides().isOfState(state);
        if (!lost) {
            return place;
        }
        return blank < 0 ? state : place.substring(blank + 1);
    }

    /**
     * Whether the words name a thing that can be hit: <em>children, people</em> tells no deed from another, a capital in a headline makes no
     * name, whoever fights is for the accounts to name, and aircraft strike rather than are struck.
     */
    private static boolean tellsWhich(String target, IncidentType type, IncidentProfile profile) {
        Set<String> kinds = Targets.kinds(target);
        if (isShootDown(type, profile)) {
            return !kinds.isEmpty() || target.chars().anyMatch(Character::isUpperCase);
        }
        boolean aircraft = kinds.stream().anyMatch(AIRCRAFT::contains);
        boolean named = profile.mentions().stream().anyMatch(mention -> target.equals(mention.targetName()));
        return type != IncidentType.CLASH && !aircraft && (named || !kinds.isEmpty());
    }

    /** Whether no mention that tells of the target tells of another place than the one agreed on. */
    private static boolean isToldThere(String target, @Nullable Place place, IncidentProfile profile) {
        return profile.mentions().stream()
                .filter(mention -> mention.targets().contains(target))
                .noneMatch(mention -> PlaceKeys.differ(mention.place(), place));
    }

    /** Whether most of those that tell the deed count it as one of a series: a stray <em>first</em> makes no series. */
    private static boolean isCounted(IncidentProfile profile) {
        long counting = profile.mentions().stream()
                .filter(mention -> mention.ordinal() == profile.ordinal())
                .count();
        long telling = profile.mentions().stream()
                .filter(mention -> mention.telling() == IncidentMention.Telling.TELLS)
                .count();
        return counting * 2 >= telling;
    }

    /** The kind in neutral words; an aircraft that was shot down is no clash over it. */
    private static String words(IncidentType type, IncidentProfile profile) {
        return isShootDown(type, profile) ? "Shooting down of" : Types.words(type);
    }

    private static boolean isShootDown(IncidentType type, IncidentProfile profile) {
        long shot = profile.mentions().stream()
                .filter(mention -> Types.isShootDown(mention.head()))
                .count();
        return shot * 2 > profile.mentions().size() || (shot > 0 && type == IncidentType.CLASH);
    }

    /** <em>Torvia's air base, Torvias air base</em>: whose it is does not belong to its name. */
    private static String withoutOwner(Corpus corpus, String target) {
        int blank = target.indexOf(' ');
        if (blank < 0) {
            return target;
        }
        String state = OWNED.matcher(target.substring(0, blank)).replaceFirst("");
        boolean owned = state.length() < blank && corpus.sides().isOfState(state);
        return owned ? target.substring(blank + 1) : target;
    }

    private static String withoutArticle(String target) {
        for (String article : List.of("the ", "The ", "a ", "A ", "an ", "An ")) {
            if (target.startsWith(article)) {
                return target.substring(article.length());
            }
        }
        return target;
    }

    /** One account for each voice and perpetrator; a voice that names none has one account without. */
    private static List<Incident.Account> accounts(
            Corpus corpus,
            IncidentType type,
            IncidentProfile profile,
            List<IncidentMention> mentions,
            List<String> claims) {
        Accounts accounts = new Accounts();
        Doers ownWords = new Doers(corpus);
        TimeInterval time = profile.told();
        Place place = profile.placeAgreed();
        for (IncidentMention mention : mentions) {
            Claim claim = corpus.claim(mention.claim());
            if (claim == null) {
                accounts.add(
                        corpus.outlet(mention.article()),
                        null,
                        mention.article(),
                        ownWords.ofOutlet(mention),
                        mention.cause(),
                        mention.span());
            } else {
                accounts.add(
                        by(claim),
                        claim.id(),
                        claim.article(),
                        named(claim, Doers.accused(corpus, claim, type, time, place, mentions)),
                        mention.cause(),
                        mention.span());
            }
        }
        for (String id : claims) {
            Claim claim = corpus.claim(id);
            if (claim != null) {
                Span words = claim.attribution().content().get(0);
                accounts.add(
                        by(claim),
                        id,
                        claim.article(),
                        named(claim, Doers.accused(corpus, claim, type, time, place, mentions)),
                        null,
                        words);
            }
        }
        return accounts.list();
    }

    /** Whom an account names: those accused, and nobody where the words leave open which of them it was. */
    private static List<Actor> named(Claim claim, List<Actor> accused) {
        boolean open = claim.stances().stream()
                .anyMatch(stance -> stance.kind() == Stance.Kind.BLAMES && stance.mode() == Stance.Mode.EITHER);
        return open ? List.of() : accused;
    }

    private static String by(Claim claim) {
        String label = claim.speaker().label();
        return label.isBlank() ? "source not named" : label;
    }

    private static @Nullable String most(java.util.stream.Stream<@Nullable String> values) {
        Map<String, Long> counts = values.filter(java.util.Objects::nonNull)
                .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
        String best = null;
        long most = 0;
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        return best;
    }

    /** Collects accounts, each once, and drops a voice's empty account where it has a fuller one. */
    private static final class Accounts {
        private final Map<String, List<Incident.Account>> byVoice = new LinkedHashMap<>();

        void add(
                String by,
                @Nullable String claim,
                String article,
                List<Actor> perpetrators,
                @Nullable String cause,
                Span span) {
            List<Incident.Account> own =
                    byVoice.computeIfAbsent(article + " " + by + " " + claim, key -> new ArrayList<>());
            Set<@Nullable Actor> doers = new LinkedHashSet<>(perpetrators);
            if (doers.isEmpty()) {
                doers.add(null);
            }
            for (Actor doer : doers) {
                boolean told = own.stream()
                        .anyMatch(account -> sameDoer(account.perpetrator(), doer)
                                && (cause == null || cause.equals(account.cause())));
                if (!told) {
                    own.add(new Incident.Account(by, claim, article, doer, cause, span));
                }
            }
            if (own.stream().anyMatch(account -> account.perpetrator() != null)) {
                own.removeIf(account -> account.perpetrator() == null && account.cause() == null);
            }
        }

        private static boolean sameDoer(@Nullable Actor told, @Nullable Actor doer) {
            return doer == null || (told != null && told.id().equals(doer.id()));
        }

        List<Incident.Account> list() {
            return byVoice.values().stream().flatMap(List::stream).toList();
        }
    }
}
