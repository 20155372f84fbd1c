package dev.windrose.intake.inbox;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody puts right in what was made of a message. */
public sealed interface Correction {

    /** The operation that was wrong. */
    record Wrong(UUID changeSet, UUID operation) {}

    /** Other values in the same record. */
    record Change(Wrong wrong, Map<String, @Nullable Object> values) implements Correction {}

    /** The values belong to another record of the same type. */
    record Move(Wrong wrong, UUID record) implements Correction {}

    /** Should not have been written. */
    record Drop(Wrong wrong) implements Correction {}

    /** Was said and not understood; without a record it is a new one. */
    record Add(String type, @Nullable UUID record, Map<String, @Nullable Object> values) implements Correction {}
}
