package org.rashomon.compare.incidents;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Words;
import org.rashomon.fitted.FittedModel;
import org.rashomon.fitted.Signals;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.model.events.IncidentMention.Opening;
import org.rashomon.model.events.IncidentMention.Telling;

/** How likely a mention goes on with an incident that its article told before. */
final class MentionLinks {
    static final FittedModel MODEL = FittedModel.of("en/incident-weights.tsv", "mention");

    /** Sentences from the top within which an article says what it is about. */
    private static final int LEAD = 3;

    /** Sentences within which a mention stands near one before it. */
    private static final int NEAR = 2;

    private static final double FAR_TOLLS = 4;
    private static final double NEAR_TOLLS = 1.5;

    private MentionLinks() {}

    /**
     * What speaks for it.
     *
     * @param home the incident told so far
     * @param after the mention
     * @param sofar how many mentions of incidents the article told before it
     * @param latest the incident that was spoken of last
     * @param largest the incident that most was told of so far
     */
    static Signals signals(
            IncidentProfile home,
            IncidentProfile after,
            int sofar,
            @Nullable IncidentProfile latest,
            @Nullable IncidentProfile largest) {
        IncidentMention b = after.first();
        boolean pointing = b.telling() == Telling.POINTS_BACK;
        boolean tells = b.telling() == Telling.TELLS;
        boolean broad = Types.isBroad(b.head());
        int apart = Integer.MAX_VALUE;
        boolean sameHead = false;
        boolean claimed = false;
        boolean outcome = true;
        boolean plural = false;
        boolean singular = false;
        for (IncidentMention a : home.mentions()) {
            apart = Math.min(apart, Math.max(0, b.sentence() - a.sentence()));
            sameHead |= a.head().equals(b.head()) || lastWord(a.head()).equals(lastWord(b.head()));
            claimed |= a.claim() != null && a.claim().equals(b.claim());
            outcome &= Types.isOutcome(a.head());
            plural |= a.plural();
            singular |= !a.plural();
        }
        PlaceKeys.Relation places = PlaceKeys.relation(home.place(), after.place());
        boolean bothDated = home.time() != null && b.time() != null;
        boolean alike = sameHead || home.sharesKind(after) || home.sharesName(after);
        double tolls = home.tollRatio(after);
        boolean lead = home.first().sentence() < LEAD;
        double share = sofar == 0 ? 0 : (double) home.mentions().size() / sofar;
        String facts = home.factsShared(after) > 0 ? "shared" : home.factsNew(after) > 0 ? "new" : "bare";
        String kind = facts + " " + b.telling();
        boolean near = apart <= NEAR;
        return new Signals()
                .when(kind, true)
                .when(kind + ", latest", home == latest)
                .when(kind + ", near", near)
                .when(kind + ", largest", home == largest)
                .when(kind + ", same head", sameHead)
                .when("same head", sameHead)
                .when("same head, tells", sameHead && tells)
                .when("broad, pointing", broad && pointing)
                .when("broad", broad)
                .when("type shared", home.sharesType(after))
                .when("type untold", after.types().isEmpty())
                .when(
                        "type other",
                        !home.sharesType(after)
                                && !after.types().isEmpty()
                                && !home.types().isEmpty())
                .when("pointing", pointing)
                .when("tells", tells)
                .when("definite", b.isDefinite())
                .when("indefinite", b.opening() == Opening.INDEFINITE)
                .when("toll near", tolls > 0 && tolls < NEAR_TOLLS)
                .when("toll far", tolls > FAR_TOLLS)
                .when("told", home.isTold())
                .when("told twice", home.isTold() && tells)
                .when("outcome", Types.isOutcome(b.head()))
                .when("outcome before", outcome)
                .when("plural", b.plural() && !plural)
                .when("singular", !b.plural() && !singular)
                .when("place meets", places == PlaceKeys.Relation.SAME || places == PlaceKeys.Relation.WITHIN)
                .when("place near", places == PlaceKeys.Relation.NEAR)
                .when("place other", places == PlaceKeys.Relation.OTHER)
                .when("place new", home.place() == null && b.place() != null)
                .when("place new, other", home.place() == null && b.place() != null && !alike)
                .when("day new, other", home.time() == null && b.time() != null && !alike)
                .when("definite, other", b.isDefinite() && tells && !alike)
                .when("day meets", bothDated && home.meetsInTime(after))
                .when("day new", home.time() == null && b.time() != null)
                .when("day untold", b.time() == null)
                .when("kind shared", home.sharesKind(after))
                .when("target words", Words.shared(home.targetWords(), after.targetWords()) > 0)
                .when("target other", isOther(home.targetWords(), after.targetWords()))
                .when(
                        "target new",
                        home.targetWords().isEmpty() && !after.targetWords().isEmpty())
                .when("name shared", home.sharesName(after))
                .when("weapon shared", Words.shared(home.weapons(), after.weapons()) > 0)
                .when("doer shared", Words.shared(home.doers(), after.doers()) > 0)
                .when("doer other", isOther(home.doers(), after.doers()))
                .when("same sentence", apart == 0)
                .when("next sentence", apart == 1)
                .when("same paragraph", home.block() == after.block())
                .when("same paragraph, pointing", pointing && home.block() == after.block())
                .with("facts shared", home.factsShared(after))
                .with("facts new", home.factsNew(after))
                .with("facts new, tells", tells ? home.factsNew(after) : 0)
                .with("deed", after.deed())
                .with("deed before", home.deed())
                .with("distance", Math.log1p(apart))
                .when("headline", home.isHeadline())
                .when("lead", lead)
                .when("claimed both", claimed)
                .with("share", share)
                .with("share, pointing", pointing ? share : 0)
                .with("mentions", Math.log(home.mentions().size()))
                .when("latest", home == latest)
                .when("latest, pointing", home == latest && pointing)
                .when("largest", home == largest)
                .when("largest, pointing", home == largest && pointing)
                .with("words", Math.min(1, home.likeness(after)));
    }

    private static boolean isOther(Set<String> a, Set<String> b) {
        return !a.isEmpty() && !b.isEmpty() && Words.shared(a, b) == 0;
    }

    private static String lastWord(String head) {
        return head.substring(head.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }
}
