package org.rashomon.compare.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.Obligation;
import org.rashomon.model.events.Participation;
import org.rashomon.text.Hashes;

/**
 * Finds which mentions mean one agreement, and keeps the ledger of who owes what, who is said to have broken it, and who says
 * that it stands.
 *
 * <p>Agreements of different dates or names stay apart. A bare <em>truce</em> joins the agreement of its article where one alone
 * fits or stands just before; where two do, it stays outside the ledger, since the words do not say which is meant. Across
 * articles, the likest one is meant, where one alone is: by name (<em>the Sorrel Bay accord</em>), by date in articles about one
 * country, by story, makers, countries and kind, within the weeks in which a deal without a date is spoken of. A statement about keeping or breaking belongs to the
 * agreement named in its own words, else to the nearest one named before it.
 */
public final class AgreementMatcher {
    private static final int COMPARED_PER_KEY = 16;
    /** The least likeness of what is one agreement: articles of one story and a ceasefire in both. */
    private static final int LIKE = 3;

    private static final int MONTH_DAYS = 31;
    private static final int SENTENCES_BACK = 6;
    /** How far <em>the truce</em> may stand behind the one agreement that it takes up, where its article names several. */
    private static final int DEFINITE_BACK = 4;

    /** Matches agreements; {@code storyOf} leads from article id to story id. */
    public Agreements match(Corpus corpus, Map<String, String> storyOf) {
        return new Matching(corpus, storyOf).match();
    }

    /**
     * By article what its agreements are looked up by. Agreements of articles that share no key are never held against each other; an
     * article that mentions none has none.
     */
    public Map<String, Set<String>> keys(Corpus corpus, Map<String, String> storyOf) {
        Matching matching = new Matching(corpus, storyOf);
        Map<String, Set<String>> keys = new TreeMap<>();
        for (ArticleAnalysis analysis : corpus.analyses()) {
            for (AgreementProfile profile : matching.within(analysis)) {
                keys.computeIfAbsent(analysis.article().id(), id -> new TreeSet<>())
                        .addAll(Matching.keys(profile));
            }
        }
        return keys;
    }

    private static final class Matching {
        private final Corpus corpus;
        private final Map<String, String> storyOf;
        private final List<AgreementProfile> profiles = new ArrayList<>();
        private final Map<String, List<AgreementProfile>> byKey = new HashMap<>();

        Matching(Corpus corpus, Map<String, String> storyOf) {
            this.corpus = corpus;
            this.storyOf = storyOf;
        }

        Agreements match() {
            List<AgreementProfile> found = new ArrayList<>();
            corpus.analyses().forEach(analysis -> found.addAll(within(analysis)));
            // what tells most founds the entries; the order of the corpus does not depend on that of its files
            found.sort(Comparator.comparingInt(Matching::told));
            found.forEach(this::place);
            Ledger ledger = new Ledger(corpus, storyOf, profiles);
            return ledger.write();
        }

        /** Named and dated ones first, then dated, named, and last those that have neither. */
        private static int told(AgreementProfile profile) {
            return (profile.isDated() ? 0 : 2) + (profile.isNamed() ? 0 : 1);
        }

        private List<AgreementProfile> within(ArticleAnalysis analysis) {
            String story = storyOf.getOrDefault(
                    analysis.article().id(), analysis.article().id());
            Set<String> ground = AgreementGround.of(analysis);
            List<AgreementProfile> mentioned = new ArrayList<>();
            for (AgreementMention mention : analysis.agreementMentions()) {
                mentioned.add(AgreementProfile.of(
                        mention, subject(analysis, mention), story, ground, corpus.about(analysis.article())));
            }
            mentioned.sort(Comparator.comparingInt(Matching::told));
            List<AgreementProfile> own = new ArrayList<>();
            for (AgreementProfile profile : mentioned) {
                List<AgreementProfile> fits =
                        own.stream().filter(one -> !one.excludes(profile)).toList();
                List<AgreementProfile> closer = fits.stream()
                        .filter(one -> one.sharesName(profile)
                                || one.meetsInDate(profile)
                                || (!one.isNamed() && one.sharesTopic(profile)))
                        .toList();
                List<AgreementProfile> candidates = closer.isEmpty() ? fits : closer;
                AgreementProfile meant = candidates.size() == 1 ? candidates.get(0) : lastNamed(candidates, profile);
                if (meant != null) {
                    meant.absorb(profile);
                } else if (candidates.isEmpty() || told(profile) < 3 || profile.owes()) {
                    own.add(profile);
                }
            }
            return own;
        }

        /** The agreement named alone in the sentences just before; null where two are, since the words do not say which is meant. */
        private static @Nullable AgreementProfile lastNamed(
                List<AgreementProfile> candidates, AgreementProfile profile) {
            int sentence = profile.mentions().get(0).sentence();
            List<AgreementProfile> near = candidates.stream()
                    .filter(one -> one.mentions().stream()
                            .anyMatch(mention ->
                                    mention.sentence() <= sentence && sentence - mention.sentence() <= DEFINITE_BACK))
                    .toList();
            return near.size() == 1 ? near.get(0) : null;
        }

        private static String subject(ArticleAnalysis analysis, AgreementMention mention) {
            return AgreementSubject.after(analysis.article().text(), mention.span());
        }

        private void place(AgreementProfile profile) {
            AgreementProfile home = home(profile);
            if (home == null) {
                profiles.add(profile);
                home = profile;
            } else {
                home.absorb(profile);
            }
            for (String key : keys(profile)) {
                remember(key, home);
            }
        }

        /** The agreement of other articles that {@code profile} means: the likest, where one alone is. */
        private @Nullable AgreementProfile home(AgreementProfile profile) {
            Set<AgreementProfile> near = new LinkedHashSet<>();
            keys(profile).forEach(key -> near.addAll(byKey.getOrDefault(key, List.of())));
            long most = near.stream().mapToLong(profile::likeness).max().orElse(0);
            List<AgreementProfile> likest = near.stream()
                    .filter(other -> profile.likeness(other) == most)
                    .toList();
            return most < LIKE || (likest.size() > 1 && !profile.isDated()) ? null : likest.get(0);
        }

        private void remember(String key, AgreementProfile profile) {
            List<AgreementProfile> holders = byKey.computeIfAbsent(key, k -> new ArrayList<>());
            if (!holders.contains(profile)) {
                holders.add(profile);
            }
            if (holders.size() > COMPARED_PER_KEY) {
                holders.remove(0);
            }
        }

        /** Its months, its story, its name. */
        private static List<String> keys(AgreementProfile profile) {
            List<String> keys = new ArrayList<>();
            LocalDate day = profile.day();
            if (day != null) {
                long month = Math.floorDiv(day.toEpochDay(), MONTH_DAYS);
                List.of(month - 1, month, month + 1).forEach(key -> keys.add("month " + key));
            }
            TimeInterval date = profile.date();
            if (date != null) {
                keys.add("year " + date.start().getYear());
            }
            profile.names().forEach(word -> keys.add("name " + word));
            profile.stories().forEach(story -> keys.add("story " + story));
            return keys;
        }
    }

    /** Writes the ledger down. */
    private static final class Ledger {
        private final Corpus corpus;
        private final Map<String, String> storyOf;
        private final List<AgreementProfile> profiles;
        private final Map<String, List<Placed>> byArticle = new HashMap<>();

        Ledger(Corpus corpus, Map<String, String> storyOf, List<AgreementProfile> profiles) {
            this.corpus = corpus;
            this.storyOf = storyOf;
            this.profiles = profiles;
            for (AgreementProfile profile : profiles) {
                for (AgreementMention mention : profile.mentions()) {
                    byArticle
                            .computeIfAbsent(mention.article(), id -> new ArrayList<>())
                            .add(new Placed(mention, profile));
                }
            }
        }

        Agreements write() {
            Map<AgreementProfile, List<AgreementStatement>> statements = new LinkedHashMap<>();
            Map<String, AgreementProfile> ofClaim = new TreeMap<>();
            for (ArticleAnalysis analysis : corpus.analyses()) {
                for (AgreementStatement statement : analysis.agreementStatements()) {
                    AgreementProfile profile = meant(statement);
                    if (profile != null && corpus.claim(statement.claim()) != null) {
                        statements
                                .computeIfAbsent(profile, p -> new ArrayList<>())
                                .add(statement);
                        ofClaim.putIfAbsent(statement.claim(), profile);
                    }
                }
                for (Claim claim : analysis.claims()) {
                    AgreementProfile profile = named(claim);
                    if (profile != null) {
                        ofClaim.putIfAbsent(claim.id(), profile);
                    }
                }
            }
            Map<AgreementProfile, Agreement> written = new LinkedHashMap<>();
            profiles.forEach(profile ->
                    written.put(profile, agreement(profile, statements.getOrDefault(profile, List.of()))));
            Map<String, String> ids = new TreeMap<>();
            Map<String, List<String>> about = new TreeMap<>();
            for (ArticleAnalysis analysis : corpus.analyses()) {
                for (Claim claim : analysis.claims()) {
                    Agreement agreement = written.get(ofClaim.get(claim.id()));
                    if (agreement != null && ids.putIfAbsent(claim.id(), agreement.id()) == null) {
                        about.computeIfAbsent(agreement.id(), id -> new ArrayList<>())
                                .add(claim.id());
                    }
                }
            }
            List<Agreement> all = written.values().stream()
                    .sorted(Comparator.comparing(
                                    (Agreement agreement) -> agreement.date() == null
                                            ? null
                                            : agreement.date().start(),
                                    Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(Agreement::id))
                    .toList();
            return new Agreements(all, ids, about);
        }

        /** The agreement that a claim's content names. */
        private @Nullable AgreementProfile named(Claim claim) {
            for (Placed placed : byArticle.getOrDefault(claim.article(), List.of())) {
                boolean inside = claim.attribution().content().stream()
                        .anyMatch(content -> content.contains(placed.mention.span()));
                if (inside) {
                    return placed.profile;
                }
            }
            return null;
        }

        private @Nullable AgreementProfile meant(AgreementStatement statement) {
            Claim claim = corpus.claim(statement.claim());
            AgreementProfile named = claim == null ? null : named(claim);
            if (named != null) {
                return named;
            }
            int sentence =
                    corpus.sentenceAt(statement.article(), statement.span().start());
            List<Placed> placed = byArticle.getOrDefault(statement.article(), List.of());
            Placed nearest = placed.stream()
                    .filter(other -> sentence - other.mention.sentence() <= SENTENCES_BACK)
                    .filter(other -> other.mention.sentence() <= sentence)
                    .max(Comparator.comparingInt((Placed other) -> other.mention.sentence())
                            .thenComparing(other -> other.mention.span()))
                    .orElse(null);
            if (nearest != null) {
                return nearest.profile;
            }
            Set<AgreementProfile> all =
                    placed.stream().map(Placed::profile).collect(Collectors.toCollection(LinkedHashSet::new));
            return all.size() == 1 ? all.iterator().next() : null;
        }

        private Agreement agreement(AgreementProfile profile, List<AgreementStatement> statements) {
            List<AgreementMention> mentions = profile.mentions().stream()
                    .sorted(Comparator.comparing(AgreementMention::article).thenComparing(AgreementMention::span))
                    .toList();
            String id = Hashes.id(
                    "agreement",
                    mentions.stream()
                            .map(mention ->
                                    mention.article() + " " + mention.span().start() + " "
                                            + mention.span().end())
                            .toArray());
            List<Obligation> obligations = distinct(
                    mentions.stream()
                            .flatMap(mention -> mention.obligations().stream())
                            .toList(),
                    Obligation::id);
            List<Participation> participations = distinct(
                    mentions.stream()
                            .flatMap(mention -> mention.participations().stream())
                            .toList(),
                    part -> part.article() + Words.fold(part.actor()) + part.role());
            return new Agreement(
                    id,
                    names(corpus, mentions),
                    mostKind(mentions),
                    form(mentions),
                    profile.date(),
                    profile.inForceFrom(),
                    participations,
                    obligations,
                    violations(statements, obligations),
                    replies(statements),
                    statuses(statements),
                    mentions,
                    story(mentions));
        }

        private List<Agreement.ViolationClaim> violations(
                List<AgreementStatement> statements, List<Obligation> obligations) {
            List<Agreement.ViolationClaim> violations = new ArrayList<>();
            for (AgreementStatement statement : statements) {
                if (statement.kind() == AgreementStatement.Kind.VIOLATION) {
                    String obligation = obligationMeant(statement, obligations);
                    violations.add(new Agreement.ViolationClaim(
                            statement.claim(), claimant(statement), statement.alleged(), obligation));
                }
            }
            return violations.stream().distinct().toList();
        }

        /** The obligation of the alleged violator whose deed the claim's own words name; else the whole is meant. */
        private @Nullable String obligationMeant(AgreementStatement statement, List<Obligation> obligations) {
            Claim claim = corpus.claim(statement.claim());
            String alleged = statement.alleged();
            if (claim == null || alleged == null) {
                return null;
            }
            Set<String> said = Words.telling(corpus.content(claim));
            for (Obligation obligation : obligations) {
                Set<String> owed = Words.telling(
                        obligation.act() + " " + (obligation.object() == null ? "" : obligation.object()));
                boolean sameBearer = Words.fold(obligation.bearer()).equals(Words.fold(alleged));
                if (sameBearer && owed.size() >= 2 && Words.containment(owed, said) >= 0.5) {
                    return obligation.id();
                }
            }
            return null;
        }

        private List<Agreement.Reply> replies(List<AgreementStatement> statements) {
            List<Agreement.Reply> replies = new ArrayList<>();
            for (AgreementStatement statement : statements) {
                AgreementStatement.Response response = statement.response();
                if (statement.kind() == AgreementStatement.Kind.RESPONSE && response != null) {
                    replies.add(new Agreement.Reply(statement.claim(), claimant(statement), response));
                }
            }
            return replies.stream().distinct().toList();
        }

        private List<Agreement.StatusClaim> statuses(List<AgreementStatement> statements) {
            List<Agreement.StatusClaim> statuses = new ArrayList<>();
            for (AgreementStatement statement : statements) {
                AgreementStatement.Status status = statement.status();
                Claim claim = corpus.claim(statement.claim());
                if (statement.kind() == AgreementStatement.Kind.STATUS && status != null && claim != null) {
                    statuses.add(new Agreement.StatusClaim(
                            statement.claim(), claimant(statement), status, asOf(claim, statement)));
                }
            }
            return statuses.stream().distinct().toList();
        }

        /** The day that its words state, else when it was said, else the day of publication. */
        private @Nullable TimeInterval asOf(Claim claim, AgreementStatement statement) {
            TimeInterval stated = StatusDay.of(corpus.analysis(claim.article()), claim, statement);
            if (stated != null) {
                return stated;
            }
            if (claim.said() != null) {
                return claim.said();
            }
            var published = corpus.published(claim.article());
            return published == null ? null : TimeInterval.day(published);
        }

        private String claimant(AgreementStatement statement) {
            Claim claim = corpus.claim(statement.claim());
            String label = claim == null ? "" : claim.speaker().label();
            return label.isBlank() ? "source not named" : label;
        }

        private String story(List<AgreementMention> mentions) {
            List<String> stories = ranked(mentions.stream()
                    .map(mention -> storyOf.getOrDefault(mention.article(), ""))
                    .toList());
            return stories.isEmpty() ? "" : stories.get(0);
        }

        /** Names as told; a bare <em>agreement</em> is shown with the words that follow and say what it is on. */
        private static List<String> names(Corpus corpus, List<AgreementMention> mentions) {
            return ranked(mentions.stream()
                    .map(mention -> named(
                            mention.name(),
                            mention.kind() == AgreementMention.Kind.CEASEFIRE
                                    ? ""
                                    : AgreementSubject.after(
                                            corpus.article(mention.article()).text(), mention.span())))
                    .toList());
        }

        private static String named(String name, String subject) {
            return subject.isEmpty() || name.contains(" ") ? name : name + " on " + subject;
        }

        private static List<String> ranked(List<String> values) {
            Map<String, Long> counts =
                    values.stream().collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
            return counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private static AgreementMention.Kind mostKind(List<AgreementMention> mentions) {
            Map<AgreementMention.Kind, Long> counts = mentions.stream()
                    .collect(Collectors.groupingBy(AgreementMention::kind, TreeMap::new, Collectors.counting()));
            return counts.entrySet().stream()
                    .max(Map.Entry.<AgreementMention.Kind, Long>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse(AgreementMention.Kind.DEAL);
        }

        private static AgreementMention.Form form(List<AgreementMention> mentions) {
            return mentions.stream()
                    .map(AgreementMention::form)
                    .filter(form -> form != AgreementMention.Form.UNCLEAR)
                    .findFirst()
                    .orElse(AgreementMention.Form.UNCLEAR);
        }

        private static <T> List<T> distinct(List<T> values, java.util.function.Function<T, String> key) {
            Map<String, T> first = new LinkedHashMap<>();
            values.forEach(value -> first.putIfAbsent(key.apply(value), value));
            return List.copyOf(first.values());
        }

        private record Placed(AgreementMention mention, AgreementProfile profile) {}
    }
}
