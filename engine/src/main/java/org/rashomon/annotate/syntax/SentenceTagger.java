package org.rashomon.annotate.syntax;

import java.util.List;
import org.rashomon.model.Article;
import org.rashomon.model.Sentence;
import org.rashomon.nlp.PosTagger;

/** Cuts sentences into tokens and tags them: once an article, for all steps that look at words. */
public final class SentenceTagger {
    private final PosTagger tagger;

    public SentenceTagger(PosTagger tagger) {
        this.tagger = tagger;
    }

    /** The same sentences in the same order, with their words. */
    public List<TaggedSentence> tag(Article article, List<Sentence> sentences) {
        return sentences.stream()
                .map(sentence -> TaggedSentence.of(article.text(), sentence, tagger))
                .toList();
    }
}
