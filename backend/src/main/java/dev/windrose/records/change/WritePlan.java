package dev.windrose.records.change;

import dev.windrose.events.EventLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.tenancy.StatementStore;
import dev.windrose.records.Descriptor;
import dev.windrose.records.ExternalId;
import dev.windrose.records.store.ExternalIdStore;
import dev.windrose.records.store.RowStore;
import dev.windrose.records.store.RowWrite;
import dev.windrose.records.store.WorkingRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Writes the records of a plan, their external ids, history and events: a few statements per record type, however many records. */
@Component
class WritePlan {

    private final RowStore rows;
    private final ExternalIdStore externalIds;
    private final ChangeSetStore changeSets;
    private final RecordEventTypes eventTypes;
    private final EventLog eventLog;
    private final StatementStore statements;
    private final Supplier<List<FollowChange>> followers;

    WritePlan(
            RowStore rows,
            ExternalIdStore externalIds,
            ChangeSetStore changeSets,
            RecordEventTypes eventTypes,
            EventLog eventLog,
            StatementStore statements,
            ObjectProvider<FollowChange> followers) {
        this.statements = statements;
        this.rows = rows;
        this.externalIds = externalIds;
        this.changeSets = changeSets;
        this.eventTypes = eventTypes;
        this.eventLog = eventLog;
        this.followers = SingletonSupplier.of(() -> followers.orderedStream().toList());
    }

    void records(Plan plan) {
        try {
            for (var type : referredFirst(plan.records.keySet())) {
                insertOrUpdate(type, plan);
            }
        } catch (DataIntegrityViolationException raced) {
            throw new AppException(
                    CommonError.CONFLICT,
                    "Somebody has just written the same, or removed what this refers to. Try again.");
        }
    }

    /**
     * The change set of the plan, with history and events.
     *
     * @param told what else is written of it
     */
    void traces(Plan plan, ChangeSet set, Runnable told) {
        statements.together(() -> {
            changeSets.insert(set, history(plan));
            events(plan, 0, plan.told());
            told.run();
        });
        follow(plan);
    }

    /**
     * History and events of operations whose set has been written before.
     *
     * @param first the place in the set of the first that may be one of them, @param among how many these are
     */
    void traces(Plan plan, int first, int among) {
        if (!plan.applied().isEmpty()) {
            changeSets.insertHistory(history(plan));
            events(plan, first, among);
        }
        follow(plan);
    }

    private static List<Map<String, @Nullable Object>> history(Plan plan) {
        return plan.applied().stream()
                .map(operation -> History.entry(plan, operation))
                .toList();
    }

    private void events(Plan plan, int first, int among) {
        var applied = plan.applied();
        if (!applied.isEmpty()) {
            eventLog.append(eventTypes.of(plan, first, among, applied));
        }
    }

    private void follow(Plan plan) {
        var applied = plan.applied();
        if (applied.isEmpty()) {
            return;
        }
        var change = new AppliedChange(
                plan.id,
                plan.draft.cause(),
                plan.at,
                applied.stream().map(PlannedOperation::result).toList());
        followers.get().forEach(follower -> follower.follow(change));
    }

    private void insertOrUpdate(Descriptor type, Plan plan) {
        var inserts = new ArrayList<RowWrite>();
        var updates = new LinkedHashMap<Set<String>, List<RowWrite>>();
        var ids = new LinkedHashMap<UUID, List<ExternalId>>();
        for (WorkingRecord record : plan.records.get(type).values()) {
            if (!record.written()) {
                continue;
            }
            var write = record.write(plan.at);
            if (record.fresh) {
                inserts.add(write);
            } else {
                updates.computeIfAbsent(write.columns(), _ -> new ArrayList<>()).add(write);
            }
            ids.put(record.id, record.newExternalIds);
        }
        if (!inserts.isEmpty()) {
            rows.insert(type, inserts);
        }
        updates.forEach((columns, writes) -> rows.update(type, columns, writes));
        externalIds.insert(type.name(), ids);
    }

    /** Rows must be there before others refer to them. */
    private static List<Descriptor> referredFirst(Set<Descriptor> types) {
        var ordered = new LinkedHashSet<Descriptor>();
        Map<String, Descriptor> byName = new LinkedHashMap<>();
        types.forEach(type -> byName.put(type.name(), type));
        types.forEach(type -> visit(type, byName, new LinkedHashSet<>(), ordered));
        return List.copyOf(ordered);
    }

    private static void visit(
            Descriptor type, Map<String, Descriptor> byName, Set<Descriptor> path, Set<Descriptor> ordered) {
        if (!path.add(type) || ordered.contains(type)) {
            return;
        }
        for (var field : type.storedFields()) {
            var target = byName.get(String.valueOf(field.ref()));
            if (target != null) {
                visit(target, byName, path, ordered);
            }
        }
        ordered.add(type);
    }
}
