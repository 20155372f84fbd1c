package dev.windrose.platform.jobs;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people see of jobs and do about them. */
@Component
class JobBoardStore {

    private static final String COLUMNS = """
            id, type, key, status, priority, actor,
            case when pg_column_size(input) <= 50000 then input else '{"too_long_to_show": true}' end as input,
            input ->> 'change_set' as change_set, result, failures, error, progress_done, progress_total, progress_message, created_at, started_at, finished_at, next_at
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JobBoardStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Job> find(TenantId tenant, JobId id) {
        return jdbc.sql("select " + COLUMNS + " from jobs where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query((row, n) -> job(row))
                .optional();
    }

    List<Job> list(TenantId tenant, @Nullable JobStatus status, int most) {
        return jdbc.sql("select " + COLUMNS + """
                        from jobs
                        where tenant_id = :tenant and (cast(:status as text) is null or status = :status)
                        order by created_at desc, id desc
                        limit :most
                        """)
                .param("tenant", tenant.value())
                .param("status", status == null ? null : status.name().toLowerCase(Locale.ROOT), Types.VARCHAR)
                .param("most", most)
                .query((row, n) -> job(row))
                .list();
    }

    List<Job> ofType(TenantId tenant, String type, int most) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from jobs where tenant_id = :tenant and type = :type order by created_at desc, id desc limit :most")
                .param("tenant", tenant.value())
                .param("type", type)
                .param("most", most)
                .query((row, n) -> job(row))
                .list();
    }

    /** @return the priority, where the job could be started again */
    Optional<Integer> replay(TenantId tenant, JobId id, @Nullable String input) {
        return jdbc.sql("""
                        update jobs
                        set status = 'queued', failures = 0, crashes = 0, error = null, cancel_requested = false, run_token = null,
                            finished_at = null, next_at = null, input = coalesce(cast(:input as jsonb), input)
                        where tenant_id = :tenant and id = :id and status in ('dead', 'cancelled', 'skipped')
                        returning priority
                        """)
                .param("input", input, Types.VARCHAR)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    /** The priority of a job that waits for {@code wake}. Holds its row: an attempt that parks it now is seen, or sees what has come. */
    Optional<Integer> parked(TenantId tenant, JobId job) {
        return jdbc.sql("select status, priority, next_at from jobs where tenant_id = :tenant and id = :id for update")
                .param("tenant", tenant.value())
                .param("id", job.value())
                .query((row, n) -> row.getString("status").equals("waiting") && row.getObject("next_at") == null
                        ? row.getInt("priority")
                        : -1)
                .optional()
                .filter(priority -> priority >= 0);
    }

    boolean cancel(TenantId tenant, JobId id, Instant now) {
        return jdbc.sql("""
                        update jobs
                        set cancel_requested = true,
                            finished_at = case when status = 'running' then null else cast(:now as timestamptz) end,
                            status = case when status = 'running' then status else 'cancelled' end
                        where tenant_id = :tenant and id = :id and status in ('queued', 'waiting', 'running', 'dead')
                        """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("tenant", tenant.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean skip(TenantId tenant, JobId id) {
        return jdbc.sql("update jobs set status = 'skipped' where tenant_id = :tenant and id = :id and status = 'dead'")
                        .param("tenant", tenant.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private Job job(ResultSet row) throws SQLException {
        return new Job(
                new JobId(row.getObject("id", UUID.class)),
                row.getString("type"),
                row.getString("key"),
                JobStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("priority"),
                json.readTree(row.getString("actor")).path("person").isString()
                        ? new PersonId(UUID.fromString(json.readTree(row.getString("actor"))
                                .path("person")
                                .asString()))
                        : null,
                row.getString("change_set") == null ? null : UUID.fromString(row.getString("change_set")),
                json.readTree(row.getString("input")),
                tree(row.getString("result")),
                row.getInt("failures"),
                row.getString("error"),
                new JobProgress(
                        row.getLong("progress_done"),
                        row.getObject("progress_total", Long.class),
                        row.getString("progress_message")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                instant(row, "next_at"));
    }

    private @Nullable JsonNode tree(@Nullable String value) {
        return value == null ? null : json.readTree(value);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
