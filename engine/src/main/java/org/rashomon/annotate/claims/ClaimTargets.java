package org.rashomon.annotate.claims;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Speaker;

/** Whom a claim is aimed at: the accused, the one asked, the one whose deed is denied. */
final class ClaimTargets {
    private static final Pattern OWN = Pattern.compile("\\b(?:we|our|its|their)\\b", Pattern.CASE_INSENSITIVE);
    /** What may stand between a name and the next one beside it: the Xish <em>regime</em> and Y. */
    private static final Pattern BODY_NOUN = Pattern.compile(
            "^\\s(?:regime|government|forces|army|troops|military|administration|authorities|warplanes|aircraft|planes|jets)\\b");

    private static final Pattern CONDITION = Pattern.compile("\\b(?:if|unless|until|as long as)\\b");
    private static final Pattern RECIPROCAL = Pattern.compile("(?:each other|one another)\\b");
    /** A condition whose subject comes next. */
    private static final Pattern CONDITIONAL =
            Pattern.compile("\\b(?:if|unless|until|as long as) (?:(?:the|both|all|its|any) )*$");
    /** Words with which a content can begin before the name in its first phrase. */
    private static final Pattern LEAD = Pattern.compile("\\P{L}*(?:[\\p{Ll}\u2019'-]+\\P{L}+){0,4}(?:President )?");

    private static final Pattern NOT_LEAD = Pattern.compile(
            "\\b(?:to|by|in|on|at|with|for|from|near|between|against|amid|into|over|about|than|like|he|she|it|they|we|i|you"
                    + "|who|which|whether|if|when|how|where|why|is|are|was|were|has|have|had|will|would|can|could|not [\\p{Ll}]+ed)\\b(?!\\s+(?:single|one)\\b)"
                    + "|\\bof (?!President )(?!$)|[.;:?!]",
            Pattern.CASE_INSENSITIVE);
    private static final String VERBS =
            "(?:is|are|was|were|has|had|have|will|would|can|could|did|does|do|may|might|failed|fails|wants?|believes?|thinks?|says?|said|sees?|considers?)\\b";
    private static final Pattern VERB_NEXT = Pattern.compile("(?:[\u2019']s)?(?: [\\p{L}-]+){0,2}? " + VERBS);
    private static final Pattern ASKED = Pattern.compile(
            "(?:[\u2019']s)?(?: (?!" + VERBS
                    + ")[\\p{L}.\u2019'-]+){0,8}? [\"\u201c\u2018]?(?:to|must|should|ought to|needs? to|ha(?:s|ve) to|ha(?:s|ve) an? (?:\\p{Ll}+ )?(?:responsibility|duty|obligation) to)\\b");
    private static final Pattern OBJECT_OF_INFINITIVE = Pattern.compile("\\bto \\p{Ll}+ (?:the |its |their |an? )?$");
    /** What a denial may call the charge before it tells the deed. */
    private static final Pattern REPORTS = Pattern.compile(
            "\\P{L}*(?:the |any |all )?(?:claims?|reports?|allegations?|accusations?|charges?|suggestions?|rumou?rs) (?:of|about|that) ");

    private static final Pattern NO_EVIDENCE = Pattern.compile(
            ".{0,30}\\b(?:had|has|have|sees?|saw|found) \\P{L}?(?:no|not|seen no) (?:[\\p{Ll}]+ )?(?:information|evidence|intelligence|proof|signs?|indications?|reports?)\\b");
    private static final Set<String> JOINS =
            Set.of("and", "or", "nor", ",", "and the", "or the", "and its", "as well as");

    private ClaimTargets() {}

    /** Whom an act is aimed at: the actors known, and the words for all. */
    record Aim(List<Actor> actors, List<String> labels) {
        static final Aim NONE = new Aim(List.of(), List.of());
    }

    /** Whether the content says of two that they did it to each other. */
    static boolean isReciprocal(String content) {
        return RECIPROCAL.matcher(content).lookingAt();
    }

    /** Actors that the act is aimed at, as the content names them; where the words leave it open, none. */
    static Aim targets(Act act, ActClassifier.Judged judged, Speaker speaker, ActClassifier.Content content) {
        String text = content.text();
        List<ActClassifier.Placed> able = content.mentions().stream()
                .filter(p -> ActClassifier.canAct(p, text))
                .filter(p -> act == Act.DENY || !isSpeaker(p.mention().actor(), speaker))
                .toList();
        return switch (act) {
            case ACCUSE -> accused(judged, able, text);
            case DENY -> cleared(speaker, able, text);
            case DEMAND -> first(able, p -> isAsked(p, text), text);
            case THREATEN -> judged.ruled() ? warned(able, text) : Aim.NONE;
            case APPRAISE ->
                judged.ruled()
                        ? first(able, p -> heads(p, text) && !ActClassifier.isOblique(text, p.start()), text)
                        : Aim.NONE;
            default -> Aim.NONE;
        };
    }

    private static Aim first(List<ActClassifier.Placed> able, Predicate<ActClassifier.Placed> aimedAt, String text) {
        return able.stream()
                .filter(aimedAt)
                .findFirst()
                .map(p -> coordinated(able, able.indexOf(p), text))
                .orElse(Aim.NONE);
    }

    private static Aim accused(ActClassifier.Judged judged, List<ActClassifier.Placed> able, String text) {
        if (judged.doer() != null) {
            int first = able.indexOf(judged.doer());
            while (first > 0 && isBeside(able.get(first - 1), able.get(first), text)) {
                first--;
            }
            return first < 0 ? Aim.NONE : coordinated(able, first, text);
        }
        if (judged.group() != null) {
            return new Aim(List.of(), List.of(judged.group()));
        }
        // accused Y of …, blamed the attack on Y: the cue's own object, else whoever is named first
        return judged.ruled() && !able.isEmpty() ? coordinated(able, 0, text) : Aim.NONE;
    }

    /** The one whose deed is denied: the speaker's own, or that of the subject with which the content begins. */
    private static Aim cleared(Speaker speaker, List<ActClassifier.Placed> able, String text) {
        if (speaker.actor() != null) {
            Matcher own = OWN.matcher(text);
            if (own.find() && (able.isEmpty() || own.start() < able.get(0).start())) {
                return new Aim(List.of(speaker.actor()), List.of(own.group()));
            }
        }
        Matcher reports = REPORTS.matcher(text);
        int from = reports.lookingAt() ? reports.end() : 0;
        return first(
                able,
                p -> p.start() >= from
                        && heads(p, from, text)
                        && !NO_EVIDENCE.matcher(after(p, text)).lookingAt(),
                text);
    }

    /** The one whose conduct a threat depends on: unless Y withdraws. */
    private static Aim warned(List<ActClassifier.Placed> able, String text) {
        return CONDITION.matcher(text).find()
                ? first(
                        able,
                        p -> CONDITIONAL.matcher(text.substring(0, p.start())).find(),
                        text)
                : first(
                        able,
                        p -> heads(p, text)
                                && !VERB_NEXT.matcher(after(p, text)).lookingAt(),
                        text);
    }

    /** Whether the words ask this one to act: Y to withdraw, Y must withdraw, or Y alone behind the cue. */
    private static boolean isAsked(ActClassifier.Placed placed, String text) {
        String after = after(placed, text);
        return !OBJECT_OF_INFINITIVE.matcher(text.substring(0, placed.start())).find()
                && (ASKED.matcher(after).lookingAt()
                        || heads(placed, text) && !VERB_NEXT.matcher(after).lookingAt());
    }

    /** Whether a content begins with the phrase that a mention stands in. */
    private static boolean heads(ActClassifier.Placed placed, String text) {
        return heads(placed, 0, text);
    }

    private static boolean heads(ActClassifier.Placed placed, int from, String text) {
        String before = text.substring(from, placed.start());
        return LEAD.matcher(before).matches() && !NOT_LEAD.matcher(before).find();
    }

    private static String after(ActClassifier.Placed placed, String text) {
        return text.substring(Math.min(placed.end(), text.length()));
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

    private static boolean isBeside(ActClassifier.Placed one, ActClassifier.Placed next, String text) {
        return next.start() > one.end()
                && JOINS.contains(BODY_NOUN
                        .matcher(text.substring(one.end(), next.start()))
                        .replaceFirst("")
                        .strip());
    }

    /** The first of a coordination and those that stand beside it: Damascus and Moscow. */
    private static Aim coordinated(List<ActClassifier.Placed> able, int first, String text) {
        Set<Actor> actors = new LinkedHashSet<>();
        Set<String> labels = new LinkedHashSet<>();
        for (int k = first; k < able.size(); k++) {
            ActClassifier.Placed placed = able.get(k);
            if (k > first && !isBeside(able.get(k - 1), placed, text)) {
                break;
            }
            actors.add(Objects.requireNonNull(placed.mention().actor()));
            labels.add(text.substring(placed.start(), placed.end()));
        }
        return new Aim(List.copyOf(actors), List.copyOf(labels));
    }
}
