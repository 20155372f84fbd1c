package dev.windrose.records.change;

import dev.windrose.events.Event;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldProblem;
import dev.windrose.records.store.References;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operation while it is worked out. Fields are final or grow; only the outcome is set once. */
final class PlannedOperation {

    final DraftOperation draft;
    final Descriptor type;
    final Map<String, Object> before = new LinkedHashMap<>();
    final Map<String, Object> after = new LinkedHashMap<>();
    final Map<String, @Nullable Object> parsed = new LinkedHashMap<>();
    final List<FieldChange> changes = new ArrayList<>();
    final List<FieldProblem> problems = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    long version;
    String title;
    OperationStatus status = OperationStatus.APPLIED;

    @Nullable
    String reason;

    /** Why a rule lets all of it wait. */
    @Nullable
    String held;

    PlannedOperation(DraftOperation draft, Descriptor type) {
        this.draft = draft;
        this.type = type;
        this.title = type.label();
    }

    void startFrom(Map<String, Object> values) {
        before.putAll(values);
        after.putAll(values);
        title = type.titleOf(values);
    }

    void problem(CommonError code, String field, String detail) {
        problems.add(new FieldProblem(code, field, detail));
    }

    void end(OperationStatus outcome, @Nullable String why) {
        status = outcome;
        reason = why;
    }

    /** Whether the record refers to this already: saying it again is no change, also where the actor does not see what it refers to. */
    boolean holds(Plan plan, FieldDescriptor field, UUID id) {
        var record = plan.record(type, draft.recordId());
        return record != null
                && References.ids(field, record.values.get(field.name())).contains(id);
    }

    /** Whether the actor may not change the record at all. */
    boolean closed() {
        return problems.stream()
                .anyMatch(problem -> problem.code() == CommonError.NOT_ALLOWED
                        && problem.field().equals("id"));
    }

    boolean applies() {
        return status == OperationStatus.APPLIED;
    }

    /** Changes a field or adds an external id. */
    boolean says() {
        return !changes.isEmpty() || !draft.externalIds().isEmpty();
    }

    ChangeOperation result() {
        return new ChangeOperation(
                draft.id(),
                draft.op(),
                type.name(),
                draft.recordId(),
                title,
                draft.baseVersion(),
                applies() ? version : null,
                List.copyOf(changes),
                draft.externalIds(),
                draft.evidence(),
                draft.confidence(),
                status,
                reason,
                List.copyOf(problems));
    }
}
