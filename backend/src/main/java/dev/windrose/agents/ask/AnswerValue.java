package dev.windrose.agents.ask;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an answer says, for programs to read. */
public sealed interface AnswerValue {

    /** Percentages from 0 to 100; a change is the later less the earlier. */
    record Figure(BigDecimal value, String unit) implements AnswerValue {}

    record Amount(BigDecimal amount, String currency) implements AnswerValue {}

    record Day(LocalDate date) implements AnswerValue {}

    /**
     * A record, or one of the values by which records are told apart: a choice, a channel, a month.
     *
     * @param type of a record or {@code person}; null for a value
     * @param id of a record
     * @param label what it is called; of a value as the record writes it
     */
    record Id(@Nullable String type, @Nullable UUID id, String label) implements AnswerValue {}

    record Ids(List<Id> ids) implements AnswerValue {

        public Ids {
            ids = List.copyOf(ids);
        }
    }

    record Words(String text) implements AnswerValue {}

    /** The record does not hold it, or whoever asks may not have it. */
    record None() implements AnswerValue {}

    /** {@code kind} says which of them it is. */
    default Map<String, @Nullable Object> json() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        switch (this) {
            case Figure(var value, var unit) -> {
                json.put("kind", "number");
                json.put("value", value);
                json.put("unit", unit);
            }
            case Amount(var amount, var currency) -> {
                json.put("kind", "money");
                json.put("amount", amount);
                json.put("currency", currency);
            }
            case Day(var date) -> {
                json.put("kind", "date");
                json.put("value", date.toString());
            }
            case Id id -> {
                json.put("kind", "id");
                json.putAll(id(id));
            }
            case Ids(var ids) -> {
                json.put("kind", "ids");
                json.put("ids", ids.stream().map(AnswerValue::id).toList());
            }
            case Words(var text) -> {
                json.put("kind", "text");
                json.put("value", text);
            }
            case None() -> json.put("kind", "none");
        }
        return json;
    }

    private static Map<String, @Nullable Object> id(Id id) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("type", id.type());
        json.put("id", id.id() == null ? null : id.id().toString());
        json.put("label", id.label());
        return json;
    }
}
