/**
 * What every reader of a format shares: a document's bytes ({@link org.rashomon.ingest.draft.Source}), their characters ({@link
 * org.rashomon.ingest.draft.Decoder}), what damage to them is undone ({@link org.rashomon.ingest.draft.Mending}), the interface that a reader implements ({@link
 * org.rashomon.ingest.draft.DocumentReader}, which tells how to add one), and what it hands on ({@link
 * org.rashomon.ingest.draft.Draft}).
 *
 * <p>Sees {@code model} and {@code ingest.blocks}.
 */
@NullMarked
package org.rashomon.ingest.draft;

import org.jspecify.annotations.NullMarked;
