package dev.windrose.workspace.archive;

import dev.windrose.platform.ActorScope;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of any table as JSON, out and in. The names of tables and columns come from the catalogue of the database. */
@Component
class ArchiveRowStore {

    private static final int AT_ONCE = 500;

    /** What somebody who imports keeps of the own row. */
    private static final List<String> OF_THE_ACCOUNT = List.of("id", "email", "role", "status", "created_at");

    private final JdbcClient jdbc;
    private final JdbcClient streaming;

    ArchiveRowStore(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        var template = new JdbcTemplate(dataSource);
        template.setFetchSize(AT_ONCE);
        this.streaming = JdbcClient.create(template);
    }

    /** An added type, also a removed one. */
    record AddedType(UUID id, String name) {}

    List<AddedType> addedTypes() {
        return jdbc.sql("select id, name from entity_definitions where tenant_id = :tenant order by name")
                .param("tenant", tenant())
                .query((rs, _) -> new AddedType(rs.getObject("id", UUID.class), rs.getString("name")))
                .list();
    }

    long count(ArchiveTable table) {
        return jdbc.sql("select count(*) from %s t where t.tenant_id = :tenant".formatted(table.name()))
                .param("tenant", tenant())
                .query(Long.class)
                .single();
    }

    boolean any(ArchiveTable table) {
        return jdbc.sql("select exists (select 1 from %s t where t.tenant_id = :tenant)".formatted(table.name()))
                .param("tenant", tenant())
                .query(Boolean.class)
                .single();
    }

    /** @param addedType only its rows; null for all of the table */
    void read(ArchiveTable table, @Nullable UUID addedType, Consumer<String> line) {
        streaming
                .sql("""
                        select cast(to_jsonb(t) as text) as line
                        from (select %s from %s t where t.tenant_id = :tenant and %s) t order by %s
                        """.formatted(
                        table.columns().stream().map("t.\"%s\""::formatted).collect(Collectors.joining(", ")),
                        table.name(),
                        addedType == null ? "true" : "t.entity_id = :added",
                        order(table)))
                .param("tenant", tenant())
                .param("added", addedType == null ? new UUID(0, 0) : addedType)
                .query(rs -> {
                    line.accept(rs.getString("line"));
                });
    }

    /** A table with one row for each workspace needs none. */
    private static String order(ArchiveTable table) {
        return table.key().isEmpty()
                ? "1"
                : table.key().stream().map("t."::concat).collect(Collectors.joining(", "));
    }

    /**
     * Columns that the rows lack get what they have by default.
     *
     * @param given the columns of the rows
     * @param rows a JSON array
     */
    void insert(ArchiveTable table, Set<String> given, String rows) {
        var known = table.columns().stream().filter(given::contains).toList();
        String columns = String.join(", ", known);
        String values = known.stream()
                .map(column -> table.later().contains(column) ? "null" : "r." + column)
                .collect(Collectors.joining(", "));
        jdbc.sql("""
                        insert into %1$s (tenant_id, %2$s)
                        select :tenant, %3$s from jsonb_populate_recordset(cast(null as %1$s), cast(:rows as jsonb)) r %4$s
                        """.formatted(table.name(), columns, values, onConflict(table, known)))
                .param("tenant", tenant())
                .param("rows", rows)
                .update();
    }

    private static String onConflict(ArchiveTable table, List<String> columns) {
        return !table.name().equals(ArchiveTable.PEOPLE)
                ? ""
                : columns.stream()
                        .filter(column -> !OF_THE_ACCOUNT.contains(column))
                        .map(column -> "%1$s = excluded.%1$s".formatted(column))
                        .collect(Collectors.joining(", ", "on conflict (tenant_id, id) do update set ", ""));
    }

    /** Fills the references that had to wait for other rows. */
    void settle(ArchiveTable table, String rows) {
        String values = table.later().stream()
                .map(column -> "%1$s = r.%1$s".formatted(column))
                .collect(Collectors.joining(", "));
        String given = table.later().stream()
                .map(column -> "r.%s is not null".formatted(column))
                .collect(Collectors.joining(" or "));
        String same = table.key().stream()
                .map(column -> "t.%1$s = r.%1$s".formatted(column))
                .collect(Collectors.joining(" and "));
        jdbc.sql("""
                        update %1$s t set %2$s from jsonb_populate_recordset(cast(null as %1$s), cast(:rows as jsonb)) r
                        where t.tenant_id = :tenant and %3$s and (%4$s)
                        """.formatted(table.name(), values, same, given))
                .param("tenant", tenant())
                .param("rows", rows)
                .update();
    }

    /** @param kept people who stay */
    void clear(ArchiveTable table, Collection<UUID> kept) {
        if (table.name().equals(ArchiveTable.PEOPLE)) {
            jdbc.sql("delete from people where tenant_id = :tenant and id <> all (cast(:kept as uuid[]))")
                    .param("tenant", tenant())
                    .param("kept", kept.toArray(UUID[]::new))
                    .update();
            return;
        }
        jdbc.sql("delete from %s t where t.tenant_id = :tenant".formatted(table.name()))
                .param("tenant", tenant())
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
