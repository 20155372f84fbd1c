package dev.windrose.records.derived;

import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds up records that were read, as {@link RollupStore} adds up those of today: one value, or one amount for each currency. */
final class PastRollup {

    private PastRollup() {}

    record Child(UUID id, Instant createdAt, Map<String, Object> values) {}

    static List<Object> values(Rollup rollup, List<Child> children) {
        var field = rollup.value();
        if (field == null) {
            return children.isEmpty() ? List.of() : List.of((long) children.size());
        }
        var filled =
                children.stream().filter(child -> value(field, child) != null).toList();
        if (filled.isEmpty()) {
            return List.of();
        }
        if (rollup.op() == RollupOp.LAST) {
            return filled.stream()
                    .max(Comparator.comparing(Child::createdAt)
                            .thenComparing(child -> child.id().toString()))
                    .map(child -> Objects.requireNonNull(value(field, child)))
                    .map(List::of)
                    .orElseThrow();
        }
        if (field.kind() != FieldKind.MONEY) {
            return List.of(one(
                    rollup.op(),
                    filled.stream()
                            .map(child -> Objects.requireNonNull(value(field, child)))
                            .toList()));
        }
        var byCurrency = new TreeMap<String, BigDecimal>();
        filled.stream()
                .map(child -> (Money) Objects.requireNonNull(value(field, child)))
                .forEach(money -> byCurrency.merge(money.currency(), money.amount(), (one, other) ->
                        (BigDecimal) one(rollup.op(), List.of(one, other))));
        return byCurrency.entrySet().stream()
                .map(entry -> (Object) new Money(entry.getValue(), entry.getKey()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Object one(RollupOp op, List<Object> values) {
        var ordered = values.stream().map(value -> (Comparable<Object>) value);
        return switch (op) {
            case SUM -> values.stream().map(value -> (BigDecimal) value).reduce(BigDecimal.ZERO, BigDecimal::add);
            case MIN -> ordered.min(Comparator.naturalOrder()).orElseThrow();
            case MAX -> ordered.max(Comparator.naturalOrder()).orElseThrow();
            case COUNT, LAST -> throw new IllegalStateException("Only one value: " + op);
        };
    }

    private static @Nullable Object value(FieldDescriptor field, Child child) {
        return switch (child.values().get(field.name())) {
            case null -> null;
            case Long number -> BigDecimal.valueOf(number);
            case BigDecimal amount
            when field.kind() == FieldKind.MONEY ->
                child.values().get(String.valueOf(field.currencyField())) instanceof String currency
                        ? new Money(amount, currency)
                        : null;
            case Object value -> value;
        };
    }
}
