package dev.windrose.records.change;

import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.ErrorKind;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldProblem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Works a draft out: reads the records, checks every value, reference and rule, and says what would change. Writes nothing. */
@Component
class PlanChanges {

    private final Descriptors descriptors;
    private final LoadPlan loadPlan;
    private final ParseOperation parse;
    private final CheckLinks links;
    private final CheckUnique unique;
    private final PlanOperation planOperation;
    private final Clock clock;

    PlanChanges(
            Descriptors descriptors,
            LoadPlan loadPlan,
            ParseOperation parse,
            CheckLinks links,
            CheckUnique unique,
            PlanOperation planOperation,
            Clock clock) {
        this.descriptors = descriptors;
        this.loadPlan = loadPlan;
        this.parse = parse;
        this.links = links;
        this.unique = unique;
        this.planOperation = planOperation;
        this.clock = clock;
    }

    /** @param lock keeps the records from changing until the transaction ends */
    Plan of(ChangeSetId id, ChangeDraft draft, boolean lock) {
        if (lock) {
            descriptors.hold();
        }
        var plan = new Plan(id, draft, clock.instant().truncatedTo(ChronoUnit.MICROS));
        for (var operation : draft.operations()) {
            var planned = new PlannedOperation(operation, descriptors.get(operation.type()));
            planned.parsed.putAll(parse.of(planned.type, operation, draft.writesReadOnly(), planned.problems));
            plan.operations.add(planned);
        }
        loadPlan.of(plan, lock);
        links.check(plan);
        unique.load(plan);
        for (var planned : List.copyOf(plan.operations)) {
            planOperation.in(plan, planned);
        }
        if (draft.refusesSingly()) {
            plan.operations.stream()
                    .filter(planned -> !planned.problems.isEmpty())
                    .forEach(PlanChanges::refuse);
        } else {
            List<FieldProblem> problems = plan.operations.stream()
                    .flatMap(planned -> planned.problems.stream())
                    .distinct()
                    .toList();
            if (!problems.isEmpty()) {
                throw FieldProblem.toException(problems);
            }
        }
        return plan;
    }

    private static void refuse(PlannedOperation planned) {
        var first = planned.problems.getFirst();
        boolean changedSince = first.code().kind() == ErrorKind.CONFLICT || first.code() == CommonError.NOT_FOUND;
        planned.end(changedSince ? OperationStatus.CONFLICT : OperationStatus.REFUSED, first.detail());
    }
}
