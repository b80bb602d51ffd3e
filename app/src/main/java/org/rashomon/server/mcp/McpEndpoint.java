package org.rashomon.server.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.modern.server.McpServer;
import io.modelcontextprotocol.modern.server.transport.HttpServletMcpTransport;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.rashomon.server.view.Snapshots;

/**
 * Both generations of the protocol at one address: requests that name a version of 2026-07-28 or later go to the newer server, all others to the
 * older. Host, origin and token are checked before, by the guard.
 */
public final class McpEndpoint extends HttpServlet implements AutoCloseable {
    private static final String ENDPOINT = "/mcp";
    private static final String NEWER = "2026-07-28";
    private static final int LARGEST = 1 << 20;

    private final transient HttpServletStreamableServerTransportProvider older;
    private final transient McpSyncServer olderServer;
    private final transient McpServer newerServer;
    private final transient HttpServletMcpTransport newer;

    public McpEndpoint(Snapshots snapshots) {
        List<CaseTool> tools = new CaseTools(snapshots).all();
        this.older = LegacyServer.http(ENDPOINT, LARGEST);
        this.olderServer = LegacyServer.of(older, tools);
        this.newerServer = ModernServer.of(tools);
        this.newer = HttpServletMcpTransport.builder(newerServer)
                .jsonMapper(McpJsonDefaults.getMapper())
                .endpoint(ENDPOINT)
                .maxRequestSize(LARGEST)
                .build();
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        older.init(config);
        newer.init(config);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String version = request.getHeader("MCP-Protocol-Version");
        HttpServlet server = version != null && version.compareTo(NEWER) >= 0 ? newer : older;
        server.service(request, response);
    }

    @Override
    public void close() {
        olderServer.closeGracefully();
        newerServer.closeGracefully();
    }
}
