package dev.windrose.records.duplicates;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.store.RowStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads the records of a merge, each with who set its fields. All of them must be there and be the actor's to change. */
@Component
class ReadSources {

    private final AccessChecks access;
    private final RowStore rows;

    ReadSources(AccessChecks access, RowStore rows) {
        this.access = access;
        this.rows = rows;
    }

    /** Keeps them from changing until the transaction ends. */
    void hold(Descriptor type, MergeOrder order) {
        rows.hold(type, ids(order));
    }

    /** The survivor first. */
    List<ChooseValues.Source> of(Descriptor type, MergeOrder order) {
        var sources = new ArrayList<ChooseValues.Source>();
        for (var id : ids(order)) {
            access.requireWritable(type, id);
            // Whole rows: what a role does not show must not be lost by it.
            var row = rows.readForChange(type, List.of(id)).get(id);
            if (row == null || row.deletedAt() != null) {
                throw new AppException(CommonError.CONFLICT, "One of the records is in the bin.");
            }
            sources.add(new ChooseValues.Source(row.asData(type), row.provenance()));
        }
        return sources;
    }

    private static List<UUID> ids(MergeOrder order) {
        var ids = new ArrayList<UUID>();
        ids.add(order.survivor());
        ids.addAll(order.merged());
        return ids;
    }
}
