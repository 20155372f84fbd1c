package dev.windrose.records.search;

/**
 * A word of a text, folded.
 *
 * @param from where it begins in the text
 * @param to where it ends
 */
public record Word(String text, int from, int to) {}
