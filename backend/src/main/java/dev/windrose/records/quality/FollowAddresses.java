package dev.windrose.records.quality;

import dev.windrose.events.EventSubscription;
import dev.windrose.events.LoggedEvent;
import dev.windrose.records.Descriptors;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at the addresses of each record that was written. */
@Component
class FollowAddresses implements EventSubscription {

    private final Descriptors descriptors;
    private final MarkRecords mark;
    private final TransactionTemplate transaction;

    FollowAddresses(Descriptors descriptors, MarkRecords mark, TransactionTemplate transaction) {
        this.descriptors = descriptors;
        this.mark = mark;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "records.quality";
    }

    /** Types that have addresses, or may have got some from the workspace. */
    @Override
    public Set<String> eventNames() {
        var names = new TreeSet<String>();
        descriptors.builtIn().all().forEach(type -> {
            names.add(type.name() + "_created");
            names.add(type.name() + "_updated");
            names.add(type.name() + "_restored");
        });
        names.addAll(List.of("custom_record_created", "custom_record_updated", "custom_record_restored"));
        return names;
    }

    @Override
    public boolean fromTheStart() {
        return true;
    }

    @Override
    public void handle(List<LoggedEvent> events) {
        var byType = new TreeMap<String, Set<UUID>>();
        for (var event : events) {
            if (event.recordType() != null && event.recordId() != null) {
                byType.computeIfAbsent(event.recordType(), _ -> new TreeSet<>())
                        .add(Objects.requireNonNull(event.recordId()));
            }
        }
        transaction.executeWithoutResult(_ -> byType.forEach(mark::mark));
    }
}
