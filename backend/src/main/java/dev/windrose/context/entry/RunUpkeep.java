package dev.windrose.context.entry;

import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Once a day in each workspace that needs it: entries whose last day has passed expire, then retention is carried out. */
@Component
class RunUpkeep implements JobHandler {

    static final String TYPE = "context_upkeep";

    private final ExpireEntries expire;
    private final Retention retention;
    private final Categories categories;

    RunUpkeep(ExpireEntries expire, Retention retention, Categories categories) {
        this.expire = expire;
        this.retention = retention;
        this.categories = categories;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public @Nullable Object run(JobContext job) {
        int batches = repeat(job, "expire", expire::batch);
        for (var category : EntryCategory.values()) {
            var settings = categories.of(category);
            batches += repeat(job, "keep-" + category.wire(), () -> retention.batch(settings));
            batches += repeat(job, "erase-" + category.wire(), () -> retention.eraseBatch(settings));
        }
        return Map.of("batches", batches);
    }

    /** Each batch is a step, so that a crash repeats none. */
    private static int repeat(JobContext job, String step, BooleanSupplier batch) {
        int done = 0;
        while (job.step("%s-%d".formatted(step, done++), Boolean.class, batch::getAsBoolean)) {
            job.progress(done, null, step);
        }
        return done;
    }
}
