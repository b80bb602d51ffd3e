package org.rashomon.compare.incidents;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Word;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.IncidentMention;

/**
 * The profile that one mention of an incident begins with: its name where the name tells it apart, whose word it is, and the weekday
 * where no date is known.
 */
final class MentionProfiles {
    private final Corpus corpus;

    private final Map<String, String> storyOf;

    private final Containment containment;

    MentionProfiles(Corpus corpus, Map<String, String> storyOf) {
        this.corpus = corpus;
        this.storyOf = storyOf;
        this.containment = Containment.of(corpus, storyOf);
    }

    IncidentProfile of(IncidentMention mention) {
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
            if (DayWords.isWeekday(word.key())) {
                days.add(word.key());
            }
        }
        return days.size() == 1 ? days.iterator().next() : "";
    }
}
