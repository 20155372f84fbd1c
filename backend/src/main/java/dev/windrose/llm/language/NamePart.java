package dev.windrose.llm.language;

/** A word of a name with what it is. */
public record NamePart(NameTag tag, String word) {}
