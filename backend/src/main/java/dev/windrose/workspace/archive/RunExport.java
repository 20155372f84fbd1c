package dev.windrose.workspace.archive;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.platform.people.Workspaces;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a file of the workspace as it is at one moment. */
@Component
class RunExport implements JobHandler {

    static final String TYPE = "workspace_export";

    private final WriteArchive everything;
    private final WriteTraining training;
    private final ArchiveFolder folder;
    private final Workspaces workspaces;
    private final TransactionTemplate oneMoment;

    RunExport(
            WriteArchive everything,
            WriteTraining training,
            ArchiveFolder folder,
            Workspaces workspaces,
            PlatformTransactionManager transactions) {
        this.everything = everything;
        this.training = training;
        this.folder = folder;
        this.workspaces = workspaces;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    record Order(ExportKind kind) {}

    record Result(String fileName, long size, String sha256) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public int attempts() {
        return 2;
    }

    @Override
    public Object run(JobContext job) {
        Permissions.require(Operation.MANAGE, "workspace");
        var kind = job.input(Order.class).kind();
        return job.outside("write", Result.class, () -> {
            var written =
                    folder.write(job.id().value(), out -> oneMoment.executeWithoutResult(_ -> write(kind, out, job)));
            String name = "windrose-%s-%s.%s".formatted(kind.wire(), workspaces.today(), kind.extension());
            return new Result(name, written.size(), written.sha256());
        });
    }

    private void write(ExportKind kind, OutputStream out, JobContext job) {
        try {
            switch (kind) {
                case EVERYTHING -> everything.to(out, job);
                case TRAINING -> training.to(out, job);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
