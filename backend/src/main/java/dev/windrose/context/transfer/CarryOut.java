package dev.windrose.context.transfer;

import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans a transfer and writes it, each in one transaction. */
@Component
class CarryOut {

    private final TransferStore transfers;
    private final TransferItemStore items;
    private final PlanEntries plan;
    private final Changes changes;

    CarryOut(TransferStore transfers, TransferItemStore items, PlanEntries plan, Changes changes) {
        this.transfers = transfers;
        this.items = items;
        this.plan = plan;
        this.changes = changes;
    }

    /** Looks anew at what each file would do, and keeps it. */
    @Transactional
    public void plan(Transfer transfer) {
        var all = items.of(transfer.id());
        keep(transfer, planned(transfer, all, null));
    }

    /**
     * Writes what is not refused as one change set.
     *
     * @param status of proposals; files say theirs themselves
     */
    @Transactional
    public @Nullable ChangeSet apply(Transfer transfer, @Nullable String status) {
        transfers.lock(transfer.id());
        var all = items.of(transfer.id());
        var plan = planned(transfer, all, status);
        plan.draft()
                .operations()
                .forEach(operation -> Permissions.require(operation.op().permission(), operation.type()));
        if (plan.draft().operations().isEmpty()) {
            throw new AppException(
                    CommonError.CONFLICT,
                    "There is nothing to write: everything is refused, left out or there already.");
        }
        var set = changes.apply(plan.draft());
        keep(transfer, plan);
        boolean written = !set.operations().isEmpty();
        transfers.applied(transfer.id(), written ? set.id().value() : null);
        return written ? set : null;
    }

    private EntryPlan planned(Transfer transfer, List<TransferItem> all, @Nullable String status) {
        var files = new ArrayList<Incoming>();
        all.stream()
                .filter(item -> item.included() && item.front() != null)
                .map(item -> status != null && item.proposed()
                        ? item.with(Map.of(EntryFields.STATUS, status), item.body())
                        : item)
                .forEach(item -> files.add(new Incoming(item.position(), item.file())));
        return plan.of(files, summary(transfer), transfer.make());
    }

    private void keep(Transfer transfer, EntryPlan plan) {
        plan.entries().forEach(planned -> items.plan(transfer.id(), planned.position(), PlanJson.of(planned)));
        transfers.also(transfer.id(), PlanJson.of(plan.also()));
    }

    private static String summary(Transfer transfer) {
        return switch (transfer.kind()) {
            case FILES, PASTED -> "Took over entries from " + transfer.name();
            case STARTER, EXAMPLE -> "Took over the " + transfer.name().toLowerCase(Locale.ROOT);
            case QUESTIONS -> "Took over answers to the questions of the set-up";
        };
    }
}
