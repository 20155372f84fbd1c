package dev.windrose.intake;

import dev.windrose.context.AnswerMessage.Telling;
import dev.windrose.context.ThreadMessage;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes back what the message before in the thread has written. */
@Component
class UndoLast {

    private final Changes changes;
    private final Decisions decisions;

    UndoLast(Changes changes, Decisions decisions) {
        this.changes = changes;
        this.decisions = decisions;
    }

    void of(String named, ThreadMessage message, Telling tell) {
        Permissions.require(Operation.DECIDE, "changeset");
        var id = new ChangeSetId(UUID.fromString(named));
        var earlier = undoneFor(message, id);
        var undone = earlier != null ? earlier : decisions.undo(id).id();
        tell.event("written", Map.of("change_set_id", undone.toString(), "text", "Undone."));
    }

    /** The undo of this very message, where its run broke off after it. */
    private @Nullable ChangeSetId undoneFor(ThreadMessage message, ChangeSetId id) {
        var undo = changes.get(id).undoneBy();
        return undo == null || changes.get(undo).createdAt().isBefore(message.createdAt()) ? null : undo;
    }
}
