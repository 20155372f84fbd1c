package dev.windrose.testing;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.RecordData;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Records;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fresh workspace with short ways to write and read records in it. */
public record RecordWorld(TestWorkspace workspace, Actor actor) {

    public static RecordWorld fresh() {
        var workspace = Workspaces.fresh();
        return new RecordWorld(workspace, workspace.owner());
    }

    public RecordWorld as(Actor other) {
        return new RecordWorld(workspace, other);
    }

    public UUID create(String type, Map<String, ? extends @Nullable Object> fields) {
        var operation = DraftOperation.create(type, fields);
        apply(Cause.person(), operation);
        return operation.recordId();
    }

    public ChangeSet update(String type, UUID id, Map<String, ? extends @Nullable Object> fields) {
        return apply(Cause.person(), DraftOperation.update(type, id, fields));
    }

    public ChangeSet apply(Cause cause, DraftOperation... operations) {
        return in(() -> Workspaces.bean(Changes.class).apply(ChangeDraft.of(cause, "Test", operations)));
    }

    public ChangeSet undo(ChangeSet set) {
        return in(() -> Workspaces.bean(Decisions.class).undo(set.id()));
    }

    public RecordData get(String type, UUID id) {
        return in(() -> Workspaces.bean(Records.class).get(type, id));
    }

    public <T, X extends Throwable> T in(ScopedValue.CallableOp<T, X> work) throws X {
        return ActorScope.call(actor, work);
    }
}
