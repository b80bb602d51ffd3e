package org.rashomon.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Act;
import org.rashomon.model.ArticleAnalysis;
import org.rashomon.model.Claim;
import org.rashomon.model.Factuality;
import org.rashomon.model.Figure;
import org.rashomon.model.Incident;
import org.rashomon.model.IncidentMention;
import org.rashomon.model.Place;
import org.rashomon.model.Span;

/**
 * Finds which mentions speak of one incident, in three passes of linear cost.
 *
 * <ol>
 *   <li>Within an article, in order of text: a mention joins the nearest earlier incident that nothing excludes and that the
 *       words bind it to (one name, one kind of target, one place and time). A mention without place, time and target joins only
 *       as a definite phrase (<em>the attack</em>).
 *   <li>Across articles: incidents that share a key (a name, a kind of target in the story, a place and day) are compared, a
 *       bounded number for each key.
 *   <li>Denied and future deeds found no incident of their own; they go to the ones they speak of, within the article, then
 *       within the story, then wherever place, time and type agree. A general denial (<em>no strikes in Aleppo in recent
 *       days</em>) speaks of every incident of that kind, place and time.
 * </ol>
 */
public final class IncidentMatcher {
    private static final int COMPARED_PER_KEY = 16;
    private static final int DENIED_AT_MOST = 12;
    private static final int SENTENCES_OF_A_SERIES = 2;
    /** Sentences before a count in which its incident may stand. */
    private static final int SENTENCES_OF_A_TOLL = 4;

    /** Matches incidents; {@code storyOf} leads from article id to story id. */
    public Incidents match(Corpus corpus, Map<String, String> storyOf) {
        return new Matching(corpus, storyOf).match();
    }

    private static final class Matching {
        private final Corpus corpus;
        private final Map<String, String> storyOf;
        private final Containment containment;
        private final Map<String, List<IncidentProfile>> index = new HashMap<>();
        private final List<IncidentProfile> profiles = new ArrayList<>();
        private final List<Denied> denied = new ArrayList<>();
        /** Profiles that were merged away, to the one that holds their mentions now. */
        private final Map<IncidentProfile, IncidentProfile> became = new HashMap<>();

        Matching(Corpus corpus, Map<String, String> storyOf) {
            this.corpus = corpus;
            this.storyOf = storyOf;
            this.containment = Containment.of(corpus, storyOf);
        }

        Incidents match() {
            for (ArticleAnalysis analysis : corpus.analyses()) {
                within(analysis).forEach(this::across);
            }
            List<IncidentProfile> standing =
                    profiles.stream().filter(IncidentProfile::isSomewhere).toList();
            Map<IncidentProfile, Set<String>> claims = new LinkedHashMap<>();
            standing.forEach(profile -> claims.put(profile, new LinkedHashSet<>()));
            Map<String, IncidentProfile> primary = new LinkedHashMap<>();
            ClaimSubjects subjects = new ClaimSubjects(corpus, claims, primary);
            subjects.takeContents(standing);
            denied.forEach(deed -> subjects.takeDenied(deed.claim, deedsOf(deed, claims.keySet())));
            subjects.takeAnaphors(standing);
            return new IncidentBook(corpus, storyOf, claims, primary).write();
        }

        /** The incidents of one article; denied and future deeds are put aside with the article's incidents before them. */
        private List<IncidentProfile> within(ArticleAnalysis analysis) {
            List<IncidentProfile> own = new ArrayList<>();
            List<Denied> aside = new ArrayList<>();
            for (IncidentMention mention : analysis.incidentMentions()) {
                IncidentProfile profile = profile(mention);
                Claim claim = corpus.claim(mention.claim());
                if (claim != null && isDeniedOrFuture(claim)) {
                    aside.add(new Denied(claim, mention, profile, own));
                    continue;
                }
                IncidentProfile home = home(mention, profile, own);
                if (home == null) {
                    recall(profile, aside);
                    own.add(profile);
                } else {
                    home.absorb(profile);
                }
            }
            own.forEach(profile -> takeOverTarget(profile, own));
            denied.addAll(aside);
            return own;
        }

        /** "Denied that its gunners shelled the post on Friday. The Vow said that it had attacked the post": one and the same. */
        private static void recall(IncidentProfile profile, List<Denied> aside) {
            aside.stream()
                    .filter(deed -> deed.claim.act() == Act.DENY)
                    .filter(deed -> profile.sharesKind(deed.profile) && !profile.excludes(deed.profile))
                    .reduce((one, later) -> later)
                    .ifPresent(deed -> profile.recall(deed.profile));
        }

        /** The second strike, in an article that tells of the first too, hit what the first did unless it tells otherwise. */
        private static void takeOverTarget(IncidentProfile profile, List<IncidentProfile> own) {
            if (profile.ordinal() < 2
                    || !profile.targetKinds().isEmpty()
                    || !profile.names().isEmpty()) {
                return;
            }
            List<IncidentProfile> firsts = own.stream()
                    .filter(other -> other.ordinal() == profile.ordinal() - 1 || other.ordinal() == 0)
                    .filter(other -> !other.targetKinds().isEmpty() && other.typesAgree(profile))
                    .filter(other -> !Places.differ(other.place(), profile.place()))
                    .toList();
            firsts.stream()
                    .filter(first -> firsts.size() == 1
                            || first.ordinal() > 0 && sentencesBetween(first, profile) <= SENTENCES_OF_A_SERIES)
                    .reduce((one, later) -> later)
                    .ifPresent(first -> profile.repeat(first, IncidentWriter.target(first)));
        }

        private static int sentencesBetween(IncidentProfile a, IncidentProfile b) {
            return Math.abs(b.mentions().get(0).sentence() - lastSentence(a));
        }

        private @Nullable IncidentProfile home(
                IncidentMention mention, IncidentProfile profile, List<IncidentProfile> own) {
            boolean bare = profile.isUnplaced() && profile.names().isEmpty() && mention.ordinal() == 0;
            boolean anaphoric = bare && isDefinite(mention) || pointsAtThing(mention, profile);
            return own.stream()
                    .filter(earlier -> !earlier.excludes(profile))
                    .filter(earlier -> earlier.bindsWithin(profile) || anaphoric || isCounted(mention, earlier))
                    .max(Comparator.comparingInt((IncidentProfile earlier) -> earlier.sharesName(profile) ? 1 : 0)
                            .thenComparingInt(earlier -> lastSentence(earlier)))
                    .orElse(null);
        }

        /** <em>Struck the building</em>, after words that told which. */
        private boolean pointsAtThing(IncidentMention mention, IncidentProfile profile) {
            return profile.names().isEmpty()
                    && profile.targetKinds().isEmpty()
                    && mention.ordinal() == 0
                    && mention.time() == null
                    && Definite.pointsAtThing(
                            mention.span().in(corpus.article(mention.article()).text()));
        }

        /** <em>The first strike</em> after strikes that no order was told of. */
        private static boolean isCounted(IncidentMention mention, IncidentProfile earlier) {
            return mention.ordinal() == 1
                    && earlier.ordinal() <= 1
                    && mention.place() == null
                    && mention.sentence() - lastSentence(earlier) <= 1;
        }

        private static int lastSentence(IncidentProfile profile) {
            return profile.mentions().get(profile.mentions().size() - 1).sentence();
        }

        private void across(IncidentProfile profile) {
            Set<IncidentProfile> near = new LinkedHashSet<>();
            List<String> keys = keys(profile);
            for (String key : keys) {
                for (IncidentProfile other : index.getOrDefault(key, List.of())) {
                    near.add(current(other));
                }
            }
            IncidentProfile home = near.stream()
                    .filter(other -> !other.sharesArticle(profile))
                    .filter(other -> !other.excludes(profile) && other.bindsAcross(profile))
                    .max(Comparator.comparingInt((IncidentProfile other) -> closeness(other, profile)))
                    .orElse(null);
            if (home == null) {
                profiles.add(profile);
                home = profile;
            } else {
                home.absorb(profile);
                became.put(profile, home);
            }
            for (String key : keys) {
                List<IncidentProfile> holders = index.computeIfAbsent(key, k -> new ArrayList<>());
                if (!holders.contains(home)) {
                    holders.add(home);
                }
                if (holders.size() > COMPARED_PER_KEY) {
                    holders.remove(0);
                }
            }
        }

        private IncidentProfile current(IncidentProfile profile) {
            IncidentProfile now = profile;
            for (IncidentProfile next = became.get(now); next != null; next = became.get(now)) {
                now = next;
            }
            return now;
        }

        private static int closeness(IncidentProfile a, IncidentProfile b) {
            return (a.sharesName(b) ? 8 : 0)
                    + (a.sharesKind(b) ? 4 : 0)
                    + (a.meetsInTime(b) ? 2 : 0)
                    + (a.meetsInPlace(b) ? 1 : 0)
                    + (a.sharesStory(b) ? 1 : 0);
        }

        /** What an incident is looked up by; each key leads to few. */
        private static List<String> keys(IncidentProfile profile) {
            List<String> keys = new ArrayList<>();
            for (String name : profile.names()) {
                for (String word : name.split(" ")) {
                    keys.add("name " + word);
                }
            }
            for (String story : profile.stories()) {
                profile.targetKinds().forEach(kind -> keys.add("kind " + kind + " " + story));
            }
            var place = profile.place();
            var time = profile.time();
            if (place != null
                    && time != null
                    && place.precision() != Place.Precision.COUNTRY
                    && IncidentProfile.length(time) <= 3) {
                String whole = Places.key(place.within() != null ? place.within() : place.name());
                for (LocalDate day = time.start(); !day.isAfter(time.end()); day = day.plusDays(1)) {
                    keys.add("day " + day + " " + Places.key(place.name()));
                    keys.add("day " + day + " " + whole);
                }
            }
            return keys.stream().distinct().toList();
        }

        /** The incidents that a denied or future deed speaks of, the likeliest first; none where nothing fits. */
        private List<IncidentProfile> deedsOf(Denied deed, Set<IncidentProfile> standing) {
            List<IncidentProfile> inArticle = deed.before.stream()
                    .map(this::current)
                    .distinct()
                    .filter(standing::contains)
                    .filter(incident -> !incident.excludes(deed.profile))
                    .sorted(Comparator.comparingInt((IncidentProfile incident) -> -closeness(incident, deed.profile))
                            .thenComparingInt(incident -> distance(incident, deed.mention)))
                    .toList();
            List<IncidentProfile> bound = inArticle.stream()
                    .filter(incident -> incident.bindsWithin(deed.profile)
                            || incident.meetsInPlace(deed.profile)
                            || deed.profile.isUnplaced() && deed.profile.names().isEmpty())
                    .toList();
            boolean names = !deed.profile.names().isEmpty()
                    || !deed.profile.targetKinds().isEmpty();
            Set<IncidentProfile> all = new LinkedHashSet<>(names && !bound.isEmpty() ? bound.subList(0, 1) : bound);
            if (deed.claim.act() == Act.DENY) {
                for (String key : keys(deed.profile)) {
                    index.getOrDefault(key, List.of()).stream()
                            .map(this::current)
                            .filter(standing::contains)
                            .filter(incident -> !incident.excludes(deed.profile) && incident.bindsAcross(deed.profile))
                            .forEach(all::add);
                }
            }
            return all.stream().limit(DENIED_AT_MOST).toList();
        }

        private static int distance(IncidentProfile incident, IncidentMention mention) {
            return incident.mentions().stream()
                    .filter(other -> other.article().equals(mention.article()))
                    .mapToInt(other -> Math.abs(other.sentence() - mention.sentence()))
                    .min()
                    .orElse(Integer.MAX_VALUE);
        }

        private IncidentProfile profile(IncidentMention mention) {
            Claim claim = corpus.claim(mention.claim());
            String voice = claim == null
                    ? corpus.outlet(mention.article())
                    : claim.speaker().label();
            String story = storyOf.getOrDefault(mention.article(), mention.article());
            boolean named = namesItself(mention) || !isNamedElsewhere(mention);
            return IncidentProfile.of(mention, containment, named, voice, dayWord(mention), story)
                    .published(corpus.published(mention.article()));
        }

        /** Whether the article gives the same name to something in another place. */
        private boolean isNamedElsewhere(IncidentMention mention) {
            return corpus.analysis(mention.article()).incidentMentions().stream()
                    .filter(other ->
                            mention.targetName() != null && mention.targetName().equals(other.targetName()))
                    .anyMatch(other -> Places.differ(mention.place(), other.place()));
        }

        private boolean namesItself(IncidentMention mention) {
            ArticleAnalysis analysis = corpus.analysis(mention.article());
            String name = mention.targetName();
            if (name == null || mention.sentence() >= analysis.sentences().size()) {
                return false;
            }
            String sentence = analysis.sentences()
                    .get(mention.sentence())
                    .span()
                    .in(analysis.article().text());
            return sentence.contains(name);
        }

        /** The day named in the mention's sentence, where it names one day only and that day is not known by date. */
        private String dayWord(IncidentMention mention) {
            ArticleAnalysis analysis = corpus.analysis(mention.article());
            if (mention.time() != null
                    || corpus.published(mention.article()) != null
                    || mention.sentence() >= analysis.sentences().size()) {
                return "";
            }
            Span sentence = analysis.sentences().get(mention.sentence()).span();
            Set<String> days = new LinkedHashSet<>();
            for (Word word : Word.of(analysis.article().text(), sentence)) {
                if (DayWords.isWeekday(word.key())) {
                    days.add(word.key());
                }
            }
            return days.size() == 1 ? days.iterator().next() : "";
        }

        private static boolean isDeniedOrFuture(Claim claim) {
            return claim.act() == Act.DENY
                    || claim.factuality() == Factuality.NEGATED
                    || claim.factuality() == Factuality.FUTURE;
        }

        private boolean isDefinite(IncidentMention mention) {
            String text = corpus.article(mention.article()).text();
            return Definite.is(text, mention.span());
        }
    }

    /** A deed that a claim denies or looks forward to, with the incidents that its article tells. */
    private record Denied(
            Claim claim, IncidentMention mention, IncidentProfile profile, List<IncidentProfile> before) {}

    /** Claims and figures, tied to the incidents that they speak of. */
    private static final class ClaimSubjects {
        private static final int SENTENCES_BACK = 3;
        private static final Set<Act> ANSWERS = Set.of(Act.DENY, Act.ACCUSE, Act.ADMIT, Act.APPRAISE);

        private final Corpus corpus;
        private final Map<IncidentProfile, Set<String>> claims;
        private final Map<String, IncidentProfile> primary;

        ClaimSubjects(Corpus corpus, Map<IncidentProfile, Set<String>> claims, Map<String, IncidentProfile> primary) {
            this.corpus = corpus;
            this.claims = claims;
            this.primary = primary;
        }

        /** Claims whose content holds a mention. */
        void takeContents(List<IncidentProfile> standing) {
            Map<String, Map<IncidentProfile, Integer>> counts = new TreeMap<>();
            for (IncidentProfile profile : standing) {
                for (IncidentMention mention : profile.mentions()) {
                    for (Claim claim : corpus.analysis(mention.article()).claims()) {
                        if (holds(claim, mention.span())) {
                            counts.computeIfAbsent(claim.id(), id -> new LinkedHashMap<>())
                                    .merge(profile, 1, Integer::sum);
                        }
                    }
                }
            }
            counts.forEach((claim, incidents) -> {
                IncidentProfile most = null;
                int best = 0;
                for (Map.Entry<IncidentProfile, Integer> entry : incidents.entrySet()) {
                    take(claim, entry.getKey());
                    if (entry.getValue() > best) {
                        most = entry.getKey();
                        best = entry.getValue();
                    }
                }
                if (most != null) {
                    primary.put(claim, most);
                }
            });
        }

        void takeDenied(Claim claim, List<IncidentProfile> incidents) {
            for (IncidentProfile incident : incidents) {
                take(claim.id(), incident);
                primary.putIfAbsent(claim.id(), incident);
            }
        }

        /** Claims that point back: the mention in their own sentence, or the nearest one before, when their words refer to it. */
        void takeAnaphors(List<IncidentProfile> standing) {
            Map<String, List<Placed>> byArticle = new HashMap<>();
            for (IncidentProfile profile : standing) {
                for (IncidentMention mention : profile.mentions()) {
                    byArticle
                            .computeIfAbsent(mention.article(), id -> new ArrayList<>())
                            .add(new Placed(mention, profile));
                }
            }
            for (ArticleAnalysis analysis : corpus.analyses()) {
                List<Placed> placed = byArticle.getOrDefault(analysis.article().id(), List.of());
                for (Claim claim : placed.isEmpty() ? List.<Claim>of() : analysis.claims()) {
                    if (!primary.containsKey(claim.id())) {
                        IncidentProfile subject = pointedAt(claim, placed);
                        if (subject != null) {
                            take(claim.id(), subject);
                            primary.put(claim.id(), subject);
                        }
                    }
                }
            }
        }

        private @Nullable IncidentProfile pointedAt(Claim claim, List<Placed> placed) {
            Span extent = claim.extent();
            int sentence = corpus.sentenceAt(claim.article(), extent.start());
            boolean refers = Definite.refersBack(corpus.utterance(claim), claim.act());
            Placed nearest = null;
            for (Placed candidate : placed) {
                int back = sentence - candidate.mention.sentence();
                boolean same = back == 0 && ANSWERS.contains(claim.act()) && !isAnothersWord(candidate, claim);
                boolean before = back >= 0 && back <= SENTENCES_BACK && refers;
                if ((same || before)
                        && candidate.mention.span().start() <= extent.end()
                        && (nearest == null || nearer(candidate, nearest, extent))) {
                    nearest = candidate;
                }
            }
            return nearest == null ? null : nearest.incident;
        }

        /** A mention inside another claim of the sentence is that claim's subject, unless the two overlap. */
        private boolean isAnothersWord(Placed candidate, Claim claim) {
            Claim owner = corpus.claim(candidate.mention.claim());
            return owner != null
                    && !owner.id().equals(claim.id())
                    && !owner.extent().overlaps(claim.extent());
        }

        private static boolean nearer(Placed candidate, Placed nearest, Span extent) {
            return Math.abs(candidate.mention.span().start() - extent.start())
                    < Math.abs(nearest.mention.span().start() - extent.start());
        }

        private void take(String claim, IncidentProfile incident) {
            claims.getOrDefault(incident, new LinkedHashSet<>()).add(claim);
        }

        private static boolean holds(Claim claim, Span span) {
            return claim.attribution().content().stream().anyMatch(content -> content.contains(span));
        }

        private record Placed(IncidentMention mention, IncidentProfile incident) {}
    }

    /** Writes profiles down as incidents. */
    private static final class IncidentBook {
        private final Corpus corpus;
        private final Map<String, String> storyOf;
        private final Map<IncidentProfile, Set<String>> claims;
        private final Map<String, IncidentProfile> primary;

        IncidentBook(
                Corpus corpus,
                Map<String, String> storyOf,
                Map<IncidentProfile, Set<String>> claims,
                Map<String, IncidentProfile> primary) {
            this.corpus = corpus;
            this.storyOf = storyOf;
            this.claims = claims;
            this.primary = primary;
        }

        Incidents write() {
            Map<String, IncidentProfile> ofFigure = figures();
            takeCounting(ofFigure);
            Map<IncidentProfile, List<String>> figuresOf = new HashMap<>();
            ofFigure.forEach((figure, profile) ->
                    figuresOf.computeIfAbsent(profile, p -> new ArrayList<>()).add(figure));
            Map<IncidentProfile, Incident> written = new LinkedHashMap<>();
            claims.forEach((profile, ids) -> written.put(
                    profile,
                    IncidentWriter.write(
                            corpus, storyOf, profile, sorted(ids), figuresOf.getOrDefault(profile, List.of()))));
            Map<String, String> ofClaim = new TreeMap<>();
            primary.forEach((claim, profile) -> put(claim, written.get(profile), ofClaim));
            Map<String, String> incidentOfFigure = new TreeMap<>();
            ofFigure.forEach((figure, profile) -> put(figure, written.get(profile), incidentOfFigure));
            Map<String, List<String>> about = new TreeMap<>();
            claims.forEach((profile, ids) -> {
                Incident incident = written.get(profile);
                if (incident != null) {
                    about.put(incident.id(), sorted(ids));
                }
            });
            List<Incident> all = written.values().stream()
                    .sorted(Comparator.comparing(
                                    (Incident incident) -> incident.time() == null
                                            ? null
                                            : incident.time().start(),
                                    Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(Incident::id))
                    .toList();
            return new Incidents(all, ofClaim, incidentOfFigure, about);
        }

        /** Who counts the victims of an incident speaks of it. */
        private void takeCounting(Map<String, IncidentProfile> ofFigure) {
            for (ArticleAnalysis analysis : corpus.analyses()) {
                for (Figure figure : analysis.figures()) {
                    IncidentProfile profile = ofFigure.get(figure.id());
                    if (profile != null && figure.claim() != null) {
                        claims.computeIfAbsent(profile, key -> new LinkedHashSet<>())
                                .add(figure.claim());
                        primary.putIfAbsent(figure.claim(), profile);
                    }
                }
            }
        }

        private static void put(String key, @Nullable Incident incident, Map<String, String> map) {
            if (incident != null) {
                map.put(key, incident.id());
            }
        }

        private List<String> sorted(Set<String> ids) {
            List<Claim> found = new ArrayList<>();
            for (String id : ids) {
                Claim claim = corpus.claim(id);
                if (claim != null) {
                    found.add(claim);
                }
            }
            found.sort(Comparator.comparing(Claim::article)
                    .thenComparing(Claim::extent)
                    .thenComparing(Claim::id));
            return found.stream().map(Claim::id).toList();
        }

        /**
         * A count belongs to the incident told nearest in its sentence, else to the one its claim is about, else, where it is one
         * of the dead or injured in a claim, to the only one that the article told of in the sentences before.
         */
        private Map<String, IncidentProfile> figures() {
            Map<String, List<Nearby>> bySentence = new HashMap<>();
            for (IncidentProfile profile : claims.keySet()) {
                for (IncidentMention mention : profile.mentions()) {
                    bySentence
                            .computeIfAbsent(mention.article() + " " + mention.sentence(), key -> new ArrayList<>())
                            .add(new Nearby(mention.span(), profile));
                }
            }
            Map<String, IncidentProfile> ofFigure = new TreeMap<>();
            for (ArticleAnalysis analysis : corpus.analyses()) {
                for (Figure figure : analysis.figures()) {
                    if (figure.cumulative()) {
                        continue;
                    }
                    int at = corpus.sentenceAt(figure.article(), figure.span().start());
                    IncidentProfile profile = bySentence.getOrDefault(figure.article() + " " + at, List.of()).stream()
                            .min(Comparator.comparingInt((Nearby nearby) -> nearby.distance(figure.span())))
                            .map(Nearby::profile)
                            .orElseGet(() -> figure.claim() == null ? null : primary.get(figure.claim()));
                    if (profile == null && figure.claim() != null && isHarm(figure)) {
                        profile = only(figure.article(), at, bySentence);
                    }
                    if (profile != null) {
                        ofFigure.put(figure.id(), profile);
                    }
                }
            }
            return ofFigure;
        }

        private static boolean isHarm(Figure figure) {
            return switch (figure.unit()) {
                case KILLED, INJURED, CASUALTY -> true;
                default -> false;
            };
        }

        /** The one incident told in the sentences before, where it is one. */
        private static @Nullable IncidentProfile only(
                String article, int sentence, Map<String, List<Nearby>> bySentence) {
            Set<IncidentProfile> told = new HashSet<>();
            for (int i = Math.max(0, sentence - SENTENCES_OF_A_TOLL); i < sentence; i++) {
                bySentence.getOrDefault(article + " " + i, List.of()).forEach(nearby -> told.add(nearby.profile()));
            }
            return told.size() == 1 ? told.iterator().next() : null;
        }

        private record Nearby(Span span, IncidentProfile profile) {
            int distance(Span other) {
                return span.overlaps(other) ? 0 : Math.max(other.start() - span.end(), span.start() - other.end());
            }
        }
    }
}
