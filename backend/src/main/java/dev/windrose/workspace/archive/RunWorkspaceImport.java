package dev.windrose.workspace.archive;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.jobs.JobCancelled;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads an archive into an empty workspace. What was read before a refusal or a cancellation is taken out again. */
@Component
class RunWorkspaceImport implements JobHandler {

    static final String TYPE = "workspace_import";

    private final FillWorkspace fill;
    private final ArchiveFolder folder;

    RunWorkspaceImport(FillWorkspace fill, ArchiveFolder folder) {
        this.fill = fill;
        this.folder = folder;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Object run(JobContext job) {
        Permissions.require(Operation.MANAGE, "workspace");
        var order = job.input(Order.class);
        try (var archive = ReadArchive.open(folder.get(order.file()))) {
            fill.from(archive, order.people(), job);
            var summary = new TreeMap<String, Long>();
            archive.manifest().parts().stream()
                    .filter(part -> part.file().startsWith("records/"))
                    .forEach(part -> summary.put(
                            part.file().substring("records/".length()).replace(".jsonl", ""), part.rows()));
            folder.drop(order.file());
            return new Result(summary);
        } catch (AppException | JobCancelled refused) {
            fill.takeOut(order.people());
            folder.drop(order.file());
            throw refused;
        }
    }

    /** @param people who were there before */
    record Order(UUID file, List<UUID> people) {}

    record Result(TreeMap<String, Long> summary) {}
}
