package dev.windrose.records.change;

import org.jspecify.annotations.Nullable;

/** Why a field gets its value, and how sure that is (0 to 1). */
public record FieldNote(
        @Nullable Evidence evidence, @Nullable Double confidence) {

    static final FieldNote NONE = new FieldNote(null, null);
}
