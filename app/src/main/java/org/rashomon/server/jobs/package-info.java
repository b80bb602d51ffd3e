/**
 * What is done while people go on: {@link org.rashomon.server.jobs.Jobs} takes inputs as bytes, gives each lot to the case one after another, and
 * tells how far it is; and it writes down what is taken away. Knows {@code casefile}.
 */
@NullMarked
package org.rashomon.server.jobs;

import org.jspecify.annotations.NullMarked;
