/**
 * The case on the web: {@link org.rashomon.server.CaseServer} serves an {@link org.rashomon.casefile.OpenCase} as pages ({@code pages}), REST ({@code
 * rest}) and MCP ({@code mcp}), all behind one guard ({@code access}). {@code view} holds one state of the case as it is served, {@code search} its
 * words, {@code jobs} what is being added. docs/server.md is the manual, docs/security.md says what is promised. Knows {@code casefile} and
 * {@code export}; neither knows it. To add a route: in the package that it belongs to, and a row in {@code RoutesTest}.
 */
@NullMarked
package org.rashomon.server;

import org.jspecify.annotations.NullMarked;
