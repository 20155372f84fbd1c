package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.custom.CustomFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds the field that a column without one needs, and lets the column fill it. Checks no permissions. */
@Component
public class AddImportField {

    private final Imports imports;
    private final CustomFields fields;

    AddImportField(Imports imports, CustomFields fields) {
        this.imports = imports;
        this.fields = fields;
    }

    /** What is not given is taken from the proposal. */
    @Transactional
    public Import of(
            UUID id, String column, @Nullable String label, @Nullable String kind, @Nullable List<String> choices) {
        var file = imports.open(id);
        var found = file.columns().stream()
                .filter(one -> one.name().equals(column))
                .findFirst()
                .orElseThrow(() -> new AppException(
                        CommonError.UNKNOWN_FIELD, "The file has no column \"%s\".".formatted(column), "column"));
        var proposed = found.newField();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("record_type", file.recordType());
        json.put("label", label != null ? label : proposed == null ? column : proposed.label());
        String wanted = kind != null ? kind : proposed == null ? "text" : proposed.kind();
        json.put("kind", wanted);
        json.put("list", 0);
        if (wanted.contains("choice")) {
            json.put("choices", options(choices != null ? choices : proposed == null ? List.of() : proposed.choices()));
        }
        Object name = fields.create(json, false).definition().get("name");
        var mapping = file.mappingOrSuggestion();
        var columns = new LinkedHashMap<>(mapping.columns());
        columns.put(column, String.valueOf(name));
        return imports.map(id, mapping.mapping(columns));
    }

    private static List<Map<String, Object>> options(List<String> words) {
        var options = new ArrayList<Map<String, Object>>();
        for (String word : words) {
            String value = word.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{Nd}]+", "_")
                    .replaceAll("^_+|_+$", "");
            options.add(Map.of("value", value.isEmpty() ? "value_" + options.size() : value, "label", word));
        }
        return options;
    }
}
