package dev.windrose.records.change;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.Descriptor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** The one way to write records. Checks no permissions: whoever offers a write to a caller does. */
@Component
public class Changes {

    /** A change set of more operations is one row of the event log. */
    public static final int TOLD_SINGLY = 2_000;

    private final PlanChanges planChanges;
    private final WritePlan writePlan;
    private final ChangeSetStore store;
    private final TellOfChange tell;
    private final Supplier<List<CompleteDraft>> completions;

    Changes(
            PlanChanges planChanges,
            WritePlan writePlan,
            ChangeSetStore store,
            TellOfChange tell,
            ObjectProvider<CompleteDraft> completions) {
        this.planChanges = planChanges;
        this.writePlan = writePlan;
        this.store = store;
        this.tell = tell;
        this.completions =
                SingletonSupplier.of(() -> completions.orderedStream().toList());
    }

    /** What the draft would change. Writes nothing. */
    @Transactional(readOnly = true)
    public ChangeSet preview(ChangeDraft draft) {
        var plan = planChanges.of(ChangeSetId.next(), completed(draft), false);
        return changeSet(plan, plan.results(), null);
    }

    /**
     * Writes the draft. A draft that changes nothing leaves no change set; the answer then has no operations.
     *
     * @throws AppException naming every wrong field, unless the draft refuses singly; nothing is written then
     */
    @Transactional
    public ChangeSet apply(ChangeDraft draft) {
        return apply(completed(draft), null);
    }

    /**
     * As {@link #apply} for work done in steps: every step adds its operations to the same change set, which the first one begins.
     *
     * @return what this step did
     */
    @Transactional
    public ChangeSet append(ChangeSetId id, ChangeDraft draft) {
        var plan = planChanges.of(id, completed(draft), true);
        var step = changeSet(plan, plan.results(), null);
        if (step.operations().isEmpty()) {
            return step;
        }
        var begun = store.lockHead(id);
        writePlan.records(plan);
        if (begun.isEmpty()) {
            writePlan.traces(plan, step, () -> tell.made(step));
        } else {
            store.extend(begun.get(), step);
            writePlan.traces(plan, begun.get().operationCount(), plan.told());
            tell.made(step);
        }
        return step;
    }

    ChangeSet apply(ChangeDraft draft, @Nullable ChangeSetId undoOf) {
        var plan = planChanges.of(ChangeSetId.next(), draft, true);
        var set = changeSet(plan, plan.results(), undoOf);
        if (set.operations().isEmpty()) {
            return set;
        }
        writePlan.records(plan);
        writePlan.traces(plan, set, () -> tell.made(set));
        return set;
    }

    /** Whether drafts that write these fields of records of their own can be written at the same time, each in its transaction. */
    public boolean apart(Descriptor type, Set<String> fields) {
        return completions.get().stream().noneMatch(completion -> completion.concerns(type.name(), fields))
                && !CheckUnique.concerns(type);
    }

    /** Keeps the draft until somebody decides. Values are checked now, and read again when they are applied. */
    @Transactional
    public ChangeSet propose(ChangeDraft draft) {
        var plan = planChanges.of(ChangeSetId.next(), completed(draft), false);
        plan.operations.stream()
                .filter(PlannedOperation::applies)
                .forEach(operation -> operation.end(OperationStatus.WAITING, null));
        var set = changeSet(plan, plan.results(), null);
        store.insert(set, List.of());
        tell.made(set);
        return set;
    }

    @Transactional(readOnly = true)
    public Optional<ChangeSet> find(ChangeSetId id) {
        return store.find(id);
    }

    /** @throws AppException NOT_FOUND also for a change set of another workspace */
    @Transactional(readOnly = true)
    public ChangeSet get(ChangeSetId id) {
        return find(id).orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such change set."));
    }

    /** One more than the limit where there are more. */
    @Transactional(readOnly = true)
    public List<ChangeSet> list(ChangeSetQuery query) {
        return store.list(query);
    }

    private ChangeDraft completed(ChangeDraft draft) {
        var missing = completions.get().stream()
                .flatMap(completion -> completion.missing(draft).stream())
                .toList();
        return missing.isEmpty() ? draft : draft.with(missing);
    }

    private static ChangeSet changeSet(Plan plan, List<ChangeOperation> operations, @Nullable ChangeSetId undoOf) {
        Actor actor = ActorScope.current();
        return new ChangeSet(
                plan.id,
                ChangeSet.statusOf(operations),
                actor.kind(),
                actor.name(),
                actor.person(),
                plan.draft.cause(),
                plan.summary(),
                null,
                plan.at,
                null,
                null,
                undoOf,
                null,
                operations.size(),
                operations);
    }
}
