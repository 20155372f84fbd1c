package dev.windrose.llm.eval;

import tools.jackson.databind.JsonNode;

/**
 * One value of a corpus.
 *
 * @param key what the list of kinds is asked with
 * @param gold the case as the corpus has it
 */
record ValueCase(String file, String key, String input, JsonNode gold) {}
