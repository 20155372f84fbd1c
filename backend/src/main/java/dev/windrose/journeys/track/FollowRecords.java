package dev.windrose.journeys.track;

import dev.windrose.events.EventSubscription;
import dev.windrose.events.LoggedEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the events of journeys in step with the record: what is undone or put into the bin is taken back. */
@Component
class FollowRecords implements EventSubscription {

    private final KeepRecordEvents keep;
    private final TransactionTemplate transaction;

    FollowRecords(KeepRecordEvents keep, TransactionTemplate transaction) {
        this.keep = keep;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "journeys.record";
    }

    @Override
    public Set<String> eventNames() {
        var names = new TreeSet<String>(Set.of("periods_loaded"));
        for (String type : KeepRecordEvents.TYPES) {
            List.of("created", "updated", "binned", "restored").forEach(what -> names.add(type + "_" + what));
        }
        return names;
    }

    @Override
    public void handle(List<LoggedEvent> events) {
        var touched = new LinkedHashMap<String, LinkedHashSet<UUID>>();
        for (var event : events) {
            if (event.recordType() != null && event.recordId() != null) {
                touched.computeIfAbsent(event.recordType(), _ -> new LinkedHashSet<>())
                        .add(event.recordId());
            }
        }
        transaction.executeWithoutResult(_ -> touched.entrySet().stream()
                .filter(each -> KeepRecordEvents.TYPES.contains(each.getKey()))
                .forEach(each -> keep.of(each.getKey(), each.getValue())));
    }
}
