package dev.windrose.records.change;

import dev.windrose.events.Event;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operation while it is worked out. Fields are final or grow; only the outcome is set once. */
final class PlannedOperation {

    final DraftOperation draft;
    final Descriptor type;
    final Map<String, Object> before;
    final Map<String, Object> after;
    final List<FieldChange> changes = new ArrayList<>();
    final List<FieldProblem> problems = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    long version;
    String title;
    OperationStatus status = OperationStatus.APPLIED;
    @Nullable String reason;

    PlannedOperation(DraftOperation draft, Descriptor type, Map<String, Object> before) {
        this.draft = draft;
        this.type = type;
        this.before = new LinkedHashMap<>(before);
        this.after = new LinkedHashMap<>(before);
        this.title = type.titleOf(before);
    }

    void end(OperationStatus outcome, String why) {
        status = outcome;
        reason = why;
    }

    boolean applies() {
        return status == OperationStatus.APPLIED;
    }

    ChangeOperation result() {
        return new ChangeOperation(draft.id(), draft.op(), type.name(), draft.recordId(), title, draft.baseVersion(), applies() ? version : null,
                List.copyOf(changes), draft.externalIds(), draft.evidence(), draft.confidence(), status, reason, List.copyOf(problems));
    }
}
