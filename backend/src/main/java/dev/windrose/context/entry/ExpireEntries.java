package dev.windrose.context.entry;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Entries whose last day has passed no longer hold: they become expired, as a change that can be undone. */
@Component
class ExpireEntries {

    static final int BATCH = 200;
    private static final String CAUSE = "context_expiry";

    private final EntryStore store;
    private final Changes changes;
    private final Workspaces workspaces;

    ExpireEntries(EntryStore store, Changes changes, Workspaces workspaces) {
        this.store = store;
        this.changes = changes;
        this.workspaces = workspaces;
    }

    /**
     * One batch. Needs a transaction.
     *
     * @return whether there may be more
     */
    boolean batch() {
        var ended = store.ended(workspaces.today(), BATCH);
        if (ended.isEmpty()) {
            return false;
        }
        var operations = ended.stream()
                .map(id -> DraftOperation.update(ContextEntry.TYPE, id, Map.of("status", EntryStatus.EXPIRED.wire())))
                .toList();
        var set = changes.apply(ChangeDraft.of(Cause.run(CAUSE), "The last day has passed", operations)
                .refusingSingly());
        return ended.size() == BATCH && set.operations().stream().anyMatch(operation -> operation.version() != null);
    }
}
