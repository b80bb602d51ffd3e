/** What tests share: articles made by hand and the steps that lead to what a test looks at. */
@NullMarked
package org.rashomon.testing;

import org.jspecify.annotations.NullMarked;
