package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.jobs.JobRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries all files of a set out in the order in which they run: each knows what those before it would make. */
@Component
public class CheckSet {

    static final Set<ImportStatus> TO_CHECK =
            Set.of(ImportStatus.UPLOADED, ImportStatus.MAPPED, ImportStatus.CHECKED, ImportStatus.CHECKING);

    /** Rows that are checked while the caller waits. */
    private static final long AT_ONCE = 20_000;

    private final ImportSets sets;
    private final ImportRuns runs;
    private final ImportStore store;
    private final ImportFiles files;
    private final CheckImport check;
    private final TransactionTemplate transaction;

    CheckSet(
            ImportSets sets,
            ImportRuns runs,
            ImportStore store,
            ImportFiles files,
            CheckImport check,
            TransactionTemplate transaction) {
        this.sets = sets;
        this.runs = runs;
        this.store = store;
        this.files = files;
        this.check = check;
        this.transaction = transaction;
    }

    /** What a run would do. Long files are checked by a job: the status tells when it is done. */
    public ImportSet dryRun(UUID id) {
        var set = sets.get(id);
        if (!set.canCheck()) {
            throw new AppException(CommonError.CONFLICT, "There is nothing to check, or it is running.");
        }
        var all = toCheck(set.imports());
        long rows = all.stream().mapToLong(Import::rowCount).sum();
        if (rows > AT_ONCE) {
            runs.checking(all, JobRequest.of(CheckSetJob.TYPE, Ids.next().toString(), new CheckSetJob.Order(id, rows)));
        } else {
            ImportRuns.asImport(() -> {
                of(id, (phase, done) -> {});
                return true;
            });
        }
        return sets.get(id);
    }

    private static List<Import> toCheck(List<Import> all) {
        return all.stream().filter(one -> TO_CHECK.contains(one.status())).toList();
    }

    void of(UUID set, StageFile.Progress progress) {
        var all = transaction.execute(status -> toCheck(store.ofSet(set)));
        long before = 0;
        for (var file : all) {
            long done = before;
            var found = check.of(file, files.get(file.id()), (phase, rows) -> progress.at(phase, done + rows));
            transaction.executeWithoutResult(status -> store.checked(file.id(), found));
            before += file.rowCount();
        }
    }
}
