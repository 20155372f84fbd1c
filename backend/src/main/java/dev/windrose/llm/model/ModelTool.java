package dev.windrose.llm.model;

/**
 * A tool that a model may ask for. Nothing is called here: whoever asks decides.
 *
 * @param schema the JSON schema of the object it takes
 */
public record ModelTool(String name, String description, String schema) {}
