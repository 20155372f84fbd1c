package dev.windrose.records.duplicates;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.FollowChange;
import dev.windrose.records.change.Op;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Moves what lies beside the records with a merge, back with its undo, and again where the undo is undone. */
@Component
class FollowMerges implements FollowChange {

    private final MergeStore store;
    private final CandidateStore candidates;
    private final LearnFromDecisions learn;
    private final Supplier<List<MovesWithRecord>> parts;

    FollowMerges(
            MergeStore store,
            CandidateStore candidates,
            LearnFromDecisions learn,
            ObjectProvider<MovesWithRecord> parts) {
        this.store = store;
        this.learn = learn;
        this.candidates = candidates;
        this.parts = SingletonSupplier.of(() -> parts.orderedStream().toList());
    }

    @Override
    public void follow(AppliedChange change) {
        var undone = change.undone();
        if (undone != null) {
            store.byChangeSet(undone).forEach(merge -> turn(change, merge));
            return;
        }
        var cause = change.cause().id();
        if (cause != null && cause.startsWith(MergeRecords.CAUSE)) {
            store.of(UUID.fromString(cause.substring(MergeRecords.CAUSE.length())))
                    .forEach(merge -> turn(change, merge));
        }
    }

    /** A record that could not be binned or restored stays where it is, and so does what belongs to it. */
    private void turn(AppliedChange change, MergeStore.Merge merge) {
        boolean back = merge.state() == MergeStore.State.MERGED;
        var wanted = back ? Op.RESTORE : Op.DELETE;
        if (change.operations().stream()
                .noneMatch(operation ->
                        operation.op() == wanted && operation.recordId().equals(merge.merged()))) {
            return;
        }
        if (back) {
            parts.get().forEach(part -> back(part, merge));
            store.put(merge, MergeStore.State.UNDONE, change.id().value(), Map.of());
            candidates.reopen(merge.id());
        } else {
            var moved = new LinkedHashMap<String, List<String>>();
            for (var part : parts.get()) {
                var rows = part.move(merge.type(), merge.merged(), merge.survivor());
                if (!rows.isEmpty()) {
                    moved.put(part.name(), rows);
                }
            }
            store.put(merge, MergeStore.State.MERGED, change.id().value(), moved);
            decide(change, merge);
        }
    }

    private static void back(MovesWithRecord part, MergeStore.Merge merge) {
        var moved = merge.moved().getOrDefault(part.name(), List.of());
        if (!moved.isEmpty()) {
            part.back(merge.type(), merge.merged(), merge.survivor(), moved);
        }
    }

    private void decide(AppliedChange change, MergeStore.Merge merge) {
        var together = new LinkedHashSet<UUID>();
        for (var other : store.of(merge.id())) {
            together.add(other.merged());
            together.add(other.survivor());
        }
        PersonId person = ActorScope.current().person();
        candidates.merged(merge.id(), List.copyOf(together), person == null ? null : person.value(), change.at());
        learn.from(merge.type());
    }
}
