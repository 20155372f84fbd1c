package dev.windrose.records.store;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.RecordRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What reference fields point to: other records, and people. One query, however many there are and refer to them. */
@Component
public class References {

    static final String PERSON = "person";

    private final Descriptors descriptors;
    private final RowStore rows;

    References(Descriptors descriptors, RowStore rows) {
        this.descriptors = descriptors;
        this.rows = rows;
    }

    /** The ids in one value of a reference field. */
    public static List<UUID> ids(FieldDescriptor field, @Nullable Object value) {
        if (field.ref() == null || value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(UUID.class::cast).toList()
                : List.of((UUID) value);
    }

    /** The records of this workspace with these ids, by type; a type without descriptor is left out. */
    public Map<String, Map<UUID, RecordRef>> find(Map<String, ? extends Collection<UUID>> idsByType) {
        var records = new LinkedHashMap<Descriptor, Collection<UUID>>();
        idsByType.forEach((type, ids) -> {
            if (!ids.isEmpty() && !type.equals(PERSON)) {
                descriptors.find(type).ifPresent(descriptor -> records.put(descriptor, ids));
            }
        });
        Collection<UUID> people = idsByType.get(PERSON);
        return rows.refs(records, people == null ? List.of() : people);
    }

    /** Every id that the values name, by the type it refers to. */
    public static Map<String, Set<UUID>> collect(Descriptor type, Collection<? extends Map<String, ?>> records) {
        var ids = new LinkedHashMap<String, Set<UUID>>();
        var fields = type.fields().values().stream()
                .filter(field -> field.ref() != null)
                .toList();
        for (var values : records) {
            for (var field : fields) {
                ids(field, values.get(field.name()))
                        .forEach(id -> ids.computeIfAbsent(String.valueOf(field.ref()), _ -> new LinkedHashSet<>())
                                .add(id));
            }
        }
        return ids;
    }

    /** The refs of one record by field name. */
    public static Map<String, List<RecordRef>> of(
            Descriptor type, Map<String, ?> values, Map<String, Map<UUID, RecordRef>> found) {
        var refs = new LinkedHashMap<String, List<RecordRef>>();
        for (var field : type.fields().values()) {
            var targets = found.getOrDefault(String.valueOf(field.ref()), Map.of());
            var list = new ArrayList<RecordRef>();
            ids(field, values.get(field.name())).stream()
                    .filter(targets::containsKey)
                    .map(targets::get)
                    .forEach(list::add);
            if (!list.isEmpty()) {
                refs.put(field.name(), list);
            }
        }
        return refs;
    }
}
