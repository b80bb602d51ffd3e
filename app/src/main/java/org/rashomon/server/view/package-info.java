/**
 * One state of a case, as it is served: {@link org.rashomon.server.view.Snapshots} hands out the present {@link
 * org.rashomon.server.view.Snapshot}, which holds the dossier by its ids, the laid-out pages, the rows of the tables, the index of words and the
 * open {@link org.rashomon.server.view.Doubts}. A snapshot never changes. Knows {@code casefile}, {@code export} and {@code server.search}.
 */
@NullMarked
package org.rashomon.server.view;

import org.jspecify.annotations.NullMarked;
