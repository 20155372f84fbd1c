package dev.windrose.crm.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of a timeline.
 *
 * @param kind which source it comes from, for example {@code interaction}
 * @param text longer words, if there are any
 * @param by who did it; null for the product itself
 * @param record what it is about, for links
 * @param details what is particular to the kind
 */
public record TimelineItem(
        String kind,
        UUID id,
        Instant at,
        String title,
        @Nullable String text,
        @Nullable By by,
        Target record,
        Map<String, @Nullable Object> details) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static final Comparator<TimelineItem> NEWEST_FIRST = Comparator.comparing(TimelineItem::at)
            .thenComparing(TimelineItem::id, TimelineItem::asDatabase)
            .reversed();

    public record By(@Nullable UUID id, String name) {}

    public record Target(String type, UUID id, String title) {}

    /** From the columns kind, id, at, title, text, by_id, by_name, record_type, record_id, record_title, details. */
    @SuppressWarnings("unchecked")
    public static TimelineItem of(ResultSet rs) throws SQLException {
        var byId = rs.getObject("by_id", UUID.class);
        String byName = rs.getString("by_name");
        var target = new Target(
                rs.getString("record_type"),
                rs.getObject("record_id", UUID.class),
                String.valueOf(rs.getString("record_title")));
        return new TimelineItem(
                rs.getString("kind"),
                rs.getObject("id", UUID.class),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                String.valueOf(rs.getString("title")),
                rs.getString("text"),
                byId == null && byName == null ? null : new By(byId, String.valueOf(byName)),
                target,
                JSON.readValue(rs.getString("details"), Map.class));
    }

    TimelineItem telling(String words, @Nullable String more, Map<String, @Nullable Object> particulars) {
        return new TimelineItem(kind, id, at, words, more, by, record, particulars);
    }

    TimelineItem by(By person) {
        return new TimelineItem(kind, id, at, title, text, person, record, details);
    }

    /** PostgreSQL orders ids by their bytes, Java by signed numbers. */
    private static int asDatabase(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
