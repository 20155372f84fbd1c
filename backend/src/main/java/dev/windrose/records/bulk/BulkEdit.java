package dev.windrose.records.bulk;

import dev.windrose.records.change.Op;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to do to many records.
 *
 * @param ids those records; null for those of the filter
 * @param filter JSON tree; null for those of the ids
 * @param set values for all of them
 * @param add values to add to fields that hold several
 * @param remove values to take out of such fields
 * @param expected how many the caller believes there are; another number changes nothing
 */
public record BulkEdit(
        String type,
        Op op,
        @Nullable List<UUID> ids,
        @Nullable Map<String, Object> filter,
        Map<String, @Nullable Object> set,
        Map<String, Object> add,
        Map<String, Object> remove,
        @Nullable Long expected) {

    boolean merges() {
        return !add.isEmpty() || !remove.isEmpty();
    }
}
