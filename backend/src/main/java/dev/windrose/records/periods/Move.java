package dev.windrose.records.periods;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A field that takes another value. */
record Move(
        String type,
        UUID record,
        String field,
        @Nullable String value,
        @Nullable String reason) {}
