package dev.windrose.records.change;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.store.RowStore;
import dev.windrose.records.store.WorkingRecord;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the records of a draft, locked with what they lead to where the draft is to be written. */
@Component
class LoadPlan {

    private static final int ATTEMPTS = 5;

    private final Descriptors descriptors;
    private final RowStore rows;
    private final ObjectProvider<AlsoLock> alsoLock;
    private final TransactionTemplate nested;

    LoadPlan(
            Descriptors descriptors,
            RowStore rows,
            ObjectProvider<AlsoLock> alsoLock,
            PlatformTransactionManager transactions) {
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.descriptors = descriptors;
        this.rows = rows;
        this.alsoLock = alsoLock;
    }

    /** Types in one order, so that two writers never wait for each other in a circle. */
    void of(Plan plan, boolean lock) {
        var ids = new TreeMap<Descriptor, Set<UUID>>(Comparator.comparing(Descriptor::name));
        for (var planned : plan.operations) {
            if (planned.draft.op() == Op.CREATE) {
                plan.records
                        .computeIfAbsent(planned.type, _ -> new LinkedHashMap<>())
                        .put(planned.draft.recordId(), WorkingRecord.fresh(planned.type, planned.draft.recordId()));
            } else if (plan.record(planned.type, planned.draft.recordId()) == null) {
                ids.computeIfAbsent(planned.type, _ -> new LinkedHashSet<>()).add(planned.draft.recordId());
            }
        }
        if (lock) {
            holdAffected(plan.draft, ids);
        }
        ids.forEach((type, wanted) -> {
            var found = lock ? rows.lock(type, wanted) : rows.readForChange(type, wanted);
            var working = plan.records.computeIfAbsent(type, _ -> new LinkedHashMap<>());
            found.forEach((id, row) -> {
                working.put(id, WorkingRecord.of(type, row));
                plan.after(row.updatedAt());
            });
        });
    }

    /**
     * With those that are written: two writers that come from different sides would wait for each other otherwise. What a write leads to is
     * read before it can be locked; where that has changed meanwhile, the locks are given back and taken again.
     */
    private void holdAffected(ChangeDraft draft, Map<Descriptor, Set<UUID>> written) {
        var wanted = affected(draft);
        for (int attempt = 1; !wanted.isEmpty() && attempt <= ATTEMPTS; attempt++) {
            written.forEach((type, ids) ->
                    wanted.computeIfAbsent(type, _ -> new LinkedHashSet<>()).addAll(ids));
            boolean last = attempt == ATTEMPTS;
            var more = nested.execute(status -> {
                wanted.forEach(rows::hold);
                var now = affected(draft);
                now.forEach((type, ids) -> ids.removeAll(wanted.getOrDefault(type, Set.of())));
                now.values().removeIf(Set::isEmpty);
                if (!now.isEmpty() && !last) {
                    status.setRollbackOnly();
                }
                return now;
            });
            if (more == null || more.isEmpty()) {
                return;
            }
            more.forEach((type, ids) ->
                    wanted.computeIfAbsent(type, _ -> new LinkedHashSet<>()).addAll(ids));
        }
    }

    private Map<Descriptor, Set<UUID>> affected(ChangeDraft draft) {
        var all = new TreeMap<Descriptor, Set<UUID>>(Comparator.comparing(Descriptor::name));
        alsoLock.orderedStream().forEach(affected -> affected.of(draft)
                .forEach((type, ids) -> descriptors.find(type).ifPresent(found -> all.computeIfAbsent(
                                found, _ -> new LinkedHashSet<>())
                        .addAll(ids))));
        all.values().removeIf(Set::isEmpty);
        return all;
    }
}
