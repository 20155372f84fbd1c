package dev.windrose.records.importing;

import dev.windrose.platform.id.Ids;
import dev.windrose.records.ExternalId;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.importing.file.FileRow;
import java.util.LinkedHashMap;
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
        draft.externalId = staged.externalId() == null ? null : new ExternalId(ReadRows.SOURCE, staged.externalId());
        draft.key = staged.key();
        draft.titleKey = staged.titleKey();
        draft.links = staged.links();
        draft.field = staged.field();
        draft.reason = staged.reason();
        return draft;
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
