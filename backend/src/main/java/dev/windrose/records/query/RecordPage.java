package dev.windrose.records.query;

import dev.windrose.records.RecordData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the records a query finds.
 *
 * @param nextCursor null on the last page
 * @param total how many there are, if asked for
 * @param totalIsEstimate above 10,000 the total is not counted
 */
public record RecordPage(
        List<RecordData> data,
        @Nullable String nextCursor,
        @Nullable Long total,
        boolean totalIsEstimate) {}
