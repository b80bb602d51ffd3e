/**
 * What one document may cost, so that none keeps a run from its end.
 *
 * <p>The front door is {@link org.rashomon.limits.Deadline}: it measures work by the processor time of its own thread, which a busy machine does not
 * make longer. Work that is overdue is told to stop; steps that may take long ask {@link org.rashomon.limits.Deadline#check} whether they were, and
 * whatever does not ask is left behind. Depends on the JDK only.
 */
@NullMarked
package org.rashomon.limits;

import org.jspecify.annotations.NullMarked;
