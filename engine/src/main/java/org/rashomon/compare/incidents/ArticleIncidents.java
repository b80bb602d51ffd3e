package org.rashomon.compare.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Factuality;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.IncidentMention;

/**
 * The incidents that one article tells, in order of text: which mention goes on with which earlier one. Denied and future deeds are
 * put aside.
 */
final class ArticleIncidents {
    private static final int SENTENCES_OF_A_SERIES = 2;

    private final Corpus corpus;
    private final MentionProfiles profiles;

    ArticleIncidents(Corpus corpus, Map<String, String> storyOf) {
        this.corpus = corpus;
        this.profiles = new MentionProfiles(corpus, storyOf);
    }

    /** The incidents of one article; denied and future deeds go to {@code denied} with the article's incidents. */
    List<IncidentProfile> of(ArticleAnalysis analysis, List<DeniedDeed> denied) {
        List<IncidentProfile> own = new ArrayList<>();
        List<DeniedDeed> aside = new ArrayList<>();
        for (IncidentMention mention : analysis.incidentMentions()) {
            IncidentProfile profile = profiles.of(mention);
            Claim claim = corpus.claim(mention.claim());
            if (claim != null && isDeniedOrFuture(claim)) {
                aside.add(new DeniedDeed(claim, mention, profile, own));
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

    /** "DeniedDeed that its gunners shelled the post on Friday. The Vow said that it had attacked the post": one and the same. */
    private static void recall(IncidentProfile profile, List<DeniedDeed> aside) {
        aside.stream()
                .filter(deed -> deed.claim().act() == Act.DENY)
                .filter(deed -> profile.sharesKind(deed.profile()) && !profile.excludes(deed.profile()))
                .reduce((one, later) -> later)
                .ifPresent(deed -> profile.recall(deed.profile()));
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
                .filter(other -> !PlaceKeys.differ(other.place(), profile.place()))
                .toList();
        firsts.stream()
                .filter(first -> firsts.size() == 1
                        || (first.ordinal() > 0 && sentencesBetween(first, profile) <= SENTENCES_OF_A_SERIES))
                .reduce((one, later) -> later)
                .ifPresent(first -> profile.repeat(first, IncidentWriter.target(first)));
    }

    private static int sentencesBetween(IncidentProfile a, IncidentProfile b) {
        return Math.abs(b.mentions().get(0).sentence() - lastSentence(a));
    }

    private @Nullable IncidentProfile home(
            IncidentMention mention, IncidentProfile profile, List<IncidentProfile> own) {
        boolean bare = profile.isUnplaced() && profile.names().isEmpty() && mention.ordinal() == 0;
        boolean anaphoric = (bare && isDefinite(mention)) || pointsAtThing(mention, profile);
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
