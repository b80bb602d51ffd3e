package org.rashomon.compare.incidents;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.Place;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.TimePrecision;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.model.events.IncidentType;

/**
 * What is known so far of an incident: the sum of the mentions that were found to be one. Two questions are asked of two
 * profiles: does anything in either exclude that they are one, and do the words give reason to hold them for one.
 */
final class IncidentProfile {
    private static final long FEW_DAYS = 3;
    /** What any target may be called when it is told again. */
    private static final Set<String> ANY_TARGET = Set.of("building", "site", "place", "area", "facility", "compound");

    /** A longer time tells no happening from another, and is not shown. */
    private static final long WEEK = 7;

    /** How often a deed has to be told of to stand without place and day, by what was hit alone. */
    private static final int OFTEN = 3;

    /** A toll this many times as high as another is that of another incident. */
    private static final double FAR_TOLLS = 8;

    private static final double NEAR_TOLLS = 1.5;
    /** How sure it has to be of one mention at least that it speaks of one deed. */
    private static final double SURE_DEED = 0.8;

    private static final double SAME_TOLL = 1.3;
    private static final long MANY_DEAD = 50;
    private static final long FEW_WEEKS = 14;
    /** For how many days what happened is news, and what is told without a day may be it. */
    private static final int NEWS = 45;

    private static final double ALIKE_OF_A_DAY = 0.3;
    private static final double ALIKE = 0.45;
    private static final double QUIET = 0.6;

    private static final int WORDS_KEPT = 300;

    private final List<IncidentMention> mentions = new ArrayList<>();
    private final Set<IncidentType> types = EnumSet.noneOf(IncidentType.class);
    /** Those of its types that the words themselves name, where <em>strike</em> is what the words around it say. */
    private final Set<IncidentType> named = EnumSet.noneOf(IncidentType.class);

    private final Set<String> heads = new TreeSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    /** The names as they may be shown, those included that only say where (<em>the Harn clinic</em>). */
    private final Set<String> called = new TreeSet<>();

    private final Set<String> targetKinds = new TreeSet<>();
    private final Set<String> targetWords = new TreeSet<>();
    private final Set<String> weapons = new TreeSet<>();
    private final Set<String> doers = new TreeSet<>();
    private final Set<Long> tolls = new TreeSet<>();
    private final Set<String> voices = new TreeSet<>();
    private final Set<String> dayWords = new TreeSet<>();
    private final Set<String> articles = new TreeSet<>();
    private final Set<String> stories = new TreeSet<>();
    /** The words of the sentences that tell it, with how rare each is. */
    private final Map<String, Double> words = new TreeMap<>();

    private @Nullable TimeInterval time;
    private @Nullable Place place;
    /** The places that mentions tell, each once. */
    private final Set<Place> places = new LinkedHashSet<>();

    private int ordinal;
    /** When the articles that tell it were published; null where one is undated. */
    private @Nullable LocalDate published;
    /** Words for what was hit, taken over from the first strike of the same series. */
    private @Nullable String repeated;

    /** Whether some mention tells at what rockets, missiles or shells were fired, and of no poison. */
    private boolean fired;
    /** Whether some mention tells that an aircraft was shot down, and whether one tells of anything else in words of its own. */
    private boolean shotDown;

    private boolean otherwise;
    private double placeQuiet;
    /** Whether some mention tells a place in which not much happens in a day. */
    private boolean narrow;
    /** Whether some mention calls it by its place: <em>the Harn attacks</em>. */
    private boolean calledByPlace;

    private boolean headline;
    private int block = -1;
    /** How sure it is that its surest mention speaks of one deed. */
    private double deed;

    private boolean main;
    private double share;
    /** Whether some mention tells it as a deed that was done, where others only deny it or point at it. */
    private boolean told;

    /**
     * @param ownName whether the target's name holds for this mention; one that was carried over from another place does not
     * @param voice who tells it: the speaker's or the outlet's name
     * @param dayWord the weekday or calendar day named beside it, for articles whose own date is not stated; empty if none
     */
    static IncidentProfile of(
            IncidentMention mention,
            Containment containment,
            boolean ownName,
            String voice,
            String dayWord,
            String story) {
        IncidentProfile profile = new IncidentProfile();
        profile.mentions.add(mention);
        profile.heads.add(mention.head());
        profile.shotDown = Types.isShootDown(mention.head());
        profile.otherwise = !profile.shotDown && !Types.isBroad(mention.head()) && !Types.isOutcome(mention.head());
        if (tellsType(mention)) {
            profile.types.add(mention.type());
            if (!Types.isByMeans(mention.head())) {
                profile.named.add(mention.type());
            }
        }
        if (mention.type() == IncidentType.BOMBING && isFired(mention.weapon())) {
            profile.types.add(IncidentType.SHELLING);
        }
        profile.fired = mention.type() != IncidentType.CHEMICAL_ATTACK
                && isFired(mention.weapon())
                && mention.telling() == IncidentMention.Telling.TELLS
                && !mention.targets().isEmpty();
        profile.time = mention.time();
        profile.place = containment.located(mention.place(), story);
        if (profile.place != null) {
            profile.places.add(profile.place);
        }
        profile.ordinal = mention.ordinal();
        profile.voices.add(voice);
        profile.articles.add(mention.article());
        profile.stories.add(story);
        if (!dayWord.isEmpty()) {
            profile.dayWords.add(dayWord);
        }
        if (mention.targetName() != null && ownName) {
            String name = Targets.distinctive(mention.targetName());
            if (!name.isEmpty()) {
                profile.called.add(name);
            }
            if (!name.isEmpty() && !containment.isPlace(name)) {
                profile.names.add(name);
            }
            profile.targetKinds.addAll(Targets.kinds(mention.targetName()));
        }
        mention.targets().forEach(target -> profile.targetKinds.addAll(Targets.kinds(target)));
        mention.targets().stream()
                .filter(target -> !ANY_TARGET.contains(target))
                .forEach(target -> profile.targetWords.addAll(Words.telling(target)));
        mention.perpetrators().forEach(actor -> profile.doers.add(actor.id()));
        if (mention.weapon() != null) {
            profile.weapons.addAll(Words.telling(mention.weapon()));
        }
        return profile;
    }

    /** The profile of no mention yet. */
    static IncidentProfile none() {
        return new IncidentProfile();
    }

    /** What stands around the mention: the words of its sentence by rarity, the dead that it counts, whether it is the headline. */
    IncidentProfile surrounded(Map<String, Double> byRarity, Set<Long> counted, boolean inHeadline, boolean asDone) {
        words.putAll(byRarity);
        tolls.addAll(counted);
        headline = inHeadline;
        told = asDone;
        return this;
    }

    /** In which paragraph it was spoken of last, and how sure it is that it was one deed. */
    IncidentProfile standing(int paragraph, double sure, double quiet) {
        placeQuiet = quiet;
        block = paragraph;
        deed = sure;
        return this;
    }

    int block() {
        return block;
    }

    double deed() {
        return deed;
    }

    /** What part of the dated deeds in its town is of one day or night, as far as the articles tell. */
    double placeQuiet() {
        return placeQuiet;
    }

    /**
     * Whether facts, and not only likely words, speak for one deed: what was hit bears one name, or the day is one and with it the town, the
     * target or the dead; or the text is nearly one; or all that is told of the town is of one day.
     */
    boolean isVouchedFor(IncidentProfile other) {
        double ratio = tollRatio(other);
        boolean toll = ratio > 0 && ratio < NEAR_TOLLS;
        boolean day = meetsInTime(other);
        boolean town = meetsInPlace(other);
        long away = awayFrom(other);
        double alike = likeness(other);
        return (sharesName(other) && away <= FEW_DAYS)
                || (day && town && ((narrow && other.narrow) || sharesKind(other) || toll || alike > ALIKE_OF_A_DAY))
                || (day && (sharesKind(other) || ratio == 1 || alike > ALIKE))
                || (town && calledByPlace && other.calledByPlace)
                || (day && isOfOneDay() && other.isOfOneDay() && sharesRareType(other))
                || (away <= 1 && alike > ALIKE && sharesType(other))
                || (town && Math.min(placeQuiet, other.placeQuiet) > QUIET)
                || (main
                        && other.main
                        && sharesKind(other)
                        && near(other, sharesStory(other) ? FEW_WEEKS : town ? 1 : -1))
                || (main && other.main && sharesStory(other) && sharesType(other) && away <= FEW_DAYS)
                || (isManyDead(other) && sharesType(other) && near(other, FEW_WEEKS));
    }

    private boolean isOfOneDay() {
        return time != null && time.days() <= 1;
    }

    private boolean sharesRareType(IncidentProfile other) {
        Set<IncidentType> own = Types.exact(types);
        return Types.exact(other.types).stream().anyMatch(type -> own.contains(type) && Types.isRare(type));
    }

    /** The dead that it counts, where they are so many that the number tells it from other deeds. */
    List<Long> manyDead() {
        return tolls.stream().filter(toll -> toll >= MANY_DEAD).toList();
    }

    /** Whether both count the same dead, and so many that no other deed of these days had as many. */
    private boolean isManyDead(IncidentProfile other) {
        return tolls.stream()
                .anyMatch(a -> a >= MANY_DEAD
                        && other.tolls.stream()
                                .anyMatch(b -> b >= MANY_DEAD && (double) Math.max(a, b) / Math.min(a, b) < SAME_TOLL));
    }

    /** Whether the one is told in an article that went out before the other was done. */
    private boolean isForeseen(IncidentProfile other) {
        return comesAfter(time, other.published) || comesAfter(other.time, published);
    }

    private static boolean comesAfter(@Nullable TimeInterval time, @Nullable LocalDate published) {
        return time != null && published != null && time.start().isAfter(published.plusDays(1));
    }

    /**
     * How many days lie between them at least, an undated one taken for one of the day before its article: 0 where nothing is known of one.
     */
    long awayFrom(IncidentProfile other) {
        TimeInterval one = assumed();
        TimeInterval two = other.assumed();
        return one == null || two == null ? 0 : Math.max(0, gap(one, two));
    }

    /** Whether it is known that at most so many days lie between them. */
    private boolean near(IncidentProfile other, long days) {
        return assumed() != null && other.assumed() != null && awayFrom(other) <= days;
    }

    private @Nullable TimeInterval assumed() {
        return time != null || published == null
                ? time
                : new TimeInterval(published.minusDays(2), published, TimePrecision.RANGE);
    }

    /** How many kinds of facts both tell and share: place, day, what was hit, its name, the dead. */
    int factsShared(IncidentProfile other) {
        double ratio = tollRatio(other);
        return count(
                meetsInPlace(other),
                meetsInTime(other) && time != null && other.time != null,
                sharesKind(other),
                sharesName(other),
                ratio == 1);
    }

    /** How many kinds of facts the other tells that are not of this: a town, a day, a thing that was hit, a number of dead. */
    int factsNew(IncidentProfile other) {
        return count(
                other.place != null && PlaceKeys.isLocal(other.place) && !meetsInPlace(other),
                other.time != null && !meetsInTime(other),
                !other.targetKinds.isEmpty() && !sharesKind(other),
                !other.names.isEmpty() && !sharesName(other),
                !other.tolls.isEmpty() && tollRatio(other) != 1);
    }

    private static int count(boolean... facts) {
        int count = 0;
        for (boolean fact : facts) {
            count += fact ? 1 : 0;
        }
        return count;
    }

    /** What part of its article tells it, and whether that is the most of all. */
    void weigh(double ofArticle, boolean most) {
        share = ofArticle;
        main = most;
    }

    /** Whether its words say by what means, where <em>the attack</em> can be anything and <em>dropped</em> is what its weapon is. */
    private static boolean tellsType(IncidentMention mention) {
        boolean pointing = mention.telling() == IncidentMention.Telling.POINTS_BACK;
        if (Types.isBroad(mention.head()) && (pointing || mention.type() == IncidentType.ATTACK)) {
            return false;
        }
        return mention.type() == IncidentType.CHEMICAL_ATTACK || !Types.isOfWeapon(mention.head());
    }

    /** An explosion that a rocket caused is what another calls a shelling. */
    private static boolean isFired(@Nullable String weapon) {
        return weapon != null && Words.fold(weapon).matches(".*\\b(?:rocket|missile|mortar|shell|artillery).*");
    }

    /** Whether its place is wide, and whether its words call it by its place. */
    IncidentProfile placed(boolean inWide, boolean byPlace) {
        narrow = place != null && !inWide;
        calledByPlace = byPlace;
        return this;
    }

    IncidentProfile published(@Nullable LocalDate day) {
        published = day;
        return this;
    }

    void absorb(IncidentProfile other) {
        targetWords.addAll(other.targetWords);
        weapons.addAll(other.weapons);
        doers.addAll(other.doers);
        tolls.addAll(other.tolls);
        other.words.forEach((word, rarity) -> {
            if (words.size() < WORDS_KEPT) {
                words.putIfAbsent(word, rarity);
            }
        });
        heads.addAll(other.heads);
        shotDown |= other.shotDown;
        fired |= other.fired;
        otherwise |= other.otherwise;
        headline |= other.headline;
        block = other.block;
        deed = Math.max(deed, other.deed);
        main |= other.main;
        told |= other.told;
        share = Math.max(share, other.share);
        types.addAll(other.types);
        named.addAll(other.named);
        names.addAll(other.names);
        called.addAll(other.called);
        targetKinds.addAll(other.targetKinds);
        voices.addAll(other.voices);
        dayWords.addAll(other.dayWords);
        articles.addAll(other.articles);
        stories.addAll(other.stories);
        time = narrower(time, other.time);
        place = PlaceKeys.finer(place, other.place);
        places.addAll(other.places);
        narrow |= other.narrow;
        calledByPlace |= other.calledByPlace;
        placeQuiet = Math.max(placeQuiet, other.placeQuiet);
        if (published == null || (other.published != null && other.published.isBefore(published))) {
            published = other.published;
        }
        ordinal = mentions.isEmpty() ? other.ordinal : Math.max(ordinal, other.ordinal);
        repeated = repeated == null ? other.repeated : repeated;
        mentions.addAll(other.mentions);
    }

    /** A second strike that tells no target hit what the first did, where the words lead from one to the other. */
    void repeat(IncidentProfile first, @Nullable String target) {
        names.addAll(first.names);
        targetKinds.addAll(first.targetKinds);
        place = place == null ? first.place : place;
        time = time == null ? first.time : time;
        repeated = target;
    }

    @Nullable
    String repeated() {
        return repeated;
    }

    IncidentMention first() {
        return mentions.get(0);
    }

    boolean isHeadline() {
        return headline;
    }

    boolean isMain() {
        return main;
    }

    boolean isTold() {
        return told;
    }

    double share() {
        return share;
    }

    Set<IncidentType> types() {
        return types;
    }

    Set<String> targetWords() {
        return targetWords;
    }

    Set<String> weapons() {
        return weapons;
    }

    Set<String> doers() {
        return doers;
    }

    @Nullable
    LocalDate published() {
        return published;
    }

    /** How alike the words around them are, rare ones first: from 0 to 1. */
    double likeness(IncidentProfile other) {
        double shared = 0;
        for (Map.Entry<String, Double> word : words.entrySet()) {
            shared += Math.pow(word.getValue(), 2) * (other.words.containsKey(word.getKey()) ? 1 : 0);
        }
        double both = norm(words) * norm(other.words);
        return both == 0 ? 0 : shared / both;
    }

    private static double norm(Map<String, Double> words) {
        return Math.sqrt(
                words.values().stream().mapToDouble(rarity -> rarity * rarity).sum());
    }

    Map<String, Double> words() {
        return words;
    }

    /** How many times as many dead the one counts as the other, where they come nearest; 0 where one counts none. */
    double tollRatio(IncidentProfile other) {
        double best = 0;
        for (long a : tolls) {
            for (long b : other.tolls) {
                double ratio = (double) Math.max(a, b) / Math.max(1, Math.min(a, b));
                best = best == 0 ? ratio : Math.min(best, ratio);
            }
        }
        return best;
    }

    List<IncidentMention> mentions() {
        return mentions;
    }

    Set<String> names() {
        return names;
    }

    Set<String> called() {
        return called;
    }

    Set<String> targetKinds() {
        return targetKinds;
    }

    Set<String> stories() {
        return stories;
    }

    Set<String> articles() {
        return articles;
    }

    @Nullable
    TimeInterval time() {
        return time;
    }

    @Nullable
    Place place() {
        return place;
    }

    /** The finest place that more of the mentions agree with than tell another; null where they tell places that do not agree. */
    @Nullable
    Place placeAgreed() {
        Map<Place, Integer> told = new LinkedHashMap<>();
        for (IncidentMention mention : mentions) {
            for (Place one : places) {
                if (mention.place() != null && one.name().equals(mention.place().name())) {
                    told.merge(one, 1, Integer::sum);
                    break;
                }
            }
        }
        Place best = null;
        int most = 0;
        for (Place one : told.keySet()) {
            int with = 0;
            int against = 0;
            for (Map.Entry<Place, Integer> other : told.entrySet()) {
                switch (PlaceKeys.relation(one, other.getKey())) {
                    case SAME -> with += other.getValue();
                    case APART, TOWNS -> against += other.getValue();
                    default -> {
                        // one may hold the other: no word for or against the finer one
                    }
                }
            }
            int finer = best == null ? -1 : one.precision().compareTo(best.precision());
            if (with > against && (finer < 0 || (finer == 0 && with > most))) {
                best = one;
                most = with;
            }
        }
        return best;
    }

    int ordinal() {
        return ordinal;
    }

    /** Whether type, order, time, place or target of one cannot be those of the other. */
    boolean excludes(IncidentProfile other) {
        return !typesAgree(other)
                || otherDeed(other)
                || tollRatio(other) > FAR_TOLLS
                || (sharesArticle(other) && nothingInCommon(other))
                || ordinalsDiffer(other)
                || timesDiffer(other)
                || placesDiffer(other)
                || isForeseen(other)
                || namesDiffer(other)
                || kindsDiffer(other);
    }

    /** An aircraft was shot down in the one, and in the other something was done that is told in words of its own. */
    private boolean otherDeed(IncidentProfile other) {
        return shotDown != other.shotDown && (shotDown ? other.otherwise : otherwise) && !sharesKind(other);
    }

    /** <em>An attack</em>, of which nothing is told that was told of the other. */
    boolean bringsUpAnother(IncidentProfile other) {
        IncidentMention mention = first();
        return mention.opening() == IncidentMention.Opening.INDEFINITE
                && mention.telling() == IncidentMention.Telling.SPEAKS
                && heads.stream().noneMatch(head -> !Types.isBroad(head) && other.heads.contains(head))
                && !sharesKind(other)
                && !sharesName(other)
                && !meetsInTime(other)
                && !meetsInPlace(other);
    }

    /**
     * Background of the news: its own words date it long before the article went out, and the other is undated, so that it is of the days of
     * the article. <em>The raid of last May</em> may be the other all the same, and so may what hit the same thing.
     */
    boolean isOfEarlierTimes(IncidentProfile other) {
        return time != null
                && published != null
                && time.end().plusDays(NEWS).isBefore(published)
                && other.time == null
                && other.dayWords.isEmpty()
                && !first().isDefinite()
                && !sharesName(other)
                && !sharesKind(other);
    }

    /** Told twice in one text, with a town of its own and no word, thing or kind of deed that both share. */
    private boolean nothingInCommon(IncidentProfile other) {
        boolean town = place != null && PlaceKeys.isLocal(place);
        boolean otherTown = other.place != null && PlaceKeys.isLocal(other.place);
        return told
                && other.told
                && town != otherTown
                && heads.stream().noneMatch(other.heads::contains)
                && !sharesKind(other)
                && !sharesType(other)
                && !sharesName(other);
    }

    /** Told in a town, and not to the day. */
    boolean isUndated() {
        return (time == null || time.days() > WEEK) && dayWords.isEmpty() && place != null && PlaceKeys.isLocal(place);
    }

    /** Whether it is dated, was done in the weeks before the other was told, and nothing excludes that it is the other. */
    boolean mayBeMeantBy(IncidentProfile other) {
        return time != null
                && time.days() <= FEW_DAYS
                && other.published != null
                && !comesAfter(time, other.published)
                && !time.end().plusDays(NEWS).isBefore(other.published)
                && (!sharesArticle(other) || (sharesRareType(other) && meetsInPlace(other)))
                && !excludes(other);
    }

    /**
     * Whether it is of the kind and the place that the other tells, and the main thing of some article. Of what a town seldom sees it is enough
     * that the places may be one: <em>the gas attack in Douma</em>, beside Damascus.
     */
    boolean isRecalledBy(IncidentProfile other) {
        Set<IncidentType> own = Types.exact(types);
        return main
                && told
                && Types.exact(other.types).stream()
                        .filter(own::contains)
                        .anyMatch(type -> Types.isRare(type)
                                || places.stream().anyMatch(known -> PlaceKeys.isBeside(known, other.place)));
    }

    boolean typesAgree(IncidentProfile other) {
        if (sharesArticle(other) && (poisonsOnly() ? other.firesOnly() : firesOnly() && other.poisonsOnly())) {
            return false;
        }
        if (types.isEmpty() || other.types.isEmpty()) {
            return true;
        }
        boolean oneText = sharesArticle(other);
        if (oneText
                && !named.isEmpty()
                && !other.named.isEmpty()
                && named.stream().allMatch(a -> other.named.stream().allMatch(b -> Types.namedApart(a, b)))) {
            return false;
        }
        boolean poison = named.contains(IncidentType.CHEMICAL_ATTACK);
        if (!named.isEmpty()
                && !other.named.isEmpty()
                && poison != other.named.contains(IncidentType.CHEMICAL_ATTACK)) {
            return Types.exact(named).equals(Set.of(IncidentType.ATTACK))
                    || Types.exact(other.named).equals(Set.of(IncidentType.ATTACK));
        }
        Set<IncidentType> own = Types.exact(types);
        Set<IncidentType> others = Types.exact(other.types);
        return own.stream().anyMatch(a -> others.stream().anyMatch(b -> !Types.apart(a, b, oneText)));
    }

    private boolean poisonsOnly() {
        return named.contains(IncidentType.CHEMICAL_ATTACK) && !fired;
    }

    /** Missiles at the base from which the gas came, as one text tells both. */
    private boolean firesOnly() {
        return fired && !types.contains(IncidentType.CHEMICAL_ATTACK);
    }

    boolean sharesType(IncidentProfile other) {
        return types.stream().anyMatch(other.types::contains);
    }

    /** A second strike is an incident of its own: it is never the first, nor the one that no order is told of. */
    private boolean ordinalsDiffer(IncidentProfile other) {
        return ordinal != other.ordinal
                && (Math.max(ordinal, other.ordinal) > 1 || Math.min(ordinal, other.ordinal) < 0);
    }

    private boolean timesDiffer(IncidentProfile other) {
        if (time != null && other.time != null) {
            return !time.overlaps(other.time) && !nightBetween(other);
        }
        return sharesArticle(other)
                && !dayWords.isEmpty()
                && !other.dayWords.isEmpty()
                && dayWords.stream().noneMatch(other.dayWords::contains);
    }

    /**
     * A strike in the night may be <em>yesterday's</em> to one voice and <em>early today</em> to another. One voice that names
     * two days means two days.
     */
    private boolean nightBetween(IncidentProfile other) {
        boolean oneText = sharesArticle(other) && !sharesName(other);
        return !oneText && voices.stream().noneMatch(other.voices::contains) && gap(time, other.time) <= 1;
    }

    /**
     * Two places; of two towns in one text it is enough that neither is known to hold the other. Of what several articles tell, a stray place
     * does not count where others agree: <em>the residents of Foua</em> were hit near Aleppo.
     */
    private boolean placesDiffer(IncidentProfile other) {
        boolean oneText = sharesArticle(other);
        return (oneText || !meetsAnywhere(other))
                && places.stream()
                        .anyMatch(one -> other.places.stream()
                                .anyMatch(two -> PlaceKeys.differ(one, two)
                                        || (oneText
                                                && PlaceKeys.isLocal(one)
                                                && PlaceKeys.isLocal(two)
                                                && PlaceKeys.relation(one, two) == PlaceKeys.Relation.OTHER)));
    }

    private boolean meetsAnywhere(IncidentProfile other) {
        return places.stream().anyMatch(one -> other.places.stream().anyMatch(two -> PlaceKeys.meet(one, two)));
    }

    private boolean namesDiffer(IncidentProfile other) {
        return !names.isEmpty() && !other.names.isEmpty() && !sharesName(other);
    }

    private boolean kindsDiffer(IncidentProfile other) {
        return !targetKinds.isEmpty() && !other.targetKinds.isEmpty() && !sharesKind(other);
    }

    boolean sharesName(IncidentProfile other) {
        return names.stream().anyMatch(name -> other.names.stream().anyMatch(o -> Targets.sameName(name, o)));
    }

    boolean sharesKind(IncidentProfile other) {
        return targetKinds.stream().anyMatch(other.targetKinds::contains);
    }

    boolean sharesArticle(IncidentProfile other) {
        return articles.stream().anyMatch(other.articles::contains);
    }

    boolean sharesStory(IncidentProfile other) {
        return stories.stream().anyMatch(other.stories::contains);
    }

    /** Both name a place of a city or less, and one is or holds the other. */
    boolean meetsInPlace(IncidentProfile other) {
        return PlaceKeys.meet(place, other.place);
    }

    /** Both are told to the day, or to a few days, and these overlap. */
    boolean meetsInTime(IncidentProfile other) {
        return time != null
                && other.time != null
                && time.days() <= FEW_DAYS
                && other.time.days() <= FEW_DAYS
                && (time.overlaps(other.time) || nightBetween(other));
    }

    /**
     * Whether it says enough to stand as an incident: a deed that was done, and something hit that has a name, or a place, or a time and a
     * target or a country.
     */
    boolean isSomewhere() {
        boolean aDeed = !heads.stream().allMatch(Types::pointsBack);
        return aDeed && told && deed >= SURE_DEED && (isLocated() || (hasTarget() && mentions.size() >= OFTEN));
    }

    private boolean isLocated() {
        return !names.isEmpty()
                || (place != null && place.precision() != Place.Precision.COUNTRY)
                || ((time != null || !dayWords.isEmpty()) && (place != null || hasTarget()));
    }

    private boolean hasTarget() {
        return mentions.stream().anyMatch(mention -> !mention.targets().isEmpty());
    }

    /** The days that the mentions tell: both of a night's days, else the narrowest interval. */
    @Nullable
    TimeInterval told() {
        TimeInterval whole = null;
        for (IncidentMention mention : mentions) {
            TimeInterval one = mention.time();
            if (one != null
                    && one.precision() == TimePrecision.DAY
                    && one.start().equals(one.end())) {
                whole = whole == null ? one : covering(whole, one);
            }
        }
        TimeInterval narrowest = time != null && time.days() <= WEEK ? time : null;
        return whole == null || whole.days() > 2 ? narrowest : whole;
    }

    private static TimeInterval covering(TimeInterval a, TimeInterval b) {
        if (a.start().equals(b.start()) && a.end().equals(b.end())) {
            return a;
        }
        return new TimeInterval(
                a.start().isBefore(b.start()) ? a.start() : b.start(),
                a.end().isAfter(b.end()) ? a.end() : b.end(),
                TimePrecision.RANGE);
    }

    private static @Nullable TimeInterval narrower(@Nullable TimeInterval a, @Nullable TimeInterval b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return b.days() < a.days() ? b : a;
    }

    private static long gap(@Nullable TimeInterval a, @Nullable TimeInterval b) {
        if (a == null || b == null) {
            return Long.MAX_VALUE;
        }
        return a.end().isBefore(b.start())
                ? ChronoUnit.DAYS.between(a.end(), b.start())
                : ChronoUnit.DAYS.between(b.end(), a.start());
    }
}
