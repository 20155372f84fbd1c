package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Locale;

/** When a column writes its field. */
enum FieldPolicy {
    ALWAYS,
    /** Only in new records. */
    CREATE,
    /** Only in records that are there. */
    UPDATE,
    FILL_EMPTY,
    NEVER;

    static FieldPolicy of(String wire, String field) {
        for (var policy : values()) {
            if (policy.name().toLowerCase(Locale.ROOT).equals(wire)) {
                return policy;
            }
        }
        throw new AppException(
                CommonError.BAD_VALUE,
                "\"%s\" is none of always, create, update, fill_empty, never.".formatted(wire),
                "policies." + field);
    }
}
