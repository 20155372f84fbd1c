package dev.windrose.llm.language;

/** A value in a text in its normal form. */
public record Found(Span span, String value) {}
