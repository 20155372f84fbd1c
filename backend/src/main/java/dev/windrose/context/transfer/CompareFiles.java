package dev.windrose.context.transfer;

import dev.windrose.context.entry.TextDiff;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.FieldChange;
import dev.windrose.records.web.RecordJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an entry says and what a file makes of it, field by field, with names in the place of ids. */
final class CompareFiles {

    private static final int LINE = 80;

    private final EntryFields fields;

    CompareFiles(EntryFields fields) {
        this.fields = fields;
    }

    List<EntryPlan.Difference> of(EntryFile there, EntryFile file, ChangeOperation outcome) {
        var differences = new ArrayList<EntryPlan.Difference>();
        for (var change : outcome.fields()) {
            String field = change.field();
            if (field.equals(EntryFields.BODY)) {
                differences.add(difference(field, there.body(), file.body()));
            } else if (field.equals(EntryFields.DETAILS)) {
                details(there, change, file).forEach(differences::add);
            } else {
                var after = file.front().containsKey(field)
                        ? file.front().get(field)
                        : Values.plain(RecordJson.value(change.after()));
                differences.add(difference(field, there.front().get(field), after));
            }
        }
        return differences;
    }

    private List<EntryPlan.Difference> details(EntryFile there, FieldChange change, EntryFile file) {
        var before = map(there.front().get(EntryFields.DETAILS));
        var after = new LinkedHashMap<>(map(Values.plain(RecordJson.value(change.after()))));
        after.putAll(map(file.front().get(EntryFields.DETAILS)));
        var names = new LinkedHashMap<>(before);
        names.putAll(after);
        return names.keySet().stream()
                .filter(name -> !Values.same(before.get(name), after.get(name)))
                .map(name -> difference("details." + name, before.get(name), after.get(name)))
                .toList();
    }

    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((name, part) -> map.put(String.valueOf(name), part));
        }
        return map;
    }

    private EntryPlan.Difference difference(String field, @Nullable Object before, @Nullable Object after) {
        boolean text = before instanceof String one
                && after instanceof String other
                && Math.max(one.length(), other.length()) > LINE;
        String name = field.startsWith("details.") ? field.substring("details.".length()) : field;
        return new EntryPlan.Difference(
                field,
                field.equals(name) ? fields.label(field) : label(name),
                before,
                after,
                text ? TextDiff.of((String) before, (String) after) : List.of());
    }

    private static String label(String name) {
        String plain = name.replace("_id", "").replace('_', ' ');
        return Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }
}
