package dev.windrose.records.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that was not taken, with its cells by column. */
public record Refusal(long line, @Nullable String field, String reason, Map<String, String> cells) {}
