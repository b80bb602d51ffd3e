package org.rashomon.export.layout;

import java.util.List;
import java.util.stream.Stream;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentMention;

/**
 * Whether one who is blamed is heard. That no answer was found is said only where nothing in the articles that tell of the incident may be one:
 * no denial by the blamed's side, by somebody whom the text does not name, or of which it is open whom it clears.
 */
final class Silences {
    private final DossierIndex index;

    Silences(DossierIndex index) {
        this.index = index;
    }

    /** What is to be said of an answer that nobody denies; empty where nothing is proved. */
    String of(Incident incident, AnswerDraft draft) {
        if (draft.kind != AnswerDraft.Kind.DOERS
                || draft.doers.size() != 1
                || !draft.isGiven()
                || !draft.answers.isEmpty()
                || !draft.apart.isEmpty()) {
            return "";
        }
        Actor blamed = draft.doers.get(0);
        List<String> articles = incident.mentions().stream()
                .map(IncidentMention::article)
                .distinct()
                .toList();
        boolean heard = isDescribed(blamed)
                || articles.stream()
                        .flatMap(article -> index.analysis(article).claims().stream())
                        .anyMatch(claim -> mayAnswer(claim, blamed));
        return heard
                ? ""
                : "No answer by " + blamed.name() + " was found; searched: "
                        + Wording.plural(articles.size(), "article", "articles") + " that "
                        + (articles.size() == 1 ? "tells" : "tell") + " of this.";
    }

    /** Whether the blamed is a group without a name (<em>rebels</em>), whose answer nobody could tell. */
    private static boolean isDescribed(Actor blamed) {
        return Character.isLowerCase(blamed.name().charAt(0));
    }

    private static boolean mayAnswer(Claim claim, Actor blamed) {
        boolean denies = claim.act() == Act.DENY || claim.deniesDeed();
        if (denies && claim.speaker().status() != SpeakerStatus.NAMED) {
            return true;
        }
        boolean clears = Stream.concat(claim.cleared().stream(), claim.targets().stream())
                .anyMatch(actor -> side(actor).equals(side(blamed)));
        return speaksFor(claim, blamed)
                || (denies
                        && (clears
                                || (claim.cleared().isEmpty() && claim.targets().isEmpty())));
    }

    private static boolean speaksFor(Claim claim, Actor blamed) {
        Actor speaker = claim.speaker().actor();
        if (speaker != null && side(speaker).equals(side(blamed))) {
            return true;
        }
        String words = claim.speaker().affiliation() == null
                ? claim.speaker().label()
                : claim.speaker().affiliation();
        return Stream.concat(Stream.of(blamed.name()), blamed.aliases().stream())
                .anyMatch(words::contains);
    }

    /** A state's bodies and officials are one side of the question who did it; armed groups are each their own. */
    static String side(Actor actor) {
        String country = actor.country();
        return country == null || actor.type() == ActorType.ARMED_GROUP ? actor.id() : country;
    }
}
