package org.rashomon.pipeline;

import java.util.List;
import org.rashomon.annotate.AgreementTagger;
import org.rashomon.annotate.Attributor;
import org.rashomon.annotate.ClaimMaker;
import org.rashomon.annotate.EntityRecogniser;
import org.rashomon.annotate.IncidentTagger;
import org.rashomon.annotate.Places;
import org.rashomon.annotate.RuleAttributor;
import org.rashomon.model.AgreementMention;
import org.rashomon.model.AgreementStatement;
import org.rashomon.model.Article;
import org.rashomon.model.ArticleAnalysis;
import org.rashomon.model.Attribution;
import org.rashomon.model.Claim;
import org.rashomon.model.Figure;
import org.rashomon.model.IncidentMention;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.TimeExpression;
import org.rashomon.nlp.PosTagger;
import org.rashomon.text.SentenceSplitter;

/**
 * One article to its analysis, in a straight line. Pure and safe for use by many threads; articles may be analysed in parallel
 * and in any order.
 */
public final class ArticlePipeline {
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final EntityRecogniser recogniser = new EntityRecogniser();
    private final Attributor attributor;
    private final ClaimMaker claimMaker = new ClaimMaker();
    private final IncidentTagger incidentTagger;
    private final AgreementTagger agreementTagger;

    private ArticlePipeline(PosTagger tagger, Attributor attributor) {
        this.attributor = attributor;
        this.incidentTagger = new IncidentTagger(tagger, Places.standard());
        this.agreementTagger = new AgreementTagger(tagger);
    }

    /** The pipeline whose every step works by rules, without models that were trained for the task. */
    public static ArticlePipeline rules() {
        PosTagger tagger = PosTagger.load();
        return new ArticlePipeline(tagger, new RuleAttributor(tagger));
    }

    /** All that one article yields on its own. */
    public ArticleAnalysis analyse(Article article) {
        List<Sentence> sentences = splitter.split(article);
        List<Mention> mentions = recogniser.recognise(article, sentences);
        List<TimeExpression> times = List.of();
        List<Attribution> attributions = attributor.attribute(article, sentences);
        List<Claim> claims = claimMaker.claim(article, sentences, mentions, times, attributions);
        List<Figure> figures = List.of();
        List<IncidentMention> incidents = incidentTagger.tag(article, sentences, mentions, times, claims);
        List<AgreementMention> agreements = agreementTagger.tag(article, sentences, mentions, times, claims);
        List<AgreementStatement> statements =
                agreementTagger.statements(article, sentences, mentions, claims, agreements);
        return new ArticleAnalysis(
                article, sentences, mentions, times, attributions, claims, figures, incidents, agreements, statements);
    }
}
