package org.rashomon.server.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import org.rashomon.service.Build;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tools by the protocol up to 2025-11-25, which begins with {@code initialize}. */
final class LegacyServer {
    private LegacyServer() {}

    static McpSyncServer of(HttpServletStreamableServerTransportProvider transport, List<CaseTool> tools) {
        return built(McpServer.sync(transport), tools);
    }

    static McpSyncServer of(StdioServerTransportProvider transport, List<CaseTool> tools) {
        return built(McpServer.sync(transport), tools);
    }

    private static McpSyncServer built(McpServer.SyncSpecification<?> server, List<CaseTool> tools) {
        return server.serverInfo("rashomon", Build.version())
                .instructions(CaseTools.INSTRUCTIONS)
                .capabilities(
                        McpSchema.ServerCapabilities.builder().tools(false).build())
                .tools(specifications(tools))
                .build();
    }

    private static List<SyncToolSpecification> specifications(List<CaseTool> tools) {
        return tools.stream()
                .map(tool ->
                        new SyncToolSpecification(tool(tool), (exchange, request) -> call(tool, request.arguments())))
                .toList();
    }

    private static McpSchema.Tool tool(CaseTool tool) {
        return McpSchema.Tool.builder(tool.name(), tool.input())
                .title(tool.title())
                .description(tool.description())
                .outputSchema(tool.output())
                .annotations(McpSchema.ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
    }

    private static McpSchema.CallToolResult call(CaseTool tool, Map<String, Object> arguments) {
        try {
            ObjectNode answer = tool.run().apply(new Arguments(arguments));
            return McpSchema.CallToolResult.builder()
                    .structuredContent(JsonMapper.shared().convertValue(answer, Map.class))
                    .addTextContent(answer.toString())
                    .isError(false)
                    .build();
        } catch (ToolException e) {
            return McpSchema.CallToolResult.builder()
                    .addTextContent(String.valueOf(e.getMessage()))
                    .isError(true)
                    .build();
        }
    }

    static HttpServletStreamableServerTransportProvider http(String endpoint, int largest) {
        return HttpServletStreamableServerTransportProvider.builder()
                .jsonMapper(McpJsonDefaults.getMapper())
                .mcpEndpoint(endpoint)
                .maxRequestSize(largest)
                .build();
    }
}
