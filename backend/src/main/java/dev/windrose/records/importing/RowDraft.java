package dev.windrose.records.importing;

import dev.windrose.records.ExternalId;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.importing.file.CsvRow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row on its way to an operation. The first thing found wrong with it stays. */
final class RowDraft {

    final CsvRow row;
    final Map<String, Object> values = new LinkedHashMap<>();

    @Nullable
    ExternalId externalId;

    @Nullable
    String key;

    @Nullable
    String field;

    @Nullable
    String reason;

    @Nullable
    DraftOperation operation;

    RowDraft(CsvRow row) {
        this.row = row;
    }

    void refuse(@Nullable String about, String why) {
        if (reason == null) {
            field = about;
            reason = why;
        }
    }

    boolean refused() {
        return reason != null;
    }
}
