package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The records as they were at a moment: those that have not changed since, and those that have, with what their history says was there
 * before. Who may see a record is decided by how it is today.
 */
final class Past {

    private final Instant moment;
    private final PastStore store;
    private final @Nullable Set<UUID> only;
    private final Map<String, String> tables = new LinkedHashMap<>();

    /** @param only the records that are asked for; null for lists */
    Past(Instant moment, PastStore store, @Nullable Set<UUID> only) {
        this.only = only;
        this.moment = moment;
        this.store = store;
    }

    Instant moment() {
        return moment;
    }

    /** The name under which the rows of a type are read; {@link #with} says what it means. */
    String table(StatementScope scope, Descriptor type) {
        String name = "past_" + type.name();
        if (!tables.containsKey(name)) {
            tables.put(name, definition(scope, type, name));
        }
        return name;
    }

    private String definition(StatementScope scope, Descriptor type, String name) {
        String changes = scope.sql.param(store.changes(type, moment, only), "jsonb");
        return """
                %1$s_changes as materialized (
                    select c.id, c.doc, c.custom from jsonb_to_recordset(%2$s) c (id uuid, doc jsonb, custom jsonb)),
                %1$s_rows as materialized (
                    select r.* from %1$s_changes c
                    join %3$s s on %4$s and s.id = c.id
                    cross join lateral jsonb_populate_record(s, c.doc || case when c.custom is null then '{}'
                        else jsonb_build_object('custom', jsonb_strip_nulls(s.custom || c.custom)) end) r),
                %1$s as not materialized (
                    select s.* from %3$s s
                    where %4$s and s.created_at <= %5$s and not exists (select 1 from %1$s_changes c where c.id = s.id)
                    union all
                    select * from %1$s_rows)""".formatted(
                name, changes, type.table(), scope.seen(type, "s"), scope.sql.param(moment.toString(), "timestamptz"));
    }

    /** What goes before a statement that reads from {@link #table}. */
    String with() {
        return tables.isEmpty() ? "" : "with " + String.join(", ", tables.values()) + " ";
    }
}
