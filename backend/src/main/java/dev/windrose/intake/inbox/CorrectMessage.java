package dev.windrose.intake.inbox;

import dev.windrose.intake.inbox.Correction.Add;
import dev.windrose.intake.inbox.Correction.Change;
import dev.windrose.intake.inbox.Correction.Drop;
import dev.windrose.intake.inbox.Correction.Move;
import dev.windrose.intake.inbox.Correction.Wrong;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.Descriptors;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.FieldChange;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.OperationStatus;
import dev.windrose.records.change.SeenChanges;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts right what was made of a message. The correction is a change set of whoever makes it, caused by the message. */
@Component
public class CorrectMessage {

    private final Inbox inbox;
    private final InboxStore store;
    private final Changes changes;
    private final Decisions decisions;
    private final SeenChanges seen;
    private final Records records;
    private final Descriptors descriptors;

    CorrectMessage(
            Inbox inbox,
            InboxStore store,
            Changes changes,
            Decisions decisions,
            SeenChanges seen,
            Records records,
            Descriptors descriptors) {
        this.inbox = inbox;
        this.store = store;
        this.changes = changes;
        this.decisions = decisions;
        this.seen = seen;
        this.records = records;
        this.descriptors = descriptors;
    }

    private record Found(ChangeSet set, ChangeOperation operation) {}

    /** @throws AppException NOT_FOUND where the operation is none of this message, CONFLICT where nothing of it stands any more */
    @Transactional
    public void correct(UUID message, Correction correction) {
        Permissions.require(Operation.DECIDE, "changeset");
        var root = inbox.get(message);
        var drafts =
                switch (correction) {
                    case Change(var wrong, var values) -> changed(found(root.id(), wrong), values);
                    case Move(var wrong, var record) -> moved(found(root.id(), wrong), record);
                    case Drop(var wrong) -> dropped(found(root.id(), wrong));
                    case Add(var type, var record, var values) -> added(type, record, values);
                };
        if (drafts.isEmpty()) {
            return;
        }
        drafts.forEach(draft -> Permissions.require(draft.op().permission(), draft.type()));
        var written = changes.apply(ChangeDraft.of(Cause.message(root.id()), summary(correction), drafts));
        if (written.operations().isEmpty()) {
            throw new AppException(CommonError.BAD_VALUE, "That is what it says already.", "values");
        }
    }

    private Found found(UUID root, Wrong wrong) {
        var id = new ChangeSetId(wrong.changeSet());
        if (!store.changeSets(root).contains(id)) {
            throw missing();
        }
        var set = seen.of(changes.get(id)).orElseThrow(CorrectMessage::missing);
        var operation = set.operations().stream()
                .filter(one -> one.id().equals(wrong.operation()))
                .findFirst()
                .orElseThrow(CorrectMessage::missing);
        if (!operation.applied() && operation.status() != OperationStatus.WAITING) {
            throw new AppException(CommonError.CONFLICT, "Nothing of this stands any more.");
        }
        return new Found(set, operation);
    }

    private static AppException missing() {
        return new AppException(CommonError.NOT_FOUND, "There is no such change of this message.");
    }

    /** What waits is refused as it is, and written as it should be. */
    private List<DraftOperation> changed(Found found, Map<String, @Nullable Object> values) {
        if (values.isEmpty()) {
            throw new AppException(CommonError.REQUIRED, "Say which value is right.", "values");
        }
        var operation = found.operation();
        if (operation.applied()) {
            return List.of(DraftOperation.update(operation.recordType(), operation.recordId(), values));
        }
        refuse(found);
        var all = after(operation);
        all.putAll(values);
        return List.of(
                operation.op() == Op.CREATE
                        ? DraftOperation.create(operation.recordType(), operation.recordId(), all)
                        : DraftOperation.update(operation.recordType(), operation.recordId(), all));
    }

    private List<DraftOperation> moved(Found found, UUID target) {
        var operation = found.operation();
        records.get(operation.recordType(), target);
        if (target.equals(operation.recordId())) {
            throw new AppException(CommonError.BAD_VALUE, "It is this record already.", "record_id");
        }
        var values = after(operation);
        var out = new ArrayList<DraftOperation>();
        if (operation.applied()) {
            out.addAll(reversed(operation));
        } else {
            refuse(found);
        }
        if (operation.op() == Op.CREATE) {
            values.remove(descriptors.get(operation.recordType()).titleField());
            out.addAll(0, repointed(found, target));
        }
        if (!values.isEmpty()) {
            out.add(DraftOperation.update(operation.recordType(), target, values));
        }
        return out;
    }

    /** What the same message wrote about a record that should not have been made goes to the right one. */
    private static List<DraftOperation> repointed(Found found, UUID target) {
        var wrong = found.operation().recordId().toString();
        var out = new ArrayList<DraftOperation>();
        for (var other : found.set().operations()) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            other.fields().stream()
                    .filter(field -> wrong.equals(String.valueOf(field.after())))
                    .forEach(field -> values.put(field.field(), target.toString()));
            if (other.applied() && !values.isEmpty()) {
                out.add(DraftOperation.update(other.recordType(), other.recordId(), values));
            }
        }
        return out;
    }

    private List<DraftOperation> dropped(Found found) {
        if (found.operation().applied()) {
            return reversed(found.operation());
        }
        refuse(found);
        return List.of();
    }

    private static List<DraftOperation> reversed(ChangeOperation operation) {
        return switch (operation.op()) {
            case CREATE -> List.of(DraftOperation.delete(operation.recordType(), operation.recordId()));
            case DELETE -> List.of(DraftOperation.restore(operation.recordType(), operation.recordId()));
            case RESTORE -> List.of(DraftOperation.delete(operation.recordType(), operation.recordId()));
            case UPDATE -> {
                var before = new LinkedHashMap<String, @Nullable Object>();
                operation.fields().forEach(field -> before.put(field.field(), field.before()));
                yield List.of(DraftOperation.update(operation.recordType(), operation.recordId(), before));
            }
        };
    }

    private static List<DraftOperation> added(
            String type, @Nullable UUID record, Map<String, @Nullable Object> values) {
        return List.of(
                record == null ? DraftOperation.create(type, values) : DraftOperation.update(type, record, values));
    }

    private void refuse(Found found) {
        decisions.refuse(found.set().id(), Set.of(found.operation().id()), "Put right by hand.");
    }

    private static Map<String, @Nullable Object> after(ChangeOperation operation) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (FieldChange field : operation.fields()) {
            values.put(field.field(), field.after());
        }
        return values;
    }

    private static String summary(Correction correction) {
        return switch (correction) {
            case Change _ -> "Corrected: another value";
            case Move _ -> "Corrected: another record";
            case Drop _ -> "Corrected: taken out";
            case Add _ -> "Corrected: added";
        };
    }
}
