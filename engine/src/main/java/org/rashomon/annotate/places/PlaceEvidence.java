package org.rashomon.annotate.places;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Bisection;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.words.WordLists;

/**
 * Learns from an article's own use which of its names are places. A town that no gazetteer knows is told from a person by the
 * words around it: things happen <em>in Dorvan</em>, <em>east of Dorvan</em>, <em>in the Dorvan district</em>. A name that the
 * article also gives to a person in full stays the person's.
 */
public final class PlaceEvidence {
    private static final Set<String> WITHIN = WordLists.of("en/place-words.tsv").list("within");
    private static final Set<String> BEARINGS =
            WordLists.of("en/incident-words.tsv").list("bearings");
    private static final Set<String> GROUND =
            WordLists.of("en/incident-words.tsv").list("ground");

    private static final Set<EntityType> OPEN = EnumSet.of(EntityType.PER, EntityType.ORG, EntityType.MISC);

    private PlaceEvidence() {}

    /** The mentions in order, those that the article uses as places being places; all others as they are. */
    public static List<Mention> placed(List<TaggedSentence> sentences, List<Mention> mentions) {
        Set<String> grounds = new TreeSet<>();
        Set<String> surnames = new TreeSet<>();
        for (Mention mention : mentions) {
            TaggedSentence s = holding(sentences, mention);
            if (s == null) {
                continue;
            }
            String name = mention.span().in(s.text());
            int space = name.lastIndexOf(' ');
            if (mention.type() == EntityType.PER && space > 0) {
                surnames.add(name.substring(space + 1));
            } else if (isOpen(mention) && standsAsPlace(s, mention)) {
                grounds.add(name);
            }
        }
        grounds.removeAll(surnames);
        if (grounds.isEmpty()) {
            return mentions;
        }
        List<Mention> placed = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            TaggedSentence s = isOpen(mention) ? holding(sentences, mention) : null;
            placed.add(
                    s != null && grounds.contains(mention.span().in(s.text()))
                            ? new Mention(mention.span(), EntityType.LOC, null, mention.how())
                            : mention);
        }
        return placed;
    }

    private static @Nullable TaggedSentence holding(List<TaggedSentence> sentences, Mention mention) {
        int at = Bisection.first(
                sentences.size(),
                i -> sentences.get(i).span().end() > mention.span().start());
        return at < sentences.size() && sentences.get(at).span().contains(mention.span()) ? sentences.get(at) : null;
    }

    private static boolean isOpen(Mention mention) {
        return mention.actor() == null && OPEN.contains(mention.type());
    }

    private static boolean standsAsPlace(TaggedSentence s, Mention mention) {
        int from = s.at(mention.span().start());
        int to = s.endAt(mention.span().end());
        if (s.isPossessive(to)) {
            return false;
        }
        boolean ground = s.isAny(to, GROUND);
        if (s.isAny(from - 1, WITHIN) && (ground || !s.isNoun(to))) {
            return true;
        }
        boolean behind = s.is(from - 1, "of") && (s.isAny(from - 2, BEARINGS) || s.isAny(from - 2, GROUND));
        return behind || (ground && !s.is(to, "part") && !s.is(to, "parts") && !s.is(to + 1, "of"));
    }
}
