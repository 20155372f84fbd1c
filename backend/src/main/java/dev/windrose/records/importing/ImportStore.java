package dev.windrose.records.importing;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.platform.jobs.JobId;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.importing.file.FileFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code imports}, with what their batches add up to. */
@Component
class ImportStore {

    private static final String SELECT = """
            select i.*, coalesce(b.creates, 0) as creates, coalesce(b.updates, 0) as updates, coalesce(b.unchanged, 0) as unchanged,
                coalesce(b.refused, 0) as refused, coalesce(b.waiting, 0) as waiting, coalesce(b.duplicates, 0) as duplicates,
                coalesce(b.review, 0) as review, coalesce(b.history, 0) as history, b.sets
            from imports i
            left join lateral (
                select sum(creates) as creates, sum(updates) as updates, sum(unchanged) as unchanged, sum(refused) as refused,
                    sum(waiting) as waiting, sum(duplicates) as duplicates, sum(review) as review,
                    sum(history) as history,
                    array_agg(change_set_id order by number) filter (where change_set_id is not null) as sets
                from import_batches where tenant_id = i.tenant_id and import_id = i.id
            ) b on true
            where i.tenant_id = :tenant
            """;

    /** A file tells of records in words: whoever does not see all of them sees only files of their own. */
    private static final String BY =
            "((cast(:by as uuid) is null and not i.record_type = any(:limited)) or i.person_id = :self)";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AccessSql access;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, JsonMapper json, AccessSql access, Clock clock) {
        this.clock = clock;
        this.access = access;
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Import fresh, long size, int position) {
        var actor = ActorScope.current();
        jdbc.sql("""
                        insert into imports (tenant_id, id, record_type, file_name, file_size, status, format, columns, row_count, questions,
                            match_keys, person_id, created_at, notes, set_id, position)
                        values (:tenant, :id, :type, :name, :size, :status, cast(:format as jsonb), cast(:columns as jsonb), :rows,
                            cast(:questions as jsonb), cast(:keys as jsonb), :person, :now, cast(:notes as jsonb), cast(:set as uuid), :position)
                        """)
                .param("tenant", tenant())
                .param("id", fresh.id())
                .param("type", fresh.recordType())
                .param("name", fresh.fileName())
                .param("size", size)
                .param("status", fresh.status().wire())
                .param("format", json.writeValueAsString(fresh.format()))
                .param("columns", json.writeValueAsString(fresh.columns()))
                .param("rows", fresh.rowCount())
                .param("questions", json.writeValueAsString(fresh.questions()))
                .param("keys", json.writeValueAsString(fresh.matchKeys()))
                .param("person", actor.person() == null ? null : actor.person().value(), Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("notes", json.writeValueAsString(fresh.notes()))
                .param("set", fresh.setId() == null ? null : fresh.setId().toString())
                .param("position", position)
                .update();
    }

    /** The file read in another way. */
    void reformat(Import again) {
        jdbc.sql("""
                        update imports set status = 'uploaded', record_type = :type, match_keys = cast(:keys as jsonb), format = cast(:format as jsonb), columns = cast(:columns as jsonb), row_count = :rows,
                            questions = cast(:questions as jsonb), notes = cast(:notes as jsonb), mapping = null, dry_run = null
                        where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant())
                .param("id", again.id())
                .param("type", again.recordType())
                .param("keys", json.writeValueAsString(again.matchKeys()))
                .param("format", json.writeValueAsString(again.format()))
                .param("columns", json.writeValueAsString(again.columns()))
                .param("rows", again.rowCount())
                .param("questions", json.writeValueAsString(again.questions()))
                .param("notes", json.writeValueAsString(again.notes()))
                .update();
    }

    /** The imports of a set, in the order in which they run. */
    List<Import> ofSet(UUID set) {
        return jdbc.sql(SELECT + " and i.set_id = :set and " + BY + " order by i.position, i.id")
                .param("by", access.onlyWordsOf().orElse(null))
                .param("self", access.self())
                .param("limited", access.limitedTypes().toArray(String[]::new))
                .param("tenant", tenant())
                .param("set", set)
                .query((row, n) -> read(row))
                .list();
    }

    Set<String> typesOfSet(UUID set) {
        return Set.copyOf(
                jdbc.sql("select distinct record_type from imports where tenant_id = :tenant and set_id = :set")
                        .param("tenant", tenant())
                        .param("set", set)
                        .query(String.class)
                        .list());
    }

    Optional<Import> find(UUID id) {
        return jdbc.sql(SELECT + " and i.id = :id and " + BY)
                .param("by", access.onlyWordsOf().orElse(null))
                .param("self", access.self())
                .param("limited", access.limitedTypes().toArray(String[]::new))
                .param("tenant", tenant())
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    List<Import> newest(int most) {
        return jdbc.sql(SELECT + " and " + BY + " order by i.created_at desc, i.id desc limit :most")
                .param("by", access.onlyWordsOf().orElse(null))
                .param("self", access.self())
                .param("limited", access.limitedTypes().toArray(String[]::new))
                .param("tenant", tenant())
                .param("most", most)
                .query((row, n) -> read(row))
                .list();
    }

    /** Those whose files are being read, or will be. */
    Set<UUID> atWork() {
        return Set.copyOf(
                jdbc.sql("""
                        select id from imports where tenant_id = :tenant and status in ('checking', 'running', 'paused')
                        """).param("tenant", tenant()).query(UUID.class).list());
    }

    void map(UUID id, Mapping mapping, List<Question> questions) {
        jdbc.sql("""
                        update imports set status = 'mapped', mapping = cast(:mapping as jsonb), questions = cast(:questions as jsonb), dry_run = null
                        where tenant_id = :tenant and id = :id
                        """)
                .param("mapping", json.writeValueAsString(mapping))
                .param("questions", json.writeValueAsString(questions))
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    void ask(UUID id, List<Question> questions) {
        jdbc.sql("update imports set questions = cast(:questions as jsonb) where tenant_id = :tenant and id = :id")
                .param("questions", json.writeValueAsString(questions))
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    /** What was found out about the files of a set no longer holds once one of them is mapped otherwise. */
    void uncheck(UUID set) {
        jdbc.sql("""
                        update imports set status = case when mapping is null then 'uploaded' else 'mapped' end, dry_run = null
                        where tenant_id = :tenant and set_id = :set and status = 'checked'
                        """).param("tenant", tenant()).param("set", set).update();
    }

    /**
     * Makes room for another file of a set.
     *
     * @param before the one that is to run after it; null for the end
     * @return its place
     */
    int place(UUID set, @Nullable UUID before) {
        int position = jdbc.sql("""
                        select coalesce(min(position) filter (where id = cast(:before as uuid)), max(position) + 1, 0) from imports
                        where tenant_id = :tenant and set_id = :set
                        """)
                .param("tenant", tenant())
                .param("set", set)
                .param("before", before == null ? null : before.toString())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        update imports set position = position + 1
                        where tenant_id = :tenant and set_id = :set and position >= :position
                        """)
                .param("tenant", tenant())
                .param("set", set)
                .param("position", position)
                .update();
        return position;
    }

    /** The file goes its own way. */
    void leaveSet(UUID id) {
        jdbc.sql("update imports set set_id = null where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    void checked(UUID id, DryRun dryRun) {
        jdbc.sql(
                        "update imports set status = 'checked', dry_run = cast(:dryRun as jsonb) where tenant_id = :tenant and id = :id")
                .param("dryRun", json.writeValueAsString(dryRun))
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    void checking(UUID id, JobId job) {
        jdbc.sql(
                        "update imports set status = 'checking', job_id = :job, dry_run = null where tenant_id = :tenant and id = :id")
                .param("job", job.value())
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    void mapped(UUID id) {
        status(id, ImportStatus.MAPPED);
    }

    void paused(UUID id) {
        status(id, ImportStatus.PAUSED);
    }

    private void status(UUID id, ImportStatus status) {
        jdbc.sql("update imports set status = :status where tenant_id = :tenant and id = :id")
                .param("status", status.wire())
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    void started(UUID id, JobId job) {
        jdbc.sql("""
                        update imports set status = 'running', job_id = :job, started_at = :now, finished_at = null
                        where tenant_id = :tenant and id = :id
                        """)
                .param("job", job.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    void ended(UUID id, ImportStatus status) {
        jdbc.sql(
                        "update imports set status = :status, finished_at = coalesce(finished_at, :now) where tenant_id = :tenant and id = :id")
                .param("status", status.wire())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    private Import read(ResultSet row) throws SQLException {
        var sets = row.getArray("sets");
        String mapping = row.getString("mapping");
        var status = ImportStatus.of(row.getString("status"));
        // Asked for a few times a second while it runs; what was expected is of no use then.
        String dryRun = status == ImportStatus.CHECKED ? row.getString("dry_run") : null;
        UUID job = row.getObject("job_id", UUID.class);
        return new Import(
                row.getObject("id", UUID.class),
                row.getString("record_type"),
                row.getString("file_name"),
                status,
                json.readValue(row.getString("format"), FileFormat.class),
                json.readValue(row.getString("columns"), new TypeReference<List<ImportColumn>>() {}),
                row.getLong("row_count"),
                mapping == null ? null : json.readValue(mapping, Mapping.class),
                json.readValue(row.getString("questions"), new TypeReference<List<Question>>() {}),
                json.readValue(row.getString("match_keys"), new TypeReference<List<String>>() {}),
                dryRun == null ? null : json.readValue(dryRun, DryRun.class),
                counts(row),
                sets == null ? List.of() : sets((UUID[]) sets.getArray()),
                job == null ? null : new JobId(job),
                0,
                null,
                null,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                json.readValue(row.getString("notes"), new TypeReference<List<String>>() {}),
                row.getObject("set_id", UUID.class));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("creates"),
                row.getLong("updates"),
                row.getLong("unchanged"),
                row.getLong("refused"),
                row.getLong("waiting"),
                row.getLong("duplicates"),
                row.getLong("review"),
                row.getLong("history"));
    }

    private static List<ChangeSetId> sets(UUID[] ids) {
        return Arrays.stream(ids).map(ChangeSetId::new).toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
