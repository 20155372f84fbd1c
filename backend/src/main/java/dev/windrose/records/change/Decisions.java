package dev.windrose.records.change;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.change.GuardDecision.Decision;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of change sets after they were made: applied, refused, undone. */
@Component
public class Decisions {

    private final OpenSets sets;
    private final PlanChanges planChanges;
    private final WritePlan writePlan;
    private final Changes changes;
    private final TellOfChange tell;
    private final Descriptors descriptors;
    private final Clock clock;

    Decisions(
            OpenSets sets,
            PlanChanges planChanges,
            WritePlan writePlan,
            Changes changes,
            TellOfChange tell,
            Descriptors descriptors,
            Clock clock) {
        this.sets = sets;
        this.planChanges = planChanges;
        this.writePlan = writePlan;
        this.changes = changes;
        this.tell = tell;
        this.descriptors = descriptors;
        this.clock = clock;
    }

    /**
     * Applies waiting operations. Records are read again: an operation on a value that has changed since is a conflict and writes nothing.
     *
     * @param operations those to apply; empty for all that wait
     */
    @Transactional
    public ChangeSet apply(ChangeSetId id, Set<UUID> operations) {
        var set = sets.locked(id);
        var chosen = waiting(set).stream()
                .filter(operation -> operations.isEmpty() || operations.contains(operation.id()))
                .toList();
        if (chosen.isEmpty()) {
            throw new AppException(CommonError.CONFLICT, "Nothing in this change set waits for a decision.");
        }
        chosen.forEach(operation -> requirePermission(operation.op(), operation));
        sets.check(set, chosen, Decision.APPLY);
        var draft = new ChangeDraft(
                set.cause(), set.summary(), chosen.stream().map(this::again).toList(), true, false, true);
        var plan = planChanges.of(id, draft, true);
        writePlan.records(plan);
        var results = plan.operations.stream()
                .map(PlannedOperation::result)
                .collect(Collectors.toMap(ChangeOperation::id, result -> result));
        var decided = decided(
                set,
                set.operations().stream()
                        .map(operation -> outcome(operation, results.get(operation.id())))
                        .toList(),
                null);
        sets.decide(decided);
        writePlan.traces(plan, 0, set.operationCount());
        tell.decided(decided);
        return decided;
    }

    @Transactional
    public ChangeSet refuse(ChangeSetId id, @Nullable String reason) {
        return refuse(id, Set.of(), reason);
    }

    /** @param operations those to refuse; empty for all that wait */
    @Transactional
    public ChangeSet refuse(ChangeSetId id, Set<UUID> operations, @Nullable String reason) {
        var set = sets.locked(id);
        var refusing = waiting(set).stream()
                .filter(operation -> operations.isEmpty() || operations.contains(operation.id()))
                .toList();
        if (refusing.isEmpty()) {
            throw new AppException(CommonError.CONFLICT, "Nothing in this change set waits for a decision.");
        }
        sets.check(set, refusing, Decision.REFUSE);
        var chosen = refusing.stream().map(ChangeOperation::id).toList();
        var refused = decided(
                set,
                set.operations().stream()
                        .map(operation -> chosen.contains(operation.id())
                                ? with(operation, OperationStatus.REFUSED, reason)
                                : operation)
                        .toList(),
                reason);
        sets.decide(refused);
        tell.decided(refused);
        return refused;
    }

    /** Applies the reverse. A field that has changed since is left and named. Undoing an undo does the first change again. */
    @Transactional
    public ChangeSet undo(ChangeSetId id) {
        var set = sets.locked(id);
        if (set.undoneBy() != null) {
            throw new AppException(CommonError.CONFLICT, "This change set has been undone already.");
        }
        var applied = set.operations().stream().filter(ChangeOperation::applied).toList();
        if (applied.isEmpty()) {
            throw new AppException(CommonError.CONFLICT, "Nothing in this change set has been applied.");
        }
        applied.forEach(operation -> requirePermission(operation.op().reverse(), operation));
        sets.check(set, applied, Decision.UNDO);
        var draft = new ChangeDraft(
                new Cause(CauseKind.UNDO, id.toString()),
                "Undone: " + set.summary(),
                applied.reversed().stream().map(this::reverse).toList(),
                true,
                false,
                true);
        var undo = changes.apply(draft, id);
        if (undo.operations().stream().noneMatch(ChangeOperation::applied)) {
            String why = undo.operations().stream()
                    .map(ChangeOperation::reason)
                    .filter(reason -> reason != null)
                    .collect(Collectors.joining(" "));
            throw new AppException(
                    CommonError.CONFLICT,
                    why.isEmpty() ? "There is nothing left to undo." : "Nothing could be undone. " + why);
        }
        var undone = new ChangeSet(
                set.id(),
                ChangeSetStatus.UNDONE,
                set.actorKind(),
                set.actorName(),
                set.person(),
                set.cause(),
                set.summary(),
                set.reason(),
                set.createdAt(),
                now(),
                ActorScope.current().person(),
                set.undoOf(),
                undo.id(),
                set.operationCount(),
                set.operations().stream()
                        .map(operation ->
                                operation.applied() ? with(operation, OperationStatus.UNDONE, null) : operation)
                        .toList());
        sets.undone(undone);
        tell.undone(undone);
        return undo;
    }

    /** Deciding gives nobody more than writing the same by hand. */
    private static void requirePermission(Op op, ChangeOperation operation) {
        Permissions.require(op.permission(), operation.recordType());
    }

    private static List<ChangeOperation> waiting(ChangeSet set) {
        return set.operations().stream()
                .filter(operation -> operation.status() == OperationStatus.WAITING)
                .toList();
    }

    /** Keeps what was proposed where it was not written. */
    private static ChangeOperation outcome(ChangeOperation proposed, @Nullable ChangeOperation result) {
        if (result == null) {
            return proposed;
        }
        return result.applied() && !result.fields().isEmpty()
                ? result
                : with(proposed, result.status(), result.reason());
    }

    private DraftOperation again(ChangeOperation operation) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var expected = new LinkedHashMap<String, @Nullable Object>();
        var notes = new LinkedHashMap<String, FieldNote>();
        for (var change : operation.fields()) {
            values.put(change.field(), change.after());
            expected.put(change.field(), change.before());
            notes.put(change.field(), new FieldNote(change.evidence(), change.confidence()));
        }
        return DraftOperation.of(operation.op(), operation.recordType(), operation.recordId(), values)
                .called(operation.id())
                .knownAs(operation.externalIds())
                .because(operation.evidence(), operation.confidence())
                .noting(notes)
                .expecting(operation.op() == Op.UPDATE ? expected : Map.of(), Map.of());
    }

    private DraftOperation reverse(ChangeOperation operation) {
        var fields = descriptors.get(operation.recordType()).fields();
        var values = new LinkedHashMap<String, @Nullable Object>();
        var expected = new LinkedHashMap<String, @Nullable Object>();
        var stamps = new LinkedHashMap<String, Object>();
        if (operation.op() == Op.UPDATE) {
            for (var change : operation.fields()) {
                FieldDescriptor field = fields.get(change.field());
                if (field != null) {
                    values.put(change.field(), change.before());
                    expected.put(change.field(), change.after());
                    Put.present(stamps, change.field(), change.formerStamp());
                }
            }
        }
        return DraftOperation.of(operation.op().reverse(), operation.recordType(), operation.recordId(), values)
                .expecting(expected, stamps);
    }

    private ChangeSet decided(ChangeSet set, List<ChangeOperation> operations, @Nullable String reason) {
        return new ChangeSet(
                set.id(),
                ChangeSet.statusOf(operations),
                set.actorKind(),
                set.actorName(),
                set.person(),
                set.cause(),
                set.summary(),
                reason,
                set.createdAt(),
                now(),
                ActorScope.current().person(),
                set.undoOf(),
                set.undoneBy(),
                set.operationCount(),
                new ArrayList<>(operations));
    }

    private static ChangeOperation with(ChangeOperation operation, OperationStatus status, @Nullable String reason) {
        return new ChangeOperation(
                operation.id(),
                operation.op(),
                operation.recordType(),
                operation.recordId(),
                operation.recordTitle(),
                operation.baseVersion(),
                null,
                operation.fields(),
                operation.externalIds(),
                operation.evidence(),
                operation.confidence(),
                status,
                reason,
                List.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
