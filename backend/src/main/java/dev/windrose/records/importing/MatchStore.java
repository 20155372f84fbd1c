package dev.windrose.records.importing;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.CustomField;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.RecordRef;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.store.SqlArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds records by what a file knows of them. */
@Component
class MatchStore {

    /** Above this many records of a type, words are compared with the first of them only. */
    private static final int MOST_NAMES = 200_000;

    private static final int MANY = 100;

    private final JdbcClient jdbc;
    private final AccessSql access;

    MatchStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** Records in use by their match key. */
    Map<String, List<UUID>> byKeys(Descriptor type, MatchKey key, Collection<String> keys) {
        var found = new HashMap<String, List<UUID>>();
        var field = Objects.requireNonNull(key.field());
        String sql = field.custom() == null ? byColumn(type, field, key.scope()) : byUniqueValue(type, field.custom());
        var stored = keys.stream()
                .flatMap(one -> key.stored(one).stream())
                .distinct()
                .toList();
        boolean many = stored.size() > MANY;
        nestedLoops(!many);
        jdbc.sql(access.guard(sql))
                .param("tenant", tenant())
                .param("keys", SqlArray.of(stored))
                .query(row -> {
                    String within = row.getString("scope");
                    String name = key.ofStored(row.getString("key"));
                    found.computeIfAbsent(
                                    within == null ? name : MatchKey.within(name, within), one -> new ArrayList<>())
                            .add(row.getObject("id", UUID.class));
                });
        nestedLoops(true);
        return found;
    }

    private static String byColumn(Descriptor type, FieldDescriptor field, @Nullable FieldDescriptor scope) {
        return """
                select t.id, t.%1$s as key, %2$s as scope
                from unnest(cast(:keys as text[])) wanted (key)
                join %3$s t on %4$s and t.deleted_at is null and t.%1$s = wanted.key collate "C"{see:%5$s:t}
                order by t.id
                """.formatted(
                        field.sortColumn(),
                        scope == null ? "null" : "t." + scope.name(),
                        type.table(),
                        type.rows(),
                        type.name());
    }

    private static String byUniqueValue(Descriptor type, CustomField field) {
        return """
                select u.record_id as id, u.value_key as key, null as scope
                from unnest(cast(:keys as text[])) wanted (key)
                join unique_values u on u.tenant_id = :tenant and u.field_id = '%s' and u.value_key = wanted.key collate "C"
                join %s t on t.tenant_id = u.tenant_id and t.id = u.record_id{see:%s:t}
                order by u.record_id
                """.formatted(field.id(), type.table(), type.name());
    }

    /** Right after an import the planner has no statistics yet and compares every key with every row, which takes minutes. */
    private void nestedLoops(boolean on) {
        jdbc.sql("select set_config('enable_nestloop', :on, true)")
                .param("on", on ? "on" : "off")
                .query(String.class)
                .single();
    }

    /** What people call the records in use. */
    List<RecordRef> names(Descriptor type) {
        var title = type.fields().get(type.titleField());
        String sql = """
                select t.id, %s as title from %s t where %s and t.deleted_at is null{see:%s:t} order by t.id limit :most
                """.formatted(
                title.sql() == null ? "t." + title.name() : title.sql(), type.table(), type.rows(), type.name());
        return jdbc.sql(access.guard(sql))
                .param("tenant", tenant())
                .param("most", MOST_NAMES)
                .query((row, n) -> {
                    String name = row.getString("title");
                    return new RecordRef(row.getObject("id", UUID.class), type.name(), name == null ? "" : name);
                })
                .list();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
