package dev.windrose.intake.inbox;

import dev.windrose.intake.AskedStore;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.ChangeSetStatus;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.change.OperationStatus;
import dev.windrose.records.change.SeenChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of a message stands, and its undo, one change set at a time. */
@Component
class TakeBack {

    private final InboxStore store;
    private final AskedStore questions;
    private final Changes changes;
    private final Decisions decisions;
    private final SeenChanges seen;

    TakeBack(InboxStore store, AskedStore questions, Changes changes, Decisions decisions, SeenChanges seen) {
        this.store = store;
        this.questions = questions;
        this.changes = changes;
        this.decisions = decisions;
        this.seen = seen;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<ChangeSet> standing(UUID message) {
        return store.changeSets(message).stream()
                .map(changes::get)
                .filter(set -> seen.of(set).isPresent())
                .filter(set -> set.undoneBy() == null && applied(set) || waits(set))
                .toList();
    }

    /** @return how many questions were open */
    @Transactional
    public int closeQuestions(UUID message) {
        return questions.close(message);
    }

    /**
     * What waits in it is refused, what was written is taken back.
     *
     * @return the change sets that say so
     */
    @Transactional
    public List<UUID> undo(ChangeSet set) {
        var by = new ArrayList<UUID>();
        if (waits(set)) {
            by.add(decisions
                    .refuse(set.id(), "Taken back with its message.")
                    .id()
                    .value());
        }
        if (applied(set)) {
            by.add(decisions.undo(set.id()).id().value());
        }
        return by;
    }

    private static boolean waits(ChangeSet set) {
        return set.operations().stream().anyMatch(operation -> operation.status() == OperationStatus.WAITING);
    }

    private static boolean applied(ChangeSet set) {
        return set.status() == ChangeSetStatus.APPLIED || set.status() == ChangeSetStatus.PARTLY_APPLIED;
    }
}
