package dev.windrose.records.periods;

import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.Evidence;
import dev.windrose.records.change.FieldChange;
import dev.windrose.records.change.FollowChange;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends a period and begins the next with each change of a kept field. An undo takes the period back that it undoes. */
@Component
class FollowPeriods implements FollowChange {

    private final Histories histories;
    private final PeriodStore store;

    FollowPeriods(Histories histories, PeriodStore store) {
        this.histories = histories;
        this.store = store;
    }

    @Override
    public void follow(AppliedChange change) {
        var moves = new LinkedHashMap<String, Move>();
        for (var operation : change.operations()) {
            var fields = histories.of(operation.recordType()).values();
            for (var field : operation.fields()) {
                if (fields.contains(field.field())) {
                    // The last of several changes of one draft counts.
                    moves.put(operation.recordId() + field.field(), move(operation, field));
                }
            }
        }
        if (!moves.isEmpty()) {
            store.follow(change, List.copyOf(moves.values()));
        }
    }

    private static Move move(ChangeOperation operation, FieldChange field) {
        return new Move(
                operation.recordType(),
                operation.recordId(),
                field.field(),
                field.after() == null ? null : field.after().toString(),
                reason(field.evidence() == null ? operation.evidence() : field.evidence()));
    }

    private static @Nullable String reason(@Nullable Evidence evidence) {
        return evidence == null ? null : evidence.quote();
    }
}
