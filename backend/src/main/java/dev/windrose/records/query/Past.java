package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.query.PastTables.Wanted;
import dev.windrose.records.store.SqlArray;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The records as they were at a moment: those that have not changed since, and those that have, with what their history says was there
 * before. Who may see a record is decided by how it is today.
 */
final class Past {

    private final Instant moment;
    private final PastTables tables;
    private final @Nullable Set<UUID> only;
    private final @Nullable FindsAmong among;
    private final Map<String, Descriptor> read = new LinkedHashMap<>();
    private final Map<String, Set<String>> computed = new LinkedHashMap<>();
    private final Map<String, Set<String>> compared = new LinkedHashMap<>();
    /** By type, the currencies of compared amounts. */
    private final Map<String, Set<String>> currencies = new LinkedHashMap<>();
    /** Types of which other records than those that the statement finds are read. */
    private final Set<String> linked = new HashSet<>();

    /** Only fields that conditions and orders name are read. */
    private boolean comparing;

    private boolean all;

    private @Nullable StatementScope scope;

    /**
     * @param only the records that are asked for; null for lists
     * @param among what a list finds lies among these; null where nothing is known of it
     */
    Past(Instant moment, PastTables tables, @Nullable Set<UUID> only, @Nullable FindsAmong among) {
        this.only = only;
        this.moment = moment;
        this.tables = tables;
        this.among = among;
    }

    Instant moment() {
        return moment;
    }

    /** The name under which the rows of a type are read; {@link #with} says what it means. */
    String table(StatementScope statement, Descriptor type, boolean link) {
        scope = statement;
        read.put(type.name(), type);
        if (link) {
            linked.add(type.name());
        }
        return name(type);
    }

    /** The statement reads a computed field of the type. */
    void compute(Descriptor type, FieldDescriptor field) {
        computed.computeIfAbsent(type.name(), _ -> new TreeSet<>()).add(field.name());
    }

    /** A condition or an order of the statement reads the field. */
    void compare(Descriptor type, FieldDescriptor field) {
        compared.computeIfAbsent(type.name(), _ -> new TreeSet<>()).add(field.name());
        if (field.currencyField() != null) {
            currencies.computeIfAbsent(type.name(), _ -> new TreeSet<>()).add(field.currencyField());
        }
        if (!field.stored() || field.name().equals("updated_at")) {
            compareAll();
        }
    }

    /** The statement answers ids alone, so that changes of fields that it does not compare are left out. */
    void compareOnly() {
        comparing = true;
    }

    /** Which fields the statement reads is not known. */
    void compareAll() {
        all = true;
    }

    /** What goes before a statement that reads from {@link #table}, once all of it is compiled. */
    String with() {
        var statement = scope;
        if (statement == null) {
            return "";
        }
        return "with "
                + read.values().stream()
                        .map(type -> definition(statement, type))
                        .collect(Collectors.joining(", "))
                + " ";
    }

    private static String name(Descriptor type) {
        return "past_" + type.name();
    }

    private String definition(StatementScope statement, Descriptor type) {
        var needed = needed(type);
        if (needed == null || only != null || !RewindSql.tells(type, compared.getOrDefault(type.name(), Set.of()))) {
            return definition(statement, type, needed);
        }
        tables.room();
        return new RewindSql(statement, type, needed, moment).definition(name(type));
    }

    private String definition(StatementScope statement, Descriptor type, @Nullable Set<String> needed) {
        var fields = computed.getOrDefault(type.name(), Set.of());
        String changes = statement.sql.param(tables.changes(type, moment, only, needed), "jsonb");
        String then = statement.sql.param(moment.toString(), "timestamptz");
        String seen = statement.seen(type, "s");
        if (fields.isEmpty()) {
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
                        select * from %1$s_rows)""".formatted(name(type), changes, type.table(), seen, then);
        }
        var wanted = new Wanted(type, fields, among(type), only, statement.wholeRecords);
        String values = statement.sql.param(tables.computed(wanted, moment), "jsonb");
        String names = statement.sql.param(SqlArray.of(fields), "text[]");
        return """
                %1$s_changes as materialized (
                    select c.id, c.doc, c.custom from jsonb_to_recordset(%2$s) c (id uuid, doc jsonb, custom jsonb)),
                %1$s_computed as materialized (
                    select c.id, c.custom from jsonb_to_recordset(%6$s) c (id uuid, custom jsonb)),
                %1$s as materialized (
                    select r.* from %3$s s
                    left join %1$s_changes c on c.id = s.id
                    left join %1$s_computed k on k.id = s.id
                    cross join lateral jsonb_populate_record(s, coalesce(c.doc, '{}') || jsonb_build_object('custom',
                        (jsonb_strip_nulls(s.custom || coalesce(c.custom, '{}')) - %7$s) || coalesce(k.custom, '{}'))) r
                    where %4$s and s.created_at <= %5$s)""".formatted(name(type), changes, type.table(), seen, then, values, names);
    }

    /** The fields of which the statement needs the past; null for all. */
    private @Nullable Set<String> needed(Descriptor type) {
        if (!comparing || all || !computed.isEmpty()) {
            return null;
        }
        var needed = new TreeSet<>(compared.getOrDefault(type.name(), Set.of()));
        needed.addAll(currencies.getOrDefault(type.name(), Set.of()));
        return needed;
    }

    private Filter among(Descriptor type) {
        return among != null && among.type().equals(type.name()) && !linked.contains(type.name())
                ? among.filter()
                : Filter.ALL;
    }
}
