package org.rashomon.ingest;

import java.util.Map;
import org.rashomon.ingest.office.Launch;
import org.rashomon.ingest.office.SecondMachine;

/**
 * The module {@code office}, which reads PDF, DOCX, ODT, RTF and Outlook's MSG in a Java machine of its own: none of its libraries is on the program's
 * class path, and no document can make the program hang or take its memory.
 */
public final class OfficeParsers {
    private final Launch launch;

    private OfficeParsers(Launch launch) {
        this.launch = launch;
    }

    /** @param classPath of the module and its libraries, as {@code java -cp} takes it */
    public static OfficeParsers at(String classPath) {
        return new OfficeParsers(Launch.of(classPath));
    }

    /** Its parsers' names and versions; empty where the class path has no such module. */
    public Map<String, String> versions() {
        return launch.parsers();
    }

    /** A machine that is started when it is first asked. */
    SecondMachine machine() {
        return new SecondMachine(launch);
    }
}
