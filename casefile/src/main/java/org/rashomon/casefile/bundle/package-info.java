/**
 * A case as one file, to be kept or sent: {@link org.rashomon.casefile.bundle.BundleWriter} makes a ZIP that is an RO-Crate, {@link
 * org.rashomon.casefile.bundle.BundleReader} checks one that came from somewhere and makes a case of it. What a bundle holds stands in
 * docs/bundle.md. {@code CaseTables} names the tables that travel; a table that is added to the case is added there.
 */
@NullMarked
package org.rashomon.casefile.bundle;

import org.jspecify.annotations.NullMarked;
