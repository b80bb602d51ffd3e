package org.rashomon.annotate.agreements;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Span;
import org.rashomon.model.events.AgreementStatement.Status;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** What words say of an agreement's state: that it holds, is suspended or extended, has collapsed or ended. */
final class AgreementStatuses {
    private static final PhrasePattern OTHER_VERB = PhrasePattern.of("en/agreement-patterns.tsv", "other verb");
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> STAYING = WORDS.list("staying");
    private static final Set<String> IT = WORDS.list("it");
    private static final Set<String> STATE_NOUNS = WORDS.list("state nouns");
    private static final Set<String> INTO_STATE = WORDS.list("into state");
    private static final int SUBJECT_WITHIN = 6;
    private static final int OBJECT_WITHIN = 5;

    /** The first that holds the word counts. */
    private static final List<Telling> TELLING = List.of(
            new Telling(Status.SUSPENDED, WORDS.list("suspending")),
            new Telling(Status.EXTENDED, WORDS.list("extending")),
            new Telling(Status.COLLAPSED, WORDS.list("collapsing")),
            new Telling(Status.ENDED, WORDS.list("ending")),
            new Telling(Status.IN_FORCE, WORDS.list("holding")));

    /** States that somebody brings about, so that the agreement is the verb's object. */
    private static final Set<Pos> OBJECT_STARTS = EnumSet.of(Pos.DET, Pos.NUM, Pos.NOUN, Pos.PROPN, Pos.ADJ, Pos.PRON);

    private static final Set<Status> DONE = EnumSet.of(Status.SUSPENDED, Status.EXTENDED, Status.ENDED);

    private static final Set<Pos> BESIDE_VERB = EnumSet.of(Pos.AUX, Pos.ADV, Pos.ADP);

    private record Telling(Status status, Set<String> words) {}

    private final NamedAgreements named;

    AgreementStatuses(NamedAgreements named) {
        this.named = named;
    }

    /** The state that token {@code i} tells, or null; {@code near} where an agreement is named close by. */
    @Nullable
    Status at(Scene scene, int i, boolean near) {
        TaggedSentence s = scene.words();
        if (s.is(i, "bound")) {
            return bound(scene, i, near);
        }
        Status status = TELLING.stream()
                .filter(telling -> s.isAny(i, telling.words()))
                .map(Telling::status)
                .findFirst()
                .orElse(null);
        if (status == null || StatementMood.isUnreal(s, i) || StatementMood.isNegated(s, i)) {
            return null;
        }
        if (s.isAny(i, STATE_NOUNS) && !s.isAny(i - 1, INTO_STATE)) {
            return null;
        }
        boolean object =
                DONE.contains(status) && s.tag(i) == Pos.VERB && named.last(scene, i + 1, i + OBJECT_WITHIN) >= 0;
        return object || isSubject(scene, i, near) ? status : null;
    }

    /** "Is no longer bound by the truce", "remains bound by it". */
    private @Nullable Status bound(Scene scene, int i, boolean near) {
        TaggedSentence s = scene.words();
        boolean byIt = near && s.is(i + 1, "by") && s.isAny(i + 2, IT);
        if (!byIt && named.end(scene, i + 1, i + 6, false) == 0) {
            return null;
        }
        if (s.any(i - 4, i, k -> StatementMood.negates(s, k))) {
            return Status.ENDED;
        }
        return s.isAny(i - 1, STAYING) ? Status.IN_FORCE : null;
    }

    /** Whether an agreement, or "it" near one, is what the word is said of. */
    private boolean isSubject(Scene scene, int i, boolean near) {
        TaggedSentence s = scene.words();
        int before = named.before(scene, i, SUBJECT_WITHIN);
        if (before >= 0) {
            return !s.any(before, i, k -> OTHER_VERB.standsAt(s, k));
        }
        int pronoun = Stretch.startOfRun(s, i, BESIDE_VERB) - 1;
        return near && i <= 5 && i - pronoun <= 4 && s.is(pronoun, "it") && !hasObject(s, i);
    }

    /** "It has withdrawn all but two guns": whoever withdraws something is no agreement. */
    private static boolean hasObject(TaggedSentence s, int verb) {
        return s.phraseEnd(verb + 1) > verb + 1 || s.isTagged(verb + 1, OBJECT_STARTS);
    }

    /** The words from the agreement to what tells its state. */
    Span around(Scene scene, int i) {
        int before = named.before(scene, i, SUBJECT_WITHIN);
        if (before >= 0) {
            return scene.words().span(before, i + 1);
        }
        return scene.words().span(i, Math.max(i, named.last(scene, i + 1, i + 6)) + 1);
    }
}
