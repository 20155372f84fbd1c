package dev.windrose.records.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups with their measures, the largest first unless they are in time or in the order of choices.
 *
 * @param truncated there were more groups than are answered
 */
public record Aggregate(List<Group> groups, Group total, boolean truncated) {

    /**
     * @param key values by grouping, as a filter takes them; null where records have none
     * @param label the same for people
     * @param measures by name: numbers, dates as text, money as {@code Money} or a list of it by currency
     */
    public record Group(
            Map<String, @Nullable Object> key,
            Map<String, String> label,
            long count,
            Map<String, @Nullable Object> measures) {}
}
