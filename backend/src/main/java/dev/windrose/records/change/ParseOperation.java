package dev.windrose.records.change;

import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.FieldProblem;
import dev.windrose.records.Money;
import dev.windrose.records.store.BadValue;
import dev.windrose.records.store.ParseValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns the values of an operation into those of its type and names every field that is wrong. */
@Component
class ParseOperation {

    private static final Set<String> ENGINE =
            Set.of("id", "version", "created_at", "created_by", "updated_at", "deleted_at");

    private final Workspaces workspaces;

    ParseOperation(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    Map<String, @Nullable Object> of(
            Descriptor type, DraftOperation operation, boolean writesReadOnly, List<FieldProblem> problems) {
        var parsed = new LinkedHashMap<String, @Nullable Object>();
        spread(type, operation.values()).forEach((name, given) -> {
            var field = type.fields().get(name);
            if (field == null) {
                problems.add(new FieldProblem(
                        CommonError.UNKNOWN_FIELD, name, "%s has no field \"%s\".".formatted(type.label(), name)));
            } else if (!field.stored() || ENGINE.contains(name) || field.readOnly() && !writesReadOnly) {
                problems.add(new FieldProblem(
                        CommonError.BAD_VALUE, name, "%s cannot be set from outside.".formatted(field.label())));
            } else {
                parse(type, field, given, parsed, problems);
            }
        });
        checkExternalIds(operation, problems);
        return parsed;
    }

    private static void parse(
            Descriptor type,
            FieldDescriptor field,
            @Nullable Object given,
            Map<String, @Nullable Object> parsed,
            List<FieldProblem> problems) {
        try {
            Object value = ParseValue.of(field, given);
            if (value instanceof String text && !type.moneyOf(field.name()).isEmpty()) {
                value = ParseValue.currency(text);
            }
            parsed.put(field.name(), value);
        } catch (BadValue bad) {
            problems.add(bad.of(field.name()));
        }
    }

    /** {@code {amount, currency}} for a field whose currency is a field of its own says both. */
    private static Map<String, @Nullable Object> spread(Descriptor type, Map<String, @Nullable Object> values) {
        var all = new LinkedHashMap<>(values);
        values.forEach((name, value) -> {
            var field = type.fields().get(name);
            if (field == null || field.kind() != FieldKind.MONEY || field.currencyField() == null) {
                return;
            }
            if (value instanceof Money money) {
                all.put(field.currencyField(), money.currency());
            } else if (value instanceof Map<?, ?> map && map.containsKey("amount")) {
                all.put(name, map.get("amount"));
                if (map.get("currency") != null) {
                    all.put(field.currencyField(), map.get("currency"));
                }
            }
        });
        return all;
    }

    /** An amount without a currency is in that of the workspace. */
    void completeCurrencies(Plan plan, PlannedOperation operation) {
        for (var field : operation.type.fields().values()) {
            String currency = field.currencyField();
            if (currency != null
                    && operation.after.containsKey(field.name())
                    && !operation.after.containsKey(currency)) {
                operation.after.put(currency, baseCurrency(plan));
            }
        }
    }

    /** Read once for a plan of any size. */
    private String baseCurrency(Plan plan) {
        String known = plan.baseCurrency;
        if (known == null) {
            known = workspaces.current().baseCurrency();
            plan.baseCurrency = known;
        }
        return known;
    }

    private static void checkExternalIds(DraftOperation operation, List<FieldProblem> problems) {
        for (var id : operation.externalIds()) {
            if (id.source().isBlank()
                    || id.id().isBlank()
                    || id.source().length() > 100
                    || id.id().length() > 300) {
                problems.add(new FieldProblem(
                        CommonError.BAD_VALUE, "external_ids", "An external id needs a source and an id."));
            }
        }
    }
}
