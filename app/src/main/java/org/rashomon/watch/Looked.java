package org.rashomon.watch;

/**
 * What a look brought, at one feed or at all of them.
 *
 * @param feeds that were asked
 * @param failed of them
 * @param resting feeds that were passed over, since they are to be left alone
 * @param pages that were asked
 * @param refused pages that failed or were not allowed to be asked
 * @param added new articles
 * @param revised articles with another text
 * @param stopped whether the program was ended meanwhile
 */
public record Looked(
        int feeds, int failed, int resting, int pages, int refused, int added, int revised, boolean stopped) {
    static final Looked NOTHING = new Looked(0, 0, 0, 0, 0, 0, 0, false);
    static final Looked STOPPED = new Looked(0, 0, 0, 0, 0, 0, 0, true);
    static final Looked RESTING = new Looked(0, 0, 1, 0, 0, 0, 0, false);
    static final Looked FAILED = new Looked(1, 1, 0, 0, 0, 0, 0, false);

    Looked plus(Looked other) {
        return new Looked(
                feeds + other.feeds,
                failed + other.failed,
                resting + other.resting,
                pages + other.pages,
                refused + other.refused,
                added + other.added,
                revised + other.revised,
                stopped || other.stopped);
    }
}
