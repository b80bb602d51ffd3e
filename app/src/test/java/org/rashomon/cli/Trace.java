package org.rashomon.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process did, by its system calls.
 *
 * @param written files that it opened to write, or tried to
 * @param lookUps calls that reach for the network or for what tells where to ask on it. The Java machine opens sockets that it never connects,
 *     to find out which protocols the machine knows: these are none
 */
record Trace(List<Path> written, List<String> lookUps) {
    private static final Pattern OPENED = Pattern.compile("\\b(?:open|openat|openat2|creat)\\([^\"]*\"([^\"]*)\"(.*)");
    private static final Pattern TO_WRITE = Pattern.compile("O_WRONLY|O_RDWR|O_CREAT");
    private static final Pattern ADDRESS = Pattern.compile("sa_family=AF_INET");
    /** Who knows names: the resolver's settings, and services of the machine that are asked through a file. */
    private static final Pattern RESOLVER = Pattern.compile(
            "\"/etc/(?:resolv\\.conf|hosts|host\\.conf|gai\\.conf)\"|sun_path=\"[^\"]*(?:resolve|dbus|avahi|mdns)");

    /** Of the lines that strace wrote. */
    static Trace of(List<String> lines) {
        List<Path> written = new ArrayList<>();
        List<String> lookUps = new ArrayList<>();
        for (String line : lines) {
            Matcher opened = OPENED.matcher(line);
            if (opened.find()
                    && (line.contains("creat(")
                            || TO_WRITE.matcher(opened.group(2)).find())) {
                written.add(Path.of(opened.group(1)));
            }
            if (ADDRESS.matcher(line).find() || RESOLVER.matcher(line).find()) {
                lookUps.add(line);
            }
        }
        return new Trace(List.copyOf(written), List.copyOf(lookUps));
    }
}
