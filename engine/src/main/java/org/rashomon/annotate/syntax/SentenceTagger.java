package org.rashomon.annotate.syntax;

import java.util.ArrayList;
import java.util.List;
import org.rashomon.model.Article;
import org.rashomon.model.Sentence;
import org.rashomon.nlp.PosTagger;

/** Cuts blocks into tokens and tags them: once an article, for all steps that look at words. */
public final class SentenceTagger {
    private final PosTagger tagger;

    public SentenceTagger(PosTagger tagger) {
        this.tagger = tagger;
    }

    /**
     * The same sentences in the same order, with their words; each knows its block.
     *
     * @param sentences of the article, those of a block together
     */
    public List<TaggedSentence> tag(Article article, List<Sentence> sentences) {
        List<TaggedSentence> tagged = new ArrayList<>(sentences.size());
        int from = 0;
        while (from < sentences.size()) {
            int block = sentences.get(from).block();
            int to = from;
            while (to < sentences.size() && sentences.get(to).block() == block) {
                to++;
            }
            tagged.addAll(TaggedBlock.of(article, block, sentences.subList(from, to), tagger)
                    .sentences());
            from = to;
        }
        return tagged;
    }
}
