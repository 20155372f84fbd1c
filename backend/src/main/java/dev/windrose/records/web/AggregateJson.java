package dev.windrose.records.web;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.FieldProblem;
import dev.windrose.records.query.Aggregate;
import dev.windrose.records.query.AggregateQuery;
import dev.windrose.records.query.Grouping;
import dev.windrose.records.query.Measure;
import dev.windrose.records.store.BadValue;
import dev.windrose.records.store.JsonValue;
import dev.windrose.records.store.ParseValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Aggregates as the API takes and shows them. */
final class AggregateJson {

    private static final Set<String> MEMBERS = Set.of("filter", "group_by", "measures", "currency", "as_of");

    private AggregateJson() {}

    static AggregateQuery query(String type, Map<String, @Nullable Object> json) {
        json.keySet().stream()
                .filter(member -> !MEMBERS.contains(member))
                .findFirst()
                .ifPresent(member -> {
                    throw new AppException(
                            CommonError.UNKNOWN_FIELD, "An aggregate has no \"%s\".".formatted(member), member);
                });
        Object currency = json.get("currency");
        return new AggregateQuery(
                type,
                QueryJson.filter(json.get("filter")),
                QueryJson.texts(json.get("group_by"), "group_by").stream()
                        .map(Grouping::of)
                        .toList(),
                measures(json.get("measures"), "measures"),
                currency == null ? null : currency(text(currency, "currency")),
                QueryJson.moment(json.get("as_of")));
    }

    static List<Measure> measures(@Nullable Object given, String member) {
        return switch (given) {
            case null -> List.of();
            case List<?> list
            when list.stream().allMatch(element -> element instanceof Map<?, ?> || element instanceof String) ->
                list.stream().map(element -> measure(element, member)).toList();
            default -> throw wrong(member, "a list of {\"op\", \"field\"}");
        };
    }

    /** Also {@code sum(deal_amount)}, as answers call it. */
    private static Measure measure(Object given, String member) {
        if (given instanceof Map<?, ?> map) {
            return Measure.of(
                    text(map.get("op"), member), map.get("field") == null ? "" : text(map.get("field"), member));
        }
        String written = given.toString();
        int open = written.indexOf('(');
        if (open < 0 || !written.endsWith(")")) {
            throw wrong(member, "a list of {\"op\", \"field\"}");
        }
        return Measure.of(written.substring(0, open), written.substring(open + 1, written.length() - 1));
    }

    static String text(@Nullable Object given, String member) {
        if (given instanceof String text) {
            return text;
        }
        throw wrong(member, "text");
    }

    private static String currency(String text) {
        try {
            return ParseValue.currency(text);
        } catch (BadValue bad) {
            throw FieldProblem.toException(List.of(bad.of("currency")));
        }
    }

    static Map<String, @Nullable Object> of(Aggregate aggregate) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("groups", aggregate.groups().stream().map(AggregateJson::group).toList());
        var total = group(aggregate.total());
        total.remove("key");
        total.remove("label");
        json.put("total", total);
        json.put("truncated", aggregate.truncated());
        return json;
    }

    private static Map<String, @Nullable Object> group(Aggregate.Group group) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("key", group.key());
        json.put("label", group.label());
        json.put("count", group.count());
        json.put("measures", values(group.measures()));
        return json;
    }

    static Map<String, @Nullable Object> values(Map<String, @Nullable Object> measures) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        measures.forEach((name, value) -> json.put(name, JsonValue.of(value)));
        return json;
    }

    private static AppException wrong(String member, String expected) {
        return new AppException(CommonError.WRONG_TYPE, "\"%s\" takes %s.".formatted(member, expected), member);
    }
}
