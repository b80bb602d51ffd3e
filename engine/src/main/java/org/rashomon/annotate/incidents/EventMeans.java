package org.rashomon.annotate.incidents;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.TriggerLexicon.Flag;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.IncidentType;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** By what means something was done: the type of incident that words of means nearby tell, the weapon, and the cause where it is none. */
final class EventMeans {
    private static final Set<String> AIR = WordLists.of("en/incident-words.tsv").list("air");
    private static final Set<String> GUNS =
            WordLists.of("en/incident-words.tsv").list("guns");

    private static final Set<String> BOMBS = Set.of(
            "car", "suicide", "roadside", "explosive", "explosives", "ied", "blast", "bomber", "explosion", "mine");

    private static final Set<String> SUICIDE = Set.of("suicide");
    private static final Set<String> CHEMICAL =
            Set.of("sarin", "chlorine", "chemical", "chemicals", "mustard", "nerve", "poison", "toxic", "gas");

    private final TriggerLexicon lexicon;

    EventMeans(TriggerLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The type of the trigger, made more exact by words of means around it. */
    static IncidentType type(List<Scene> scenes, int index, Event event) {
        TaggedSentence s = scenes.get(index).words();
        IncidentType type = event.entry.type();
        if (event.entry.has(Flag.KILL) || !event.entry.has(Flag.AIR)) {
            return type;
        }
        IncidentType told =
                told(scenes.get(index), Math.max(0, event.start - 25), Math.min(s.size(), event.to + 25), event);
        if (told != null) {
            return told;
        }
        Scene here = scenes.get(index);
        for (int k = index - 1;
                k >= 0
                        && k >= index - 2
                        && scenes.get(k).sentence().block() == here.sentence().block();
                k--) {
            TaggedSentence previous = scenes.get(k).words();
            told = told(scenes.get(k), 0, previous.size(), event);
            if (told != null) {
                return told;
            }
        }
        boolean strike = event.entry.lemma().equals("strike") && event.isNoun()
                || event.entry.lemma().equals("raid");
        boolean bomb = event.entry.type() == IncidentType.BOMBING || event.entry.type() == IncidentType.SHELLING;
        return strike || bomb ? bomb ? type : IncidentType.AIR_STRIKE : IncidentType.ATTACK;
    }

    /** The type that words of means in {@code [from, to)} tell: the nearest to the event. */
    private static @Nullable IncidentType told(Scene scene, int from, int to, Event event) {
        TaggedSentence s = scene.words();
        boolean here = event.to <= s.size() && from <= event.from;
        Claim voice = here ? scene.claimAt(s.span(event.from, event.to)) : null;
        IncidentType best = null;
        int distance = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            IncidentType means = s.isAny(i, SUICIDE)
                    ? IncidentType.SUICIDE_BOMBING
                    : s.isAny(i, AIR) && !(s.is(i, "air") && s.isAny(i + 1, Set.of("force", "base")))
                            ? IncidentType.AIR_STRIKE
                            : s.isAny(i, GUNS)
                                    ? IncidentType.SHELLING
                                    : s.isAny(i, CHEMICAL)
                                            ? IncidentType.CHEMICAL_ATTACK
                                            : s.isAny(i, BOMBS) ? IncidentType.BOMBING : null;
            if (means == IncidentType.SHELLING
                    && (s.is(i, "missile") || s.is(i, "missiles") || s.is(i, "rockets") || s.is(i, "rocket"))) {
                means = distance < 12 ? null : means;
            }
            if (means != null && Math.abs(i - event.from) < distance && sameVoice(scene, i, here, voice)) {
                best = means;
                distance = Math.abs(i - event.from);
            }
        }
        return best;
    }

    /** Whether token {@code i} is said by the voice that tells the event. */
    private static boolean sameVoice(Scene scene, int i, boolean here, @Nullable Claim voice) {
        if (!here || voice != null) {
            return true;
        }
        return scene.claimAt(scene.words().token(i).span()) == null;
    }

    /** The weapon named nearest to the event, as written; null when there is none. */
    @Nullable
    String weapon(TaggedSentence s, Event event) {
        String best = null;
        int distance = Integer.MAX_VALUE;
        int low = Math.max(0, event.start - 20);
        for (int i = low; i < Math.min(s.size(), event.to + 40); ) {
            int length = lexicon.weaponAt(s, i);
            if (length == 0) {
                i++;
                continue;
            }
            int to = i + length;
            boolean other = s.is(i - 1, "no")
                    || s.is(i, "mine") && s.tag(i) == Pos.PRON
                    || s.isAny(to, Set.of("attacks", "depot", "defence", "defense", "factory", "programme", "program"))
                    || s.isAny(i, Set.of("bomb", "shell", "mine", "rocket", "drone")) && s.tag(i) == Pos.VERB;
            boolean near = i >= event.start || !s.parted(to, event.start);
            if (!other && near && Math.abs(i - event.from) < distance) {
                int from = i;
                while (from > low
                        && (s.tag(from - 1) == Pos.ADJ && s.lower(from - 1).indexOf('-') > 0)) {
                    from--;
                }
                best = s.span(i, to).in(s.text());
                distance = Math.abs(i - event.from);
            }
            i = to;
        }
        return best;
    }

    /** "caused by a gas leak", "due to a short circuit", "the result of a stray shell". */
    static @Nullable String cause(TaggedSentence s, Event event) {
        for (int i = event.to; i < Math.min(s.size(), event.to + 25); i++) {
            int from = -1;
            if (s.isAny(i, Set.of("caused", "triggered", "sparked", "provoked")) && s.is(i + 1, "by")) {
                from = i + 2;
            } else if (s.is(i, "set") && s.is(i + 1, "off") && s.is(i + 2, "by")) {
                from = i + 3;
            } else if (s.is(i, "due") && s.is(i + 1, "to")) {
                from = i + 2;
            } else if (s.is(i, "result") && s.is(i + 1, "of")) {
                from = i + 2;
            } else if (s.is(i, "because") && s.is(i + 1, "of")) {
                from = i + 2;
            }
            if (from > 0) {
                int end = s.phraseEnd(from);
                while (end > from
                        && (s.is(end, "of") || s.is(end, "in") || s.is(end, "at"))
                        && s.phraseEnd(end + 1) > end + 1) {
                    end = s.phraseEnd(end + 1);
                }
                return end > from ? s.span(from, end).in(s.text()) : null;
            }
            if (s.is(i, ";") || s.is(i, "\"")) {
                return null;
            }
        }
        return null;
    }
}
