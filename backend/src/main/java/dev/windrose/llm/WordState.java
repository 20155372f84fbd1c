package dev.windrose.llm;

/**
 * What the encoder makes of a word or a part of one, in its sentence.
 *
 * @param start where it begins in the text
 * @param state of length one
 */
public record WordState(int start, int end, float[] state) {}
