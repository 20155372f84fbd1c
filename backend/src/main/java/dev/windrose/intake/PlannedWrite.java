package dev.windrose.intake;

import dev.windrose.intake.reading.FieldValue;
import dev.windrose.intake.reading.Operation;
import dev.windrose.records.change.DraftOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an operation, or of those of its fields that share a fate.
 *
 * @param draft null where nothing can be written
 * @param reason why it waits or is refused
 */
record PlannedWrite(
        Operation operation,
        List<FieldValue> fields,
        @Nullable DraftOperation draft,
        Fate fate,
        @Nullable String reason) {

    enum Fate {
        APPLY,
        WAIT,
        REFUSE
    }
}
