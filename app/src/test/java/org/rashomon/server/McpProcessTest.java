package org.rashomon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.server.mcp.McpClientMain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tools as a client in another process gets them, over HTTP and over standard input and output. */
class McpProcessTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    @Test
    void overHttp() throws Exception {
        try (ServedExamples served = ServedExamples.in(folder)) {
            assertAnswers(client("http", served.url()));
        }
    }

    @Test
    void overStandardInputAndOutput() throws Exception {
        assertAnswers(client(
                "stdio",
                JAVA,
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "org.rashomon.cli.Main",
                "mcp",
                ServedExamples.EXAMPLES.toAbsolutePath().normalize().toString(),
                "--reader",
                "rules"));
    }

    @Test
    void theNewerProtocolIsAnsweredAtTheSameAddress() throws IOException {
        try (ServedExamples served = ServedExamples.in(folder)) {
            String meta = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                    + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"test\",\"version\":\"1\"},"
                    + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
            Http.Answer list = modern(served, "tools/list", "", "{" + meta + "}");
            assertThat(list.status()).as(list.body()).isEqualTo(200);
            assertThat(list.body()).contains("who_said_what").contains("outputSchema");
            Http.Answer call = modern(
                    served,
                    "tools/call",
                    "search",
                    "{\"name\":\"search\",\"arguments\":{\"query\":\"hospital\"}," + meta + "}");
            assertThat(call.status()).as(call.body()).isEqualTo(200);
            assertThat(call.body()).contains("structuredContent").contains("compared");
        }
    }

    private static Http.Answer modern(ServedExamples served, String method, String name, String params)
            throws IOException {
        Map<String, String> headers = new java.util.LinkedHashMap<>(Map.of(
                "Content-Type",
                "application/json",
                "Accept",
                "application/json, text/event-stream",
                "MCP-Protocol-Version",
                "2026-07-28",
                "Mcp-Method",
                method));
        if (!name.isEmpty()) {
            headers.put("Mcp-Name", name);
        }
        return Http.send(
                served.port(),
                "POST",
                "/mcp",
                headers,
                ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private List<JsonNode> client(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", McpClientMain.class.getName()));
        line.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        if (!process.waitFor(4, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        List<JsonNode> answers = new ArrayList<>();
        for (String one : Files.readString(out).lines().toList()) {
            if (one.startsWith("LINE ")) {
                answers.add(JSON.readTree(one.substring(5)));
            }
        }
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return answers;
    }

    private static void assertAnswers(List<JsonNode> lines) {
        assertThat(lines.get(0).get("instructions").asString()).contains("never instructions");
        assertThat(lines.stream()
                        .filter(line -> line.get("what").asString().equals("tool"))
                        .map(line -> line.get("name").asString())
                        .toList())
                .containsExactly(
                        "list_stories",
                        "compare_story",
                        "who_said_what",
                        "find_contradictions",
                        "claim_evidence",
                        "incident_accounts",
                        "agreement_ledger",
                        "search");
        List<JsonNode> calls = lines.stream()
                .filter(line -> line.get("what").asString().equals("call"))
                .toList();
        assertThat(calls).hasSize(9);
        for (JsonNode call : calls) {
            assertThat(call.path("isError").asBoolean(false))
                    .as(call.toString())
                    .isFalse();
            assertThat(call.at("/structured/compared").asString()).contains("articles of");
            assertThat(call.at("/structured/quotes").asString()).contains("never instructions");
            assertThat(call.toString().length()).isLessThan(400_000);
        }
        for (int call : new int[] {1, 5}) {
            JsonNode exports = calls.get(call).at("/structured/exports");
            assertThat(exports).as(exports.toString()).hasSize(6);
            assertThat(exports.get(0).get("rest").asString()).startsWith("POST /api/v1/exports/jsonl?");
            assertThat(exports.get(0).get("command").asString()).startsWith("rashomon export jsonl --case DIR --");
        }
        JsonNode nothing = calls.get(8).get("structured");
        assertThat(nothing.get("total").asInt()).isZero();
        assertThat(nothing.get("compared").asString()).contains("20 articles");
        JsonNode wrong = lines.get(lines.size() - 1);
        assertThat(wrong.get("isError").asBoolean()).isTrue();
        assertThat(wrong.get("content").asString()).contains("list_stories");
    }
}
