package dev.windrose.records.query;

import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.testing.DatabaseOwner;
import dev.windrose.testing.RecordWorld;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;

/** A field of each kind that a workspace has added to its contacts, with values for most of many rows. */
final class AddedFields {

    /** Column of the index and value of row g, by kind of field. */
    private static final Map<String, List<String>> KINDS = Map.of(
            "text", List.of("text_value", "'text ' || g"),
            "choice", List.of("text_value", "(array['gold','silver','bronze'])[1 + g % 3]"),
            "multi_choice", List.of("text_value", "(array['gold','silver','bronze'])[1 + g % 3]"),
            "integer", List.of("int_value", "g % 10000"),
            "money", List.of("int_value, text_value", "g::bigint * 37, 'EUR'"),
            "number", List.of("float_value", "(g % 1000) / 10.0"),
            "date", List.of("date_value", "date '2024-01-01' + g % 2000"),
            "boolean", List.of("bool_value", "g % 100 = 0"),
            "reference", List.of("id_value", ManyRows.id("g % 20000")));

    static final Map<String, Object> SAMPLES = Map.of(
            "text",
            "text 77",
            "choice",
            "gold",
            "multi_choice",
            List.of("gold"),
            "integer",
            77,
            "money",
            3700,
            "number",
            7.7,
            "date",
            "2025-05-05",
            "boolean",
            true,
            "reference",
            "01900000-0000-7000-8000-000000000077");

    private AddedFields() {}

    static void insert(Environment environment, RecordWorld world, int rows) {
        KINDS.forEach((kind, sql) -> {
            var more = new LinkedHashMap<String, Object>();
            if (kind.endsWith("choice")) {
                more.put("choices", List.of("Gold", "Silver", "Bronze"));
            }
            if (kind.equals("reference")) {
                more.put("ref", "contact");
            }
            var field = SchemaWorld.define(world, "contact", "Own " + kind, kind, more);
            DatabaseOwner.run(environment, "set session_replication_role = replica", """
                    insert into field_index (tenant_id, field_id, record_id, position, %s)
                    select '%s', '%s', %s, 0, %s from generate_series(1, %d) g where g %% 10 <> 0
                    """.formatted(
                            sql.getFirst(), world.workspace().tenant(), field, ManyRows.id("g"), sql.getLast(), rows));
        });
        DatabaseOwner.run(environment, "vacuum analyze field_index");
    }

    static void remove(Environment environment, RecordWorld world) {
        DatabaseOwner.run(
                environment,
                "delete from field_index where tenant_id = '%s'"
                        .formatted(world.workspace().tenant()));
    }
}
