package dev.windrose.records.importing;

import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks long files that came together. */
@Component
class CheckSetJob implements JobHandler {

    static final String TYPE = "import-set-check";

    private final CheckSet check;

    CheckSetJob(CheckSet check) {
        this.check = check;
    }

    record Order(UUID setId, long rows) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public @Nullable Object run(JobContext job) {
        var order = job.input(Order.class);
        check.of(order.setId(), (phase, done) -> job.progress(done, order.rows(), phase));
        return null;
    }
}
