package org.rashomon.annotate.claims;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.claims.ActClassifier.Placed;
import org.rashomon.annotate.claims.Aims.Targets;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.model.Actor;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Speaker;
import org.rashomon.words.SourceWords;

/** Whom a claim is aimed at by its words alone, where no trained reader is: the accused, the one asked, the one whose deed is denied. */
final class ClaimTargets {
    private static final String TABLE = "en/claim-constructions.tsv";
    private static final PhrasePattern OWN = PhrasePattern.of(TABLE, "own");
    private static final PhrasePattern CONDITION = PhrasePattern.of(TABLE, "condition");
    /** A condition whose subject comes next. */
    private static final PhrasePattern CONDITIONAL = PhrasePattern.of(TABLE, "conditional");

    private static final PhrasePattern NOT_LEAD = PhrasePattern.of(TABLE, "not-lead");
    private static final PhrasePattern VERB_NEXT = PhrasePattern.of(TABLE, "verb-next");
    private static final PhrasePattern MUST_ACT = PhrasePattern.of(TABLE, "must-act");
    private static final PhrasePattern OBJECT_OF_INFINITIVE = PhrasePattern.of(TABLE, "object");
    /** Words with which a content can begin before the name in its first phrase. */
    private static final int LONGEST_LEAD = 4;
    /** How much behind a name, in UTF-16 code units, tells what it does. */
    private static final int BEHIND = 200;

    private ClaimTargets() {}

    /** Actors that the act is aimed at, as the content names them; where the words leave it open, none. */
    static Targets targets(Act act, ActClassifier.Judged judged, Speaker speaker, ActClassifier.Content content) {
        TextWords text = content.words();
        List<Placed> able = content.mentions().stream()
                .filter(p -> ActClassifier.canAct(p, text))
                .filter(p -> act == Act.DENY || !isSpeaker(p.mention().actor(), speaker))
                .toList();
        return switch (act) {
            case ACCUSE -> accused(judged, able, text);
            case DENY -> cleared(speaker, able, text);
            case DEMAND -> first(able, p -> isAsked(p, text), text);
            case THREATEN -> judged.ruled() ? warned(able, text) : Targets.NONE;
            case APPRAISE -> judged.ruled() ? first(able, p -> isAppraised(p, text), text) : Targets.NONE;
            default -> Targets.NONE;
        };
    }

    private static Targets first(List<Placed> able, Predicate<Placed> aimedAt, TextWords text) {
        return able.stream()
                .filter(aimedAt)
                .findFirst()
                .map(p -> coordinated(able, able.indexOf(p), text))
                .orElse(Targets.NONE);
    }

    private static Targets accused(ActClassifier.Judged judged, List<Placed> able, TextWords text) {
        if (judged.doer() != null) {
            int first = able.indexOf(judged.doer());
            while (first > 0 && ActClassifier.isBeside(able.get(first - 1), able.get(first), text)) {
                first--;
            }
            return first < 0 ? Targets.NONE : coordinated(able, first, text);
        }
        if (judged.group() != null) {
            return new Targets(List.of(), List.of(judged.group()));
        }
        // accused Y of …, blamed the attack on Y: the cue's own object, else whoever is named first
        return judged.ruled() && !able.isEmpty() ? coordinated(able, 0, text) : Targets.NONE;
    }

    /** The one whose deed is denied: the speaker's own, or that of the subject with which the content begins. */
    private static Targets cleared(Speaker speaker, List<Placed> able, TextWords text) {
        int named = able.isEmpty() ? text.text().length() : able.get(0).start();
        Optional<Span> own = text.find(OWN, 0, named);
        return speaker.actor() != null && own.isPresent()
                ? new Targets(List.of(speaker.actor()), List.of(own.get().in(text.text())))
                : first(able, p -> heads(p, text), text);
    }

    /** The one whose conduct a threat depends on: unless Y withdraws. */
    private static Targets warned(List<Placed> able, TextWords text) {
        return CONDITION.in(text)
                ? first(able, p -> CONDITIONAL.closes(text.before(p.start())), text)
                : first(able, p -> isAlone(p, text), text);
    }

    /** Whether the words ask this one to act: Y to withdraw, Y must withdraw, or Y alone behind the cue. */
    private static boolean isAsked(Placed placed, TextWords text) {
        return (MUST_ACT.opens(text.behind(placed.end(), BEHIND)) || isAlone(placed, text))
                && !OBJECT_OF_INFINITIVE.closes(text.before(placed.start()));
    }

    private static boolean isAppraised(Placed placed, TextWords text) {
        return heads(placed, text) && !ActClassifier.isOblique(text, placed.start());
    }

    /** Whether a content begins with a name, and no verb of which it would be the subject. */
    private static boolean isAlone(Placed placed, TextWords text) {
        return heads(placed, text) && !VERB_NEXT.opens(text.behind(placed.end(), BEHIND));
    }

    /** Whether a content begins with the phrase that a mention stands in. */
    private static boolean heads(Placed placed, TextWords text) {
        List<String> words = SourceWords.words(text.text().substring(0, placed.start()));
        int last = words.size() - 1;
        List<String> lead = last >= 0 && words.get(last).equals("President") ? words.subList(0, last) : words;
        return lead.size() <= LONGEST_LEAD
                && lead.stream().noneMatch(word -> Character.isUpperCase(word.codePointAt(0)))
                && !NOT_LEAD.in(text.before(placed.start()));
    }

    private static boolean isSpeaker(@Nullable Actor actor, Speaker speaker) {
        return actor != null
                && speaker.actor() != null
                && actor.id().equals(speaker.actor().id());
    }

    /** The first of a coordination and those that stand beside it: Damascus and Moscow. */
    private static Targets coordinated(List<Placed> able, int first, TextWords text) {
        Set<Actor> actors = new LinkedHashSet<>();
        Set<String> labels = new LinkedHashSet<>();
        for (int k = first; k < able.size(); k++) {
            Placed placed = able.get(k);
            if (k > first && !ActClassifier.isBeside(able.get(k - 1), placed, text)) {
                break;
            }
            actors.add(Objects.requireNonNull(placed.mention().actor()));
            labels.add(text.text().substring(placed.start(), placed.end()));
        }
        return new Targets(List.copyOf(actors), List.copyOf(labels));
    }
}
