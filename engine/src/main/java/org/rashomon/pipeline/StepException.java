package org.rashomon.pipeline;

/** A step of the analysis broke on one article: a defect of the program. The cause is what broke it. */
public final class StepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String step;

    /**
     * @param step see {@link #step}
     * @param article its file
     */
    public StepException(String step, String article, Throwable cause) {
        super("the step \"" + step + "\" broke on " + article, cause);
        this.step = step;
    }

    /** What the step finds: sentences, names, claims. */
    public String step() {
        return step;
    }
}
