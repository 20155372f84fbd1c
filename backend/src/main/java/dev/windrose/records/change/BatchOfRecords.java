package dev.windrose.records.change;

import dev.windrose.events.BatchEvents;
import dev.windrose.events.LoggedEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The events of the records that one large change set has changed, told by its operations. */
@Component
class BatchOfRecords implements BatchEvents {

    private final ChangedRecordStore store;
    private final TransactionTemplate transaction;

    BatchOfRecords(ChangedRecordStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return RecordEventTypes.CHANGED.name();
    }

    @Override
    public Set<String> within(LoggedEvent batch) {
        return batch.payload().get("events") instanceof Map<?, ?> counts
                ? counts.keySet().stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }

    @Override
    public List<LoggedEvent> page(LoggedEvent batch, int from, int most) {
        var set = UUID.fromString(String.valueOf(batch.payload().get("change_set_id")));
        var names = within(batch);
        int first = number(batch, "first");
        int upTo = Math.min(first + number(batch, "operations"), first + from + most);
        return transaction.execute(status -> store.page(set, first + from, upTo).stream()
                .map(changed -> event(batch, changed, names))
                .toList());
    }

    private static int number(LoggedEvent batch, String field) {
        return batch.payload().get(field) instanceof Number number ? number.intValue() : 0;
    }

    private static LoggedEvent event(LoggedEvent batch, ChangedRecordStore.Changed changed, Set<String> names) {
        String own = changed.type() + "_" + changed.op().past();
        return new LoggedEvent(
                batch.position(),
                batch.tenant(),
                // A type that the workspace has added has no events of its own.
                names.contains(own) ? own : "custom_record_" + changed.op().past(),
                1,
                changed.type(),
                changed.record(),
                changed.payload(),
                batch.actorKind(),
                batch.actorName(),
                batch.person(),
                batch.occurredAt());
    }
}
