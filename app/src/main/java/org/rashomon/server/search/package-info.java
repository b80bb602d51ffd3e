/**
 * Words looked for in articles and statements, with facets that are counted and highlights by exact spans: {@link
 * org.rashomon.server.search.SearchIndex}, which is made of a dossier in memory and thrown away with it; {@link
 * org.rashomon.server.search.SearchQuery} reads what somebody types. Knows the model, {@code export.lookup} and Lucene.
 */
@NullMarked
package org.rashomon.server.search;

import org.jspecify.annotations.NullMarked;
