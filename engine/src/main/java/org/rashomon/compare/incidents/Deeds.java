package org.rashomon.compare.incidents;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Word;
import org.rashomon.fitted.FittedModel;
import org.rashomon.fitted.Signals;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Place;
import org.rashomon.model.Span;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Factuality;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.words.Tsv;

/**
 * How likely a mention speaks of one deed, where a campaign (<em>the strikes of the last weeks</em>), a habit, what may come and a word of
 * another sense are none.
 */
final class Deeds {
    static final FittedModel MODEL = FittedModel.of("en/incident-weights.tsv", "deed");

    /** Words of grammar, by which a habit and what may come are told. */
    private static final Set<String> GRAMMAR = Tsv.words("en/deed-words.tsv");

    private static final Set<String> MODALS = Set.of("may", "might", "could", "must", "would");
    private static final String PERFECT = "have";

    /** How many words before and behind the mention count. */
    private static final int NEAR = 4;

    private static final int LEAD = 3;
    private static final long FEW_DAYS = 3;
    private static final long LONG_AGO = 60;

    private final Corpus corpus;

    Deeds(Corpus corpus) {
        this.corpus = corpus;
    }

    /** What speaks for it. */
    Signals signals(IncidentMention mention) {
        Claim claim = corpus.claim(mention.claim());
        Place place = mention.place();
        TimeInterval time = mention.time();
        Signals signals = new Signals()
                .when(mention.telling().name(), true)
                .when(mention.opening().name(), true)
                .when("head " + mention.head(), true)
                .when("type " + mention.type(), true)
                .when("broad", Types.isBroad(mention.head()))
                .when("plural", mention.plural())
                .when("headline", isHeadline(mention))
                .when("lead", mention.sentence() < LEAD)
                .when("day", time != null && time.days() <= FEW_DAYS)
                .when("span", time != null && time.days() > FEW_DAYS)
                .when("long ago", isLongAgo(time, corpus.published(mention.article())))
                .when("town", place != null && PlaceKeys.isLocal(place))
                .when("region", place != null && place.precision() == Place.Precision.REGION)
                .when("country", place != null && place.precision() == Place.Precision.COUNTRY)
                .when("target", !mention.targets().isEmpty())
                .when("name", mention.targetName() != null)
                .when("weapon", mention.weapon() != null)
                .when("ordinal", mention.ordinal() > 0)
                .when("doer", !mention.perpetrators().isEmpty())
                .when("claimed", claim != null)
                .when("foretold", claim != null && claim.factuality() == Factuality.FUTURE)
                .when("act " + (claim == null ? "" : claim.act()), claim != null);
        around(mention, signals);
        return signals;
    }

    private void around(IncidentMention mention, Signals signals) {
        ArticleAnalysis analysis = corpus.analysis(mention.article());
        Span sentence = analysis.sentences().get(mention.sentence()).span();
        Span span = mention.span();
        List<Word> words = Word.of(analysis.article().text(), sentence);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (!GRAMMAR.contains(word.key()) || isHedge(words, i)) {
                continue;
            }
            signals.when("with " + word.key(), true);
            boolean before = word.end() <= span.start()
                    && (i + NEAR >= words.size() || words.get(i + NEAR).start() >= span.start());
            boolean behind = word.start() >= span.end()
                    && (i < NEAR || words.get(i - NEAR).end() <= span.end());
            signals.when("before " + word.key(), before).when("behind " + word.key(), behind);
        }
    }

    /** <em>Might have struck</em> hedges what is over; <em>might strike</em> tells what may come. */
    private static boolean isHedge(List<Word> words, int at) {
        boolean opens = MODALS.contains(words.get(at).key())
                && at + 1 < words.size()
                && words.get(at + 1).key().equals(PERFECT);
        boolean closes = words.get(at).key().equals(PERFECT)
                && at > 0
                && MODALS.contains(words.get(at - 1).key());
        return opens || closes;
    }

    private static boolean isLongAgo(@Nullable TimeInterval time, @Nullable LocalDate published) {
        return time != null && published != null && time.end().isBefore(published.minusDays(LONG_AGO));
    }

    private boolean isHeadline(IncidentMention mention) {
        ArticleAnalysis analysis = corpus.analysis(mention.article());
        int block = analysis.sentences().get(mention.sentence()).block();
        return analysis.article().blocks().get(block).role() == BlockRole.HEADLINE;
    }
}
