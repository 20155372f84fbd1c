package dev.windrose.intake.learning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An example as it is found out, before it has an id. */
record NewExample(
        ExampleKind kind,
        @Nullable String op,
        String entity,
        @Nullable String field,
        String words,
        @Nullable String read,
        @Nullable String right,
        @Nullable String recordType,
        @Nullable UUID record,
        String engine,
        @Nullable UUID promptLog,
        @Nullable Instant readAt,
        @Nullable UUID changeSet) {}
