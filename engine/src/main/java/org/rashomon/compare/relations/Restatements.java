package org.rashomon.compare.relations;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.Actor;
import org.rashomon.model.BlockRole;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;

/**
 * Finds one utterance reported again: the same speaker, on the same occasion, in nearly the same words.
 *
 * <p>Claims meet in an index of the speaker's side and pairs of neighbouring telling words, so that each claim is compared with
 * a bounded number of earlier ones. Each restatement leads to the one earlier claim that it is likest to. A headline may name
 * the side where the body names the person who spoke.
 */
final class Restatements {
    static final int REMEMBERED = 8;
    static final int COMPARED = 16;
    private static final int LEAST_SHARED = 3;
    private static final double NEARLY_SAME = 0.7;
    private static final double HEADLINE_SAME = 0.5;
    private static final long OCCASION_DAYS = 3;

    private final Corpus corpus;
    private final Map<String, String> storyOf;
    private final Map<String, Deque<Said>> index = new HashMap<>();
    private final Map<String, String> earlier = new HashMap<>();
    /** By claim, where what it is held against is given. */
    private final Map<String, Said> known = new HashMap<>();

    /** Claim to the earlier ones that it is held against, in order; null where these are to be found here. */
    private final @Nullable Map<String, List<String>> given;

    /** @param given see {@link ClaimRelater#ClaimRelater(Map)}; null where the corpus holds all claims */
    Restatements(Corpus corpus, Map<String, String> storyOf, @Nullable Map<String, List<String>> given) {
        this.corpus = corpus;
        this.storyOf = storyOf;
        this.given = given;
    }

    /** What a claim says, as far as restating goes. */
    static Utterance utterance(Corpus corpus, Claim claim) {
        Said said = said(corpus, claim);
        return new Utterance(
                claim.id(),
                claim.article(),
                said.speaker,
                said.day,
                claim.act() == org.rashomon.model.claims.Act.DENY,
                said.stems,
                keys(said));
    }

    /** Whether a claim of one article may restate one of another, as far as their words, speakers and days go. */
    static boolean mayRestate(Utterance a, Utterance b) {
        boolean near = a.day() == null
                || b.day() == null
                || Math.abs(ChronoUnit.DAYS.between(a.day(), b.day())) <= OCCASION_DAYS;
        return near
                && a.speaker().equals(b.speaker())
                && a.denies() == b.denies()
                && Words.shared(a.stems(), b.stems()) >= LEAST_SHARED
                && Words.containment(a.stems(), b.stems()) >= NEARLY_SAME;
    }

    List<ClaimRelation> find() {
        List<ClaimRelation> relations = new ArrayList<>();
        for (ArticleAnalysis analysis : corpus.analyses()) {
            for (Claim claim : analysis.claims()) {
                Said said = said(corpus, claim);
                List<String> keys = given == null ? keys(said) : List.of();
                Said before = likest(said, given == null ? met(keys) : met(claim, given));
                if (given != null) {
                    known.put(claim.id(), said);
                }
                if (before != null) {
                    relations.add(relation(before, said));
                    earlier.put(claim.id(), before.claim.id());
                }
                for (String key : keys) {
                    Deque<Said> holders = index.computeIfAbsent(key, k -> new ArrayDeque<>(2));
                    holders.addLast(said);
                    if (holders.size() > REMEMBERED) {
                        holders.removeFirst();
                    }
                }
            }
        }
        return relations;
    }

    /** The first report of the utterance that a claim restates; the claim itself where it is the first. */
    String first(String claim) {
        String first = claim;
        for (String before = earlier.get(first); before != null; before = earlier.get(first)) {
            first = before;
        }
        return first;
    }

    private List<Said> met(List<String> keys) {
        Set<Said> met = new LinkedHashSet<>();
        for (String key : keys) {
            met.addAll(index.getOrDefault(key, new ArrayDeque<>()));
        }
        return met.stream().limit(COMPARED).toList();
    }

    private List<Said> met(Claim claim, Map<String, List<String>> found) {
        return found.getOrDefault(claim.id(), List.of()).stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Said likest(Said said, List<Said> met) {
        Said best = null;
        double most = 0;
        for (Said other : met) {
            double likeness = likeness(other, said);
            if (likeness > most) {
                most = likeness;
                best = other;
            }
        }
        return best;
    }

    /** 0 where the two are not one utterance. */
    private double likeness(Said a, Said b) {
        boolean sameArticle = a.claim.article().equals(b.claim.article());
        boolean headline = sameArticle && a.headline != b.headline;
        if (!sameSpeaker(a, b, headline) || (a.claim.extent().overlaps(b.claim.extent()) && sameArticle)) {
            return 0;
        }
        int shared = Words.shared(a.stems, b.stems);
        double contained = Words.containment(a.stems, b.stems);
        boolean occasion = sameArticle || sameOccasion(a, b);
        boolean enough = headline
                ? shared >= 2 && contained >= HEADLINE_SAME
                : shared >= LEAST_SHARED && contained >= NEARLY_SAME;
        return occasion && enough && bothDenyOrNeither(a, b) ? contained + Words.jaccard(a.stems, b.stems) : 0;
    }

    private static boolean bothDenyOrNeither(Said a, Said b) {
        return (a.claim.act() == org.rashomon.model.claims.Act.DENY)
                == (b.claim.act() == org.rashomon.model.claims.Act.DENY);
    }

    private boolean sameSpeaker(Said a, Said b, boolean headline) {
        if (a.speaker.equals(b.speaker)) {
            return true;
        }
        return headline && a.side != null && b.side != null && corpus.sides().same(a.side, b.side);
    }

    private boolean sameOccasion(Said a, Said b) {
        LocalDate dayA = a.day;
        LocalDate dayB = b.day;
        if (dayA != null && dayB != null) {
            return Math.abs(ChronoUnit.DAYS.between(dayA, dayB)) <= OCCASION_DAYS;
        }
        String story = storyOf.get(a.claim.article());
        return story != null && story.equals(storyOf.get(b.claim.article()));
    }

    private static List<String> keys(Said said) {
        String who = said.side == null ? said.speaker : sideKey(said.side);
        List<String> stems = new ArrayList<>(said.stems);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i + 1 < stems.size() && keys.size() < 2 * COMPARED; i++) {
            String a = stems.get(i);
            String b = stems.get(i + 1);
            keys.add(who + " " + (a.compareTo(b) < 0 ? a + " " + b : b + " " + a));
        }
        if (said.headline || stems.size() < 8) {
            stems.stream().limit(8).forEach(stem -> keys.add(said.claim.article() + " " + who + " " + stem));
        } else {
            stems.stream().limit(COMPARED).forEach(stem -> keys.add(said.claim.article() + " " + who + " " + stem));
        }
        return keys.stream().distinct().toList();
    }

    private static String sideKey(Actor side) {
        return side.country() != null && side.type() != org.rashomon.model.ActorType.PERSON
                ? side.country()
                : side.id();
    }

    private static Said said(Corpus corpus, Claim claim) {
        BlockRole role = corpus.article(claim.article())
                .blockAt(claim.attribution().content().get(0).start())
                .map(org.rashomon.model.Block::role)
                .orElse(BlockRole.BODY);
        return new Said(
                claim,
                Stance.speakerKey(claim),
                corpus.sideOf(claim),
                Words.telling(corpus.content(claim)),
                role == BlockRole.HEADLINE,
                Stance.day(corpus, claim));
    }

    private ClaimRelation relation(Said a, Said b) {
        String label = b.claim.speaker().label();
        boolean sameArticle = a.claim.article().equals(b.claim.article());
        String where = sameArticle
                ? a.headline || b.headline ? "once in the headline and once in the text" : "twice in one article"
                : "in two articles";
        return new ClaimRelation(
                a.claim.id(),
                b.claim.id(),
                ClaimRelation.Kind.RESTATES,
                ClaimRelation.Slot.OCCURRENCE,
                a.claim.attribution().content().get(0),
                b.claim.attribution().content().get(0),
                null,
                null,
                "The same words of %s are reported %s."
                        .formatted(label.isBlank() ? "a source not named" : label, where),
                Math.min(1, Words.containment(a.stems, b.stems)));
    }

    private record Said(
            Claim claim,
            String speaker,
            @Nullable Actor side,
            Set<String> stems,
            boolean headline,
            @Nullable LocalDate day) {}
}
