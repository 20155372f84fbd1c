package dev.windrose.platform.jobs;

import dev.windrose.testing.BareContext;
import dev.windrose.testing.KillableProcess;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs jobs until it is killed. A step has one effect, which nothing but the step's own transaction keeps from happening twice. */
final class JobProcess {

    private JobProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        var context = BareContext.of(
                Map.of("windrose.jobs.heartbeat", "100ms"), new Class<?>[] {Count.class}, "dev.windrose.platform.jobs");
        context.refresh();
        KillableProcess.tellReady();
        Thread.currentThread().join();
    }

    static class Count implements JobHandler {

        static final String TYPE = "count_steps";
        static final int STEPS = 12;

        private final JdbcClient jdbc;

        Count(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public @Nullable Object run(JobContext job) {
            int sum = 0;
            for (int step = 1; step <= STEPS; step++) {
                int number = step;
                sum += job.step("step " + step, Integer.class, () -> count(job, number));
                job.progress(step, (long) STEPS, null);
            }
            return sum;
        }

        private int count(JobContext job, int step) {
            jdbc.sql("insert into kill_test_jobs.effects (job, step) values (:job, :step)")
                    .param("job", job.id().value())
                    .param("step", step)
                    .update();
            jdbc.sql("select cast(pg_sleep(0.005) as text)").query(String.class).single();
            return step;
        }
    }
}
