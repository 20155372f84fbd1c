package dev.windrose.llm;

/**
 * What the encoder makes of a text, the mean over its words, of length one.
 *
 * @param middle the state of a middle layer, which tells what a sentence does
 * @param last the state of the last layer, which tells what it is about
 */
public record SentenceState(float[] middle, float[] last) {}
