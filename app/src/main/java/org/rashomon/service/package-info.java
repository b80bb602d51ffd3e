/**
 * Use cases: the only door from the outside to the engine and the exports.
 *
 * <p>{@link org.rashomon.service.ReadService} reads articles, compares them and writes a dossier; it tells a {@link
 * org.rashomon.service.Progress} how far it is and returns a {@link org.rashomon.service.Summary}. Failures have three names, by
 * what the caller can do: {@link org.rashomon.service.ConfigurationException} (change a setting), {@link
 * org.rashomon.service.NothingReadException} (give other inputs) and {@link org.rashomon.service.StoreException} (mend the disk). May use the engine and {@code export}; knows nothing of the command
 * line.
 */
@NullMarked
package org.rashomon.service;

import org.jspecify.annotations.NullMarked;
