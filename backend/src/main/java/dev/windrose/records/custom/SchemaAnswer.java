package dev.windrose.records.custom;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became, or would become, of a definition.
 *
 * @param change null where it was only shown
 */
public record SchemaAnswer(
        Map<String, @Nullable Object> definition,
        Impact impact,
        @Nullable UUID change) {

    public Map<String, @Nullable Object> impactJson() {
        return DefinitionJson.of(impact);
    }
}
