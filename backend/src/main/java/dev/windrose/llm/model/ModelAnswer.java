package dev.windrose.llm.model;

import tools.jackson.databind.JsonNode;

/** What came of a question. */
public sealed interface ModelAnswer {

    record Given(JsonNode json) implements ModelAnswer {}

    record Missing(CallOutcome why) implements ModelAnswer {}
}
