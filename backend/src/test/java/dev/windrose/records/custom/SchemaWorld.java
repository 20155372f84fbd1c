package dev.windrose.records.custom;

import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.Workspaces;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Short ways to change the schema of a test's workspace. */
public final class SchemaWorld {

    private SchemaWorld() {}

    /** @return the id of the field */
    public static UUID define(RecordWorld world, String type, String label, String kind) {
        return define(world, type, label, kind, Map.of());
    }

    public static UUID define(
            RecordWorld world, String type, String label, String kind, Map<String, ? extends @Nullable Object> more) {
        var json = new LinkedHashMap<String, @Nullable Object>(more);
        json.put("record_type", type);
        json.put("label", label);
        json.put("kind", kind);
        return id(world.in(() -> fields().create(json, false)));
    }

    /** @return the name of the type */
    public static String type(RecordWorld world, String label) {
        var answer = world.in(() -> Workspaces.bean(CustomTypes.class).create(Map.of("label", label), false));
        return String.valueOf(answer.definition().get("name"));
    }

    static CustomFields fields() {
        return Workspaces.bean(CustomFields.class);
    }

    private static UUID id(SchemaAnswer answer) {
        return UUID.fromString(String.valueOf(answer.definition().get("id")));
    }
}
