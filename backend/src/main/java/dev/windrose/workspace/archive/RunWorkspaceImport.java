package dev.windrose.workspace.archive;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.jobs.JobCancelled;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.records.search.Reindex;
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
    private final Reindex reindex;

    RunWorkspaceImport(FillWorkspace fill, ArchiveFolder folder, Reindex reindex) {
        this.fill = fill;
        this.folder = folder;
        this.reindex = reindex;
    }

    /** @param people who were there before */
    record Order(UUID file, List<UUID> people) {}

    record Result(TreeMap<String, Long> summary) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Object run(JobContext job) {
        Permissions.require(Operation.MANAGE, "workspace");
        var order = job.input(Order.class);
        if (folder.ended(order.file())) {
            takeOut(order);
        }
        // Only as long as its file is there may it take anything out: started again later, it finds a workspace in use.
        if (!folder.has(order.file())) {
            throw ReadArchive.wrong("This import has ended. Send the file again.");
        }
        try (var archive = ReadArchive.open(folder.get(order.file()))) {
            begin(archive, order, job);
            fill(archive, order, job);
            folder.drop(order.file());
            reindex.start();
            return new Result(summary(archive));
        }
    }

    private void begin(ReadArchive archive, Order order, JobContext job) {
        try {
            archive.verify();
            fill.requireKnown(archive);
            job.step("begin", () -> fill.begin(order.people()));
        } catch (AppException | JobCancelled refused) {
            folder.drop(order.file());
            throw refused;
        }
    }

    private void fill(ReadArchive archive, Order order, JobContext job) {
        try {
            fill.from(archive, order.people(), job);
        } catch (AppException | JobCancelled refused) {
            folder.end(order.file());
            takeOut(order);
            throw refused;
        }
    }

    /** The mark goes last, so that a crash in between does not leave half a workspace. */
    private void takeOut(Order order) {
        fill.takeOut(order.people());
        folder.dropEnded(order.file());
    }

    private static TreeMap<String, Long> summary(ReadArchive archive) {
        var summary = new TreeMap<String, Long>();
        archive.manifest().parts().stream()
                .filter(part -> part.file().startsWith("records/"))
                .forEach(part ->
                        summary.put(part.file().substring("records/".length()).replace(".jsonl", ""), part.rows()));
        return summary;
    }
}
