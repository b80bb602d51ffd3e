package org.rashomon.pipeline;

import java.util.List;
import org.rashomon.annotate.AgreementTagger;
import org.rashomon.annotate.Attributor;
import org.rashomon.annotate.ClaimMaker;
import org.rashomon.annotate.EntityRecogniser;
import org.rashomon.annotate.FigureTagger;
import org.rashomon.annotate.IncidentTagger;
import org.rashomon.annotate.LearnedAttributor;
import org.rashomon.annotate.Places;
import org.rashomon.annotate.RuleAttributor;
import org.rashomon.annotate.SentenceTagger;
import org.rashomon.annotate.TaggedSentence;
import org.rashomon.annotate.TimeTagger;
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
import org.rashomon.nlp.Reader;
import org.rashomon.text.SentenceSplitter;

/**
 * One article to its analysis, in a straight line. Pure and safe for use by many threads; articles may be analysed in parallel
 * and in any order.
 */
public final class ArticlePipeline {
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final EntityRecogniser recogniser = new EntityRecogniser();
    private final TimeTagger timeTagger = new TimeTagger();
    private final SentenceTagger tagger;
    private final Attributor attributor;
    private final ClaimMaker claimMaker = new ClaimMaker();
    private final FigureTagger figureTagger = new FigureTagger();
    private final IncidentTagger incidentTagger = new IncidentTagger(Places.standard());
    private final AgreementTagger agreementTagger = new AgreementTagger();

    private ArticlePipeline(SentenceTagger tagger, Attributor attributor) {
        this.tagger = tagger;
        this.attributor = attributor;
    }

    /** The pipeline whose every step works by rules, without models that were trained for the task. */
    public static ArticlePipeline rules() {
        return new ArticlePipeline(new SentenceTagger(PosTagger.load()), new RuleAttributor());
    }

    /** The pipeline in which the trained reader tells who says what; see {@link Reader#load}. */
    public static ArticlePipeline learned(Reader reader) {
        return new ArticlePipeline(new SentenceTagger(PosTagger.load()), new LearnedAttributor(reader));
    }

    /** All that one article yields on its own. */
    public ArticleAnalysis analyse(Article article) {
        List<Sentence> sentences = splitter.split(article);
        List<TaggedSentence> tagged = tagger.tag(article, sentences);
        List<Mention> mentions = recogniser.recognise(article, sentences);
        List<TimeExpression> times = timeTagger.tag(article, sentences);
        List<Attribution> attributions = attributor.attribute(article, tagged);
        List<Claim> claims = claimMaker.claim(article, sentences, mentions, times, attributions);
        List<Figure> figures = figureTagger.tag(article, sentences, times, claims);
        List<IncidentMention> incidents = incidentTagger.tag(article, tagged, mentions, times, claims);
        List<AgreementMention> agreements = agreementTagger.tag(article, tagged, mentions, times, claims);
        List<AgreementStatement> statements = agreementTagger.statements(article, tagged, mentions, claims, agreements);
        return new ArticleAnalysis(
                article, sentences, mentions, times, attributions, claims, figures, incidents, agreements, statements);
    }
}
