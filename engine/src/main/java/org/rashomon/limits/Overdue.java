package org.rashomon.limits;

/** Work took longer than its {@link Deadline}, or was told to stop since it had. */
public final class Overdue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Overdue(String message) {
        super(message);
    }
}
