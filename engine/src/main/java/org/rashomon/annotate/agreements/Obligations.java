package org.rashomon.annotate.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.agreements.AgreementFinder.Named;
import org.rashomon.annotate.incidents.EventTargets;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.Obligation;
import org.rashomon.model.events.Obligation.Deontic;
import org.rashomon.nlp.Pos;
import org.rashomon.text.Hashes;

/** What the words of a sentence say that an agreement obliges, forbids or allows somebody to do. */
final class Obligations {
    private final DutyMarkers markers;

    Obligations(EventTargets subjects) {
        this.markers = new DutyMarkers(subjects);
    }

    /**
     * Obligations of one sentence.
     *
     * @param here agreements that the sentence names
     * @param told whether a sentence just before names one
     * @param chain whether the sentence just before in the paragraph lists obligations, so that "must" and "will" go on with them
     * @param last the bearer of the last obligation before, for "it" and "they"; null when there is none
     */
    List<Obligation> find(Scene scene, List<Named> here, boolean told, boolean chain, @Nullable String last) {
        TaggedSentence s = scene.words();
        List<Obligation> out = new ArrayList<>();
        boolean under = isUnder(s, here);
        boolean explicit = under || chain;
        Bearer bearer = last == null ? null : new Bearer(-1, last);
        for (int i = 0; i < s.size(); i++) {
            DutyMarker marker = markers.at(scene, i, here, told, explicit);
            if (marker == null) {
                continue;
            }
            Bearer own = marker.bearerFrom() >= 0
                    ? Bearer.of(scene, marker.bearerFrom(), marker.bearerTo(), bearer)
                    : marker.shares() ? bearer : null;
            if (own == null || !Deed.isVerb(s, marker.verb()) && s.tag(marker.verb()) != Pos.AUX) {
                continue;
            }
            bearer = own;
            int end = add(scene, own, marker, out);
            i = Math.max(i, Math.min(end, marker.verb()));
            i = further(scene, own, marker, end, out) - 1;
        }
        return out;
    }

    private static boolean isUnder(TaggedSentence s, List<Named> here) {
        for (Named named : here) {
            for (int k = named.start() - 1; k >= 0 && k >= named.start() - 6; k--) {
                if (s.isAny(k, Set.of("under", "terms"))) {
                    return true;
                }
            }
            if (s.isAny(
                    named.to(), Set.of("says", "states", "stipulates", "provides", "requires", "obliges", "demands"))) {
                return true;
            }
            // "The truce …, under which …"
            for (int k = named.to(); k + 1 < Math.min(s.size(), named.to() + 12); k++) {
                if (s.is(k, "under") && s.is(k + 1, "which")) {
                    return true;
                }
            }
        }
        for (Named named : here) {
            for (int k = 0; k < named.start(); k++) {
                if (s.is(k, "if") || s.is(k, "unless")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Adds the obligation and returns one past its last token. */
    private static int add(Scene scene, Bearer bearer, DutyMarker marker, List<Obligation> out) {
        TaggedSentence s = scene.words();
        Deed deed = Deed.at(scene, marker.verb());
        boolean near = bearer.from() >= 0 && bearer.from() < marker.at() && marker.at() - bearer.from() < 14;
        Span span = s.span(near && !s.hasComma(bearer.from(), marker.at()) ? bearer.from() : marker.at(), deed.end());
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
    private static int further(Scene scene, Bearer bearer, DutyMarker first, int from, List<Obligation> out) {
        TaggedSentence s = scene.words();
        int end = from;
        while (true) {
            int k = end;
            if (s.is(k, ",")) {
                k++;
            }
            if (!s.is(k, "and") && !s.is(k, "or")) {
                return end;
            }
            k++;
            boolean not = s.is(k, "not");
            if (not) {
                k++;
            }
            if (!s.is(k, "to") || s.tag(k + 1) != Pos.VERB && s.tag(k + 2) != Pos.VERB) {
                return end;
            }
            int verb = s.tag(k + 1) == Pos.VERB ? k + 1 : k + 2;
            end = add(
                    scene,
                    bearer,
                    new DutyMarker(
                            k,
                            s.tag(k + 1) == Pos.ADV ? k + 1 : verb,
                            not ? Deontic.MUST_NOT : first.deontic(),
                            -1,
                            -1,
                            true),
                    out);
        }
    }
}
