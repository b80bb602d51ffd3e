package org.rashomon.server.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rashomon.server.exports.ExportFiles;
import tools.jackson.databind.node.ArrayNode;

/** How what an answer is about can be taken away as files: by REST, or by the command line. Assistants are told; they write nothing. */
final class ExportHints {
    private ExportHints() {}

    static Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("kind", Schemas.string("of export"));
        properties.put("holds", Schemas.string("what is in it"));
        properties.put("rest", Schemas.string("what to ask the server that has the case"));
        properties.put("command", Schemas.string("what to run where the case lies"));
        return Schemas.list(Schemas.object(properties));
    }

    /**
     * Every kind that a part can be had in.
     *
     * @param what {@code story} or {@code incident}
     */
    static void of(String what, String id, ArrayNode list) {
        ExportFiles.kinds().stream()
                .filter(ExportFiles.Kind::parts)
                .forEach(kind -> list.addObject()
                        .put("kind", kind.name())
                        .put("holds", kind.what())
                        .put("rest", "POST /api/v1/exports/" + kind.name() + "?" + what + "=" + id)
                        .put(
                                "command",
                                "rashomon export " + kind.name() + " --case DIR --" + what + " " + id + " --out PATH"));
    }
}
