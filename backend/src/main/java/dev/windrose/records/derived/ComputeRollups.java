package dev.windrose.records.derived;

import dev.windrose.records.expression.Moment;
import dev.windrose.records.expression.Result;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The roll-up of each of some records; they must be locked, so that two writers add up one after the other. */
@Component
class ComputeRollups {

    private final RollupStore store;
    private final CombineAmounts combine;

    ComputeRollups(RollupStore store, CombineAmounts combine) {
        this.store = store;
        this.combine = combine;
    }

    Map<UUID, Result> of(Rollup rollup, Collection<UUID> records, Moment moment) {
        var values = store.values(rollup, records);
        var results = new LinkedHashMap<UUID, Result>();
        records.forEach(id -> results.put(id, combine.of(rollup, values.getOrDefault(id, List.of()), moment)));
        return results;
    }
}
