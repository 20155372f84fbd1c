package dev.windrose.records.custom;

import dev.windrose.platform.jobs.JobId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became, or would become, of a definition.
 *
 * @param change null where it was only shown
 * @param job that makes the change, where there are many values to go through first
 */
public record SchemaAnswer(
        Map<String, @Nullable Object> definition,
        Impact impact,
        @Nullable UUID change,
        @Nullable JobId job) {

    SchemaAnswer(Map<String, @Nullable Object> definition, Impact impact, @Nullable UUID change) {
        this(definition, impact, change, null);
    }

    public Map<String, @Nullable Object> impactJson() {
        return DefinitionJson.of(impact);
    }
}
