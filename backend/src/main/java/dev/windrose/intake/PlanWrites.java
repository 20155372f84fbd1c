package dev.windrose.intake;

import dev.windrose.intake.PlannedWrite.Fate;
import dev.windrose.intake.Speaker.Standing;
import dev.windrose.intake.learning.Learned;
import dev.windrose.intake.reading.FieldValue;
import dev.windrose.intake.reading.Operation;
import dev.windrose.intake.reading.Understanding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says of each operation whether it is written, waits for a decision, or is refused. */
final class PlanWrites {

    /** Fields of the workspace's own begin so. */
    private static final String ADDED = "c_";

    private static final Set<String> CLOSING = Set.of("stage", "deal_signing_date", "lost_reason");
    /** What an outsider may say of a deal: when they mean to sign or start, and how they pay. */
    private static final Set<String> OUTSIDE_DEAL =
            Set.of("deal_expected_signing_date", "deal_start_date", "payment_frequency");

    private static final List<String> ORDER =
            List.of("company", "contact", "deal", "project", "interaction", "objection", "feedback", "issue", "task");

    private final DraftRecords drafts;
    private final Standing standing;
    private final Learned learned;
    private final Function<Operation, List<NewerFact>> newer;
    private final List<PlannedWrite> out = new ArrayList<>();

    private PlanWrites(
            DraftRecords drafts, Standing standing, Learned learned, Function<Operation, List<NewerFact>> newer) {
        this.newer = newer;
        this.learned = learned;
        this.drafts = drafts;
        this.standing = standing;
    }

    /** @param newer what the record of an operation says that is newer than the message */
    static List<PlannedWrite> of(
            Understanding understanding,
            DraftRecords drafts,
            Standing standing,
            Learned learned,
            Function<Operation, List<NewerFact>> newer) {
        var plan = new PlanWrites(drafts, standing, learned, newer);
        var operations = new ArrayList<>(understanding.operations());
        operations.sort(Comparator.comparingInt(operation -> ORDER.indexOf(operation.entity())));
        operations.stream().flatMap(plan::stillTrue).forEach(plan::add);
        return plan.out;
    }

    /** What the record knows from a later day stays; the rest of the operation goes on. */
    private Stream<Operation> stillTrue(Operation operation) {
        var late = operation.isCreate() ? List.<NewerFact>of() : newer.apply(operation);
        if (late.isEmpty()) {
            return Stream.of(operation);
        }
        var refused = operation.fields().stream()
                .filter(field -> NewerFact.concerns(late, field.field()))
                .toList();
        out.add(new PlannedWrite(operation, refused, null, Fate.REFUSE, NewerFact.sentence(late)));
        var rest = operation.fields().stream()
                .filter(field -> !refused.contains(field))
                .toList();
        return rest.isEmpty() ? Stream.empty() : Stream.of(operation.with(rest));
    }

    private void add(Operation operation) {
        if (!ORDER.contains(operation.entity())) {
            out.add(new PlannedWrite(
                    operation, operation.fields(), null, Fate.REFUSE, "Records of this kind are not kept yet."));
            return;
        }
        if (standing == Standing.EMPLOYEE && learned.unwanted(operation).isPresent()) {
            unwanted(operation);
            return;
        }
        var risky = operation.fields().stream()
                .filter(field -> waits(operation, field))
                .toList();
        var safe = operation.fields().stream()
                .filter(field -> !risky.contains(field))
                .toList();
        if (operation.isCreate()) {
            create(operation, safe, risky);
            return;
        }
        if (!safe.isEmpty()) {
            out.add(new PlannedWrite(operation, safe, drafts.update(operation, safe), fate(false), reason(false)));
        }
        if (!risky.isEmpty()) {
            out.add(new PlannedWrite(operation, risky, drafts.update(operation, risky), Fate.WAIT, reason(true)));
        }
    }

    /** What a colleague took back is not written again without asking. */
    private void unwanted(Operation operation) {
        var draft = operation.isCreate()
                ? drafts.create(operation, operation.fields())
                : drafts.update(operation, operation.fields());
        out.add(new PlannedWrite(
                operation,
                operation.fields(),
                draft,
                Fate.WAIT,
                "A change like this was taken back or refused before; a person decides."));
    }

    /** A deal that is won at once is created open, and its end waits. */
    private void create(Operation operation, List<FieldValue> safe, List<FieldValue> risky) {
        var draft = drafts.create(operation, safe);
        out.add(new PlannedWrite(operation, safe, draft, fate(false), reason(false)));
        if (!risky.isEmpty()) {
            out.add(new PlannedWrite(
                    operation,
                    risky,
                    drafts.change(operation.entity(), draft.recordId(), operation, risky),
                    Fate.WAIT,
                    reason(true)));
        }
    }

    private Fate fate(boolean risky) {
        return risky || standing == Standing.CLAIMED ? Fate.WAIT : Fate.APPLY;
    }

    private @Nullable String reason(boolean risky) {
        if (standing == Standing.CLAIMED) {
            return "Nothing proves that the author wrote this.";
        }
        return !risky
                ? null
                : standing == Standing.OUTSIDER
                        ? "Somebody outside wrote this; a person decides."
                        : "Closing a deal is for a person to confirm.";
    }

    private boolean waits(Operation operation, FieldValue field) {
        if (standing == Standing.OUTSIDER && field.field().startsWith(ADDED)) {
            return true;
        }
        if (!operation.entity().equals("deal")) {
            return standing == Standing.OUTSIDER && field.field().equals("customer_state");
        }
        if (standing == Standing.OUTSIDER && !operation.isCreate()) {
            return !OUTSIDE_DEAL.contains(field.field());
        }
        boolean closes = operation.fields().stream()
                .anyMatch(other -> other.field().equals("stage")
                        && Set.of("won", "lost").contains(other.value().toString()));
        return closes && CLOSING.contains(field.field());
    }
}
