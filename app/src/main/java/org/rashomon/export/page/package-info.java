/**
 * What pages show, as data: {@link org.rashomon.export.page.Page} with its sections, {@link
 * org.rashomon.export.page.SitePage} for a folder of them, {@link org.rashomon.export.page.Style}, and {@link
 * org.rashomon.export.page.MarkedText}, an article's words with their marks. Read by the templates in {@code src/main/jte};
 * every string is plain text that the templates escape. Depends on JTE's content type only.
 */
@NullMarked
package org.rashomon.export.page;

import org.jspecify.annotations.NullMarked;
