package dev.windrose.records.importing.column;

import org.jspecify.annotations.Nullable;

/**
 * What a column probably is.
 *
 * @param field null where it is none
 * @param reason why this field, or why none
 * @param fresh the field that could be added for it
 */
public record Suggestion(
        @Nullable String field, String reason, @Nullable NewField fresh) {}
