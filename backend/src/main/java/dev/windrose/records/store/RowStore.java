package dev.windrose.records.store;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.RecordRef;
import dev.windrose.records.access.AccessSql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes rows of any record type, many at a time. Needs a transaction, which carries the tenant. */
@Component
public class RowStore {

    private static final String PEOPLE = """
            select 'person' as type, p.id, p.name as title from people p
            where p.tenant_id = :tenant and p.id = any(cast(:people as uuid[]))
            """;

    private final JdbcClient jdbc;
    private final ManyValuesStore manyValues;
    private final CustomValueStore customValues;
    private final AccessSql access;

    RowStore(JdbcClient jdbc, ManyValuesStore manyValues, CustomValueStore customValues, AccessSql access) {
        this.jdbc = jdbc;
        this.manyValues = manyValues;
        this.customValues = customValues;
        this.access = access;
    }

    /** Those that the actor sees. */
    public List<Row> byIds(Descriptor type, Collection<UUID> ids, RowMapping mapping) {
        return ids.isEmpty() ? List.of() : select(type, ids, mapping, "{see:%s:t}".formatted(type.name()), "");
    }

    /** Rows to change, also such as the actor does not see, locked until the transaction ends, in one order so that two writers never wait for each other in a circle. */
    public Map<UUID, Row> lock(Descriptor type, Collection<UUID> ids) {
        var rows = new LinkedHashMap<UUID, Row>();
        if (!ids.isEmpty()) {
            select(type, ids, RowMapping.stored(type), "", "for no key update of t")
                    .forEach(row -> rows.put(row.id(), row));
        }
        return rows;
    }

    /** As {@link #lock}, without reading the rows. */
    public void hold(Descriptor type, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            select t.id from %s t where %s and t.id = any(cast(:ids as uuid[])) order by t.id for no key update
                            """.formatted(type.table(), type.rows()))
                    .param("tenant", tenant())
                    .param("ids", SqlArray.of(ids))
                    .query(UUID.class)
                    .list();
        }
    }

    /** As {@link #lock} for changes that are only shown. */
    public Map<UUID, Row> readForChange(Descriptor type, Collection<UUID> ids) {
        var rows = new LinkedHashMap<UUID, Row>();
        if (!ids.isEmpty()) {
            select(type, ids, RowMapping.stored(type), "", "").forEach(row -> rows.put(row.id(), row));
        }
        return rows;
    }

    private List<Row> select(Descriptor type, Collection<UUID> ids, RowMapping mapping, String seen, String lock) {
        // For one record the plan does not depend on how many ids there are, so the database keeps it.
        boolean one = ids.size() == 1;
        String sql = """
                select %s from %s t
                where %s and t.id = %s%s
                %s %s
                """.formatted(
                        mapping.columns(),
                        type.table(),
                        type.rows(),
                        one ? "cast(:ids as uuid)" : "any(cast(:ids as uuid[]))",
                        seen,
                        one ? "" : "order by t.id",
                        lock);
        return jdbc.sql(access.guard(sql))
                .param("tenant", tenant())
                .param("ids", one ? ids.iterator().next().toString() : SqlArray.of(ids))
                .query((rs, _) -> mapping.row(rs))
                .list();
    }

    /** Those that the actor sees. */
    public Map<UUID, RecordRef> refs(Descriptor type, Collection<UUID> ids) {
        return refs(Map.of(type, ids), List.of()).getOrDefault(type.name(), Map.of());
    }

    /** Those that the actor sees, of all types and with the people in one statement. */
    Map<String, Map<UUID, RecordRef>> refs(Map<Descriptor, ? extends Collection<UUID>> ids, Collection<UUID> people) {
        var refs = new LinkedHashMap<String, Map<UUID, RecordRef>>();
        var parts = new ArrayList<String>();
        var params = new LinkedHashMap<String, Object>();
        var labels = new HashMap<String, String>();
        ids.forEach((type, some) -> {
            parts.add(ref(type));
            params.put("ids_" + type.name(), SqlArray.of(some));
            labels.put(type.name(), type.label());
            refs.put(type.name(), new LinkedHashMap<>());
        });
        if (!people.isEmpty()) {
            parts.add(PEOPLE);
            params.put("people", SqlArray.of(people));
            refs.put(References.PERSON, new LinkedHashMap<>());
        }
        if (parts.isEmpty()) {
            return refs;
        }
        jdbc.sql(access.guard(String.join(" union all ", parts)))
                .param("tenant", tenant())
                .params(params)
                .query(rs -> {
                    var id = rs.getObject("id", UUID.class);
                    String type = rs.getString("type");
                    String title = rs.getString("title");
                    refs.get(type).put(id, new RecordRef(id, type, title == null ? labels.get(type) : title));
                });
        return refs;
    }

    private static String ref(Descriptor type) {
        var title = type.fields().get(type.titleField());
        return """
                select '%1$s' as type, t.id, cast(%2$s as text) as title from %3$s t
                where %4$s and t.id = any(cast(:ids_%1$s as uuid[])){see:%1$s:t}
                """.formatted(
                type.name(), title.sql() == null ? "t." + title.name() : title.sql(), type.table(), type.rows());
    }

    public void insert(Descriptor type, List<RowWrite> writes) {
        var columns = new TreeSet<String>();
        writes.forEach(write -> columns.addAll(write.columns()));
        columns.addAll(type.columnFields().stream()
                .filter(field -> field.required())
                .map(field -> field.name())
                .toList());
        columns.removeAll(Set.of("created_at", "created_by", "updated_at"));
        if (type.entity() != null) {
            columns.add("entity_id");
        }
        var types = new LinkedHashMap<String, String>();
        Stream.concat(Stream.of("tenant_id", "id", "version", "updated_at", "provenance"), columns.stream())
                .forEach(column -> types.put(column, RowWrite.sqlType(type, column)));
        var rows = writes.stream().map(write -> write.json(tenant(), columns)).toList();
        var arrays = new RowArrays(type.table(), types, Set.of("tenant_id", "updated_at"), Set.of());
        String list = columns.stream().map(column -> ", " + column).collect(Collectors.joining());
        String values = columns.stream()
                .map(column -> column.equals(RowWrite.CUSTOM) ? ", jsonb_strip_nulls(custom)" : ", " + column)
                .collect(Collectors.joining());
        Actor actor = ActorScope.current();
        jdbc.sql("""
                        insert into %1$s (tenant_id, id, version, created_at, created_by, updated_at, provenance%2$s)
                        select tenant_id, id, version, updated_at, cast(:person as uuid), updated_at, provenance%3$s
                        from (%4$s) new
                        """.formatted(type.table(), list, values, arrays.select(rows)))
                .param("person", actor.person() == null ? null : actor.person().toString())
                .params(arrays.params(rows))
                .update();
        manyValues.replace(type, columns, writes, true);
        customValues.written(type, writes, true);
    }

    /** Writes that change the same columns. */
    public void update(Descriptor type, Set<String> columns, List<RowWrite> writes) {
        var sets = new StringBuilder();
        columns.forEach(column -> sets.append(", ").append(column).append(" = ").append(newValue(column)));
        jdbc.sql("""
                        update %1$s t
                        set version = r.version, updated_at = r.updated_at, deleted_at = r.deleted_at, provenance = r.provenance%2$s
                        from jsonb_populate_recordset(null::%1$s, cast(:rows as jsonb)) r
                        where t.tenant_id = :tenant and t.id = r.id
                        """.formatted(type.table(), sets))
                .param("tenant", tenant())
                .param("rows", json(writes, columns))
                .update();
        manyValues.replace(type, columns, writes, false);
        customValues.written(type, writes, false);
    }

    /** Custom fields that are not written stay as they are, also those that this process does not know of. */
    private static String newValue(String column) {
        return column.equals(RowWrite.CUSTOM) ? "jsonb_strip_nulls(t.custom || r.custom)" : "r." + column;
    }

    private static String json(List<RowWrite> writes, Set<String> columns) {
        return Json.write(
                writes.stream().map(write -> write.json(tenant(), columns)).toList());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
