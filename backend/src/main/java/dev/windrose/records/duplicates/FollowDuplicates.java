package dev.windrose.records.duplicates;

import dev.windrose.events.EventSubscription;
import dev.windrose.events.LoggedEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps the candidates in step with the records, from the event log. */
@Component
class FollowDuplicates implements EventSubscription {

    private final RefreshCandidates refresh;
    private final TurnLateReferences turnLate;
    private final MergeAlone mergeAlone;

    FollowDuplicates(RefreshCandidates refresh, TurnLateReferences turnLate, MergeAlone mergeAlone) {
        this.refresh = refresh;
        this.turnLate = turnLate;
        this.mergeAlone = mergeAlone;
    }

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public Set<String> eventNames() {
        return Set.of();
    }

    /** What was there before is looked through by a job that somebody starts, not beside everybody's work. */
    @Override
    public boolean fromTheStart() {
        return false;
    }

    @Override
    public void handle(List<LoggedEvent> events) {
        var byType = new LinkedHashMap<String, Set<UUID>>();
        for (var event : events) {
            if (event.recordType() != null && event.recordId() != null && tellsOfValues(event.name())) {
                byType.computeIfAbsent(event.recordType(), _ -> new LinkedHashSet<>())
                        .add(event.recordId());
            }
        }
        byType.forEach((type, ids) -> {
            turnLate.of(type, ids);
            mergeAlone.all(type, refresh.of(type, ids));
        });
    }

    private static boolean tellsOfValues(String event) {
        return event.endsWith("_created")
                || event.endsWith("_updated")
                || event.endsWith("_binned")
                || event.endsWith("_restored");
    }
}
