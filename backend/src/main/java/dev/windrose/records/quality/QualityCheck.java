package dev.windrose.records.quality;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that should not be so.
 *
 * @param field that it is about, if one
 * @param filter the tree that finds the records, as the API takes it
 */
public record QualityCheck(
        String code, @Nullable String field, Group group, Severity severity, String label, Map<String, Object> filter) {

    public enum Group {
        COMPLETENESS,
        STALENESS,
        VALIDITY,
        DUPLICATES,
        LINKS;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Severity {
        HIGH,
        MEDIUM,
        LOW;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Map<String, Object> empty(String field) {
        return Map.of("field", field, "op", "empty");
    }

    public static Map<String, Object> compare(String field, String op, Object value) {
        return Map.of("field", field, "op", op, "value", value);
    }
}
