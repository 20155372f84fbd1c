package dev.windrose.records.query;

import java.util.LinkedHashMap;
import java.util.Map;

/** SQL under construction with its parameters. */
final class SqlParts {

    private final Map<String, Object> params = new LinkedHashMap<>();
    private int aliases;

    /** Names a parameter; answers how the SQL refers to it. */
    String param(Object value, String castTo) {
        String name = "p" + params.size();
        params.put(name, value);
        return "cast(:%s as %s)".formatted(name, castTo);
    }

    /** A name for another table of the statement. */
    String alias() {
        return "r" + ++aliases;
    }

    Map<String, Object> params() {
        return params;
    }
}
