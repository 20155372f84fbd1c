package dev.windrose.records.change;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field with its value before and after, as plain JSON values.
 *
 * @param formerStamp who had set the value before; null where nobody had
 */
public record FieldChange(
        String field,
        String label,
        @Nullable Object before,
        @Nullable Object after,
        @Nullable Evidence evidence,
        @Nullable Double confidence,
        @Nullable Object formerStamp) {

    /** As stored; the API leaves out the stamp. */
    Map<String, @Nullable Object> stored() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("field", field);
        json.put("label", label);
        json.put("after", after);
        // Most changes have none of these, and an import keeps millions of changes.
        Put.present(json, "before", before);
        Put.present(json, "evidence", evidence == null ? null : evidence.json());
        Put.present(json, "confidence", confidence);
        Put.present(json, "former_stamp", formerStamp);
        return json;
    }

    static FieldChange of(Map<?, ?> json) {
        return new FieldChange(
                String.valueOf(json.get("field")),
                String.valueOf(json.get("label")),
                json.get("before"),
                json.get("after"),
                Evidence.of(json.get("evidence")),
                json.get("confidence") instanceof Number sure ? sure.doubleValue() : null,
                json.get("former_stamp"));
    }
}
