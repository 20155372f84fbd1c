package dev.windrose.records.query;

import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.testing.DatabaseOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** Fills a table with rows of every kind of value, without indexes while it does so. References point nowhere. */
final class ManyRows {

    private ManyRows() {}

    static void insert(Environment environment, Descriptor type, TenantId tenant, int rows) {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var field : type.dataFields()) {
            columns.add(field.name());
            values.add(value(field));
            if (field.keyed()) {
                columns.add(field.sortColumn());
                values.add("lower(" + value(field) + ")");
            }
            if (field.ownCurrency()) {
                columns.add(field.name() + "_currency");
                values.add("'EUR'");
            }
        }
        DatabaseOwner.run(
                environment,
                """
                do $$
                declare
                    definitions text[];
                    name text;
                begin
                    set local session_replication_role = replica;
                    select array_agg(indexdef) into definitions from pg_indexes where tablename = '%1$s' and indexname not like '%%pkey';
                    for name in select indexname from pg_indexes where tablename = '%1$s' and indexname not like '%%pkey' loop
                        execute format('drop index %%I', name);
                    end loop;
                    insert into %1$s (tenant_id, id, created_at, updated_at, %2$s)
                    select '%3$s', %6$s, now() + g * interval '1 second', now() + g * interval '1 second', %4$s
                    from generate_series(1, %5$d) g;
                    foreach name in array definitions loop
                        execute name;
                    end loop;
                end $$
                """.formatted(
                        type.table(), String.join(", ", columns), tenant, String.join(", ", values), rows, id("g")),
                "vacuum analyze " + type.table());
        for (var field : type.dataFields()) {
            if (field.filter() && field.kind() == FieldKind.MULTI_CHOICE) {
                DatabaseOwner.run(
                        environment,
                        """
                        insert into record_values (tenant_id, record_type, field, value, record_id)
                        select tenant_id, '%1$s', '%2$s', %2$s ->> 0, id from %3$s where tenant_id = '%4$s' and %2$s is not null
                        """.formatted(type.name(), field.name(), type.table(), tenant),
                        "analyze record_values");
            }
        }
    }

    static void remove(Environment environment, Descriptor type, TenantId tenant) {
        DatabaseOwner.run(
                environment,
                "set session_replication_role = replica",
                "delete from %s where tenant_id = '%s'".formatted(type.table(), tenant),
                "delete from record_values where tenant_id = '%s'".formatted(tenant),
                "analyze " + type.table());
    }

    /** Ids in order, as those of real records are nearly. */
    static String id(String number) {
        return "('01900000-0000-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid".formatted(number);
    }

    /** Every third record leaves a field empty that it may leave empty. */
    private static String value(FieldDescriptor field) {
        return field.required() || filled(field).equals("null")
                ? filled(field)
                : "case when g % 3 <> 0 then " + filled(field) + " end";
    }

    private static String filled(FieldDescriptor field) {
        return switch (field.kind()) {
            case TEXT, EMAIL, PHONE, URL ->
                field.maxLength() == 3 ? "(array['EUR','USD','GBP'])[1 + g % 3]" : "'Text ' || g";
            case LONG_TEXT -> "'A longer text'";
            case INTEGER -> "g % 10000";
            case NUMBER, SCORE -> "(g % 1000) / 10.0";
            case MONEY -> "g::bigint * 37";
            case DATE -> "date '2024-01-01' + g % 2000";
            case INSTANT -> "timestamptz '2024-01-01' + g * interval '1 minute'";
            case BOOLEAN -> "g % 100 = 0";
            case CHOICE ->
                picked(field.choices().stream().map(choice -> choice.value()).toList());
            case COUNTRY -> picked(List.of("DE", "FR", "US", "JP", "BR", "KE"));
            case REFERENCE, PERSON -> id("g % 20000");
            case MULTI_CHOICE ->
                field.choices().isEmpty()
                        ? "'[\"DE\"]'::jsonb"
                        : "'[\"%s\"]'::jsonb"
                                .formatted(field.choices().getFirst().value());
            case REFERENCES, JSON -> "null";
        };
    }

    private static String picked(List<String> values) {
        return values.stream().collect(Collectors.joining("','", "(array['", "'])[1 + g % " + values.size() + "]"));
    }
}
