package dev.windrose.agents.eval;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The value of an answer in the type that was asked for; what was expected is not known here. */
final class TypedValue {

    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b");

    private TypedValue() {}

    static @Nullable Object of(
            @Nullable String type, @Nullable Map<?, ?> value, String text, boolean refused, ExternalIds ids) {
        if (type == null || type.equals("text") || type.equals("none") && value == null || refused) {
            return null;
        }
        if (value == null) {
            return type.equals("date") ? day(text) : null;
        }
        return switch (String.valueOf(value.get("kind"))) {
            case "number", "date", "text" -> value.get("value");
            case "money" -> type.equals("number") ? value.get("amount") : money(value);
            case "id" -> type.equals("ids") ? List.of(id(value, ids)) : id(value, ids);
            case "ids" -> ids(value, ids);
            case String _ -> null;
        };
    }

    private static Map<String, Object> money(Map<?, ?> value) {
        return Map.of(
                "amount",
                new BigDecimal(String.valueOf(value.get("amount"))),
                "currency",
                String.valueOf(value.get("currency")));
    }

    private static List<Object> ids(Map<?, ?> value, ExternalIds ids) {
        return ((List<?>) value.get("ids"))
                .stream().map(one -> id((Map<?, ?>) one, ids)).toList();
    }

    private static Object id(Map<?, ?> value, ExternalIds ids) {
        var external = ids.external(value.get("id"));
        return external == null ? String.valueOf(value.get("label")) : external;
    }

    private static @Nullable String day(String text) {
        var found = DAY.matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .distinct()
                .toList();
        return found.size() == 1 ? found.getFirst() : null;
    }
}
