package org.rashomon.server.jobs;

/** A file that was handed in. */
public final class Input {
    private static final int LONGEST = 80;

    private final String name;
    private final byte[] content;

    /**
     * @param name as its sender calls it; only its last part, of plain characters, is used
     * @param content not to be changed afterwards
     */
    public Input(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    byte[] content() {
        return content;
    }

    /** A name for a file of ours: no path, no leading point, nothing that steers a terminal or a file system. */
    String fileName(int number) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^\\p{L}\\p{N}._ -]", "-").replaceAll("^[. ]+", "");
        String cut = plain.length() > LONGEST ? plain.substring(plain.length() - LONGEST) : plain;
        return cut.isBlank() ? "article-" + number + ".txt" : cut;
    }
}
