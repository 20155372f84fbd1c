package dev.windrose.llm.language;

/**
 * One statement of a text.
 *
 * @param bullet the line starts with a bullet or a number
 * @param paragraph counts blank lines and bullets' blocks before it
 */
public record Sentence(Span span, boolean bullet, boolean question, int paragraph) {}
