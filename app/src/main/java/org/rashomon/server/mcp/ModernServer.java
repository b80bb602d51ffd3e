package org.rashomon.server.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.modern.McpSchema;
import io.modelcontextprotocol.modern.server.McpRequestContext;
import io.modelcontextprotocol.modern.server.McpServer;
import io.modelcontextprotocol.modern.server.McpSyncResponse;
import io.modelcontextprotocol.modern.server.feature.McpSyncTool;
import io.modelcontextprotocol.modern.server.feature.McpSyncToolRepository;
import io.modelcontextprotocol.modern.server.feature.ToolsFeature;
import io.modelcontextprotocol.modern.server.feature.ToolsPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rashomon.service.Build;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tools by the protocol of 2026-07-28, which keeps no state. */
final class ModernServer {
    private ModernServer() {}

    static McpServer of(List<CaseTool> tools) {
        Map<String, McpSyncTool> byName = new LinkedHashMap<>();
        tools.forEach(tool ->
                byName.put(tool.name(), McpSyncTool.of(tool(tool), (context, request) -> call(tool, request))));
        List<McpSchema.Tool> listed =
                byName.values().stream().map(McpSyncTool::definition).toList();
        return McpServer.builder()
                .serverInfo(McpSchema.Implementation.builder("rashomon", Build.version())
                        .build())
                .instructions(CaseTools.INSTRUCTIONS)
                .jsonMapper(McpJsonDefaults.getMapper())
                .feature(ToolsFeature.ofSync(new McpSyncToolRepository() {
                    @Override
                    public ToolsPage list(McpRequestContext context, @Nullable String cursor) {
                        return ToolsPage.of(listed);
                    }

                    @Override
                    public @Nullable McpSyncTool find(McpRequestContext context, String name) {
                        return byName.get(name);
                    }
                }))
                .build();
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

    private static McpSyncResponse<McpSchema.CallToolOutcome> call(CaseTool tool, McpSchema.CallToolRequest request) {
        try {
            ObjectNode answer = tool.run().apply(new Arguments(request.arguments()));
            return McpSyncResponse.result(McpSchema.CallToolResult.builder()
                    .structuredContent(JsonMapper.shared().convertValue(answer, Map.class))
                    .addContent(text(answer.toString()))
                    .isError(false)
                    .build());
        } catch (ToolException e) {
            return McpSyncResponse.result(McpSchema.CallToolResult.builder()
                    .addContent(text(String.valueOf(e.getMessage())))
                    .isError(true)
                    .build());
        }
    }

    private static McpSchema.Content text(String words) {
        return McpSchema.TextContent.builder(words).build();
    }
}
