/**
 * The command line: {@link org.rashomon.cli.Main} builds the program by hand and maps failures to exit codes (0 done, 1
 * failure, 2 usage, 3 done with rejects). Commands only parse, call {@code service} and print.
 */
@NullMarked
package org.rashomon.cli;

import org.jspecify.annotations.NullMarked;
