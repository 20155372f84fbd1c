package dev.windrose.records.bulk;

import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Op;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a bulk edit in steps, all of them into one change set. What was written before a cancellation stays, and can be undone. */
@Component
class RunBulkEdit implements JobHandler {

    static final String TYPE = "bulk_edit";

    private final DraftBulk drafts;
    private final Changes changes;

    RunBulkEdit(DraftBulk drafts, Changes changes) {
        this.drafts = drafts;
        this.changes = changes;
    }

    /** @param changeSet known before it is begun, so that a page can show it while the job runs */
    record Order(
            UUID changeSet,
            String recordType,
            Op op,
            List<UUID> ids,
            Map<String, @Nullable Object> set,
            Map<String, Object> add,
            Map<String, Object> remove) {

        static Order of(BulkEdit edit, List<UUID> ids) {
            return new Order(Ids.next(), edit.type(), edit.op(), ids, edit.set(), edit.add(), edit.remove());
        }

        BulkEdit edit() {
            return new BulkEdit(recordType, op, ids, null, set, add, remove, null);
        }
    }

    record Result(UUID changeSetId, BulkCounts counts) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Object run(JobContext job) {
        var order = job.input(Order.class);
        var id = new ChangeSetId(order.changeSet());
        int total = order.ids().size();
        var counts = BulkCounts.NONE;
        job.progress(0, (long) total, null);
        for (var part : BulkEdits.parts(order.ids()).toList()) {
            counts = counts.plus(job.step(
                    "from-" + counts.total(),
                    BulkCounts.class,
                    () -> BulkCounts.of(part.size(), changes.append(id, drafts.of(order.edit(), part, total)))));
            job.progress(counts.total(), (long) total, null);
        }
        return new Result(order.changeSet(), counts);
    }
}
