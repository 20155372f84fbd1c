package dev.windrose.llm.model;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What was said in a conversation with a model. */
public sealed interface TalkTurn {

    /** To the model. */
    record Asked(String text) implements TalkTurn {}

    /** By the model, in words, or as calls of tools, or both. */
    record Answered(String text, List<ToolCall> calls) implements TalkTurn {}

    /** What a tool gave back for one of its calls. */
    record Returned(String callId, String tool, String result) implements TalkTurn {}

    /** @param arguments an object; nobody has checked that it fits the tool */
    record ToolCall(String id, String tool, JsonNode arguments) {}
}
