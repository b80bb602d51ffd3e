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
        MEANS.put(IncidentType.CHEMICAL_ATTACK, Scene.LISTS.list("chemical"));
        MEANS.put(IncidentType.BOMBING, Scene.LISTS.list("bombs"));
    }

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

    /** The type of the trigger, made more exact by words of means around it, else in the two sentences before. */
    static IncidentType type(List<Scene> scenes, int index, Event event, List<Event> all) {
        IncidentType type = event.entry.type();
        if (!event.has(Flag.AIR)) {
            return type;
        }
        Scene here = scenes.get(index);
        Claim voice = here.claimAt(here.words().span(event.from, event.to));
        IncidentType told = told(here, event.start - REACH, event.to + REACH, event, voice == null, all);
        for (int k = index - 1; told == null && k >= Math.max(0, index - 2); k--) {
            Scene before = scenes.get(k);
            if (before.sentence().block() == here.sentence().block()) {
                told = told(before, 0, before.words().size(), event, false, List.of());
            }
        }
        return told == null ? untold(event) : told;
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
    private static @Nullable IncidentType told(Scene scene, int from, int to, Event event, boolean outlet, List<Event> all) {
        TaggedSentence s = scene.words();
        IncidentType best = null;
        int distance = Integer.MAX_VALUE;
        for (int i = Math.max(0, from); i < Math.min(to, s.size()); i++) {
            int away = Math.abs(i - event.from);
            int token = i;
            // "strikes to punish a gas attack": what another deed was done with
            boolean others = all.stream().anyMatch(other -> other != event && other.covers(token));
            IncidentType means = away < distance && !others ? means(s, i) : null;
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
        return means(s, i) != null;
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
