/** Documents of all kinds to articles: sniffing, decoding, extraction of the article from its page, roles of blocks. */
@NullMarked
package org.rashomon.ingest;

import org.jspecify.annotations.NullMarked;
