package dev.windrose.records.bulk;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.Op;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordIds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which records a bulk edit is about. */
@Component
class FindTargets {

    private final RecordIds records;

    FindTargets(RecordIds records) {
        this.records = records;
    }

    /** In the order of their ids. */
    List<UUID> of(BulkEdit edit) {
        if ((edit.ids() == null) == (edit.filter() == null)) {
            throw new AppException(CommonError.BAD_VALUE, "Name either \"ids\" or a \"filter\".", "ids");
        }
        var filter = edit.ids() == null ? Filter.of(edit.filter()) : Filter.in("id", edit.ids());
        var found = records.of(edit.type(), filter, edit.op() == Op.RESTORE, BulkEdits.MOST + 1);
        if (found.size() > BulkEdits.MOST) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    String.format(Locale.ROOT, "More than %,d records at once. Narrow the filter.", BulkEdits.MOST),
                    "filter");
        }
        if (edit.expected() != null && edit.expected() != found.size()) {
            throw new AppException(
                    CommonError.CONFLICT,
                    String.format(
                            Locale.ROOT,
                            "There are %,d such records now, not %,d. Look again.",
                            found.size(),
                            edit.expected()),
                    "expected_count",
                    Map.of("count", found.size()));
        }
        return found;
    }
}
