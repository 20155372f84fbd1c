package dev.windrose.workspace.archive;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.jobs.Job;
import dev.windrose.platform.jobs.JobId;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.JobStatus;
import dev.windrose.platform.jobs.Jobs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Files of the whole workspace. They hold everything, so they are for administrators alone. */
@Component
public class WorkspaceExports {

    private static final int SHOWN = 50;

    private final Jobs jobs;
    private final ArchiveFolder folder;
    private final AuditLog audit;
    private final JsonMapper json;

    WorkspaceExports(Jobs jobs, ArchiveFolder folder, AuditLog audit, JsonMapper json) {
        this.jobs = jobs;
        this.folder = folder;
        this.audit = audit;
        this.json = json;
    }

    /** A file that can be fetched. */
    public record Ready(String name, String mediaType, Path path) {}

    /** The one that is being written, where there is one of the kind. */
    @Transactional
    public Job start(ExportKind kind) {
        require();
        var running =
                list().stream().filter(job -> kind(job) == kind && !ended(job)).findFirst();
        if (running.isPresent()) {
            return running.get();
        }
        audit.append(AuditEntry.of(AuditAction.EXPORT_MADE, "Whole workspace", Map.of("kind", kind.wire())));
        return get(jobs.enqueue(JobRequest.of(RunExport.TYPE, new RunExport.Order(kind)))
                .value());
    }

    /** Newest first; those whose file has been removed are not listed. */
    public List<Job> list() {
        require();
        return jobs.ofType(RunExport.TYPE, SHOWN).stream()
                .filter(job ->
                        job.status() != JobStatus.DONE || folder.has(job.id().value()))
                .filter(job -> job.status() != JobStatus.SKIPPED)
                .toList();
    }

    public Job get(UUID id) {
        require();
        return jobs.find(new JobId(id))
                .filter(job -> job.type().equals(RunExport.TYPE))
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such export."));
    }

    public Job cancel(UUID id) {
        jobs.cancel(get(id).id());
        return get(id);
    }

    public void delete(UUID id) {
        var job = get(id);
        if (!ended(job)) {
            throw new AppException(CommonError.CONFLICT, "The export is being written. Cancel it first.");
        }
        folder.drop(id);
    }

    public Ready content(UUID id) {
        var job = get(id);
        if (job.status() != JobStatus.DONE) {
            throw new AppException(CommonError.CONFLICT, "The export is not ready.");
        }
        return new Ready(result(job).fileName(), kind(job).mediaType(), folder.get(id));
    }

    public ExportKind kind(Job job) {
        return json.treeToValue(job.input(), RunExport.Order.class).kind();
    }

    RunExport.Result result(Job job) {
        return json.treeToValue(job.result(), RunExport.Result.class);
    }

    private static boolean ended(Job job) {
        return switch (job.status()) {
            case QUEUED, RUNNING, WAITING -> false;
            case DONE, DEAD, CANCELLED, SKIPPED -> true;
        };
    }

    private static void require() {
        Permissions.require(Operation.MANAGE, "workspace");
    }
}
