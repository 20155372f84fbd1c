package dev.windrose.intake.learning;

import dev.windrose.platform.ActorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class ExampleStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    private static final String WANTED = """
             e.tenant_id = :tenant and (cast(:person as uuid) is null or e.person_id = :person)
                and (cast(:kind as text) is null or e.kind = :kind)
                and (cast(:entity as text) is null or e.entity = :entity)
                and (cast(:field as text) is null or e.field = :field)
                and (cast(:key as text) is null or position(:key in e.words_key) > 0)
            """;

    private final JdbcClient jdbc;

    ExampleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A reading that led to a change set.
     *
     * @param root the message as it came in, which may have been read several times
     */
    record Decided(
            UUID promptLog,
            UUID root,
            Instant at,
            @Nullable UUID applied,
            @Nullable UUID proposed,
            Map<String, @Nullable Object> decision) {

        String engine() {
            return decision.get("engine") instanceof String engine ? engine : "embedded";
        }
    }

    private static final String DECIDED = """
            select d.prompt_log_id, coalesce(d.root_id, d.prompt_log_id) as root, d.created_at, d.change_set_id, d.proposed_change_set_id, d.decision
            from intake_decisions d where d.tenant_id = :tenant
            """;

    List<Decided> decided(Collection<UUID> changeSets) {
        return jdbc.sql(DECIDED + """
                            and (d.change_set_id = any (cast(:sets as uuid[])) or d.proposed_change_set_id = any (cast(:sets as uuid[])))
                        """)
                .param("tenant", tenant())
                .param("sets", changeSets.toArray(UUID[]::new))
                .query((rs, _) -> decided(rs))
                .list();
    }

    /** Every reading of a message. */
    List<Decided> readings(UUID root) {
        return jdbc.sql(DECIDED + " and case when d.root_id is null then d.prompt_log_id else d.root_id end = :root")
                .param("tenant", tenant())
                .param("root", root)
                .query((rs, _) -> decided(rs))
                .list();
    }

    /** What a field of a record held before the change set; empty where it held nothing. */
    Optional<String> before(UUID changeSet, UUID record, String field) {
        return jdbc.sql("""
                        select f.value ->> 'before' from change_operations o cross join lateral jsonb_array_elements(o.fields) f
                        where o.tenant_id = :tenant and o.change_set_id = :set and o.record_id = :record and f.value ->> 'field' = :field
                            and f.value ->> 'before' is not null
                        limit 1
                        """)
                .param("tenant", tenant())
                .param("set", changeSet)
                .param("record", record)
                .param("field", field)
                .query(String.class)
                .optional();
    }

    private static Decided decided(ResultSet rs) throws SQLException {
        return new Decided(
                rs.getObject("prompt_log_id", UUID.class),
                rs.getObject("root", UUID.class),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("change_set_id", UUID.class),
                rs.getObject("proposed_change_set_id", UUID.class),
                JSON.readValue(rs.getString("decision"), OBJECT));
    }

    void insert(Example example) {
        jdbc.sql("""
                        insert into intake_examples (tenant_id, id, at, kind, op, entity, field, words, words_key, read_value, right_value,
                            record_type, record_id, person_id, engine, prompt_log_id, read_at, change_set_id)
                        values (:tenant, :id, :at, :kind, :op, :entity, :field, :words, :key, :read, :right, :type, :record, :person, :engine,
                            :log, :readAt, :set)
                        """)
                .param("tenant", tenant())
                .param("id", example.id())
                .param("at", example.at().atOffset(ZoneOffset.UTC))
                .param("kind", example.kind().wire())
                .param("op", example.op(), Types.VARCHAR)
                .param("entity", example.entity())
                .param("field", example.field(), Types.VARCHAR)
                .param("words", example.words())
                .param("key", example.key())
                .param("read", example.read(), Types.VARCHAR)
                .param("right", example.right(), Types.VARCHAR)
                .param("type", example.recordType(), Types.VARCHAR)
                .param("record", example.record(), Types.OTHER)
                .param("person", example.person(), Types.OTHER)
                .param("engine", example.engine())
                .param("log", example.promptLog(), Types.OTHER)
                .param(
                        "readAt",
                        example.readAt() == null ? null : example.readAt().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("set", example.changeSet(), Types.OTHER)
                .update();
    }

    /** Those that change readings, the newest first. */
    List<Example> taught(int most) {
        return jdbc.sql("""
                        select e.* from intake_examples e where e.tenant_id = :tenant and e.forgotten_at is null and e.kind <> 'corrected'
                        order by e.at desc limit :most
                        """)
                .param("tenant", tenant())
                .param("most", most)
                .query((rs, _) -> example(rs))
                .list();
    }

    record Wanted(
            @Nullable UUID person,
            @Nullable String kind,
            @Nullable String entity,
            @Nullable String field,
            @Nullable String key) {}

    List<Example> list(Wanted wanted, @Nullable UUID before, int most) {
        return filtered(wanted, "select e.* from intake_examples e where" + WANTED + """
                         and (cast(:before as uuid) is null or (e.at, e.id) < (
                            select b.at, b.id from intake_examples b where b.tenant_id = :tenant and b.id = :before))
                        order by e.at desc, e.id desc limit :most""")
                .param("before", before, Types.OTHER)
                .param("most", most)
                .query((rs, _) -> example(rs))
                .list();
    }

    long count(Wanted wanted) {
        return filtered(wanted, "select count(*) from intake_examples e where" + WANTED)
                .query(Long.class)
                .single();
    }

    Optional<Example> find(UUID id) {
        return jdbc.sql("select * from intake_examples where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> example(rs))
                .optional();
    }

    void forget(UUID id, @Nullable Instant at) {
        jdbc.sql("update intake_examples set forgotten_at = :at where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** A correction that was taken back itself teaches nothing. */
    void forgetMadeBy(UUID changeSet, Instant at) {
        jdbc.sql("""
                        update intake_examples set forgotten_at = :at
                        where tenant_id = :tenant and change_set_id = :set and forgotten_at is null
                        """)
                .param("tenant", tenant())
                .param("set", changeSet)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void used(Collection<UUID> ids, Instant at) {
        jdbc.sql("""
                        update intake_examples set used = used + 1, last_used_at = :at
                        where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                        """)
                .param("tenant", tenant())
                .param("ids", ids.toArray(UUID[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The messages that were read with it, the newest first. */
    List<ExampleUse> uses(UUID id, Instant from, Instant to, int most) {
        return jdbc.sql("""
                        select coalesce(d.root_id, d.prompt_log_id) as message, max(d.created_at) as at from intake_decisions d
                        where d.tenant_id = :tenant and d.created_at >= :from and d.created_at <= :to
                            and d.decision -> 'learned' @> jsonb_build_array(jsonb_build_object('example_id', cast(:id as text)))
                        group by 1 order by 2 desc limit :most
                        """)
                .param("tenant", tenant())
                .param("id", id.toString())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((rs, _) -> new ExampleUse(
                        rs.getObject("message", UUID.class),
                        rs.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private JdbcClient.StatementSpec filtered(Wanted wanted, String sql) {
        return jdbc.sql(sql)
                .param("tenant", tenant())
                .param("person", wanted.person(), Types.OTHER)
                .param("kind", wanted.kind(), Types.VARCHAR)
                .param("entity", wanted.entity(), Types.VARCHAR)
                .param("field", wanted.field(), Types.VARCHAR)
                .param("key", wanted.key(), Types.VARCHAR);
    }

    private static Example example(ResultSet rs) throws SQLException {
        return new Example(
                rs.getObject("id", UUID.class),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                ExampleKind.of(rs.getString("kind")).orElseThrow(),
                rs.getString("op"),
                rs.getString("entity"),
                rs.getString("field"),
                rs.getString("words"),
                rs.getString("words_key"),
                rs.getString("read_value"),
                rs.getString("right_value"),
                rs.getString("record_type"),
                rs.getObject("record_id", UUID.class),
                rs.getObject("person_id", UUID.class),
                rs.getString("engine"),
                rs.getObject("prompt_log_id", UUID.class),
                time(rs, "read_at"),
                rs.getObject("change_set_id", UUID.class),
                rs.getLong("used"),
                time(rs, "last_used_at"),
                rs.getObject("forgotten_at") == null);
    }

    private static @Nullable Instant time(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
