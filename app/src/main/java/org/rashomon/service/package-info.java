/**
 * Use cases: the only door from the outside to the engine and the exports.
 *
 * <p>{@link org.rashomon.service.ReadService} reads articles, compares them and writes a dossier; it tells a {@link
 * org.rashomon.service.Progress} how far it is and returns a {@link org.rashomon.service.Summary}. Failures are named by
 * what the caller can do: {@link org.rashomon.service.ConfigurationException} (change a setting), {@link
 * org.rashomon.service.NothingReadException} (give other inputs), {@link org.rashomon.service.StoreException} (mend the disk), {@link
 * org.rashomon.service.OutOfMemory} (give more memory) and {@link org.rashomon.service.DefectException} (send {@code faults.log} in). {@link
 * org.rashomon.service.Limits} says what a run may cost. How a dossier gets its place is the matter of {@code DossierFolder} and {@code
 * Replacement}, and docs/decisions/0011-one-exchange.md tells why. {@link org.rashomon.service.CaseService} exports and verifies cases, which {@code casefile} keeps. May use the engine,
 * {@code casefile} and {@code export}; knows nothing of the command
 * line.
 */
@NullMarked
package org.rashomon.service;

import org.jspecify.annotations.NullMarked;
