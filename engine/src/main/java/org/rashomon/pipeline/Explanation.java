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
 * @param actBy what gave the claim its act: {@code cue}, {@code trained-reader}, or which words of the content
 * @param speakerBy name of the kind of source that told the speaker, as {@code pronoun} or {@code office-of-state}
 * @param decided the proofs that it did not pass as it was found, in order
 * @param passed names of the proofs that it passed, in order
 */
public record Explanation(
        Article article,
        Claim claim,
        String reader,
        String addition,
        String construction,
        String actBy,
        String speakerBy,
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
