package dev.windrose.records.derived;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldCheck.Failing;
import dev.windrose.records.expression.Expression;
import dev.windrose.records.store.Row;
import dev.windrose.records.store.RowStore;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries a condition that is about to be demanded on the records there are, the newest first. */
@Component
class TryConditions {

    private static final int MOST = 20_000;
    private static final int BATCH = 1_000;

    private final DerivedStore store;
    private final RowStore rows;
    private final LoadLinks loadLinks;
    private final Moments moments;

    TryConditions(DerivedStore store, RowStore rows, LoadLinks loadLinks, Moments moments) {
        this.store = store;
        this.rows = rows;
        this.loadLinks = loadLinks;
        this.moments = moments;
    }

    /** @param only the field without whose value the condition is not asked */
    Failing of(Descriptor type, Expression condition, @Nullable String only) {
        var moment = moments.now();
        long failing = 0;
        long looked = 0;
        var last = new UUID(-1L, -1L);
        List<UUID> ids;
        do {
            ids = store.before(type, last, BATCH);
            var found = rows.readForChange(type, ids).values();
            var values = found.stream().map(Row::values).toList();
            var links = loadLinks.of(type, List.of(condition), values, false);
            failing += values.stream()
                    .filter(record -> only == null || record.get(only) != null)
                    .filter(record -> !condition.holds(new Linked(type, record, links), moment))
                    .count();
            looked += ids.size();
            last = ids.isEmpty() ? last : ids.getLast();
        } while (ids.size() == BATCH && looked < MOST);
        return new Failing(failing, looked);
    }
}
