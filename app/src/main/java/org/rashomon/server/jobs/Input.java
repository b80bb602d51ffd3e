package org.rashomon.server.jobs;

/**
 * A file that was handed in.
 *
 * @param name as its sender calls it; only its last part, of plain characters, is used
 */
public record Input(String name, byte[] bytes) {
    private static final int LONGEST = 80;

    /** A name for a file of ours: no path, no leading point, nothing that steers a terminal or a file system. */
    String fileName(int number) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^\\p{L}\\p{N}._ -]", "-").replaceAll("^[. ]+", "");
        String cut = plain.length() > LONGEST ? plain.substring(plain.length() - LONGEST) : plain;
        return cut.isBlank() ? "article-" + number + ".txt" : cut;
    }
}
