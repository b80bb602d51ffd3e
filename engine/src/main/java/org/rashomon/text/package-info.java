/** Text as text: normal form, sentences, hashes, and offsets as public formats count them. */
@NullMarked
package org.rashomon.text;

import org.jspecify.annotations.NullMarked;
