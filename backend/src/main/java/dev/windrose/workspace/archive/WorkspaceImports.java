package dev.windrose.workspace.archive;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.jobs.Job;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.platform.people.People;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings a whole workspace into this one, as long as this one is empty. */
@Component
public class WorkspaceImports {

    private final Jobs jobs;
    private final ArchiveFolder folder;
    private final InUse inUse;
    private final People people;
    private final TransactionTemplate transaction;

    WorkspaceImports(Jobs jobs, ArchiveFolder folder, InUse inUse, People people, TransactionTemplate transaction) {
        this.jobs = jobs;
        this.folder = folder;
        this.inUse = inUse;
        this.people = people;
        this.transaction = transaction;
    }

    /** @throws AppException CONFLICT for a workspace in use; BAD_VALUE for a file that is no archive of this version */
    public Job start(InputStream file) {
        Permissions.require(Operation.MANAGE, "workspace");
        Objects.requireNonNull(transaction.execute(_ -> whyNot())).ifPresent(why -> {
            throw new AppException(CommonError.CONFLICT, why);
        });
        var id = Ids.next();
        folder.receive(id, file);
        try (var archive = ReadArchive.open(folder.get(id))) {
            archive.manifest();
        } catch (AppException refused) {
            folder.drop(id);
            throw refused;
        }
        return transaction.execute(_ -> {
            var kept = people.all().stream().map(person -> person.id().value()).toList();
            var order = new RunWorkspaceImport.Order(id, kept);
            return jobs.find(jobs.enqueue(JobRequest.of(RunWorkspaceImport.TYPE, order)))
                    .orElseThrow();
        });
    }

    /** Why a workspace cannot be read into this one; empty where it can. */
    @Transactional(readOnly = true)
    public Optional<String> whyNot() {
        if (last().filter(job -> switch (job.status()) {
                    case QUEUED, RUNNING, WAITING -> true;
                    case DONE, DEAD, CANCELLED, SKIPPED -> false;
                })
                .isPresent()) {
            return Optional.of("A workspace is being read into this one.");
        }
        return inUse.now()
                ? Optional.of("This workspace has records already. A whole workspace is read into an empty one.")
                : Optional.empty();
    }

    /** The newest import of a workspace. */
    @Transactional(readOnly = true)
    public Optional<Job> last() {
        Permissions.require(Operation.MANAGE, "workspace");
        return jobs.ofType(RunWorkspaceImport.TYPE, 1).stream().findFirst();
    }

    /** Ends it at its next step; what was read is taken out. */
    public Job cancel(UUID id) {
        var job = last().filter(found -> found.id().value().equals(id))
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such import."));
        jobs.cancel(job.id());
        return last().orElseThrow();
    }
}
