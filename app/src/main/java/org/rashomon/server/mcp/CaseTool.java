package org.rashomon.server.mcp;

import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tool, whatever protocol offers it.
 *
 * @param input JSON Schema of its arguments
 * @param output JSON Schema of what it answers
 */
record CaseTool(
        String name,
        String title,
        String description,
        Map<String, Object> input,
        Map<String, Object> output,
        Function<Arguments, ObjectNode> run) {}
