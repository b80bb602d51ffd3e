package org.rashomon.compare.omissions;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;
import org.rashomon.model.claims.Claim;

/**
 * What somebody known says of an incident, in all articles that carry it.
 *
 * @param claim the first report of it
 * @param speaker who says it
 * @param side the body that the speaker stands for
 * @param articles ids of those that carry it
 * @param words stems of its words that tell something, the speaker's names left out
 */
record Statement(Claim claim, Actor speaker, @Nullable Actor side, Set<String> articles, Set<String> words) {
    Statement {
        articles = Set.copyOf(articles);
    }
}
