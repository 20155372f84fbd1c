package dev.windrose.journeys.track;

import dev.windrose.platform.ActorScope;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Requests as they came, with what became of their events. */
@Component
class TrackBatchStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

    private static final TypeReference<List<TrackLedger.Brought>> BROUGHT = new TypeReference<>() {};

    private final JdbcClient jdbc;

    TrackBatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param refusals how many by which reason */
    record Counts(int received, int stored, int duplicate, int late, Map<String, Integer> refusals) {

        int refused() {
            return refusals.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    record Kept(UUID id, UUID key, Instant receivedAt, byte[] body) {}

    void insert(UUID id, UUID key, Instant now, long skewMillis, Counts counts, byte[] body) {
        jdbc.sql("""
                        insert into track_batches (tenant_id, id, key_id, received_at, received, stored, duplicate, refused, late, skew_ms, refusals, body)
                        values (:tenant, :id, :key, :now, :received, :stored, :duplicate, :refused, :late, :skew, cast(:refusals as jsonb), :body)
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("key", key)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("received", counts.received())
                .param("stored", counts.stored())
                .param("duplicate", counts.duplicate())
                .param("refused", counts.refused())
                .param("late", counts.late())
                .param("skew", skewMillis)
                .param("refusals", counts.refusals().isEmpty() ? null : JSON.writeValueAsString(counts.refusals()))
                .param("body", body)
                .update();
    }

    /** By source and day, the newest day first. */
    List<LedgerLine> ledger(LocalDate from, ZoneId zone) {
        return jdbc.sql("""
                        with each as materialized (
                            select b.key_id, cast(b.received_at at time zone :zone as date) as day, b.received, b.stored, b.duplicate, b.refused,
                                b.late, b.refusals
                            from track_batches b where b.tenant_id = :tenant and b.received_at >= :from)
                        select d.*, (
                            select jsonb_object_agg(r.reason, r.times) from (
                                select o.key as reason, sum(cast(o.value as int)) as times from each e, jsonb_each_text(e.refusals) o
                                where e.key_id = d.key_id and e.day = d.day group by o.key) r) as refusals
                        from (
                            select key_id, day, sum(received) as received, sum(stored) as stored, sum(duplicate) as duplicate,
                                sum(refused) as refused, sum(late) as late
                            from each group by key_id, day) d
                        order by d.day desc, d.key_id
                        """)
                .param("tenant", tenant())
                .param("zone", zone.getId())
                .param("from", from.atStartOfDay(zone).toOffsetDateTime())
                .query((rs, _) -> new LedgerLine(
                        rs.getObject("key_id", UUID.class),
                        rs.getObject("day", LocalDate.class),
                        rs.getLong("received"),
                        rs.getLong("stored"),
                        rs.getLong("duplicate"),
                        rs.getLong("refused"),
                        rs.getLong("late"),
                        counts(rs.getString("refusals"))))
                .list();
    }

    /** @param source null for all */
    List<TrackLedger.Request> newest(@Nullable UUID source) {
        return jdbc.sql("""
                        select b.id, b.key_id, b.received_at, b.received, b.stored, b.duplicate, b.refused, b.skew_ms, b.refusals, (
                            select jsonb_agg(jsonb_build_object('id', e.source_key, 'type', e.kind, 'at', e.occurred_at, 'visitor', e.visitor_id,
                                'contact', e.contact_id, 'company', e.company_id, 'channel', e.channel, 'campaign', e.campaign,
                                'country', e.country, 'properties', e.properties))
                            from (select * from journey_events j where j.tenant_id = :tenant and j.batch_id = b.id
                                and j.recorded_at = b.received_at order by j.id limit 20) e) as events
                        from track_batches b
                        where b.tenant_id = :tenant and (cast(:source as uuid) is null or b.key_id = :source)
                        order by b.received_at desc, b.id desc limit 50
                        """)
                .param("tenant", tenant())
                .param("source", source, Types.OTHER)
                .query((rs, _) -> new TrackLedger.Request(
                        rs.getObject("id", UUID.class),
                        rs.getObject("key_id", UUID.class),
                        rs.getTimestamp("received_at").toInstant(),
                        rs.getInt("received"),
                        rs.getInt("stored"),
                        rs.getInt("duplicate"),
                        rs.getInt("refused"),
                        rs.getLong("skew_ms"),
                        counts(rs.getString("refusals")),
                        brought(rs.getString("events"))))
                .list();
    }

    private static List<TrackLedger.Brought> brought(@Nullable String json) {
        return json == null ? List.of() : JSON.readValue(json, BROUGHT);
    }

    /** The next whole request after one, to be read again. */
    Optional<Kept> after(@Nullable UUID id) {
        return jdbc.sql("""
                        select id, key_id, received_at, body from track_batches
                        where tenant_id = :tenant and id > :id and body is not null order by id limit 1
                        """)
                .param("tenant", tenant())
                .param("id", id == null ? new UUID(0, 0) : id)
                .query((rs, _) -> new Kept(
                        rs.getObject("id", UUID.class),
                        rs.getObject("key_id", UUID.class),
                        rs.getTimestamp("received_at").toInstant(),
                        rs.getBytes("body")))
                .optional();
    }

    private static Map<String, Integer> counts(@Nullable String json) {
        return json == null ? Map.of() : JSON.readValue(json, COUNTS);
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
