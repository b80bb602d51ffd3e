package org.rashomon.pipeline;

import java.util.List;
import org.rashomon.model.Article;
import org.rashomon.model.claims.Claim;

/**
 * How the program came to a claim.
 *
 * @param article in which it stands
 * @param reader what read the article, {@code learned} or {@code rules}
 * @param addition by which name the rules added it beside the trained reader; empty where what read the article found it itself
 * @param construction how source, cue and content stand to each other, in words; empty where nothing was found as an attribution: a
 *     quotation that nobody is said to have spoken
 * @param decided the proofs that it did not pass as it was found, in order
 * @param passed names of the proofs that it passed, in order
 */
public record Explanation(
        Article article,
        Claim claim,
        String reader,
        String addition,
        String construction,
        List<Decision> decided,
        List<String> passed) {
    public Explanation {
        decided = List.copyOf(decided);
        passed = List.copyOf(passed);
    }

    /**
     * A proof that changed what was found.
     *
     * @param proof its name
     * @param proves what holds since
     * @param effect what it changed, in words of the article
     */
    public record Decision(String proof, String proves, String effect) {}
}
