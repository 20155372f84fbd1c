package dev.windrose.agents.tool;

import dev.windrose.platform.tool.Effect;
import dev.windrose.platform.tool.Tier;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A tool as REST, agents and the documentation see it.
 *
 * @param schema of its arguments, as JSON Schema
 */
public record ToolDefinition(
        String name, String says, Effect effect, Tier tier, String scope, Duration limit, Map<String, Object> schema) {

    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", name);
        json.put("says", says);
        json.put("effect", effect.wire());
        json.put("tier", tier.wire());
        json.put("scope", scope);
        json.put("seconds", limit.toSeconds());
        json.put("schema", schema);
        return json;
    }
}
