package org.rashomon.compare.incidents;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.rashomon.compare.corpus.Words;
import org.rashomon.fitted.FittedModel;
import org.rashomon.fitted.Signals;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.events.IncidentType;

/** How likely the incidents of two articles are one. */
final class ProfileLinks {
    static final FittedModel MODEL = FittedModel.of("en/incident-weights.tsv", "article");

    private static final double ALIKE = 0.5;
    private static final double FAR_TOLLS = 4;
    private static final double NEAR_TOLLS = 1.5;

    private ProfileLinks() {}

    static Signals signals(IncidentProfile a, IncidentProfile b) {
        PlaceKeys.Relation places = PlaceKeys.relation(a.place(), b.place());
        TimeInterval one = a.time();
        TimeInterval other = b.time();
        boolean overlap = one != null && other != null && one.overlaps(other);
        boolean bothDated = one != null && other != null;
        boolean sameDay = a.meetsInTime(b);
        double tolls = a.tollRatio(b);
        boolean bothMain = a.isMain() && b.isMain();
        boolean story = a.sharesStory(b);
        return new Signals()
                .when("same type", a.sharesType(b))
                .when(
                        "attack only",
                        a.types().equals(Set.of(IncidentType.ATTACK))
                                || b.types().equals(Set.of(IncidentType.ATTACK)))
                .when("day meets", sameDay)
                .when("day near", bothDated && !overlap)
                .when("day coarse", !sameDay && overlap)
                .when("day untold", a.time() == null && b.time() == null)
                .when("town meets", a.meetsInPlace(b))
                .with("town meets, quiet", a.meetsInPlace(b) ? Math.min(a.placeQuiet(), b.placeQuiet()) : 0)
                .when("vouched", a.isVouchedFor(b))
                .when("town and day", a.meetsInPlace(b) && sameDay)
                .when("town, no day", a.meetsInPlace(b) && !sameDay)
                .when("kind and day", a.sharesKind(b) && sameDay)
                .when("kind and town", a.sharesKind(b) && a.meetsInPlace(b))
                .when("toll and day", tolls > 0 && tolls < NEAR_TOLLS && sameDay)
                .when("toll and town", tolls > 0 && tolls < NEAR_TOLLS && a.meetsInPlace(b))
                .when("toll and story", tolls > 0 && tolls < NEAR_TOLLS && story)
                .with("apart", Math.log1p((double) b.awayFrom(a)))
                .with("words, story", story ? a.likeness(b) : 0)
                .when("place meets", places == PlaceKeys.Relation.SAME)
                .when("place within", places == PlaceKeys.Relation.WITHIN)
                .when("place near", places == PlaceKeys.Relation.NEAR)
                .when("place country", places == PlaceKeys.Relation.COUNTRY)
                .when("place other", places == PlaceKeys.Relation.OTHER)
                .when("place untold", places == PlaceKeys.Relation.UNTOLD)
                .when("day and place", sameDay && places == PlaceKeys.Relation.SAME)
                .when("name shared", a.sharesName(b))
                .when("kind shared", a.sharesKind(b))
                .with("target words", Words.jaccard(a.targetWords(), b.targetWords()))
                .when("target other", isOther(a.targetWords(), b.targetWords()))
                .when("weapon shared", Words.shared(a.weapons(), b.weapons()) > 0)
                .when("doer shared", Words.shared(a.doers(), b.doers()) > 0)
                .when("doer other", isOther(a.doers(), b.doers()))
                .with("facts shared", a.factsShared(b))
                .with("facts new", Math.min(a.factsNew(b), b.factsNew(a)))
                .when("toll same", tolls == 1)
                .when("day exact", sameDay && one != null && one.equals(other) && one.days() == 1)
                .when("headline both", a.isHeadline() && b.isHeadline())
                .when("alike", a.likeness(b) > ALIKE)
                .with("deed", Math.min(a.deed(), b.deed()))
                .when("toll near", tolls > 0 && tolls < NEAR_TOLLS)
                .when("toll far", tolls > FAR_TOLLS)
                .when("main both", bothMain)
                .when("main one", a.isMain() != b.isMain())
                .when("main both, story", bothMain && story)
                .when("story", story)
                .with("main both, published apart", bothMain ? Math.log1p((double) apart(a, b)) : 0)
                .with("share", Math.min(a.share(), b.share()))
                .with("words", a.likeness(b));
    }

    private static boolean isOther(Set<String> a, Set<String> b) {
        return !a.isEmpty() && !b.isEmpty() && Words.shared(a, b) == 0;
    }

    /** Days between the publications, as far as known. */
    private static long apart(IncidentProfile a, IncidentProfile b) {
        LocalDate one = a.published();
        LocalDate other = b.published();
        return one == null || other == null ? 0 : Math.abs(ChronoUnit.DAYS.between(one, other));
    }
}
