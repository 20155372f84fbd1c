package dev.windrose.records.importing;

import dev.windrose.platform.id.Ids;
import dev.windrose.records.ExternalId;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.importing.file.FileRow;
import dev.windrose.records.periods.PastPeriod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row on its way to an operation. The first thing found wrong with it stays. */
final class RowDraft {

    final long number;
    final FileRow row;
    final UUID newId;
    final Map<String, Object> values = new LinkedHashMap<>();

    @Nullable
    ExternalId externalId;

    @Nullable
    String key;

    @Nullable
    String titleKey;

    boolean links;

    /** By field, which row of an earlier file would make the record that is meant. */
    final Map<String, String> later = new LinkedHashMap<>();

    /** By field, what the row tells of its past. */
    final Map<String, List<PastPeriod>> past = new LinkedHashMap<>();

    /** The record that it will be, which is not there yet. */
    LaterRecords.@Nullable Made made;

    @Nullable
    String field;

    @Nullable
    String reason;

    @Nullable
    DraftOperation operation;

    RowDraft(long number, FileRow row) {
        this(number, row, Ids.next());
    }

    private RowDraft(long number, FileRow row, UUID newId) {
        this.number = number;
        this.row = row;
        this.newId = newId;
    }

    /** As it was read before. */
    static RowDraft of(StagedRow staged) {
        var draft = new RowDraft(staged.number(), new FileRow(staged.line(), staged.cells()), staged.newId());
        draft.values.putAll(staged.values());
        draft.values.keySet().removeIf(name -> name.startsWith(MatchSql.MINOR));
        draft.values.forEach((field, value) -> {
            String from = LaterRecords.from(value);
            if (from != null) {
                draft.later.put(field, from);
            }
        });
        draft.values.keySet().removeAll(draft.later.keySet());
        draft.past.putAll(LayPast.past(draft.values));
        draft.values.keySet().removeIf(name -> name.startsWith(ReadPastRow.MARK));
        draft.externalId = staged.externalId() == null ? null : new ExternalId(ReadRows.SOURCE, staged.externalId());
        draft.key = staged.key();
        draft.titleKey = staged.titleKey();
        draft.links = staged.links();
        draft.field = staged.field();
        draft.reason = staged.reason();
        return draft;
    }

    /** What is written; of a record that is not there yet all that it would have by then. */
    Map<String, Object> whole() {
        if (made == null) {
            return values;
        }
        var whole = new LinkedHashMap<>(made.values());
        whole.entrySet()
                .removeIf(one -> one.getKey().startsWith(MatchSql.MINOR)
                        || one.getKey().startsWith(ReadPastRow.MARK)
                        || marked(one.getValue()));
        whole.putAll(values);
        return whole;
    }

    private static boolean marked(Object value) {
        return value instanceof String text && (text.startsWith(LaterRecords.MARK) || text.startsWith(FileNames.MARK));
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
