/** Machine-made annotation that needs a model: part-of-speech tags. */
@NullMarked
package org.rashomon.nlp;

import org.jspecify.annotations.NullMarked;
