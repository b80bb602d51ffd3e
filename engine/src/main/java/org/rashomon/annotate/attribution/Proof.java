package org.rashomon.annotate.attribution;

import java.util.Optional;
import org.rashomon.nlp.Reading.Said;

/**
 * One thing that holds of what somebody is said to have said, tried on what the encoder gives. All of them, in their order, are {@link
 * Proofs#ALL}.
 *
 * @param name in one word or two, with hyphens; unique, as it is what a proof is switched off by
 * @param proves what holds of an attribution that passes, in one sentence
 */
record Proof(String name, String proves, Check check) {
    /** Tries an attribution. */
    @FunctionalInterface
    interface Check {
        /** Empty where it passes; else what is left of it: of another source, or of none, of less content, or of none at all. */
        Optional<Said> of(Evidence evidence, Said said);
    }
}
