package dev.windrose.events;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Which records a batch of events is about: whoever keeps something beside records looks at each once. */
public final class RecordsOfEvents {

    private RecordsOfEvents() {}

    /** By type, in the order in which they come. */
    public static Map<String, Set<UUID>> byType(List<LoggedEvent> events, Predicate<LoggedEvent> wanted) {
        var byType = new LinkedHashMap<String, Set<UUID>>();
        for (var event : events) {
            if (event.recordType() != null && event.recordId() != null && wanted.test(event)) {
                byType.computeIfAbsent(event.recordType(), _ -> new LinkedHashSet<>())
                        .add(event.recordId());
            }
        }
        return byType;
    }

    /** Whether an event may concern one of the fields; an update that names others does not. */
    public static boolean concerns(LoggedEvent event, Predicate<String> field) {
        return !event.name().endsWith("_updated")
                || !(event.payload().get("fields") instanceof List<?> fields)
                || fields.stream().map(String::valueOf).anyMatch(field);
    }
}
