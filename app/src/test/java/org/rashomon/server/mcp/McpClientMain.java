package org.rashomon.server.mcp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of MCP in a process of its own: lists the tools, calls each with what the ones before told, and prints a line of JSON a call. {@code http
 * URL}, or {@code stdio JAVA ARGUMENT...}.
 */
public final class McpClientMain {
    private static final JsonMapper JSON = JsonMapper.shared();

    private McpClientMain() {}

    public static void main(String[] args) throws Exception {
        McpClientTransport transport = args[0].equals("http")
                ? HttpClientStreamableHttpTransport.builder(args[1])
                        .endpoint("/mcp")
                        .build()
                : new StdioClientTransport(
                        ServerParameters.builder(args[1])
                                .args(List.of(Arrays.copyOfRange(args, 2, args.length)))
                                .env(Map.of("CLASSPATH", System.getProperty("java.class.path")))
                                .build(),
                        McpJsonDefaults.getMapper());
        try (McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(Duration.ofMinutes(2))
                .initializationTimeout(Duration.ofMinutes(2))
                .build()) {
            McpSchema.InitializeResult begun = client.initialize();
            print("initialize", Map.of("instructions", begun.instructions(), "version", begun.protocolVersion()));
            client.listTools().tools().forEach(tool -> {
                print(
                        "tool",
                        Map.of(
                                "name",
                                tool.name(),
                                "schema",
                                tool.outputSchema() != null,
                                "reads",
                                tool.annotations().readOnlyHint()));
            });
            JsonNode stories = call(client, "list_stories", Map.of("limit", 2));
            String story = stories.get("stories").get(0).get("story").asString();
            JsonNode compared = call(client, "compare_story", Map.of("story", story));
            JsonNode said = call(client, "who_said_what", Map.of("act", "DENY", "limit", 5));
            call(client, "find_contradictions", Map.of("story", story));
            call(
                    client,
                    "claim_evidence",
                    Map.of("claim", said.get("statements").get(0).get("claim").asString()));
            call(
                    client,
                    "incident_accounts",
                    Map.of(
                            "incident",
                            compared.get("incidents").get(0).get("incident").asString()));
            call(client, "agreement_ledger", Map.of());
            call(client, "search", Map.of("query", "hospital"));
            call(client, "search", Map.of("query", "zzyzx"));
            McpSchema.CallToolResult wrong = client.callTool(McpSchema.CallToolRequest.builder("compare_story")
                    .arguments(Map.of("story", "none"))
                    .build());
            print("error", Map.of("isError", wrong.isError(), "content", String.valueOf(wrong.content())));
        }
        System.exit(0);
    }

    private static JsonNode call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("tool", tool);
        line.put("isError", result.isError());
        line.put("structured", result.structuredContent());
        print("call", line);
        return JSON.valueToTree(result.structuredContent());
    }

    private static void print(String what, Map<String, Object> values) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("what", what);
        line.putAll(values);
        System.out.println("LINE " + JSON.writeValueAsString(line));
    }
}
