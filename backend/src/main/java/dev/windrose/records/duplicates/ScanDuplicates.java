package dev.windrose.records.duplicates;

import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.store.ValueStore;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
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
        // What many records have in common is seen only once the keys of all are there: half of the way is spent on
        // them.
        parts(
                job,
                type,
                "keys after ",
                ids -> refresh.keepKeys(type.name(), ids),
                done -> job.progress(done / 2, Math.max(total, done), null));
        long done = parts(
                job,
                type,
                "after ",
                ids -> refresh.of(type.name(), ids),
                some -> job.progress(Math.max(total, some) / 2 + some / 2, Math.max(total, some), null));
        return Map.of("records", done);
    }

    private long parts(JobContext job, Descriptor type, String key, Consumer<Set<UUID>> work, LongConsumer progress) {
        long done = 0;
        @Nullable UUID last = new UUID(0, 0);
        while (last != null) {
            UUID from = last;
            var part = job.step(key + from, Part.class, () -> {
                var ids = store.after(type, from, BATCH);
                work.accept(Set.copyOf(ids));
                return new Part(ids.size(), ids.size() < BATCH ? null : ids.getLast());
            });
            done += part.records();
            last = part.last();
            progress.accept(done);
        }
        return done;
    }
}
