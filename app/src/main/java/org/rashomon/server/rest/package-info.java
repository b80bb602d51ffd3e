/**
 * The case for programs: {@link org.rashomon.server.rest.RestRoutes} answers under {@code /api/v1} with the rows of the tables, an entry of {@code
 * evidence} for every span ({@link org.rashomon.server.rest.Evidence}), filters and pages. {@code openapi.json}, written by hand beside the
 * classes, is the promise; {@code RestContractTest} walks it. To add a field: in {@code export.Rows}, docs/tables.md and openapi.json.
 */
@NullMarked
package org.rashomon.server.rest;

import org.jspecify.annotations.NullMarked;
