package org.rashomon.server.view;

import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.OpenCase;

/** Keeps the present snapshot of a case: it is made anew when the case has changed and somebody asks. Thread-safe. */
public final class Snapshots {
    private final OpenCase open;
    private volatile @Nullable Snapshot held;

    public Snapshots(OpenCase open) {
        this.open = open;
    }

    public OpenCase open() {
        return open;
    }

    /** Of the case as it is now. */
    public Snapshot current() {
        Snapshot now = held;
        if (now != null && now.version().equals(open.version())) {
            return now;
        }
        synchronized (this) {
            String version = open.version();
            Snapshot again = held;
            if (again == null || !again.version().equals(version)) {
                again = new Snapshot(version, open);
                // a change while it was made: what it holds is of a later state, and is not kept under the earlier
                // one's name
                held = version.equals(open.version()) ? again : null;
            }
            return again;
        }
    }
}
