package dev.windrose.records.custom;

import dev.windrose.records.store.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in a few words what of a definition has changed. */
final class DescribeChange {

    private DescribeChange() {}

    static String of(FieldDefinition before, FieldDefinition after) {
        return changed(DefinitionJson.of(before), DefinitionJson.of(after));
    }

    static String of(EntityDefinition before, EntityDefinition after) {
        return changed(DefinitionJson.of(before), DefinitionJson.of(after));
    }

    private static String changed(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        List<String> members = after.keySet().stream()
                .filter(member -> !member.equals("value_kind") && !Json.same(before.get(member), after.get(member)))
                .map(member -> member.replace('_', ' '))
                .toList();
        return members.isEmpty() ? "left as it is" : "changed: " + String.join(", ", members);
    }
}
