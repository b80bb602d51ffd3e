package org.rashomon.export;

import java.util.List;

/** The formats that there are. */
public final class DossierWriters {
    private DossierWriters() {}

    /** All formats, in the order in which they are written. */
    public static List<DossierWriter> standard() {
        return List.of(new TableWriter(), new DossierPage());
    }
}
