package dev.windrose.intake;

import dev.windrose.intake.reading.FieldValue;
import dev.windrose.intake.reading.Operation;
import dev.windrose.records.change.DraftOperation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an operation, or of those of its fields that share a fate.
 *
 * @param draft null where nothing can be written
 * @param reason why it waits or is refused
 * @param shown of an entry of the context: what it says now and what it would say
 */
record PlannedWrite(
        Operation operation,
        List<FieldValue> fields,
        @Nullable DraftOperation draft,
        Fate fate,
        @Nullable String reason,
        @Nullable Map<String, @Nullable Object> shown) {

    PlannedWrite(
            Operation operation,
            List<FieldValue> fields,
            @Nullable DraftOperation draft,
            Fate fate,
            @Nullable String reason) {
        this(operation, fields, draft, fate, reason, null);
    }

    enum Fate {
        APPLY,
        WAIT,
        REFUSE
    }
}
