/**
 * Who may ask what: {@link org.rashomon.server.access.Guard} stands before every route, pages, REST and MCP alike, checks {@code Host} and
 * {@code Origin}, and tells who asks: an {@link org.rashomon.server.access.Account} that signed in or showed its token ({@link
 * org.rashomon.server.access.Tokens}), or whoever showed the server's.
 * {@link org.rashomon.server.access.Routes} says which {@link org.rashomon.server.access.Role} a route needs; a new route needs a row there.
 * {@link org.rashomon.server.access.Sessions} knows browsers and what their forms must send back. What is promised stands in
 * docs/security.md. Knows nothing of the case.
 */
@NullMarked
package org.rashomon.server.access;

import org.jspecify.annotations.NullMarked;
