package org.rashomon.annotate.attribution;

import java.util.List;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Article;
import org.rashomon.model.claims.Attribution;

/**
 * Finds who says what: attributions in the sense of PARC 3.0 and PolNeAR, beliefs and attitudes included.
 *
 * <p>What an implementation returns rests on blocks that are read, in order of text, with spans trimmed of white space.
 */
public interface Attributor {
    /**
     * Attributions of one article.
     *
     * @param sentences of the article, in order, with their words
     */
    List<Attribution> attribute(Article article, List<TaggedSentence> sentences);
}
