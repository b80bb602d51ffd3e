package org.rashomon.annotate.incidents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.TriggerLexicon.Flag;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.IncidentType;

/** By what means something was done: the type of incident that words of means nearby tell, the weapon, and the cause where it is none. */
final class EventMeans {
    /** How many tokens before and behind an event words of means count. */
    private static final int REACH = 25;

    /** Words of means and the type that they tell; the first that holds a word counts. */
    private static final Map<IncidentType, Set<String>> MEANS = new LinkedHashMap<>();

    static {
        MEANS.put(IncidentType.SUICIDE_BOMBING, Scene.LISTS.list("suicide"));
        MEANS.put(IncidentType.AIR_STRIKE, Scene.LISTS.list("air"));
        MEANS.put(IncidentType.SHELLING, Scene.LISTS.list("guns"));
        MEANS.put(IncidentType.BOMBING, Scene.LISTS.list("bombs"));
    }

    private static final Set<String> CHEMICAL = Scene.LISTS.list("chemical");
    private static final Set<String> DONE_WITH = Scene.LISTS.list("done with");
    /** How many words the name of a poison may stand behind "with". */
    private static final int POISON_PHRASE = 5;

    private static final PhrasePattern NO_MEANS = Scene.pattern("no means");
    private static final PhrasePattern UNUSED = Scene.pattern("no weapon");
    private static final PhrasePattern NO_CAUSE = Scene.pattern("no cause");
    private static final Set<String> STRIKES = Scene.LISTS.list("strikes");
    private static final Set<String> NO_WEAPON = Scene.LISTS.list("no weapon");
    private static final Set<String> WITHIN = Scene.LISTS.list("within");
    private static final PhrasePattern CAUSE = Scene.pattern("cause");

    private final TriggerLexicon lexicon;

    EventMeans(TriggerLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The type of the trigger, made more exact by words of means around it: poison in its own clause before all others. */
    static IncidentType type(Scene scene, Event event, List<Event> all) {
        IncidentType type = event.entry.type();
        if (!event.has(Flag.AIR)) {
            return type;
        }
        TaggedSentence s = scene.words();
        if (event.parts().stream().anyMatch(part -> isOfPoison(s, part, event, all))) {
            return IncidentType.CHEMICAL_ATTACK;
        }
        Claim voice = scene.claimAt(s.span(event.from, event.to));
        IncidentType told = told(scene, event.start - REACH, event.to + REACH, event, voice == null, all);
        return told == null ? untold(event) : told;
    }

    /** "a gas strike", "hit with sarin", "dropped barrels of chlorine": the poison is what it was done with. */
    private static boolean isOfPoison(TaggedSentence s, Event part, Event event, List<Event> all) {
        if (s.any(part.start, part.to, i -> s.isAny(i, CHEMICAL))) {
            return true;
        }
        int to = s.runEnd(part.to, REACH, i -> !s.isBoundary(i));
        if (part.has(Flag.WEAPON)) {
            int from = part.passive || part.has(Flag.INTR) || s.isVerbal(part.to)
                    ? s.runStart(part.start, REACH, i -> !s.isBoundary(i))
                    : part.to;
            return s.any(from, to, i -> s.isAny(i, CHEMICAL) && !isOthers(event, all, i));
        }
        int with = s.runEnd(part.to, REACH, i -> !s.isBoundary(i) && !s.isAny(i, DONE_WITH));
        int end = s.runEnd(with + 1, POISON_PHRASE, i -> !s.isBoundary(i) && !s.isVerbal(i));
        return with < to && s.any(with, end, i -> s.isAny(i, CHEMICAL) && !isOthers(event, all, i));
    }

    /** "strikes to punish a gas attack": what another deed was done with. */
    private static boolean isOthers(Event event, List<Event> all, int token) {
        return all.stream().anyMatch(other -> other != event && other.covers(token));
    }

    /** The type where no words tell of the means: strikes and raids are from the air. */
    private static IncidentType untold(Event event) {
        return switch (event.entry.type()) {
            case BOMBING, SHELLING -> event.entry.type();
            default ->
                event.isNoun() && STRIKES.contains(event.entry.lemma()) ? IncidentType.AIR_STRIKE : IncidentType.ATTACK;
        };
    }

    /** The type that words of means in {@code [from, to)} tell: the nearest to the event. */
    private static @Nullable IncidentType told(
            Scene scene, int from, int to, Event event, boolean outlet, List<Event> all) {
        TaggedSentence s = scene.words();
        IncidentType best = null;
        int distance = Integer.MAX_VALUE;
        for (int i = Math.max(0, from); i < Math.min(to, s.size()); i++) {
            int away = Math.abs(i - event.from);
            IncidentType means = away < distance && !isOthers(event, all, i) ? means(s, i) : null;
            // what a claim tells is no word of the outlet
            boolean otherVoice =
                    outlet && means != null && scene.claimAt(s.token(i).span()) != null;
            if (means != null && !otherVoice) {
                best = means;
                distance = away;
            }
        }
        return best;
    }

    /** Whether the word tells by what means something was done. */
    static boolean isMeans(TaggedSentence s, int i) {
        return means(s, i) != null || s.isAny(i, CHEMICAL);
    }

    private static @Nullable IncidentType means(TaggedSentence s, int i) {
        if (NO_MEANS.standsAt(s, i)) {
            return null;
        }
        return MEANS.entrySet().stream()
                .filter(e -> s.isAny(i, e.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The weapon named nearest to the event, as written; null when there is none. */
    @Nullable
    String weapon(TaggedSentence s, Event event) {
        String best = null;
        int distance = Integer.MAX_VALUE;
        int limit = Math.min(s.size(), event.to + 40);
        for (int i = Math.max(0, event.start - 20); i < limit; i++) {
            int to = i + lexicon.weaponAt(s, i);
            if (to == i) {
                continue;
            }
            boolean near = i >= event.start || !s.parted(to, event.start);
            if (near && Math.abs(i - event.from) < distance && !isOther(s, i, to)) {
                best = s.span(i, to).in(s.text());
                distance = Math.abs(i - event.from);
            }
            i = to - 1;
        }
        return best;
    }

    /** "no bomb", "the bomb factory", "to shell", "mine": no weapon that was used. */
    private static boolean isOther(TaggedSentence s, int i, int to) {
        return UNUSED.standsAt(s, i) || s.isAny(to, NO_WEAPON);
    }

    /** "caused by a gas leak", "due to a short circuit", "the result of a stray shell". */
    static @Nullable String cause(TaggedSentence s, Event event) {
        int at = s.runEnd(event.to, REACH, i -> !CAUSE.standsAt(s, i) && !NO_CAUSE.standsAt(s, i));
        int from = at + CAUSE.lengthAt(s, at);
        int end = from == at ? from : s.phraseEnd(from);
        while (end > from && s.isAny(end, WITHIN) && s.phraseEnd(end + 1) > end + 1) {
            end = s.phraseEnd(end + 1);
        }
        return end > from ? s.span(from, end).in(s.text()) : null;
    }
}
