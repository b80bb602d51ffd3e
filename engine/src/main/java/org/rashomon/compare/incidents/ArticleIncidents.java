package org.rashomon.compare.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.fitted.Signals;
import org.rashomon.fitted.Trace;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.model.events.IncidentMention.Telling;

/**
 * The incidents that one article tells. In order of text each mention is new or goes on with an earlier incident: the one whose
 * mentions it is likest to, where nothing that their own words tell excludes it. What happens again and again joins nothing, and
 * neither does background that its own words put into earlier times.
 */
final class ArticleIncidents {
    private static final int SENTENCES_OF_A_SERIES = 2;

    /** How many incidents before it a mention is held against, the last ones. */
    private static final int REACH = 24;

    private static final double OF_HEADLINE = 2;

    private static final String DISTAL = "that ";

    private final MentionProfiles profiles;
    private final Deeds deeds;
    private final Trace trace;

    ArticleIncidents(MentionProfiles profiles, Deeds deeds, Trace trace) {
        this.profiles = profiles;
        this.deeds = deeds;
        this.trace = trace;
    }

    List<IncidentProfile> of(ArticleAnalysis analysis) {
        List<IncidentProfile> own = new ArrayList<>();
        IncidentProfile latest = null;
        IncidentMention before = null;
        for (IncidentMention mention : analysis.incidentMentions()) {
            IncidentMention antecedent = antecedent(mention, before, analysis);
            before = mention;
            if (mention.telling() == Telling.PATTERN) {
                continue;
            }
            IncidentProfile profile = profiles.of(mention);
            Signals signals = deeds.signals(mention);
            double likely = trace.weighed("deed", profile, profile, signals, Deeds.MODEL.probability(signals));
            if (likely < Deeds.MODEL.threshold()) {
                continue;
            }
            profile.standing(
                    analysis.sentences().get(mention.sentence()).block(), likely, profiles.placeQuiet(mention));
            IncidentProfile home = antecedent == null
                    ? home(profile, own, latest)
                    : own.stream()
                            .filter(earlier -> earlier.mentions().contains(antecedent))
                            .findFirst()
                            .orElse(null);
            if (home == null) {
                home = IncidentProfile.none();
                own.add(home);
            }
            home.absorb(profile);
            latest = home;
        }
        own.forEach(profile -> takeOverTarget(profile, own));
        weigh(own);
        return own;
    }

    /**
     * The deed that <em>that attack</em> means: the one told last, in its sentence or the one before, also where that is background and no
     * incident of the article; null for what means none so surely.
     */
    private static @Nullable IncidentMention antecedent(
            IncidentMention mention, @Nullable IncidentMention before, ArticleAnalysis analysis) {
        boolean near = before != null && mention.sentence() - before.sentence() <= 1 && !before.plural();
        boolean points = mention.telling() == Telling.POINTS_BACK && !mention.plural();
        return near && points && isDistal(mention, analysis.article().text()) ? before : null;
    }

    private static boolean isDistal(IncidentMention mention, String text) {
        int start = mention.span().start();
        String words = text.substring(
                Math.max(0, start - DISTAL.length()), mention.span().end());
        return words.regionMatches(true, 0, DISTAL, 0, DISTAL.length())
                || text.regionMatches(true, start, DISTAL, 0, DISTAL.length());
    }

    private @Nullable IncidentProfile home(
            IncidentProfile profile, List<IncidentProfile> own, @Nullable IncidentProfile latest) {
        List<IncidentProfile> near = own.subList(Math.max(0, own.size() - REACH), own.size());
        int sofar = near.stream().mapToInt(earlier -> earlier.mentions().size()).sum();
        IncidentProfile largest = near.stream()
                .max(Comparator.comparingDouble(ArticleIncidents::weight))
                .orElse(null);
        IncidentProfile best = null;
        double most = MentionLinks.MODEL.threshold(kind(profile.first()));
        for (IncidentProfile earlier : near) {
            boolean excluded =
                    earlier.excludes(profile) || profile.bringsUpAnother(earlier) || profile.isOfEarlierTimes(earlier);
            if (excluded && trace == Trace.NONE) {
                continue;
            }
            Signals signals = MentionLinks.signals(earlier, profile, sofar, latest, largest);
            if (excluded) {
                trace.weighed("mention excluded", earlier, profile, signals, 0);
                continue;
            }
            double likely =
                    trace.weighed("mention", earlier, profile, signals, MentionLinks.MODEL.probability(signals));
            if (likely >= most) {
                best = earlier;
                most = likely;
            }
        }
        return best;
    }

    /** By which threshold a mention is joined: what does not tell of a deed of its own has to belong to one, or is lost. */
    private static String kind(IncidentMention mention) {
        return mention.telling() == Telling.TELLS ? "telling" : "pointing";
    }

    /** How much of the article each takes up; its main incident is the one of the headline, of the lead, told most often. */
    private static void weigh(List<IncidentProfile> own) {
        double all = own.stream().mapToDouble(ArticleIncidents::weight).sum();
        IncidentProfile main = own.stream()
                .max(Comparator.comparingDouble(ArticleIncidents::weight))
                .orElse(null);
        own.forEach(profile -> profile.weigh(weight(profile) / all, profile == main));
    }

    private static double weight(IncidentProfile profile) {
        return profile.mentions().size() + (profile.isHeadline() ? OF_HEADLINE : 0) + (profile.isTold() ? 1 : 0);
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
        IncidentMention last = a.mentions().get(a.mentions().size() - 1);
        return Math.abs(b.first().sentence() - last.sentence());
    }
}
