package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.RecordData;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.store.Row;
import java.time.Instant;
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
    private final List<CompletePast> pastCompletions;
    private final PastLinks pastLinks;

    MaskRecords(
            AccessSql access,
            MaskedHistory history,
            PastLinks pastLinks,
            ObjectProvider<CompleteRecords> completions,
            ObjectProvider<CompletePast> pastCompletions) {
        this.pastLinks = pastLinks;
        this.pastCompletions = pastCompletions.orderedStream().toList();
        this.completions = completions.orderedStream().toList();
        this.access = access;
        this.history = history;
    }

    /** @param fields the fields asked for; empty for all */
    List<RecordData> of(Descriptor type, Set<String> fields, List<Row> rows) {
        var records = rows.stream().map(row -> row.asData(type)).toList();
        for (var completion : completions) {
            records = completion.complete(type, fields, records);
        }
        return masked(type, records);
    }

    /** As they were then. */
    List<RecordData> of(Descriptor type, Set<String> fields, List<Row> rows, Instant moment) {
        var records = pastLinks.shown(
                type, fields, rows.stream().map(row -> row.asData(type)).toList(), moment);
        for (var completion : pastCompletions) {
            records = completion.complete(type, fields, records, moment);
        }
        return masked(type, records);
    }

    private List<RecordData> masked(Descriptor type, List<RecordData> records) {
        var hidden = access.hidden(type);
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
