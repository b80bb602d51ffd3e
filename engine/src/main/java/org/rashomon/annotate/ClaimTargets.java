package org.rashomon.annotate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Act;
import org.rashomon.model.Actor;
import org.rashomon.model.Attribution;
import org.rashomon.model.Speaker;

/** Whom a claim is aimed at: the accused, the one asked, the one whose deed is denied. */
final class ClaimTargets {
    private static final Pattern OWN = Pattern.compile("\\b(?:we|our|its|their)\\b", Pattern.CASE_INSENSITIVE);
    /** What may stand between a name and the next one beside it: the Xish <em>regime</em> and Y. */
    private static final Pattern BODY_NOUN = Pattern.compile(
            "^\\s(?:regime|government|forces|army|troops|military|administration|authorities|warplanes|aircraft|planes|jets)\\b");
    private static final Pattern CONDITION = Pattern.compile("\\b(?:if|unless|until|as long as)\\b");
    private static final Pattern RECIPROCAL = Pattern.compile("(?:each other|one another)\\b");
    private static final Set<String> JOINS = Set.of("and", "or", ",", "and the", "or the", "and its", "as well as");

    private ClaimTargets() {}

    /** Whom an act is aimed at: the actors known, and the words for all. */
    record Aim(List<Actor> actors, List<String> labels) {
        static final Aim NONE = new Aim(List.of(), List.of());
    }

    /** Whether the content says of two that they did it to each other. */
    static boolean isReciprocal(String content) {
        return RECIPROCAL.matcher(content).lookingAt();
    }

    /** Actors that the act is aimed at, as the content names them. */
    static Aim targets(Act act, ActClassifier.Judged judged, Speaker speaker, ActClassifier.Content content) {
        if (act == Act.ASSERT || act == Act.ANNOUNCE || act == Act.PROMISE || act == Act.ADMIT) {
            return Aim.NONE;
        }
        List<ActClassifier.Placed> able = content.mentions().stream()
                .filter(p -> ActClassifier.canAct(p, content.text()))
                .filter(p -> act == Act.DENY || !isSpeaker(p.mention().actor(), speaker))
                .filter(p -> act != Act.APPRAISE || !ActClassifier.isOblique(content.text(), p.start()))
                .toList();
        if (act == Act.THREATEN) {
            java.util.regex.Matcher condition = CONDITION.matcher(content.text());
            if (condition.find()) {
                // the one whose conduct it depends on
                return able.stream()
                        .filter(p -> p.start() > condition.start())
                        .findFirst()
                        .map(p -> coordinated(able, able.indexOf(p), content.text()))
                        .orElse(Aim.NONE);
            }
        }
        if (judged.doer() != null) {
            int first = able.indexOf(judged.doer());
            return first < 0 ? Aim.NONE : coordinated(able, first, content.text());
        }
        if (judged.group() != null) {
            return new Aim(List.of(), List.of(judged.group()));
        }
        if (act == Act.ACCUSE && judged.doer() == null && !judged.ruled()) {
            return Aim.NONE;
        }
        if (act == Act.DENY && speaker.actor() != null) {
            java.util.regex.Matcher own = OWN.matcher(content.text());
            if (own.find() && (able.isEmpty() || own.start() < able.get(0).start())) {
                return new Aim(List.of(speaker.actor()), List.of(own.group()));
            }
        }
        return able.isEmpty() ? Aim.NONE : coordinated(able, 0, content.text());
    }

    /** X and Y blamed each other: the speaker's target is whoever else speaks under the same cue. */
    static Aim theOthers(List<Attribution> attributions, List<Speaker> speakers, int i) {
        Set<Actor> others = new LinkedHashSet<>();
        for (int k = Math.max(0, i - 2); k < Math.min(attributions.size(), i + 3); k++) {
            Actor actor = speakers.get(k).actor();
            if (actor != null
                    && attributions.get(k).cue().equals(attributions.get(i).cue())
                    && !isSpeaker(actor, speakers.get(i))) {
                others.add(actor);
            }
        }
        return new Aim(List.copyOf(others), others.stream().map(Actor::name).toList());
    }

    private static boolean isSpeaker(@Nullable Actor actor, Speaker speaker) {
        return actor != null
                && speaker.actor() != null
                && actor.id().equals(speaker.actor().id());
    }

    /** The first of a coordination and those that stand beside it: Damascus and Moscow. */
    private static Aim coordinated(List<ActClassifier.Placed> able, int first, String text) {
        Set<Actor> actors = new LinkedHashSet<>();
        Set<String> labels = new LinkedHashSet<>();
        int end = -1;
        for (int k = first; k < able.size(); k++) {
            ActClassifier.Placed placed = able.get(k);
            if (placed.start() < end) {
                continue;
            }
            String between = end < 0
                    ? "and"
                    : BODY_NOUN
                            .matcher(text.substring(end, placed.start()))
                            .replaceFirst("")
                            .strip();
            if (!JOINS.contains(between)) {
                break;
            }
            actors.add(Objects.requireNonNull(placed.mention().actor()));
            labels.add(text.substring(placed.start(), placed.end()));
            end = placed.end();
        }
        return new Aim(List.copyOf(actors), List.copyOf(labels));
    }
}
