package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.RecordData;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.store.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes records of rows, without the fields that the actor in scope does not get to see. */
@Component
class MaskRecords {

    private static final String HISTORY = "change_history";

    private final AccessSql access;
    private final MaskedHistory history;
    private final List<CompleteRecords> completions;

    MaskRecords(AccessSql access, MaskedHistory history, ObjectProvider<CompleteRecords> completions) {
        this.completions = completions.orderedStream().toList();
        this.access = access;
        this.history = history;
    }

    /** @param fields the fields asked for; empty for all */
    List<RecordData> of(Descriptor type, Set<String> fields, List<Row> rows) {
        var hidden = access.hidden(type);
        var records = rows.stream().map(row -> row.asData(type)).toList();
        for (var completion : completions) {
            records = completion.complete(type, fields, records);
        }
        return records.stream()
                .map(record -> hidden.isEmpty() ? record : history(type, record.without(hidden)))
                .toList();
    }

    /** The list of changes, where it was read, tells of other fields too. */
    @SuppressWarnings("unchecked")
    private RecordData history(Descriptor type, RecordData record) {
        return record.value(HISTORY) instanceof List<?> entries
                ? record.with(
                        HISTORY,
                        entries.stream()
                                .map(entry -> history.of(type, (Map<String, @Nullable Object>) entry))
                                .toList())
                : record;
    }
}
