package dev.windrose.records.search;

import dev.windrose.records.query.Filter;
import java.util.Collection;

/**
 * What somebody looks for.
 *
 * @param types only these; empty for all
 * @param filter over the one type asked for
 * @param limit hits of each type
 * @param typing the last word may be unfinished, and the answer must be quick
 */
public record SearchRequest(
        String text, Collection<String> types, Filter filter, int limit, int offset, boolean typing) {

    public static SearchRequest typed(String text, Collection<String> types, int limit) {
        return new SearchRequest(text, types, Filter.ALL, limit, 0, true);
    }
}
