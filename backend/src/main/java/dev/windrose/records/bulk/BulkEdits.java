package dev.windrose.records.bulk;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.records.FieldProblem;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Op;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes many records as one change set. Checks the rights of single records only: whoever offers the edit checks the type's. */
@Component
public class BulkEdits {

    /** More records are written by a job. */
    public static final int AT_ONCE = 2_000;

    public static final int MOST = 50_000;

    /** Enough to see whether the values are right at all. */
    private static final int SAMPLE = 50;

    private final FindTargets targets;
    private final DraftBulk drafts;
    private final Changes changes;
    private final Jobs jobs;

    BulkEdits(FindTargets targets, DraftBulk drafts, Changes changes, Jobs jobs) {
        this.targets = targets;
        this.drafts = drafts;
        this.changes = changes;
        this.jobs = jobs;
    }

    /** What would change. Writes nothing. */
    @Transactional(readOnly = true)
    public BulkResult preview(BulkEdit edit) {
        requireSomething(edit);
        var ids = targets.of(edit);
        @Nullable ChangeSet first = null;
        var counts = BulkCounts.NONE;
        for (var part : parts(ids).toList()) {
            var set = changes.preview(drafts.of(edit, part, ids.size()));
            counts = counts.plus(BulkCounts.of(part.size(), set));
            first = first == null ? set : first;
        }
        if (first != null) {
            requireRight(first, counts);
        }
        return new BulkResult(first, counts, null);
    }

    /** Writes at once, or lets a job do it. */
    @Transactional
    public BulkResult apply(BulkEdit edit) {
        requireSomething(edit);
        var ids = targets.of(edit);
        if (ids.size() <= AT_ONCE) {
            var set = changes.apply(drafts.of(edit, ids, ids.size()));
            var counts = BulkCounts.of(ids.size(), set);
            requireRight(set, counts);
            return new BulkResult(set, counts, null);
        }
        var sample = ids.subList(0, SAMPLE);
        var tried = changes.preview(drafts.of(edit, sample, ids.size()));
        requireRight(tried, BulkCounts.of(sample.size(), tried));
        var counts = new BulkCounts(ids.size(), 0, 0, 0);
        return new BulkResult(
                null, counts, jobs.enqueue(JobRequest.of(RunBulkEdit.TYPE, RunBulkEdit.Order.of(edit, ids))));
    }

    static Stream<List<UUID>> parts(List<UUID> ids) {
        return Stream.iterate(0, first -> first < ids.size(), first -> first + AT_ONCE)
                .map(first -> ids.subList(first, Math.min(ids.size(), first + AT_ONCE)));
    }

    /** A value that is wrong for every record is a mistake of the request. */
    private static void requireRight(ChangeSet set, BulkCounts counts) {
        if (counts.refused() == 0 || counts.refused() < counts.total()) {
            return;
        }
        var problems = set.operations().getFirst().problems();
        if (!problems.isEmpty()) {
            throw FieldProblem.toException(problems);
        }
        throw new AppException(
                CommonError.CONFLICT,
                Objects.requireNonNullElse(
                        set.operations().getFirst().reason(), "None of the records can be changed."));
    }

    private static void requireSomething(BulkEdit edit) {
        if (edit.op() == Op.UPDATE && edit.set().isEmpty() && !edit.merges()) {
            throw new AppException(CommonError.BAD_VALUE, "Say what to \"set\", \"add\" or \"remove\".", "set");
        }
    }
}
