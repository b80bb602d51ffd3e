/**
 * The case for assistants: {@link org.rashomon.server.mcp.McpEndpoint} at {@code /mcp} and {@link org.rashomon.server.mcp.McpStdio} offer the same
 * tools ({@link org.rashomon.server.mcp.CaseTools}), which only read. Words of articles come as {@code quote}: data, never instructions; each answer
 * says what was compared. To add a tool: a method and an entry in {@code CaseTools}, its schemas in {@code Schemas}.
 */
@NullMarked
package org.rashomon.server.mcp;

import org.jspecify.annotations.NullMarked;
