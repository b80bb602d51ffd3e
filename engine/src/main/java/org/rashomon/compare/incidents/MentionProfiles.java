package org.rashomon.compare.incidents;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Rarity;
import org.rashomon.compare.corpus.Word;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Place;
import org.rashomon.model.Span;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Factuality;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.IncidentMention;

/**
 * The profile that one mention of an incident begins with: its name where the name tells it apart, whose word it is, and the weekday
 * where no date is known.
 */
final class MentionProfiles {
    private static final int LONGEST = 2_000;
    private static final Set<String> WEEKDAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final Corpus corpus;

    private final Map<String, String> storyOf;

    private final Containment containment;

    private final Rarity rarity;

    MentionProfiles(Corpus corpus, Map<String, String> storyOf, Containment containment, Rarity rarity) {
        this.corpus = corpus;
        this.storyOf = storyOf;
        this.containment = containment;
        this.rarity = rarity;
    }

    IncidentProfile of(IncidentMention mention) {
        Claim claim = corpus.claim(mention.claim());
        String voice = claim == null
                ? corpus.outlet(mention.article())
                : claim.speaker().label();
        String story = storyOf.getOrDefault(mention.article(), mention.article());
        boolean named = namesItself(mention) || !isNamedElsewhere(mention);
        boolean done = mention.telling() == IncidentMention.Telling.TELLS && !isUndone(claim);
        return IncidentProfile.of(mention, containment, named, voice, dayWord(mention), story)
                .published(corpus.published(mention.article()))
                .placed(mention.place() != null && containment.isWide(mention.place()), isCalledByPlace(mention))
                .surrounded(words(mention), tolls(mention), isHeadline(mention), done);
    }

    /** What part of the articles that date a deed in the mention's town date it to one day or night; 0 where none does. */
    double placeQuiet(IncidentMention mention) {
        Place place = mention.place();
        return place == null || containment.isWide(place) ? 0 : containment.quiet(place);
    }

    /** The day that it tells; of what is brought up as new, else, that of its article. */
    static @Nullable LocalDate dayOf(IncidentMention mention, @Nullable LocalDate published) {
        TimeInterval time = mention.time();
        if (time != null) {
            return time.days() == 1 ? time.start() : null;
        }
        return mention.isDefinite() ? null : published;
    }

    /** Whether it is called by its place as by a name: <em>the Harn attacks</em>. */
    private boolean isCalledByPlace(IncidentMention mention) {
        Place place = mention.place();
        String text = corpus.article(mention.article()).text();
        return place != null
                && mention.isDefinite()
                && text.substring(0, mention.span().start()).stripTrailing().endsWith(place.name());
    }

    /** Whether the deed is denied or foretold by who speaks of it. */
    static boolean isUndone(@Nullable Claim claim) {
        return claim != null
                && (claim.act() == Act.DENY
                        || claim.factuality() == Factuality.NEGATED
                        || claim.factuality() == Factuality.FUTURE);
    }

    private boolean isHeadline(IncidentMention mention) {
        ArticleAnalysis analysis = corpus.analysis(mention.article());
        int block = analysis.sentences().get(mention.sentence()).block();
        return analysis.article().blocks().get(block).role() == BlockRole.HEADLINE;
    }

    private Map<String, Double> words(IncidentMention mention) {
        Map<String, Double> byRarity = new TreeMap<>();
        String sentence = sentence(mention);
        for (String stem : Words.telling(sentence.substring(0, Math.min(sentence.length(), LONGEST)))) {
            byRarity.put(stem, rarity.of(stem));
        }
        return byRarity;
    }

    /** The counts of dead in its sentence. */
    private Set<Long> tolls(IncidentMention mention) {
        ArticleAnalysis analysis = corpus.analysis(mention.article());
        Span sentence = analysis.sentences().get(mention.sentence()).span();
        Set<Long> counts = new TreeSet<>();
        for (Figure figure : analysis.figures()) {
            Long low = figure.low();
            if (low != null
                    && figure.unit() == Figure.Unit.KILLED
                    && !figure.part()
                    && sentence.contains(figure.span())) {
                counts.add(low);
            }
        }
        return counts;
    }

    private String sentence(IncidentMention mention) {
        ArticleAnalysis analysis = corpus.analysis(mention.article());
        return analysis.sentences()
                .get(mention.sentence())
                .span()
                .in(analysis.article().text());
    }

    /** Whether the article gives the same name to something in another place. */
    private boolean isNamedElsewhere(IncidentMention mention) {
        return corpus.analysis(mention.article()).incidentMentions().stream()
                .filter(other ->
                        mention.targetName() != null && mention.targetName().equals(other.targetName()))
                .anyMatch(other -> PlaceKeys.differ(mention.place(), other.place()));
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
            if (WEEKDAYS.contains(word.key())) {
                days.add(word.key());
            }
        }
        return days.size() == 1 ? days.iterator().next() : "";
    }
}
