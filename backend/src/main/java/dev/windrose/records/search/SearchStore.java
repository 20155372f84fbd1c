package dev.windrose.records.search;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.SqlArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the index keeps of records, many at a time. */
@Component
class SearchStore {

    /** A text longer than this is found by its beginning only. */
    static final int LONGEST = 200_000;

    private final JdbcClient jdbc;

    SearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The texts of a record.
     *
     * @param texts by field name, without the empty ones
     */
    record Row(UUID id, long changedAt, Map<String, String> texts) {}

    List<TenantId> tenants() {
        return jdbc.sql("select id from tenants order by created_at, id")
                .query((row, _) -> new TenantId(row.getObject("id", UUID.class)))
                .list();
    }

    /** What tells this database from others: an index of another one is worthless here. */
    String database() {
        return jdbc.sql("select current_database() || '-' || oid from pg_database where datname = current_database()")
                .query(String.class)
                .single();
    }

    /** Records in use after an id, in the order of ids. */
    @Transactional(readOnly = true)
    public List<Row> after(Descriptor type, List<SearchField> fields, UUID after, int most) {
        return jdbc.sql(
                        "select %s from %s t where %s and t.deleted_at is null and t.id > :after order by t.id limit :most"
                                .formatted(columns(fields), type.table(), type.rows()))
                .param("tenant", tenant())
                .param("after", after)
                .param("most", most)
                .query((row, _) -> row(row, fields))
                .list();
    }

    /** Those of the records that are in use. */
    @Transactional(readOnly = true)
    public List<Row> byIds(Descriptor type, List<SearchField> fields, Collection<UUID> ids) {
        return jdbc.sql("select %s from %s t where %s and t.deleted_at is null and t.id = any(cast(:ids as uuid[]))"
                        .formatted(columns(fields), type.table(), type.rows()))
                .param("tenant", tenant())
                .param("ids", SqlArray.of(ids))
                .query((row, _) -> row(row, fields))
                .list();
    }

    /** Those of the records that are in use, of several types as one transaction. */
    @Transactional(readOnly = true)
    public Map<Descriptor, List<Row>> read(Map<Descriptor, List<UUID>> ids) {
        var rows = new LinkedHashMap<Descriptor, List<Row>>();
        ids.forEach((type, some) -> rows.put(type, byIds(type, SearchField.of(type), some)));
        return rows;
    }

    /** The records that changed last. */
    @Transactional(readOnly = true)
    public List<UUID> newest(Descriptor type, int most) {
        return jdbc.sql(
                        "select t.id from %s t where %s and t.deleted_at is null order by t.updated_at desc, t.id desc limit :most"
                                .formatted(type.table(), type.rows()))
                .param("tenant", tenant())
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** About how many there are. */
    @Transactional(readOnly = true)
    public long count(Descriptor type) {
        return jdbc.sql("select count(*) from %s t where %s and t.deleted_at is null"
                        .formatted(type.table(), type.rows()))
                .param("tenant", tenant())
                .query(Long.class)
                .single();
    }

    /** What some operations of a change set wrote, by record type. */
    @Transactional(readOnly = true)
    public Map<String, Set<UUID>> ofChangeSet(UUID set, int from, int upTo) {
        var found = new LinkedHashMap<String, Set<UUID>>();
        jdbc.sql("""
                        select record_type, array_agg(distinct record_id) as ids from change_operations
                        where tenant_id = :tenant and change_set_id = :set and position >= :from and position < :upTo group by record_type
                        """)
                .param("tenant", tenant())
                .param("set", set)
                .param("from", from)
                .param("upTo", upTo)
                .query(row -> {
                    found.put(row.getString("record_type"), Set.of((UUID[])
                            row.getArray("ids").getArray()));
                });
        return found;
    }

    private static String columns(List<SearchField> fields) {
        var columns = new StringBuilder("t.id, t.updated_at");
        boolean custom = false;
        for (var each : fields) {
            FieldDescriptor field = each.field();
            if (field.custom() != null) {
                custom = true;
            } else if (field.kind() == FieldKind.LONG_TEXT) {
                columns.append(", left(t.%1$s, %2$d) as %1$s".formatted(field.name(), LONGEST));
            } else {
                columns.append(", t.").append(field.name());
            }
        }
        return columns.append(custom ? ", t.custom" : "").toString();
    }

    private static Row row(ResultSet row, List<SearchField> fields) throws SQLException {
        var texts = new LinkedHashMap<String, String>();
        Map<?, ?> custom = null;
        for (var each : fields) {
            FieldDescriptor field = each.field();
            if (field.custom() != null && custom == null) {
                custom = Json.read(row.getString("custom")) instanceof Map<?, ?> map ? map : Map.of();
            }
            String text = field.custom() == null
                    ? row.getString(field.name())
                    : custom != null && custom.get(field.name()) instanceof String value ? value : null;
            if (text != null && !text.isBlank()) {
                texts.put(field.name(), text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            }
        }
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("updated_at", OffsetDateTime.class).toEpochSecond(),
                texts);
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
