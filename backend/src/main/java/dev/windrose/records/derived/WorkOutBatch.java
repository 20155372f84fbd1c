package dev.windrose.records.derived;

import dev.windrose.records.Descriptors;
import dev.windrose.records.store.RowStore;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works a computed field out for some records, in the order of their ids. */
@Component
class WorkOutBatch {

    private static final int BATCH = 500;

    /** @param last null after the end */
    record Done(@Nullable UUID last, int records) {}

    private final Descriptors descriptors;
    private final Definitions definitions;
    private final LockAffected lockAffected;
    private final DerivedStore store;
    private final RowStore rows;
    private final Recompute recompute;
    private final Moments moments;

    WorkOutBatch(
            Descriptors descriptors,
            Definitions definitions,
            LockAffected lockAffected,
            DerivedStore store,
            RowStore rows,
            Recompute recompute,
            Moments moments) {
        this.descriptors = descriptors;
        this.definitions = definitions;
        this.lockAffected = lockAffected;
        this.store = store;
        this.rows = rows;
        this.recompute = recompute;
        this.moments = moments;
    }

    /** A field that is no longer there, or that is worked out when it is read, ends the job. */
    Done after(BackfillJob.Input input, UUID from) {
        descriptors.hold();
        var definition = definitions.current().find(input.recordType(), input.field());
        if (definition.isEmpty() || definitions.current().readsClock(definition.get())) {
            return new Done(null, 0);
        }
        var type = definition.get().type();
        List<UUID> ids = store.after(type, from, BATCH);
        if (ids.isEmpty()) {
            return new Done(null, 0);
        }
        var locks = new TreeMap<>(lockAffected.affected(only(definition.get(), ids)));
        locks.forEach((name, records) -> descriptors.find(name).ifPresent(found -> rows.hold(found, records)));
        recompute.after(only(definition.get(), ids), moments.now());
        return new Done(ids.size() < BATCH ? null : ids.getLast(), ids.size());
    }

    private static Touched only(Definition definition, List<UUID> ids) {
        var touched = new Touched();
        ids.forEach(id -> touched.want(definition, id));
        return touched;
    }
}
