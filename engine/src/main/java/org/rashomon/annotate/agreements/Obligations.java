package org.rashomon.annotate.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.agreements.AgreementFinder.Named;
import org.rashomon.annotate.incidents.EventTargets;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.Obligation;
import org.rashomon.nlp.Pos;
import org.rashomon.text.Hashes;
import org.rashomon.words.WordLists;

/** What the words of a sentence say that an agreement obliges, forbids or allows somebody to do. */
final class Obligations {
    private static final PhrasePattern UNDER_WHICH = PhrasePattern.of("en/agreement-patterns.tsv", "under which");
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> UNDER = WORDS.list("under");
    private static final Set<String> SAYING = WORDS.list("saying");
    private static final Set<String> CONDITION = WORDS.list("condition");
    private static final int BEARER_WITHIN = 14;

    private final DutyMarkers markers;

    Obligations(EventTargets subjects) {
        this.markers = new DutyMarkers(subjects);
    }

    /**
     * Obligations of one sentence that names an agreement or stands soon after one that does.
     *
     * @param here agreements that the sentence names
     * @param chain whether the sentence just before in the paragraph lists obligations, so that "must" and "will" go on with them
     * @param last the bearer of the last obligation before, for "it" and "they"; null when there is none
     */
    List<Obligation> find(Scene scene, List<Named> here, boolean chain, @Nullable String last) {
        TaggedSentence s = scene.words();
        List<Obligation> out = new ArrayList<>();
        boolean explicit = chain || here.stream().anyMatch(named -> isUnder(s, named));
        DutyBearer bearer = last == null ? null : new DutyBearer(-1, last);
        for (int i = 0; i < s.size(); i++) {
            DutyMarker marker = markers.at(scene, i, here, explicit);
            if (marker == null || (!DutyDeed.isVerb(s, marker.verb()) && s.tag(marker.verb()) != Pos.AUX)) {
                continue;
            }
            DutyBearer own = marker.bearerFrom() < 0
                    ? bearer
                    : DutyBearer.of(scene, marker.bearerFrom(), marker.bearerTo(), bearer);
            if (own != null) {
                bearer = own;
                int end = add(scene, own, marker, out);
                i = further(scene, own, marker, end, out) - 1;
            }
        }
        return out;
    }

    /** "Under the truce", "the truce says", "the truce …, under which …", "if … the truce". */
    private static boolean isUnder(TaggedSentence s, Named named) {
        return s.any(named.to(), named.to() + 12, k -> UNDER_WHICH.standsAt(s, k))
                || s.isAny(named.to(), SAYING)
                || Stretch.has(s, named.start() - 6, named.start(), UNDER)
                || Stretch.has(s, 0, named.start(), CONDITION);
    }

    /** Adds the obligation and returns one past its last token. */
    private static int add(Scene scene, DutyBearer bearer, DutyMarker marker, List<Obligation> out) {
        TaggedSentence s = scene.words();
        DutyDeed deed = DutyDeed.at(scene, marker.verb());
        int from = bearer.from();
        boolean far =
                from < 0 || from > marker.at() || marker.at() - from >= BEARER_WITHIN || s.hasComma(from, marker.at());
        Span span = s.span(far ? marker.at() : from, deed.end());
        Claim claim = scene.claimAt(s.span(marker.verb(), marker.verb() + 1));
        out.add(new Obligation(
                Hashes.id("obl", scene.article().id(), span.start(), span.end()),
                bearer.label(),
                marker.deontic(),
                deed.words(),
                deed.object(),
                deed.area(),
                deed.until(),
                scene.article().id(),
                span,
                claim == null ? null : claim.id()));
        return deed.end();
    }

    /** "…, and to abide by …": more deeds of the same bearer. Returns where to go on reading. */
    private static int further(Scene scene, DutyBearer bearer, DutyMarker first, int from, List<Obligation> out) {
        TaggedSentence s = scene.words();
        int end = from;
        while (true) {
            int to = s.is(end, ",") ? end + 2 : end + 1;
            if (!s.is(to - 1, "and") || !s.is(to, "to") || s.tag(to + 1) != Pos.VERB) {
                return end;
            }
            end = add(scene, bearer, new DutyMarker(to, to + 1, first.deontic(), -1, -1), out);
        }
    }
}
