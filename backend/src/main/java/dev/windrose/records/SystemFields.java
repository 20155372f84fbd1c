package dev.windrose.records;

import static dev.windrose.records.FieldKind.INSTANT;
import static dev.windrose.records.FieldKind.JSON;
import static dev.windrose.records.FieldKind.PERSON;
import static dev.windrose.records.FieldKind.REFERENCES;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields that every record type has without declaring them. */
final class SystemFields {

    /** Written by the engine itself, never as a value. */
    static final Set<String> UNDECLARED =
            Set.of("id", "version", "created_at", "created_by", "updated_at", "deleted_at", "change_history");

    private static final String CHANGE_HISTORY = """
            (select jsonb_agg(jsonb_build_object('timestamp', h.at, 'change_type', h.change_type, 'change_category', h.change_category,
                 'changed_fields', h.changed_fields, 'summary', h.summary, 'vector_searchable_text', h.vector_searchable_text,
                 'source', h.source, 'user_id', h.user_id, 'user_name', h.user_name, 'previous_values', h.previous_values,
                 'version', h.version) order by h.version desc)
             from (select * from record_history r where r.tenant_id = t.tenant_id and r.record_id = t.id order by r.version desc limit 50) h)
            """;

    private SystemFields() {}

    static List<FieldDescriptor> all() {
        return List.of(
                field("owner_id", "Owner", PERSON, false, true, null),
                tags(),
                field("created_by", "Created by", PERSON, true, false, null),
                field("created_at", "Created", INSTANT, true, true, null),
                field("updated_at", "Updated", INSTANT, true, true, null),
                field("change_history", "Change history", JSON, true, false, CHANGE_HISTORY));
    }

    private static FieldDescriptor tags() {
        return new FieldDescriptor(
                "tags",
                "Tags",
                REFERENCES,
                false,
                false,
                true,
                false,
                false,
                0,
                List.of(),
                "tag",
                null,
                "TAGS",
                false,
                null,
                true,
                "",
                0,
                "",
                null);
    }

    private static FieldDescriptor field(
            String name, String label, FieldKind kind, boolean readOnly, boolean filter, @Nullable String sql) {
        return new FieldDescriptor(
                name,
                label,
                kind,
                false,
                readOnly,
                filter,
                filter,
                false,
                0,
                List.of(),
                kind == PERSON ? "person" : null,
                null,
                "OWNERSHIP",
                false,
                sql,
                sql == null,
                "",
                0,
                "System",
                null);
    }
}
