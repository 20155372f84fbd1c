package dev.windrose.crm.file;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.records.change.EraseAlso;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes contents that no file has any more. The wish is written with what makes it so, and carried out after that has been committed: neither a
 * roll back loses a content, nor a crash keeps one.
 */
@Component
class DropContents implements JobHandler, EraseAlso {

    private static final String TYPE = "crm.drop-contents";

    private final FileStore store;
    private final FileContents contents;
    private final ObjectProvider<Jobs> jobs;

    DropContents(FileStore store, FileContents contents, ObjectProvider<Jobs> jobs) {
        this.store = store;
        this.contents = contents;
        this.jobs = jobs;
    }

    record Wanted(List<String> hashes) {}

    @Override
    public String recordType() {
        return "file";
    }

    @Override
    public void erasing(Collection<UUID> ids) {
        later(ids.stream()
                .flatMap(id -> store.hashes(id).stream())
                .distinct()
                .sorted()
                .toList());
    }

    /** Those that another file has, or had before, stay. */
    @Transactional(propagation = Propagation.MANDATORY)
    void later(List<String> hashes) {
        if (!hashes.isEmpty()) {
            jobs.getObject().enqueue(JobRequest.of(TYPE, new Wanted(hashes)));
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Object run(JobContext job) {
        var hashes = job.input(Wanted.class).hashes();
        hashes.forEach(hash -> job.step(hash, () -> drop(hash)));
        return Map.of("contents", hashes.size());
    }

    /** Whoever brings the same content at this moment waits, and keeps it anew. */
    private void drop(String hash) {
        store.lock(hash);
        if (!store.used(hash)) {
            String key = ActorScope.current().tenant() + "/" + hash;
            contents.delete(key);
            contents.delete(key + StoredFiles.SMALL);
            contents.delete(key + StoredFiles.WORDS);
        }
    }
}
