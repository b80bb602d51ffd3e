/**
 * Who may ask what: {@link org.rashomon.server.access.Guard} stands before every route, pages, REST and MCP alike, and checks {@code Host},
 * {@code Origin} and the token; {@link org.rashomon.server.access.Sessions} knows browsers and what their forms must send back. What is promised
 * stands in docs/security.md. Knows nothing of the case.
 */
@NullMarked
package org.rashomon.server.access;

import org.jspecify.annotations.NullMarked;
