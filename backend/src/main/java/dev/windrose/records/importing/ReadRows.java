package dev.windrose.records.importing;

import dev.windrose.records.ExternalId;
import dev.windrose.records.TextKey;
import dev.windrose.records.importing.column.CellValue.Nothing;
import dev.windrose.records.importing.column.CellValue.Value;
import dev.windrose.records.importing.column.CellValue.Wrong;
import dev.windrose.records.importing.file.CsvRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one file in their order, and remembers which records they have named. */
final class ReadRows {

    /** Where the record comes from, as its external id says. */
    static final String SOURCE = "import";

    private static final String SIGNING = "deal_signing_date";
    private static final String EXPECTED = "deal_expected_signing_date";

    private final Target target;
    private final Map<String, Long> lineOfKey = new HashMap<>();

    ReadRows(Target target) {
        this.target = target;
    }

    List<RowDraft> of(List<CsvRow> rows) {
        return rows.stream().map(this::read).toList();
    }

    private RowDraft read(CsvRow row) {
        var draft = new RowDraft(row);
        if (row.overflows(target.header().size())) {
            draft.refuse(
                    null,
                    "The row has %d cells; the header has %d."
                            .formatted(row.cells().size(), target.header().size()));
        }
        for (var column : target.columns()) {
            String cell = row.cell(column.index());
            if (column.reader() == null) {
                draft.externalId = cell.isEmpty() ? null : new ExternalId(SOURCE, cell);
                continue;
            }
            switch (column.reader().of(cell)) {
                case Value value -> draft.values.put(column.target(), value.value());
                case Nothing nothing -> {}
                case Wrong wrong -> draft.refuse(column.target(), wrong.reason());
            }
        }
        settleCloseDate(draft.values);
        draft.key = key(draft);
        refuseRepetition(draft);
        return draft;
    }

    /** Other systems have one close date. It is the day of signing only for a deal that was won. */
    private static void settleCloseDate(Map<String, Object> values) {
        Object stage = values.get("stage");
        Object date = values.get(SIGNING);
        if (date != null && stage != null && !"won".equals(stage)) {
            values.remove(SIGNING);
            values.putIfAbsent(EXPECTED, date);
        }
    }

    private @Nullable String key(RowDraft draft) {
        var key = target.key();
        if (key == null) {
            return null;
        }
        return key.external()
                ? draft.externalId == null ? null : TextKey.of(draft.externalId.id())
                : key.of(draft.values);
    }

    private void refuseRepetition(RowDraft draft) {
        if (draft.key == null || draft.refused()) {
            return;
        }
        Long before = lineOfKey.putIfAbsent(draft.key, draft.row.number());
        if (before != null && before != draft.row.number()) {
            draft.refuse(
                    target.key() == null || target.key().field() == null
                            ? null
                            : target.key().field().name(),
                    "Row %d of the file is the same record.".formatted(before));
        }
    }
}
