package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operation in the making. A later statement about a field replaces an earlier one. */
final class Draft {

    final String op;
    final String entity;
    final @Nullable KnownRecord record;
    final @Nullable KnownRecord company;
    final Map<String, Object> key = new LinkedHashMap<>();
    final Map<String, FieldValue> fields = new LinkedHashMap<>();
    private final List<FieldValue> replaced = new ArrayList<>();
    final Evidence evidence;
    /** Kept although no field of it is new. */
    boolean withdrawn;

    Draft(String op, String entity, @Nullable KnownRecord record, @Nullable KnownRecord company, Evidence evidence) {
        this.op = op;
        this.entity = entity;
        this.record = record;
        this.company = company;
        this.evidence = evidence;
    }

    Draft set(String field, @Nullable Object value, Evidence from, double confidence) {
        if (value != null) {
            var before = fields.put(field, new FieldValue(field, value, from, confidence));
            if (before != null) {
                replaced.add(before);
            }
        }
        return this;
    }

    Draft key(String field, @Nullable Object value) {
        if (value != null) {
            key.put(field, value);
        }
        return this;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** What earlier statements said of the field. */
    List<FieldValue> earlier(String field) {
        return replaced.stream().filter(value -> value.field().equals(field)).toList();
    }

    @Nullable
    Object value(String field) {
        var found = fields.get(field);
        return found == null ? key.get(field) : found.value();
    }

    Operation operation() {
        var kept = company != null && company.id().startsWith(Reading.NEW) ? null : company;
        return new Operation(op, entity, record, kept, Map.copyOf(key), List.copyOf(fields.values()), evidence);
    }

    static Evidence evidence(String text, Span span) {
        return new Evidence(span.of(text), span.start(), span.end());
    }

    static List<Operation> operations(List<Draft> drafts) {
        var out = new ArrayList<Operation>();
        drafts.stream().filter(draft -> !draft.withdrawn).forEach(draft -> out.add(draft.operation()));
        return out;
    }
}
