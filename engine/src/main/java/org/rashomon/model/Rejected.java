package org.rashomon.model;

/**
 * An input that could not be read.
 *
 * @param source file, with {@code #line} for a line of it
 * @param reason what is wrong and what to do, for people
 */
public record Rejected(String source, String reason) implements ReadResult {}
