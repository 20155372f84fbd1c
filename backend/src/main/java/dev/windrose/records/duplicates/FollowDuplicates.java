package dev.windrose.records.duplicates;

import dev.windrose.events.EventSubscription;
import dev.windrose.events.LoggedEvent;
import dev.windrose.events.RecordsOfEvents;
import dev.windrose.records.Descriptors;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Keeps the candidates in step with the records, from the event log. */
@Component
class FollowDuplicates implements EventSubscription {

    private final Descriptors descriptors;
    private final RefreshCandidates refresh;
    private final TurnLateReferences turnLate;
    private final MergeAlone mergeAlone;

    FollowDuplicates(
            Descriptors descriptors, RefreshCandidates refresh, TurnLateReferences turnLate, MergeAlone mergeAlone) {
        this.descriptors = descriptors;
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
        var byType = RecordsOfEvents.byType(
                events, event -> tellsOfValues(event.name()) && RecordsOfEvents.concerns(event, compared(event)));
        if (byType.isEmpty()) {
            return;
        }
        turnLate.of(byType);
        byType.forEach((type, ids) -> mergeAlone.all(type, refresh.of(type, ids)));
    }

    /** The fields of its record by which duplicates are told; an edit of others costs nothing here. */
    private Predicate<String> compared(LoggedEvent event) {
        return descriptors
                .find(String.valueOf(event.recordType()))
                .map(MatchFields::of)
                .<Predicate<String>>map(columns -> field ->
                        columns.stream().anyMatch(column -> column.name().equals(field)))
                .orElse(_ -> false);
    }

    private static boolean tellsOfValues(String event) {
        return event.endsWith("_created")
                || event.endsWith("_updated")
                || event.endsWith("_binned")
                || event.endsWith("_restored");
    }
}
