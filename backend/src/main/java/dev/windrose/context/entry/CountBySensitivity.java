package dev.windrose.context.entry;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many entries there are of each sensitivity, of those that the actor in scope may read. */
@Component
public class CountBySensitivity {

    private final EntryHomeStore store;

    CountBySensitivity(EntryHomeStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public Map<Sensitivity, Long> entries() {
        Permissions.require(Operation.READ, ContextEntry.TYPE);
        var found = store.bySensitivity();
        var counts = new EnumMap<Sensitivity, Long>(Sensitivity.class);
        for (var each : Sensitivity.values()) {
            counts.put(each, found.getOrDefault(each.wire(), 0L));
        }
        return counts;
    }
}
