package dev.windrose.journeys.engine.project;

import dev.windrose.journeys.engine.Dimension;
import dev.windrose.journeys.engine.Grain;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads events for the columns, and keeps which file holds them. All reads of one refresh belong to one snapshot. */
@Component
class JourneySegmentStore {

    private static final String SETTLED =
            "(e.written_by < cast(cast(:settled as text) as xid8) or exists (select from journey_event_moves m where m.tenant_id = :tenant and m.event_id = e.id))";
    private static final String COLUMNS = """
            e.id, %s as entity, cast(extract(epoch from e.occurred_at) * 1000000 as bigint) as micros, coalesce(e.amount, 0) as amount, %s""".formatted(
                    "%s",
                    Arrays.stream(Dimension.values())
                            .map(dimension -> "cast(e." + dimension.column() + " as text)")
                            .collect(Collectors.joining(", ")));
    private static final int FIRST_VALUE = 5;

    private final JdbcClient jdbc;

    JourneySegmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** No row of a transaction below it will still appear. */
    long settled() {
        return jdbc.sql("select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)")
                .query(Long.class)
                .single();
    }

    /** Every event, in the order of the columns. */
    void readAll(Grain grain, long settled, Consumer<ProjectedEvent> into) {
        try (var rows = jdbc
                .sql("select " + COLUMNS.formatted(entity(grain)) + " from journey_events e where e.tenant_id = :tenant"
                        + " and not e.taken_back and " + entity(grain) + " is not null and " + SETTLED
                        + " order by entity, e.occurred_at, e.id")
                .withFetchSize(5_000)
                .param("tenant", tenant())
                .param("settled", settled)
                .query((row, _) -> event(row))
                .stream()) {
            rows.forEach(into);
        }
    }

    /** The events of some entities, in the order of the columns. */
    List<ProjectedEvent> readOf(Grain grain, Collection<UUID> entities, long settled) {
        return jdbc.sql("select " + COLUMNS.formatted(entity(grain))
                        + " from journey_events e where e.tenant_id = :tenant" + " and not e.taken_back and "
                        + among(grain) + " and " + SETTLED + " order by entity, e.occurred_at, e.id")
                .param("tenant", tenant())
                .param("settled", settled)
                .param("keys", entities.toArray(UUID[]::new))
                .query((row, _) -> event(row))
                .list();
    }

    /** Events that were written since, in no order, but not those that changed. */
    List<ProjectedEvent> readNew(Grain grain, long since, long settled) {
        return jdbc.sql(
                        "select " + COLUMNS.formatted(entity(grain))
                                + " from journey_events e where e.tenant_id = :tenant"
                                + " and not e.taken_back and e.written_by >= cast(cast(:since as text) as xid8)"
                                + " and e.written_by < cast(cast(:settled as text) as xid8) and " + entity(grain)
                                + " is not null"
                                + " and not exists (select from journey_event_moves m where m.tenant_id = :tenant and m.event_id = e.id)")
                .param("tenant", tenant())
                .param("since", since)
                .param("settled", settled)
                .query((row, _) -> event(row))
                .list();
    }

    /** Whose events changed since: whose they were, and whose they are. */
    Set<UUID> movedSince(Grain grain, long since) {
        return new HashSet<>(jdbc
                .sql(
                        "select " + entity(grain).replace("e.", "m.") + " as entity from journey_event_moves m"
                                + " where m.tenant_id = :tenant and m.written_by >= cast(cast(:since as text) as xid8)"
                                + " union select " + entity(grain)
                                + " from journey_event_moves m join journey_events e on e.tenant_id = :tenant"
                                + " and e.id = m.event_id where m.tenant_id = :tenant and m.written_by >= cast(cast(:since as text) as xid8)")
                .param("tenant", tenant())
                .param("since", since)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    Optional<Manifest> manifest(String node, Grain grain) {
        return jdbc.sql("""
                        select file, cast(cast(watermark as text) as bigint) as watermark, events, entities, checksum
                        from journey_segments where tenant_id = :tenant and node = :node and grain = :grain
                        """)
                .param("tenant", tenant())
                .param("node", node)
                .param("grain", grain.name())
                .query((row, _) -> new Manifest(
                        row.getString("file"),
                        row.getLong("watermark"),
                        row.getLong("events"),
                        row.getInt("entities"),
                        row.getLong("checksum")))
                .optional();
    }

    void keep(String node, Grain grain, Manifest manifest, Instant now) {
        jdbc.sql("""
                        insert into journey_segments (tenant_id, id, node, grain, file, watermark, events, entities, checksum, written_at)
                        values (:tenant, :id, :node, :grain, :file, cast(cast(:watermark as text) as xid8), :events, :entities, :checksum, :now)
                        on conflict (tenant_id, node, grain) do update set file = excluded.file, watermark = excluded.watermark,
                            events = excluded.events, entities = excluded.entities, checksum = excluded.checksum,
                            written_at = excluded.written_at
                        """)
                .param("tenant", tenant())
                .param("id", Ids.next())
                .param("node", node)
                .param("grain", grain.name())
                .param("file", manifest.file())
                .param("watermark", manifest.watermark())
                .param("events", manifest.events())
                .param("entities", manifest.entities())
                .param("checksum", manifest.checksum())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(String node) {
        jdbc.sql("delete from journey_segments where tenant_id = :tenant and node = :node")
                .param("tenant", tenant())
                .param("node", node)
                .update();
    }

    private static String entity(Grain grain) {
        return switch (grain) {
            case PERSON -> "coalesce(e.contact_id, e.visitor_id)";
            case COMPANY -> "e.company_id";
            case DEAL -> "e.deal_id";
        };
    }

    private static String among(Grain grain) {
        return switch (grain) {
            case PERSON -> "(e.contact_id = any(:keys) or e.contact_id is null and e.visitor_id = any(:keys))";
            case COMPANY -> "e.company_id = any(:keys)";
            case DEAL -> "e.deal_id = any(:keys)";
        };
    }

    private static ProjectedEvent event(ResultSet row) throws SQLException {
        var values = new String[Dimension.values().length];
        for (int d = 0; d < values.length; d++) {
            values[d] = row.getString(FIRST_VALUE + d);
        }
        return new ProjectedEvent(
                row.getObject(2, UUID.class), row.getObject(1, UUID.class), row.getLong(3), row.getLong(4), values);
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
