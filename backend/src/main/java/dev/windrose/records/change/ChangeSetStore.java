package dev.windrose.records.change;

import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.tenancy.StatementStore;
import dev.windrose.records.ExternalId;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.RowArrays;
import dev.windrose.records.store.SqlArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Change sets with their operations, and the history of records. */
@Component
class ChangeSetStore {

    /** Operations read with a set: in lists, and with a single one. */
    private static final int LISTED = 50;

    private static final int SHOWN = 500;

    private static final RowArrays OPERATIONS = RowArrays.of("change_operations", """
            tenant_id uuid!, id uuid, change_set_id uuid!, position int, op text?, record_type text?, record_id uuid, record_title text,
            base_version bigint, fields jsonb, external_ids jsonb, evidence jsonb, confidence float8, status text?, reason text""");

    private static final RowArrays HISTORY = RowArrays.of("record_history", """
            tenant_id uuid!, id uuid, record_type text?, record_id uuid, version bigint, at timestamptz!, change_type text?,
            change_category text?, changed_fields jsonb, summary text, vector_searchable_text text, source text!, user_id uuid!,
            user_name text!, previous_values jsonb, new_values jsonb, evidence jsonb, change_set_id uuid!""");

    private final JdbcClient jdbc;
    private final StatementStore statements;

    ChangeSetStore(JdbcClient jdbc, StatementStore statements) {
        this.statements = statements;
        this.jdbc = jdbc;
    }

    /** The set with its operations, and the history entries of those that were applied, in one statement. */
    void insert(ChangeSet set, List<Map<String, @Nullable Object>> history) {
        var operations = json(set.id(), set.operations(), 0);
        statements.update(
                """
                        with head as (
                            insert into change_sets (tenant_id, id, status, actor_kind, actor_name, person_id, cause_kind, cause_id, summary,
                                created_at, undo_of, operation_count)
                            values (:tenant, :id, :status, :kind, :actor, :person, :causeKind, :causeId, :summary, cast(:at as timestamptz),
                                :undoOf, :count)),
                        operations as (
                            %s)
                        %s
                        """.formatted(OPERATIONS.insert(operations), HISTORY.insert(history)),
                new MapSqlParameterSource()
                        .addValue("tenant", tenant())
                        .addValue("id", set.id().value())
                        .addValue("status", wire(set.status()))
                        .addValue("kind", wire(set.actorKind()))
                        .addValue("actor", set.actorName())
                        .addValue(
                                "person",
                                set.person() == null ? null : set.person().value())
                        .addValue("causeKind", set.cause().wire())
                        .addValue("causeId", set.cause().id())
                        .addValue("summary", set.summary())
                        .addValue("at", set.createdAt().toString())
                        .addValue("count", set.operationCount())
                        .addValue(
                                "undoOf",
                                set.undoOf() == null ? null : set.undoOf().value())
                        .addValues(OPERATIONS.params(operations))
                        .addValues(HISTORY.params(history)));
    }

    /** Adds the operations of a later step to a set. */
    void extend(ChangeSet begun, ChangeSet step) {
        var operations = json(begun.id(), step.operations(), begun.operationCount());
        jdbc.sql("""
                        with head as (
                            update change_sets set status = :status, operation_count = :count where tenant_id = :tenant and id = :id)
                        %s
                        """.formatted(OPERATIONS.insert(operations)))
                .param("tenant", tenant())
                .param("id", begun.id().value())
                .param(
                        "status",
                        wire(begun.status() == step.status() ? begun.status() : ChangeSetStatus.PARTLY_APPLIED))
                .param("count", begun.operationCount() + step.operationCount())
                .params(OPERATIONS.params(operations))
                .update();
    }

    /** Without its operations; waits for whoever is writing the same set. */
    Optional<ChangeSet> lockHead(ChangeSetId id) {
        return jdbc.sql("select * from change_sets t where t.tenant_id = :tenant and t.id = :id for update")
                .param("tenant", tenant())
                .param("id", id.value())
                .query((rs, _) -> head(rs))
                .optional();
    }

    private static List<Map<String, @Nullable Object>> json(
            ChangeSetId set, List<ChangeOperation> operations, int first) {
        var json = new ArrayList<Map<String, @Nullable Object>>();
        for (var operation : operations) {
            json.add(json(set, operation, first + json.size()));
        }
        return json;
    }

    private static Map<String, @Nullable Object> json(ChangeSetId set, ChangeOperation operation, int position) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("tenant_id", tenant().toString());
        json.put("id", operation.id().toString());
        json.put("change_set_id", set.toString());
        json.put("position", position);
        json.put("op", operation.op().wire());
        json.put("record_type", operation.recordType());
        json.put("record_id", operation.recordId().toString());
        json.put("record_title", operation.recordTitle());
        json.put("base_version", operation.baseVersion());
        json.put("fields", operation.fields().stream().map(FieldChange::stored).toList());
        json.put(
                "external_ids",
                operation.externalIds().stream()
                        .map(id -> List.of(id.source(), id.id()))
                        .toList());
        json.put(
                "evidence",
                operation.evidence() == null ? null : operation.evidence().json());
        json.put("confidence", operation.confidence());
        json.put("status", wire(operation.status()));
        json.put("reason", operation.reason());
        return json;
    }

    void insertHistory(List<Map<String, @Nullable Object>> entries) {
        jdbc.sql(HISTORY.insert(entries)).params(HISTORY.params(entries)).update();
    }

    /** Records what was decided about waiting operations. */
    void decide(ChangeSet set) {
        updateHead(set);
        jdbc.sql("""
                        update change_operations o
                        set status = r.status, reason = r.reason, fields = r.fields, record_title = r.record_title
                        from jsonb_populate_recordset(null::change_operations, cast(:rows as jsonb)) r
                        where o.tenant_id = :tenant and o.id = r.id
                        """)
                .param("tenant", tenant())
                .param(
                        "rows",
                        Json.write(set.operations().stream()
                                .map(operation -> json(set.id(), operation, 0))
                                .toList()))
                .update();
    }

    /** Records that everything in the set that was applied has been undone. */
    void undone(ChangeSet set) {
        updateHead(set);
        jdbc.sql("""
                        update change_operations set status = 'undone'
                        where tenant_id = :tenant and change_set_id = :set and status = 'applied'
                        """).param("tenant", tenant()).param("set", set.id().value()).update();
    }

    private void updateHead(ChangeSet set) {
        jdbc.sql("""
                        update change_sets set status = :status, reason = :reason, decided_at = cast(:at as timestamptz), decided_by = :by,
                            undone_by = :undoneBy
                        where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant())
                .param("id", set.id().value())
                .param("status", wire(set.status()))
                .param("reason", set.reason())
                .param("at", set.decidedAt() == null ? null : set.decidedAt().toString())
                .param("by", set.decidedBy() == null ? null : set.decidedBy().value())
                .param(
                        "undoneBy",
                        set.undoneBy() == null ? null : set.undoneBy().value())
                .update();
    }

    /** Also waits for whoever is deciding the same set. */
    Optional<ChangeSet> lock(ChangeSetId id) {
        return read("t.id = :id for update", Map.of("id", id.value()), Integer.MAX_VALUE).stream()
                .findFirst();
    }

    Optional<ChangeSet> find(ChangeSetId id) {
        return read("t.id = :id", Map.of("id", id.value()), SHOWN).stream().findFirst();
    }

    /** The newest first. */
    List<ChangeSet> list(ChangeSetQuery query) {
        var where = new StringBuilder("true");
        var params = new LinkedHashMap<String, Object>();
        params.put("limit", query.limit() + 1);
        if (query.status() != null) {
            where.append(" and t.status = :status");
            params.put("status", wire(query.status()));
        }
        if (query.record() != null) {
            where.append("""
                     and t.id in (select o.change_set_id from change_operations o where o.tenant_id = :tenant and o.record_id = :record)
                    """);
            params.put("record", query.record());
        }
        if (query.before() != null) {
            where.append(" and t.id < :before");
            params.put("before", query.before().value());
        }
        return read(where + " order by t.id desc limit :limit", params, LISTED);
    }

    private List<ChangeSet> read(String where, Map<String, Object> params, int most) {
        var heads = jdbc.sql("select * from change_sets t where t.tenant_id = :tenant and " + where)
                .param("tenant", tenant())
                .params(params)
                .query((rs, _) -> head(rs))
                .list();
        var operations =
                operations(heads.stream().map(head -> head.id().value()).toList(), most);
        return heads.stream()
                .map(head -> head.with(operations.getOrDefault(head.id().value(), List.of())))
                .toList();
    }

    private Map<UUID, List<ChangeOperation>> operations(List<UUID> sets, int most) {
        var bySet = new LinkedHashMap<UUID, List<ChangeOperation>>();
        if (!sets.isEmpty()) {
            jdbc.sql("""
                            select * from change_operations
                            where tenant_id = :tenant and change_set_id = any(cast(:sets as uuid[])) and position < :most
                            order by change_set_id, position
                            """)
                    .param("most", most)
                    .param("tenant", tenant())
                    .param("sets", SqlArray.of(sets))
                    .query(rs -> {
                        bySet.computeIfAbsent(rs.getObject("change_set_id", UUID.class), _ -> new ArrayList<>())
                                .add(operation(rs));
                    });
        }
        return bySet;
    }

    private static ChangeSet head(ResultSet rs) throws SQLException {
        return new ChangeSet(
                new ChangeSetId(rs.getObject("id", UUID.class)),
                ChangeSetStatus.valueOf(enumName(rs, "status")),
                ActorKind.valueOf(enumName(rs, "actor_kind")),
                rs.getString("actor_name"),
                person(rs, "person_id"),
                new Cause(CauseKind.valueOf(enumName(rs, "cause_kind")), rs.getString("cause_id")),
                rs.getString("summary"),
                rs.getString("reason"),
                instantOf(rs, "created_at"),
                rs.getObject("decided_at") == null ? null : instantOf(rs, "decided_at"),
                person(rs, "decided_by"),
                set(rs, "undo_of"),
                set(rs, "undone_by"),
                rs.getInt("operation_count"),
                List.of());
    }

    private static ChangeOperation operation(ResultSet rs) throws SQLException {
        var fields = new ArrayList<FieldChange>();
        ((List<?>) Objects.requireNonNull(Json.read(rs.getString("fields"))))
                .forEach(field -> fields.add(FieldChange.of((Map<?, ?>) field)));
        var externalIds = ((List<?>) Objects.requireNonNull(Json.read(rs.getString("external_ids"))))
                .stream()
                        .map(pair -> (List<?>) pair)
                        .map(pair -> new ExternalId(
                                pair.get(0).toString(), pair.get(1).toString()))
                        .toList();
        return new ChangeOperation(
                rs.getObject("id", UUID.class),
                Op.valueOf(enumName(rs, "op")),
                rs.getString("record_type"),
                rs.getObject("record_id", UUID.class),
                rs.getString("record_title"),
                rs.getObject("base_version", Long.class),
                null,
                fields,
                externalIds,
                Evidence.of(Json.read(rs.getString("evidence"))),
                rs.getObject("confidence", Double.class),
                OperationStatus.valueOf(enumName(rs, "status")),
                rs.getString("reason"),
                List.of());
    }

    private static @Nullable PersonId person(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, UUID.class) instanceof UUID id ? new PersonId(id) : null;
    }

    private static @Nullable ChangeSetId set(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, UUID.class) instanceof UUID id ? new ChangeSetId(id) : null;
    }

    private static Instant instantOf(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String enumName(ResultSet rs, String column) throws SQLException {
        return rs.getString(column).toUpperCase(Locale.ROOT);
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }

    /** The newest change sets with an operation on the record. */
    List<UUID> touching(TenantId tenant, UUID record) {
        return jdbc.sql("""
                        select distinct change_set_id from change_operations where tenant_id = :tenant and record_id = :record
                        order by change_set_id desc limit 1000""")
                .param("tenant", tenant.value())
                .param("record", record)
                .query(UUID.class)
                .list();
    }
}
