package org.rashomon.server.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import org.rashomon.casefile.OpenCase;
import org.rashomon.server.view.Snapshots;

/** The tools over standard input and output, for an assistant that starts the program itself. */
public final class McpStdio {
    private McpStdio() {}

    /** Serves until the input ends. */
    public static void serve(OpenCase open, InputStream in, OutputStream out) {
        Snapshots snapshots = new Snapshots(open);
        snapshots.current();
        CountDownLatch ended = new CountDownLatch(1);
        McpSyncServer server = LegacyServer.of(
                new StdioServerTransportProvider(McpJsonDefaults.getMapper(), new Ending(in, ended), out),
                new CaseTools(snapshots).all());
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            server.closeGracefully();
        }
    }

    /** Tells that its end was reached. */
    private static final class Ending extends FilterInputStream {
        private final CountDownLatch ended;

        Ending(InputStream in, CountDownLatch ended) {
            super(in);
            this.ended = ended;
        }

        @Override
        public int read() throws IOException {
            return seen(super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return seen(super.read(bytes, offset, length));
        }

        private int seen(int read) {
            if (read < 0) {
                ended.countDown();
            }
            return read;
        }
    }
}
