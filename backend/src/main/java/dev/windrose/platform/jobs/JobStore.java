package dev.windrose.platform.jobs;

import dev.windrose.platform.Actor;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.TenantId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes {@code jobs} and {@code job_steps} while jobs run. */
@Component
class JobStore {

    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record StepResult(@Nullable String result) {}

    /** @return whether the job is new; false where one with the type and key exists */
    boolean insert(TenantId tenant, JobId id, JobRequest request, String actor, String input, Instant now) {
        return jdbc.sql("""
                        insert into jobs (tenant_id, id, type, key, status, priority, actor, input, created_at)
                        values (:tenant, :id, :type, :key, 'queued', :priority, cast(:actor as jsonb), cast(:input as jsonb), :now)
                        on conflict (tenant_id, type, key) do nothing
                        """)
                        .param("tenant", tenant.value())
                        .param("id", id.value())
                        .param("type", request.type())
                        .param("key", request.key())
                        .param("priority", request.priority())
                        .param("actor", actor)
                        .param("input", input)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    JobId find(TenantId tenant, String type, String key) {
        return new JobId(jdbc.sql("select id from jobs where tenant_id = :tenant and type = :type and key = :key")
                .param("tenant", tenant.value())
                .param("type", type)
                .param("key", key)
                .query(UUID.class)
                .single());
    }

    Set<String> open(TenantId tenant, String type, Collection<String> keys) {
        return Set.copyOf(jdbc.sql("""
                        select key from jobs
                        where tenant_id = :tenant and type = :type and key = any(:keys) and status in ('queued', 'running', 'waiting')
                        """)
                .param("tenant", tenant.value())
                .param("type", type)
                .param("keys", keys.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    record Claimed(String type, String actor, String input, int failures, int crashes) {}

    /** Empty where there is nothing to do any more: done, dead, cancelled or skipped meanwhile. */
    Optional<Claimed> claim(TenantId tenant, JobId job, UUID token, Instant now) {
        return jdbc.sql("""
                        update jobs
                        set crashes = crashes + case when status = 'running' then 1 else 0 end,
                            status = 'running', run_token = :token, started_at = coalesce(started_at, :now), next_at = null
                        where tenant_id = :tenant and id = :id and status in ('queued', 'waiting', 'running')
                        returning type, actor, input, failures, crashes
                        """)
                .param("token", token)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant.value())
                .param("id", job.value())
                .query((row, n) -> new Claimed(
                        row.getString("type"),
                        row.getString("actor"),
                        row.getString("input"),
                        row.getInt("failures"),
                        row.getInt("crashes")))
                .optional();
    }

    Optional<StepResult> step(JobRun run, String step) {
        return jdbc.sql("select result from job_steps where tenant_id = :tenant and job_id = :job and step = :step")
                .param("tenant", tenant(run))
                .param("job", run.job().value())
                .param("step", step)
                .query((row, n) -> new StepResult(row.getString("result")))
                .optional();
    }

    List<String> steps(JobRun run, String prefix) {
        return jdbc.sql("""
                        select result from job_steps
                        where tenant_id = :tenant and job_id = :job and left(step, :length) = :prefix order by finished_at, id
                        """)
                .param("tenant", tenant(run))
                .param("job", run.job().value())
                .param("length", prefix.length())
                .param("prefix", prefix)
                .query((row, n) -> Objects.requireNonNullElse(row.getString("result"), "null"))
                .list();
    }

    /** @return false where another process has the job now */
    boolean finishStep(JobRun run, String step, String result, Instant now) {
        int written = jdbc.sql("""
                        insert into job_steps (tenant_id, id, job_id, step, result, finished_at)
                        select tenant_id, :stepId, id, :step, cast(:result as jsonb), :now
                        from jobs where tenant_id = :tenant and id = :job and run_token = :token
                        """)
                .param("stepId", Ids.next())
                .param("step", step)
                .param("result", result)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant(run))
                .param("job", run.job().value())
                .param("token", run.token())
                .update();
        if (written == 1 && run.crashes() > 0) {
            jdbc.sql(
                            "update jobs set crashes = 0 where tenant_id = :tenant and id = :job and run_token = :token and crashes > 0")
                    .param("tenant", tenant(run))
                    .param("job", run.job().value())
                    .param("token", run.token())
                    .update();
        }
        return written == 1;
    }

    void progress(JobRun run, JobProgress progress) {
        jdbc.sql("""
                        update jobs set progress_done = :done, progress_total = :total, progress_message = :message
                        where tenant_id = :tenant and id = :job and run_token = :token
                        """)
                .param("done", progress.done())
                .param("total", progress.total(), Types.BIGINT)
                .param("message", progress.message(), Types.VARCHAR)
                .param("tenant", tenant(run))
                .param("job", run.job().value())
                .param("token", run.token())
                .update();
    }

    boolean cancelRequested(JobRun run) {
        return jdbc.sql("select cancel_requested from jobs where tenant_id = :tenant and id = :job")
                .param("tenant", tenant(run))
                .param("job", run.job().value())
                .query(Boolean.class)
                .single();
    }

    /** Ends the attempt. Does nothing where another process has the job now. */
    void end(JobRun run, JobOutcome outcome, Instant now) {
        jdbc.sql("""
                        update jobs set status = :status, result = coalesce(cast(:result as jsonb), result), error = :error,
                            failures = :failures, next_at = :next,
                            finished_at = case when :status in ('done', 'dead', 'cancelled') then cast(:now as timestamptz) end
                        where tenant_id = :tenant and id = :job and run_token = :token and status = 'running'
                        """)
                .param("status", outcome.status().name().toLowerCase(Locale.ROOT))
                .param("result", outcome.result(), Types.VARCHAR)
                .param("error", outcome.error(), Types.VARCHAR)
                .param("failures", outcome.failures())
                .param(
                        "next",
                        outcome.next() == null ? null : outcome.next().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant(run))
                .param("job", run.job().value())
                .param("token", run.token())
                .update();
    }

    private static UUID tenant(JobRun run) {
        Actor actor = run.actor();
        return actor.tenant().value();
    }
}
