package dev.windrose.llm.model;

/**
 * What a model is told to do, under a name and a version that its calls are kept with.
 *
 * @param schema the JSON schema of the object it answers with
 */
public record Prompt(String name, int version, String instruction, String schema) {}
