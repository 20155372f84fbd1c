package dev.windrose.records.duplicates;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.store.References;
import dev.windrose.records.store.RowStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What refers or belongs to records that are merged, and the operations that turn it to the survivor. */
@Component
class FindReferences {

    private final Descriptors descriptors;
    private final MergeStore store;
    private final RowStore rows;

    FindReferences(Descriptors descriptors, MergeStore store, RowStore rows) {
        this.descriptors = descriptors;
        this.store = store;
        this.rows = rows;
    }

    /** @param field of the referring type that is turned */
    record Move(Descriptor type, FieldDescriptor field, int count) {}

    record Found(List<DraftOperation> operations, List<Move> moves) {}

    Found of(MergeOrder order) {
        var values = new LinkedHashMap<Descriptor, Map<UUID, Map<String, @Nullable Object>>>();
        var moves = new ArrayList<Move>();
        for (var type : descriptors.all()) {
            for (var field : type.dataFields()) {
                var turned = new LinkedHashMap<UUID, @Nullable Object>();
                if (order.type().equals(field.ref())) {
                    references(type, field, order, turned);
                } else if (field.name().equals("record_id")
                        && type.field("record_type").isPresent()) {
                    order.merged().forEach(merged -> store.belonging(type, order.type(), merged)
                            .forEach(record ->
                                    turned.put(record, order.survivor().toString())));
                }
                if (!turned.isEmpty()) {
                    moves.add(new Move(type, field, turned.size()));
                    var ofType = values.computeIfAbsent(type, _ -> new LinkedHashMap<>());
                    turned.forEach((record, value) -> ofType.computeIfAbsent(record, _ -> new LinkedHashMap<>())
                            .put(field.name(), value));
                }
            }
        }
        var operations = new ArrayList<DraftOperation>();
        values.forEach((type, records) -> records.forEach(
                (record, turned) -> operations.add(DraftOperation.update(type.name(), record, turned))));
        return new Found(operations, moves);
    }

    private void references(
            Descriptor type, FieldDescriptor field, MergeOrder order, Map<UUID, @Nullable Object> turned) {
        var found = new LinkedHashSet<UUID>();
        order.merged().forEach(merged -> found.addAll(store.referring(type, field, merged)));
        if (type.name().equals(order.type())) {
            order.merged().forEach(found::remove);
        }
        if (field.kind() != FieldKind.REFERENCES) {
            found.forEach(record -> turned.put(record, record.equals(order.survivor()) ? null : order.survivor()));
            return;
        }
        rows.readForChange(type, found).forEach((record, row) -> {
            var ids = new LinkedHashSet<UUID>();
            References.ids(field, row.values().get(field.name()))
                    .forEach(id -> ids.add(order.merged().contains(id) ? order.survivor() : id));
            turned.put(record, new ArrayList<>(ids));
        });
    }
}
