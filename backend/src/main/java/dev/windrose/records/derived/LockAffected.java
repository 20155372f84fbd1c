package dev.windrose.records.derived;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.change.AlsoLock;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.Op;
import dev.windrose.records.store.BadValue;
import dev.windrose.records.store.ParseValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Says before a write which other records it will lead to, so that all are locked in one order with those it writes: a deal and its company
 * from two sides would otherwise wait for each other.
 */
@Component
class LockAffected implements AlsoLock {

    private static final int MOST = 20_000;

    private final Definitions definitions;
    private final Descriptors descriptors;
    private final FindDependants findDependants;
    private final DerivedStore store;

    LockAffected(Definitions definitions, Descriptors descriptors, FindDependants findDependants, DerivedStore store) {
        this.definitions = definitions;
        this.descriptors = descriptors;
        this.findDependants = findDependants;
        this.store = store;
    }

    @Override
    public Map<String, Set<UUID>> of(ChangeDraft draft) {
        if (definitions.current().empty()) {
            return Map.of();
        }
        var touched = new Touched();
        draft.operations()
                .forEach(operation ->
                        descriptors.find(operation.type()).ifPresent(type -> touch(touched, type, operation)));
        return affected(touched);
    }

    Map<String, Set<UUID>> affected(Touched touched) {
        var affected = new LinkedHashMap<String, Set<UUID>>();
        for (var unit : definitions.current().units()) {
            for (var definition : unit) {
                var targets = findDependants.of(definition, touched);
                if (targets.size() > MOST) {
                    continue;
                }
                targets.forEach(id -> touched.field(
                        definition.type().name(), id, definition.field().name()));
                affected.computeIfAbsent(definition.type().name(), _ -> new LinkedHashSet<>())
                        .addAll(targets);
                linked(definition, targets, touched, affected);
            }
        }
        return affected;
    }

    /** The records that a formula reads besides its own. */
    private void linked(Definition definition, Set<UUID> targets, Touched touched, Map<String, Set<UUID>> affected) {
        for (var path : definition.linkedPaths()) {
            Descriptor from = definition.type();
            Collection<UUID> records = targets;
            for (String reference : path.references()) {
                var field = from.fields().get(reference);
                var next = descriptors.find(String.valueOf(field.ref()));
                if (next.isEmpty() || records.isEmpty()) {
                    break;
                }
                var ends = new LinkedHashSet<>(store.links(from, field, records).values());
                ends.addAll(touched.links(from, reference, Set.copyOf(records)));
                affected.computeIfAbsent(next.get().name(), _ -> new LinkedHashSet<>())
                        .addAll(ends);
                from = next.get();
                records = ends;
            }
        }
    }

    private static void touch(Touched touched, Descriptor type, DraftOperation operation) {
        if (operation.op() != Op.UPDATE) {
            touched.all(type.name(), operation.recordId());
        }
        // Rules of a type may set what nobody else does.
        type.storedFields().stream()
                .filter(field -> field.readOnly() && !field.name().startsWith("created_"))
                .forEach(field -> touched.field(type.name(), operation.recordId(), field.name()));
        operation.values().forEach((name, value) -> {
            touched.field(type.name(), operation.recordId(), name);
            var field = type.fields().get(name);
            if (field != null && field.kind() == FieldKind.REFERENCE && value != null) {
                link(touched, type, operation.recordId(), field, value);
            }
        });
    }

    /** What is no reference is refused later, with a sentence. */
    private static void link(Touched touched, Descriptor type, UUID record, FieldDescriptor field, Object value) {
        try {
            if (ParseValue.of(field, value) instanceof UUID target) {
                touched.link(type.name(), field.name(), record, target);
            }
        } catch (BadValue refusedLater) {
            return;
        }
    }
}
