package dev.windrose.records.importing.web;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.RecordRef;
import dev.windrose.records.importing.Import;
import dev.windrose.records.importing.RowResult;
import dev.windrose.records.importing.RowResult.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of rows, with how many there are of each outcome. */
record RowsView(List<ImportView.Row> data, @Nullable String nextCursor, Map<String, Long> counts) {

    static @Nullable Outcome outcome(@Nullable String wire) {
        if (wire == null || wire.isBlank()) {
            return null;
        }
        for (var outcome : Outcome.values()) {
            if (outcome.name().toLowerCase(Locale.ROOT).startsWith(wire.toLowerCase(Locale.ROOT))) {
                return outcome;
            }
        }
        throw new AppException(CommonError.BAD_VALUE, "There is no outcome \"%s\".".formatted(wire), "outcome");
    }

    static long after(@Nullable String cursor) {
        try {
            return cursor == null || cursor.isBlank() ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new AppException(CommonError.BAD_VALUE, "This cursor is of another list.", "cursor");
        }
    }

    static RowsView of(List<RowResult> rows, Map<UUID, RecordRef> names, int most, Import file) {
        var counts = file.dryRun() == null || file.startedAt() != null
                ? file.counts()
                : file.dryRun().counts();
        var byOutcome = new LinkedHashMap<String, Long>();
        byOutcome.put("create", counts.creates());
        byOutcome.put("update", counts.updates());
        byOutcome.put("unchanged", counts.unchanged());
        byOutcome.put("refused", counts.refused() - counts.duplicates() - counts.review());
        byOutcome.put("duplicate", counts.duplicates());
        byOutcome.put("review", counts.review());
        byOutcome.put("waiting", counts.waiting());
        return new RowsView(
                rows.stream().map(row -> ImportView.Row.of(row, names)).toList(),
                rows.size() < most ? null : String.valueOf(rows.getLast().number()),
                byOutcome);
    }
}
