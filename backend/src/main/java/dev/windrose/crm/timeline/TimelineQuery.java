package dev.windrose.crm.timeline;

import dev.windrose.platform.id.CompanyId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a source is asked for.
 *
 * @param kinds those wanted
 * @param before only entries below this place; null from the newest
 * @param limit how many at most
 */
public record TimelineQuery(
        CompanyId company, Set<String> kinds, @Nullable Place before, int limit) {

    /** The condition on the columns at and id. */
    public static final String BELOW =
            "(cast(:before_at as timestamptz) is null or (at, id) < (cast(:before_at as timestamptz), cast(:before_id as uuid)))";

    /** A place in the order: newest first, then by id. */
    public record Place(Instant at, UUID id) {}

    /** The parameters company, kinds, before_at, before_id and limit. */
    public Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("company", company.value());
        parameters.put("kinds", kinds.toArray(String[]::new));
        parameters.put("before_at", before == null ? null : before.at().toString());
        parameters.put("before_id", before == null ? null : before.id().toString());
        parameters.put("limit", limit);
        return parameters;
    }
}
