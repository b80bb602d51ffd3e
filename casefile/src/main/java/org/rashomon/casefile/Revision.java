package org.rashomon.casefile;

import java.time.Instant;
import java.util.List;
import org.rashomon.model.Article;

/**
 * One text of an article.
 *
 * @param number from 1
 * @param article as it was read
 * @param read when it was read first
 * @param run id of the run that analysed it last
 * @param changes paragraphs that differ from the revision before, in order; empty for the first
 */
public record Revision(int number, Article article, Instant read, String run, List<Change> changes) {
    public Revision {
        changes = List.copyOf(changes);
    }

    /**
     * Paragraphs that went, came, or took each other's place.
     *
     * @param before those of the revision before; empty where paragraphs came
     * @param after those of this one; empty where paragraphs went
     */
    public record Change(List<String> before, List<String> after) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
