package dev.windrose.records.derived;

import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.records.Descriptors;
import dev.windrose.records.store.ValueStore;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works a computed field out for all records there are, some hundred in each transaction. */
@Component
class BackfillJob implements JobHandler {

    static final String TYPE = "computed-field";

    /** @param recordType name of the type */
    record Input(String recordType, String field) {}

    private final Descriptors descriptors;
    private final ValueStore values;
    private final WorkOutBatch workOut;

    BackfillJob(Descriptors descriptors, ValueStore values, WorkOutBatch workOut) {
        this.descriptors = descriptors;
        this.values = values;
        this.workOut = workOut;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Object run(JobContext job) {
        var input = job.input(Input.class);
        long total = job.step(
                "count",
                Long.class,
                () -> descriptors.find(input.recordType()).map(values::records).orElse(0L));
        long done = 0;
        @Nullable UUID last = new UUID(0, 0);
        while (last != null) {
            UUID from = last;
            var batch = job.step("after " + from, WorkOutBatch.Done.class, () -> workOut.after(input, from));
            last = batch.last();
            done += batch.records();
            job.progress(done, Math.max(total, done), null);
        }
        return Map.of("records", done);
    }
}
