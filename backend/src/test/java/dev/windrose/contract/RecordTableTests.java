package dev.windrose.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.Descriptors;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of record types, as the database's catalogue shows them. */
@WindroseTest
class RecordTableTests {

    @Autowired
    Descriptors descriptors;

    @Autowired
    JdbcClient jdbc;

    @Test
    void haveAnIndexForEachFieldThatListsFilterOrSortBy() {
        var indexed = new HashSet<>(jdbc.sql("""
                        select i.indrelid::regclass::text || '.' || second.attname
                        from pg_index i
                        join pg_attribute first on first.attrelid = i.indrelid and first.attnum = i.indkey[0]
                        join pg_attribute second on second.attrelid = i.indrelid and second.attnum = i.indkey[1]
                        join pg_attribute third on third.attrelid = i.indrelid and third.attnum = i.indkey[2]
                        where first.attname = 'tenant_id' and third.attname = 'id'
                        """).query(String.class).list());
        var missing = new ArrayList<String>();
        for (var type : descriptors.all()) {
            for (var field : type.fields().values()) {
                String column = type.table() + "." + field.sortColumn();
                if ((field.filter() || field.sort()) && !field.kind().isJson() && !indexed.contains(column)) {
                    missing.add(column);
                }
            }
        }
        assertThat(missing)
                .as(
                        "filtered or sorted, but not indexed: add them to `call index_record_columns(...)` of the migration")
                .isEmpty();
    }

    @Test
    void describeEveryPath() {
        var paths = new ArrayList<String>();
        for (var type : descriptors.all()) {
            paths.add("/api/v1/" + type.plural() + "/{id}/history");
        }
        Workspaces.fresh()
                .http()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(description ->
                        paths.forEach(path -> assertThat(description).contains(path)));
    }
}
