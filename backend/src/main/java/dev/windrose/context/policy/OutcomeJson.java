package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.Outcome;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outcomes of rules as they are stored and sent. */
public final class OutcomeJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private OutcomeJson() {}

    public static Map<String, @Nullable Object> of(Outcome outcome) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        switch (outcome) {
            case Outcome.Approval(var by, var ordered) -> {
                json.put("outcome", "approval");
                json.put("by", by);
                json.put("ordered", ordered);
            }
            case Outcome.Refuse _ -> json.put("outcome", "refuse");
            case Outcome.Floor(var price, var currency) -> {
                json.put("outcome", "floor");
                json.put("price", price);
                json.put("currency", currency);
            }
            case Outcome.PercentOff(var percent) -> {
                json.put("outcome", "percent_off");
                json.put("price", percent);
            }
            case Outcome.Route(var to) -> {
                json.put("outcome", "route");
                json.put("to", to);
            }
            case Outcome.Missing(var fields) -> {
                json.put("outcome", "missing");
                json.put("fields", fields);
            }
            case Outcome.Allow _ -> json.put("outcome", "allow");
        }
        return json;
    }

    static String written(Outcome outcome) {
        return JSON.writeValueAsString(of(outcome));
    }

    static Outcome read(String text) {
        var json = JSON.readTree(text);
        return switch (json.path("outcome").asString("")) {
            case "approval" ->
                new Outcome.Approval(
                        texts(json.path("by")), json.path("ordered").asBoolean(false));
            case "refuse" -> new Outcome.Refuse();
            case "floor" ->
                new Outcome.Floor(
                        number(json),
                        json.path("currency").isString() ? json.path("currency").asString() : null);
            case "percent_off" -> new Outcome.PercentOff(number(json));
            case "route" -> new Outcome.Route(json.path("to").asString());
            case "missing" -> new Outcome.Missing(texts(json.path("fields")));
            default -> new Outcome.Allow();
        };
    }

    private static BigDecimal number(JsonNode json) {
        return new BigDecimal(json.path("price").asString());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
