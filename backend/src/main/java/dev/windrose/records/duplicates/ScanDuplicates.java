package dev.windrose.records.duplicates;

import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.records.Descriptors;
import dev.windrose.records.store.ValueStore;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for duplicates among all records of a type, some hundred in each step. */
@Component
class ScanDuplicates implements JobHandler {

    static final String TYPE = "duplicates";
    private static final int BATCH = 500;

    private final Descriptors descriptors;
    private final ValueStore values;
    private final ScanStore store;
    private final RefreshCandidates refresh;

    ScanDuplicates(Descriptors descriptors, ValueStore values, ScanStore store, RefreshCandidates refresh) {
        this.descriptors = descriptors;
        this.values = values;
        this.store = store;
        this.refresh = refresh;
    }

    record Input(String recordType) {}

    /** @param last null when all are done */
    record Part(int records, @Nullable UUID last) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Object run(JobContext job) {
        var type = descriptors.get(job.input(Input.class).recordType());
        long total = job.step("count", Long.class, () -> values.records(type));
        long done = 0;
        @Nullable UUID last = new UUID(0, 0);
        while (last != null) {
            UUID from = last;
            var part = job.step("after " + from, Part.class, () -> {
                var ids = store.after(type, from, BATCH);
                refresh.of(type.name(), Set.copyOf(ids));
                return new Part(ids.size(), ids.size() < BATCH ? null : ids.getLast());
            });
            done += part.records();
            last = part.last();
            job.progress(done, Math.max(total, done), null);
        }
        return Map.of("records", done);
    }
}
