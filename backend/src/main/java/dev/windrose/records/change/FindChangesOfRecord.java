package dev.windrose.records.change;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.audit.ChangesOfRecord;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class FindChangesOfRecord implements ChangesOfRecord {

    private final ChangeSetStore store;

    FindChangesOfRecord(ChangeSetStore store) {
        this.store = store;
    }

    @Override
    public List<UUID> of(UUID record) {
        return store.touching(ActorScope.current().tenant(), record);
    }
}
