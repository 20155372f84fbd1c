package dev.windrose.records.derived;

import dev.windrose.records.Descriptor;
import dev.windrose.records.expression.Values;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record with the records it refers to, as far as they were loaded. */
final class Linked implements Values {

    private static final String PERSON = "person";

    /**
     * Loaded records by type and id.
     *
     * @param types by name; people have none
     */
    record Links(Map<String, Descriptor> types, Map<String, Map<UUID, Map<String, Object>>> values) {

        static final Links NONE = new Links(Map.of(), Map.of());
    }

    private final Descriptor type;
    private final Map<String, ? extends @Nullable Object> values;
    private final Links links;

    Linked(Descriptor type, Map<String, ? extends @Nullable Object> values, Links links) {
        this.type = type;
        this.values = values;
        this.links = links;
    }

    @Override
    public @Nullable Object value(String field) {
        return values.get(field);
    }

    @Override
    public @Nullable Values link(String reference) {
        var field = type.fields().get(reference);
        if (field == null || !(values.get(reference) instanceof UUID id)) {
            return null;
        }
        String target = String.valueOf(field.ref());
        var found = links.values().getOrDefault(target, Map.of()).get(id);
        if (found == null) {
            return null;
        }
        var descriptor = links.types().get(target);
        return target.equals(PERSON) || descriptor == null ? Values.of(found) : new Linked(descriptor, found, links);
    }
}
