package dev.windrose.records.web;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.query.RecordQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads a query from an address: {@code filter[stage][op]=won} is the shorthand of the filter tree. */
final class QueryParameters {

    private static final Pattern FILTER = Pattern.compile("filter\\[([a-z0-9_.]+)](?:\\[([a-z_]+)])?");

    private QueryParameters() {}

    static RecordQuery of(String type, MultiValueMap<String, String> parameters) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        List<Map<String, Object>> conditions = new ArrayList<>();
        parameters.forEach((name, values) -> {
            var filter = FILTER.matcher(name);
            if (filter.matches()) {
                values.forEach(value -> conditions.add(
                        condition(filter.group(1), filter.group(2) == null ? "is" : filter.group(2), value)));
            } else if (name.startsWith("filter")) {
                throw new AppException(
                        CommonError.UNKNOWN_FILTER, "A filter is written filter[field][op]=value.", name);
            } else {
                json.put(name, String.join(",", values));
            }
        });
        json.put("filter", Map.of("and", conditions));
        return QueryJson.of(type, json, false);
    }

    private static Map<String, Object> condition(String field, String op, String value) {
        return switch (op) {
            case "in", "not_in", "between", "contains_any", "contains_all" ->
                Map.of("field", field, "op", op, "value", List.of(value.split(",")));
            default -> Map.of("field", field, "op", op, "value", value);
        };
    }
}
