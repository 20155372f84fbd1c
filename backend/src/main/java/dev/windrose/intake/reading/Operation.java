package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change that the message asks for.
 *
 * @param op create or update
 * @param record the record to update; null for a create
 * @param company the account it belongs to, where it is known
 * @param key natural key of a create
 */
public record Operation(
        String op,
        String entity,
        @Nullable KnownRecord record,
        @Nullable KnownRecord company,
        Map<String, Object> key,
        List<FieldValue> fields,
        Evidence evidence) {

    public boolean isCreate() {
        return op.equals("create");
    }

    public Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        fields.forEach(field -> values.put(field.field(), field.value()));
        return values;
    }

    public Operation with(List<FieldValue> others) {
        return new Operation(op, entity, record, company, key, List.copyOf(others), evidence);
    }

    public double confidence() {
        return fields.stream().mapToDouble(FieldValue::confidence).min().orElse(0.7);
    }
}
