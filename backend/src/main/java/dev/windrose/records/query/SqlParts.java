package dev.windrose.records.query;

import java.util.LinkedHashMap;
import java.util.Map;

/** SQL under construction with its parameters. */
final class SqlParts {

    private final Map<String, Object> params = new LinkedHashMap<>();

    /** Names a parameter; answers how the SQL refers to it. */
    String param(Object value, String castTo) {
        String name = "p" + params.size();
        params.put(name, value);
        return "cast(:%s as %s)".formatted(name, castTo);
    }

    Map<String, Object> params() {
        return params;
    }
}
